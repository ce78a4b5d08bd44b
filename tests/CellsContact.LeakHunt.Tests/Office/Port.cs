using System.Reflection;
using CellsContact.Ledgers;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>What happens at the calls of a port, before and after the real one.</summary>
internal interface IPortWatch
{
    void Before(string call, object?[] arguments);

    void After(string call);
}

/// <summary>A ledger that forgets what it is told to: one port with two names.</summary>
internal interface IMaintainedLedger : ILedger, ILedgerMaintenance;

/// <summary>Stands in front of a port. Everything it does not do itself is the real one's.</summary>
#pragma warning disable CA1852 // A proxy is derived from it at run time.
internal class Port : DispatchProxy
#pragma warning restore CA1852
{
    private static readonly MethodInfo s_valued = typeof(Port).GetMethod(nameof(ValuedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private object _inner = null!;
    private IPortWatch _watch = null!;

    /// <summary>Puts a watch in front of a registered port.</summary>
    internal static void Watch(IServiceCollection services, Type port, IPortWatch watch)
    {
        ServiceDescriptor registered = services.Last(service => service.ServiceType == port);
        services.AddSingleton(port, provider =>
        {
            object inner = registered.ImplementationInstance
                ?? registered.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!);
            Port made = (Port)Create(inner is ILedger and ILedgerMaintenance ? typeof(IMaintainedLedger) : port, typeof(Port));
            (made._inner, made._watch) = (inner, watch);
            return made;
        });
    }

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
