using System.Reflection;
using CellsContact.Attachments;
using CellsContact.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Trials;

/// <summary>What happens at the calls of a port, before and after the real one.</summary>
public interface IPortWatch
{
    /// <summary>Before the call: what it throws, the call throws.</summary>
    /// <param name="call">The member, e.g. <c>ILedger.ApplyAsync</c>.</param>
    /// <param name="arguments">What it is given.</param>
    void Before(string call, object?[] arguments);

    /// <summary>After the call has done its work.</summary>
    /// <param name="call">The member.</param>
    void After(string call);
}

/// <summary>A ledger that forgets what it is told to: one port with two names.</summary>
public interface IMaintainedLedger : ILedger, ILedgerMaintenance;

/// <summary>Attached files whose damaged records can be told: one port with two names.</summary>
public interface IMaintainedAttachments : IAttachmentStore, IAttachmentMaintenance;

/// <summary>Stands in front of a port. Everything it does not do itself is the real one's.</summary>
public class WatchedPort : DispatchProxy
{
    private static readonly MethodInfo s_valued = typeof(WatchedPort).GetMethod(nameof(ValuedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private object _inner = null!;
    private IPortWatch _watch = null!;

    /// <summary>Puts a watch in front of a registered port.</summary>
    public static void Watch(IServiceCollection services, Type port, IPortWatch watch)
    {
        ServiceDescriptor registered = services.Last(service => service.ServiceType == port);
        services.AddSingleton(port, provider => Over(port, registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), watch));
    }

    /// <summary>Puts a watch in front of a port.</summary>
    public static object Over(Type port, object inner, IPortWatch watch)
    {
        Type face = inner switch
        {
            ILedger and ILedgerMaintenance => typeof(IMaintainedLedger),
            IAttachmentStore and IAttachmentMaintenance => typeof(IMaintainedAttachments),
            _ => port,
        };
        WatchedPort made = (WatchedPort)Create(face, typeof(WatchedPort));
        (made._inner, made._watch) = (inner, watch);
        return made;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        string call = $"{targetMethod!.DeclaringType!.Name}.{targetMethod.Name}";
        _watch.Before(call, args!);
        object? answer = targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null);
        return answer switch
        {
#pragma warning disable CA2012 // Boxed for the caller, who awaits it once.
            ValueTask done => DoneAsync(call, done),
#pragma warning restore CA2012
            _ when targetMethod.ReturnType.IsGenericType && targetMethod.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
                s_valued.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(this, [call, answer]),
            _ => answer,
        };
    }

    private async ValueTask DoneAsync(string call, ValueTask done)
    {
        await done;
        _watch.After(call);
    }

    private async ValueTask<T> ValuedAsync<T>(string call, ValueTask<T> valued)
    {
        T value = await valued;
        _watch.After(call);
        return value;
    }
}
