using CellsContact.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.Scenes;

/// <summary>Makes chosen members of ports fail, once, and counts calls.</summary>
internal sealed class Interruption : IPortWatch
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

    void IPortWatch.Before(string member, object?[] arguments)
    {
        lock (_lock)
            _calls[member] = _calls.GetValueOrDefault(member) + 1;
        if (Before != member)
            return;
        Before = null;
        throw new IOException($"{member} did not begin.");
    }

    void IPortWatch.After(string member)
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
        services.AddSingleton(provider => (T)WatchedPort.Over(typeof(T), inner?.Invoke(provider) ?? (T)registered!.ImplementationInstance!, this));
    }
}
