using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Promises;

internal static partial class Defects
{
    private static MemoryHarnessMaker Reads(Func<IReadOnlyList<PersonQuery>, IEnumerable<LedgerPerson>, IEnumerable<LedgerPerson>> found) => new(ledger =>
        new BrokenLedger(ledger) { Reading = (queries, read) => new(read.Establishment, found(queries, read.People), read.Fields) });

    private static MemoryHarnessMaker ReadsValues(Func<LedgerField, LedgerValue, LedgerValue> value) =>
        Reads((_, found) => found.Select(person => person with { Row = new(person.Row.Table, person.Row.Values.Select(pair => KeyValuePair.Create(pair.Key, value(pair.Key, pair.Value)))) }));

    private static MemoryHarnessMaker Writes(Func<IReadOnlyList<LedgerChange>, IEnumerable<LedgerChange>> changes) => new(ledger =>
        new BrokenLedger(ledger) { Writing = set => new(set.Id, set.Kind, set.OperatorName, changes(set.Changes)) });

    private static MemoryHarnessMaker WritesFields(Func<LedgerChange, IReadOnlyList<FieldChange>, IEnumerable<FieldChange>> fields) =>
        Writes(changes => changes.Select(change => change with { Fields = [.. fields(change, change.Fields)] }));

    private static MemoryHarnessMaker WritesValues(Func<LedgerField, LedgerValue, LedgerValue> value) =>
        WritesFields((_, fields) => fields.Select(field => field with { After = value(field.Field, field.After) }));

    private static MemoryHarnessMaker Tells(Func<LedgerChangeSet, LedgerOutcome, LedgerOutcome> outcome) => new(ledger => new BrokenLedger(ledger) { Telling = outcome });

    private static MemoryHarnessMaker Applies(Func<InMemoryLedger, IReadOnlyList<LedgerChangeSet>, CancellationToken, ValueTask<IReadOnlyList<LedgerOutcome>>> apply) => new(ledger =>
        new BrokenLedger(ledger) { Applying = (sets, token) => apply(ledger, sets, token) });

    private static MemoryHarnessMaker SaysApplied(LedgerConflictReason reason) => Tells((set, outcome) =>
        outcome is LedgerOutcome.Conflict conflict && conflict.Conflicts.Any(one => one.Reason == reason) ? Pretended(set) : outcome);

    private static LedgerOutcome.Applied Pretended(LedgerChangeSet set) =>
        new(new(set.Id, set.Hash, DateTimeOffset.UnixEpoch, new Dictionary<string, EmployeeNumber> { ["new"] = EmployeeNumber.Parse("0028") }));

    private static async ValueTask<IReadOnlyList<LedgerOutcome>> Each(InMemoryLedger ledger, IEnumerable<LedgerChangeSet> sets, CancellationToken token)
    {
        List<LedgerOutcome> outcomes = [];
        foreach (LedgerChangeSet set in sets)
            outcomes.AddRange(await ledger.ApplyAsync(Establishment, [set], token));
        return outcomes;
    }

    private static async ValueTask<IReadOnlyList<LedgerOutcome>> HalfWritten(InMemoryLedger ledger, IReadOnlyList<LedgerChangeSet> sets, CancellationToken token)
    {
        IReadOnlyList<LedgerOutcome> outcomes = await ledger.ApplyAsync(Establishment, sets, token);
        foreach (LedgerChangeSet set in sets.Where((_, i) => outcomes[i] is LedgerOutcome.Conflict))
            await ledger.ApplyAsync(Establishment, [new(set.Id with { Attempt = 99 }, set.Kind, set.OperatorName, set.Changes.Take(1))], token);
        return outcomes;
    }

    private static async ValueTask<IReadOnlyList<LedgerOutcome>> Blocking(InMemoryLedger ledger, IReadOnlyList<LedgerChangeSet> sets, CancellationToken token)
    {
        List<LedgerOutcome> outcomes = [];
        foreach (LedgerChangeSet set in sets)
        {
            outcomes.AddRange(outcomes.Any(outcome => outcome is LedgerOutcome.Conflict)
                ? [new LedgerOutcome.Conflict(set.Id, [])]
                : await ledger.ApplyAsync(Establishment, [set], token));
        }

        return outcomes;
    }

    private static BrokenLedger Remembering(InMemoryLedger ledger)
    {
        Dictionary<ChangeSetId, LedgerOutcome> remembered = [];
        return new(ledger)
        {
            Telling = (set, outcome) =>
            {
                if (outcome is LedgerOutcome.Conflict)
                    remembered.TryAdd(set.Id, outcome);
                return remembered.GetValueOrDefault(set.Id, outcome);
            },
        };
    }

    private static BrokenLedger Again(InMemoryLedger ledger)
    {
        int call = 100;
        return new(ledger) { Writing = set => new(set.Id with { Attempt = Interlocked.Increment(ref call) }, set.Kind, set.OperatorName, set.Changes) };
    }

    private static BrokenLedger LastWriterWins(InMemoryLedger ledger)
    {
        int entered = 0;
        return new(ledger)
        {
            Applying = async (sets, token) =>
            {
                int mine = Interlocked.Increment(ref entered);
                await Task.Delay(60, token);
                return mine < Volatile.Read(ref entered) ? [.. sets.Select(Pretended)] : await ledger.ApplyAsync(Establishment, sets, token);
            },
        };
    }

    private static MemoryHarnessMaker Numbers(Func<IReadOnlyList<EmployeeNumber>, string> next) => new(ledger =>
    {
        EmployeeNumber Next() => EmployeeNumber.Parse(next([.. ledger.People(Establishment).Select(person => person.Number)]));
        return new BrokenLedger(ledger)
        {
            Writing = set => set.Changes.Any(change => change.Row.Person.Slot is not null)
                ? Rewritten(set, change => change.Row.Person.Slot is null ? change : change with { Row = new(LedgerPersonKey.Of(Next()), change.Row.Dependent) })
                : set,
            Telling = (set, outcome) => outcome is LedgerOutcome.Applied applied && set.Changes.Any(change => change.Row.Person.Slot is not null)
                ? new LedgerOutcome.Applied(applied.Receipt with { AssignedNumbers = new Dictionary<string, EmployeeNumber> { ["new"] = ledger.People(Establishment)[^1].Number } })
                : outcome,
        };
    });

    private static LedgerChangeSet Rewritten(LedgerChangeSet set, Func<LedgerChange, LedgerChange> change) => new(set.Id, set.Kind, set.OperatorName, set.Changes.Select(change));

    private static LedgerChange FirstRow(InMemoryLedger ledger, LedgerChange change)
    {
        LedgerRow? first = ledger.People(Establishment).Where(person => person.Number == change.Row.Person.Number).SelectMany(person => person.Dependents).FirstOrDefault();
        return first is null || change is not { Table: LedgerTable.Dependents, Action: LedgerChangeAction.Update }
            ? change
            : change with { Fields = [.. change.Fields.Select(field => field with { Before = first[field.Field] })] };
    }

    private static bool KnownDependent(InMemoryLedger ledger, LedgerChangeSet set) => set.Changes.Any(change =>
        change is { Table: LedgerTable.Dependents, Action: LedgerChangeAction.Add, Row.Person.Number: { } number }
        && ledger.People(Establishment).Any(person => person.Number == number && person.Dependents.Count > 1));
}
