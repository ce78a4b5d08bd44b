using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CellsContact.Storage;

/// <summary>Whether the store of notices (連絡) answers: for <c>services.AddHealthChecks().AddCheck&lt;ContactStoreHealth&gt;("contacts")</c>.</summary>
/// <remarks>Thread-safe; reads one notice at most. Descriptions hold no personal data.</remarks>
public sealed class ContactStoreHealth : IHealthCheck
{
    private readonly IContactStore _store;

    /// <summary>Makes a check.</summary>
    /// <param name="store">The store.</param>
    public ContactStoreHealth(IContactStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await _store.ListAsync(new() { Limit = 1 }, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The store of notices answers.");
        }
        catch (ContactStoreException error)
        {
            return new(context.Registration.FailureStatus, "The store of notices does not answer.", error);
        }
    }
}
