using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Torture.Victims;

/// <summary>Wraps what is registered for a port in something of the application's own.</summary>
internal static class Decoration
{
    internal static IServiceCollection Wrap<T>(this IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        ServiceDescriptor registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        return services.AddSingleton(provider => wrap((T)(
            registered.ImplementationInstance
            ?? registered.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!))));
    }
}
