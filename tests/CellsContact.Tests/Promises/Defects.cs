using System.Globalization;
using System.Text;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Promises;

/// <summary>What can be done wrong in a ledger, one thing each.</summary>
internal static partial class Defects
{
    internal static IReadOnlyDictionary<string, MemoryHarnessMaker> All { get; } = new Dictionary<string, MemoryHarnessMaker>
    {
        ["numbers match only exactly"] = Reads((queries, found) => found.Where(person => queries.Any(query => query.Number is null || query.Number == person.Number))),
        ["names match only as written"] = Reads((queries, found) => found.Where(person => queries.Any(query => query.Name is not { } name || person.Row[PersonFields.Name].Text == $"{name.Family}\u3000{name.Given}"))),
        ["the first hit is all"] = Reads((_, found) => found.Take(1)),
        ["nobody found is an error"] = Reads((_, found) => found.Any() ? found : throw new LedgerException(new("誰もいない", "Nobody."))),
        ["answers once for every query"] = Reads((queries, found) => queries.SelectMany(query => found.Where(person => query.Matches(person.Number, person.Row)))),
        ["forgets the payroll row"] = Reads((_, found) => found.Select(person => person with { Payroll = null })),
        ["tells open dependents only"] = Reads((_, found) => found.Select(person => person with { Dependents = [.. person.Dependents.Where(LedgerMatching.IsOpen)] })),
        ["ignores the birth date"] = new(ledger => new BrokenLedger(ledger)
        {
            Reading = (queries, read) => new(read.Establishment, queries.Any(query => query.Name is not null) ? ledger.People(read.Establishment) : read.People, read.Fields),
        }),
        ["tells no field without a query"] = new(ledger => new BrokenLedger(ledger) { Reading = (queries, read) => new(read.Establishment, read.People, queries.Count == 0 ? [] : read.Fields) }),
        ["tells every field"] = new(ledger => new BrokenLedger(ledger) { Reading = (_, read) => new(read.Establishment, read.People, LedgerFields.All) }),
        ["one book for all"] = new(ledger => new BrokenLedger(ledger)
        {
            Reading = (_, read) => new(read.Establishment, ledger.People(EstablishmentId.Parse("E001")), read.Fields),
        }),
        ["writes the first row of a set only"] = Writes(changes => changes.Take(1)),
        ["an update touches another field"] = WritesFields((change, fields) => change is { Table: LedgerTable.People, Action: LedgerChangeAction.Update } && fields.All(field => field.Field != PersonFields.Nationality)
            ? fields.Append(new(PersonFields.Nationality, default, LedgerValue.OfText("日本")))
            : fields),
        ["never clears a field"] = WritesFields((change, fields) => fields.Where(field => change.Action != LedgerChangeAction.Update || !field.After.IsEmpty)),
        ["never removes a row"] = Writes(changes => changes.Where(change => change.Action != LedgerChangeAction.Remove)),
        ["drops the handling book"] = Writes(changes => changes.Where(change => change.Table != LedgerTable.HandlingBook)),
        ["changes the first row of a dependent"] = new(ledger => new BrokenLedger(ledger) { Writing = set => Rewritten(set, change => FirstRow(ledger, change)) }),
        ["outcomes in another order"] = Applies((ledger, sets, token) => Each(ledger, sets.Reverse(), token)),
        ["checks later sets first"] = Applies(async (ledger, sets, token) => [.. (await Each(ledger, sets.Reverse(), token)).Reverse()]),
        ["ignores cancelling"] = Applies((ledger, sets, _) => ledger.ApplyAsync(Establishment, sets, CancellationToken.None)),
        ["writes set by set"] = Applies((ledger, sets, token) => Each(ledger, sets, token)),
        ["tells the first conflict only"] = Tells((_, outcome) => outcome is LedgerOutcome.Conflict conflict ? conflict with { Conflicts = [.. conflict.Conflicts.Take(1)] } : outcome),
        ["writes half of a set in conflict"] = Applies(HalfWritten),
        ["a conflict blocks the rest"] = Applies(Blocking),
        ["remembers conflicts"] = new(ledger => Remembering(ledger)),
        ["applies again what it has"] = new(ledger => Again(ledger)),
        ["attempts are all the same"] = new(ledger => new BrokenLedger(ledger) { Writing = set => new(new(set.Id.Contact, 1, ChangeSetPurpose.Apply), set.Kind, set.OperatorName, set.Changes) }),
        ["forgets everything on restart"] = new(ledger => ledger, _ => new InMemoryLedger()),
        ["numbers without zeros"] = Numbers(numbers => string.Create(CultureInfo.InvariantCulture, $"{numbers.Select(Digits).DefaultIfEmpty().Max() + 1}")),
        ["numbers that forget"] = Numbers(numbers => $"{numbers.Where(number => number.Value.Length == 4).Select(Digits).DefaultIfEmpty().Max() + 1:0000}"),
        ["numbers are numeric"] = ReadsValues((field, value) => field.Name == "EmployeeNumber" ? LedgerValue.Raw(LedgerValueKind.Number, value.Text) : value),
        ["an ended dependent is there for ever"] = new(ledger => new BrokenLedger(ledger) { Telling = (set, outcome) => KnownDependent(ledger, set) ? new LedgerOutcome.Conflict(set.Id, []) : outcome }),
        ["a dependent goes by the surname"] = Tells((set, outcome) => set.Changes.Any(change => change is { Table: LedgerTable.Dependents, Action: LedgerChangeAction.Update }) ? new LedgerOutcome.Conflict(set.Id, []) : outcome),
        ["normalises text"] = WritesValues((_, value) => value.Kind == LedgerValueKind.Text ? LedgerValue.OfText(LedgerMatching.FoldWidth(value.Text)) : value),
        ["guesses what a text is"] = WritesValues((field, value) => field.Type == LedgerFieldType.Text && value.Text.StartsWith('=') ? LedgerValue.Raw(LedgerValueKind.Formula, value.Text) : value),
        ["trims text"] = WritesValues((_, value) => LedgerValue.Raw(value.Kind, value.Text.Trim())),
        ["dates become text"] = WritesValues((_, value) => value.Kind == LedgerValueKind.Date ? LedgerValue.OfText(value.Text) : value),
        ["numbers become text"] = WritesValues((_, value) => value.Kind == LedgerValueKind.Number ? LedgerValue.OfText(value.Text) : value),
        ["choices become text"] = WritesValues((_, value) => value.Kind == LedgerValueKind.Choice ? LedgerValue.OfText(value.Text) : value),
        ["a text is no choice"] = WritesValues((field, value) => field.Type == LedgerFieldType.Choice && value.Kind == LedgerValueKind.Text ? default : value),
        ["says applied though a value changed"] = SaysApplied(LedgerConflictReason.ValueChanged),
        ["says applied though a row is missing"] = SaysApplied(LedgerConflictReason.RowMissing),
        ["says applied though a row is there"] = SaysApplied(LedgerConflictReason.RowExists),
        ["says applied though there is a formula"] = SaysApplied(LedgerConflictReason.Formula),
        ["says applied though the book is append-only"] = SaysApplied(LedgerConflictReason.NotRemovable),
        ["says applied though a field is missing"] = SaysApplied(LedgerConflictReason.FieldMissing),
        ["the last writer wins"] = new(ledger => LastWriterWins(ledger)),
    };

    private static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    private static ulong Digits(EmployeeNumber number) => ulong.Parse(string.Concat(number.Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}

/// <summary>Makes a harness over a broken ledger.</summary>
internal sealed record MemoryHarnessMaker(Func<InMemoryLedger, ILedger> Broken, Func<InMemoryLedger, ILedger>? Reopened = null)
{
    internal MemoryLedgerHarness Make() => new(Broken, Reopened);
}
