using System.Collections.Concurrent;
using CellsContact.Contacts;

namespace CellsContact.MyPages;

/// <summary>A client's page for the life of the process only: the newest version of each person and notice.</summary>
/// <remarks>Thread-safe. For tests and trials, and as a model for your own.</remarks>
public sealed class InMemoryMyPage : IMyPage
{
    private readonly ConcurrentDictionary<(EstablishmentId, EmployeeNumber), PublishedPerson> _people = new();
    private readonly ConcurrentDictionary<ContactKey, SharedStatus> _statuses = new();

    /// <inheritdoc/>
    public ValueTask PublishAsync(PublishedPerson person, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(person);
        token.ThrowIfCancellationRequested();
        _people.AddOrUpdate((person.Establishment, person.Number), person, (_, shown) => shown.Version >= person.Version ? shown : person);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ShareAsync(SharedStatus status, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(status);
        token.ThrowIfCancellationRequested();
        _statuses.AddOrUpdate(status.Contact, status, (_, shown) => shown.Version >= status.Version ? shown : status);
        return ValueTask.CompletedTask;
    }

    /// <summary>Who is published, by number.</summary>
    /// <param name="establishment">The establishment.</param>
    public IReadOnlyList<PublishedPerson> People(EstablishmentId establishment) =>
        [.. _people.Values.Where(person => person.Establishment == establishment && person.Person is not null).OrderBy(person => person.Number.Value, StringComparer.Ordinal)];

    /// <summary>How far each notice has got.</summary>
    /// <param name="establishment">The establishment.</param>
    public IReadOnlyList<SharedStatus> Statuses(EstablishmentId establishment) =>
        [.. _statuses.Values.Where(status => status.Contact.Establishment == establishment).OrderBy(status => status.Contact.ToString(), StringComparer.Ordinal)];
}
