using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.Ledgers;
using CellsContact.MyPages;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>A client's page: whatever it is handed is searched. While it is broken, its exceptions quote what it was handed.</summary>
internal sealed class CatchingPage(Haul haul) : IMyPage
{
    internal bool IsBroken { get; set; } = true;

    public ValueTask PublishAsync(PublishedPerson person, CancellationToken token)
    {
        haul.Add("page", person.ToString());
        IEnumerable<LedgerRow> rows = person.Person is { } shown ? [shown.Row, .. shown.Payroll is { } payroll ? [payroll] : Array.Empty<LedgerRow>(), .. shown.Dependents] : [];
        string[] values = [.. rows.SelectMany(row => row.Values).Select(value => $"{value.Key.Id}={value.Value.Text}")];
        foreach (string value in values)
            haul.Add("page", value);
        return Answer(string.Join(", ", values));
    }

    public ValueTask ShareAsync(SharedStatus status, CancellationToken token)
    {
        haul.AddObject("page", status);
        return Answer($"{status.Label} {status.MessageToClient}");
    }

    private ValueTask Answer(string handed) => IsBroken ? throw new InvalidOperationException($"Cannot show {handed}.") : ValueTask.CompletedTask;
}
