using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.Scenes;

/// <summary>Makes chosen members of ports fail, once, and counts calls.</summary>
internal sealed class Interruption
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _calls = [];

    /// <summary>The member that fails before it does anything, e.g. <c>IMyNumberVault.LinkAsync</c>.</summary>
    internal string? Before { get; set; }

    /// <summary>The member that has done its work when it fails.</summary>
    internal string? After { get; set; }

    internal int CallsOf(string member)
    {
        lock (_lock)
            return _calls.GetValueOrDefault(member);
    }

    internal void Begin(string member)
    {
        lock (_lock)
            _calls[member] = _calls.GetValueOrDefault(member) + 1;
        if (Before != member)
            return;
        Before = null;
        throw new IOException($"{member} did not begin.");
    }

    internal void End(string member)
    {
        if (After != member)
            return;
        After = null;
        throw new IOException($"{member} did its work and died.");
    }

    /// <summary>Stands in front of what is registered.</summary>
    internal void Into<T>(IServiceCollection services, Func<IServiceProvider, T>? inner = null)
        where T : class
    {
        ServiceDescriptor? registered = services.LastOrDefault(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => InterruptedPort.Over(this, inner?.Invoke(provider) ?? (T)registered!.ImplementationInstance!));
    }
}

/// <summary>A port whose members may be interrupted.</summary>
#pragma warning disable CA1852 // A proxy is derived from it at run time.
internal class InterruptedPort : DispatchProxy
#pragma warning restore CA1852
{
    private static readonly MethodInfo s_valued = typeof(InterruptedPort).GetMethod(nameof(ValuedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private Interruption _interruption = null!;
    private object _inner = null!;
    private string _name = "";

    internal static T Over<T>(Interruption interruption, T inner)
        where T : class
    {
        object made = Create<T, InterruptedPort>();
        InterruptedPort port = (InterruptedPort)made;
        (port._interruption, port._inner, port._name) = (interruption, inner, typeof(T).Name);
        return (T)made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string member = $"{_name}.{targetMethod!.Name}";
        _interruption.Begin(member);
        object? answer = targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        if (answer is ValueTask done)
#pragma warning disable CA2012 // Boxed for the caller, who awaits it once.
            return DoneAsync(member, done);
#pragma warning restore CA2012
        Type returned = targetMethod.ReturnType;
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>)
            ? s_valued.MakeGenericMethod(returned.GetGenericArguments()).Invoke(this, [member, answer])
            : answer;
    }

    private async ValueTask DoneAsync(string member, ValueTask done)
    {
        await done;
        _interruption.End(member);
    }

    private async ValueTask<T> ValuedAsync<T>(string member, ValueTask<T> valued)
    {
        T value = await valued;
        _interruption.End(member);
        return value;
    }
}
