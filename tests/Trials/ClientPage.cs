using System.Globalization;
using System.Text;
using System.Text.Json;
using CellsContact.Ledgers;
using CellsContact.MyPages;

namespace CellsContact.Trials;

/// <summary>What a client's page was told, once.</summary>
/// <param name="Order">Whom or what it is about: a person or a notice.</param>
/// <param name="Version">Larger is newer.</param>
/// <param name="Content">What is to be shown.</param>
public sealed record PageDelivery(string Order, long Version, string Content);

/// <summary>A client's page that only takes notes: each delivery is on the disk before it is acknowledged.</summary>
/// <remarks>A line each, ended by a tab: what a killed process leaves half-written was never acknowledged and is not read.</remarks>
public sealed class ClientPage(string path) : IMyPage
{
    private const string End = "\t";

    /// <inheritdoc/>
    public ValueTask PublishAsync(PublishedPerson person, CancellationToken token) =>
        NoteAsync(new($"{person.Establishment}//{person.Number}", person.Version, TextOf(person.Person)));

    /// <inheritdoc/>
    public ValueTask ShareAsync(SharedStatus status, CancellationToken token) => NoteAsync(new(
        status.Contact.ToString(),
        status.Version,
        string.Create(CultureInfo.InvariantCulture, $"{status.Kind} {status.Status} {status.Label} {status.MessageToClient}")));

    /// <summary>Everything that was acknowledged, in the order of delivery.</summary>
    public static IReadOnlyList<PageDelivery> Read(string path) => !File.Exists(path) ? [] :
    [
        .. File.ReadAllLines(path)
            .Where(line => line.EndsWith(End, StringComparison.Ordinal))
            .Select(line => JsonSerializer.Deserialize<PageDelivery>(line)!),
    ];

    /// <summary>A person as the page shows them.</summary>
    public static string TextOf(LedgerPerson? person) => person is null ? "nobody" : string.Join('\n', new[] { person.Row, person.Payroll }
        .Concat(person.Dependents)
        .OfType<LedgerRow>()
        .Select(row => string.Join(" | ", row.Values.Where(field => !field.Value.IsEmpty).OrderBy(field => field.Key.Id, StringComparer.Ordinal).Select(field => $"{field.Key.Id}={field.Value.Text}"))));

    private async ValueTask NoteAsync(PageDelivery delivery)
    {
        await using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

        // On a line of its own, whatever the last line looks like.
        await file.WriteAsync(Encoding.UTF8.GetBytes($"\n{JsonSerializer.Serialize(delivery)}{End}\n"));
        file.Flush(flushToDisk: true);
    }
}
