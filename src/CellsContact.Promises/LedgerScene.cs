using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>A fresh ledger of one establishment, and the few words every promise is told in.</summary>
internal sealed class LedgerScene
{
    private readonly CancellationToken _token;

    private LedgerScene(ILedgerHarness harness, ILedger ledger, CancellationToken token) => (Harness, Ledger, _token) = (harness, ledger, token);

    internal static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    internal ILedgerHarness Harness { get; }

    internal ILedger Ledger { get; }

    internal static Task<LedgerScene> OpenAsync(ILedgerHarness harness, CancellationToken token, params LedgerPerson[] people) =>
        OpenAsync(harness, [new LedgerSeed(Establishment, people)], token);

    internal static async Task<LedgerScene> OpenAsync(ILedgerHarness harness, IReadOnlyList<LedgerSeed> seeds, CancellationToken token) =>
        new(harness, await harness.CreateAsync(seeds, token).ConfigureAwait(false), token);

    /// <summary>The same data through another instance, or through this one where the ledger does not outlive it.</summary>
    internal async Task<LedgerScene> ReopenedAsync() =>
        new(Harness, await Harness.ReopenAsync(_token).ConfigureAwait(false) ?? Ledger, _token);

    internal static LedgerChangeSet Set(string contact, params IEnumerable<LedgerChange> changes) =>
        new(new(new(Establishment, ContactId.Parse(contact)), 1, ChangeSetPurpose.Apply), ContactKind.Hire, "担当", changes);

    internal async Task<IReadOnlyList<LedgerPerson>> ReadAsync(params IReadOnlyList<PersonQuery> queries) =>
        (await Ledger.ReadAsync(Establishment, queries, _token).ConfigureAwait(false)).People;

    internal async Task<LedgerPerson> PersonAsync(string number)
    {
        IReadOnlyList<LedgerPerson> people = await ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse(number))).ConfigureAwait(false);
        ThrowUnless(people.Count == 1, $"{people.Count} people answer to {number} instead of one");
        return people[0];
    }

    internal async Task<IReadOnlyList<LedgerOutcome>> ApplyAsync(params IReadOnlyList<LedgerChangeSet> sets)
    {
        IReadOnlyList<LedgerOutcome> outcomes = await Ledger.ApplyAsync(Establishment, sets, _token).ConfigureAwait(false);
        ThrowUnless(outcomes.Count == sets.Count, $"{outcomes.Count} outcomes for {sets.Count} sets");
        return outcomes;
    }

    internal async Task<LedgerReceipt> AppliedAsync(LedgerChangeSet set) => Applied((await ApplyAsync(set).ConfigureAwait(false))[0]);

    internal async Task<IReadOnlyList<LedgerConflict>> ConflictAsync(LedgerChangeSet set)
    {
        LedgerOutcome outcome = (await ApplyAsync(set).ConfigureAwait(false))[0];
        ThrowUnless(outcome is LedgerOutcome.Conflict, $"the outcome is {outcome.GetType().Name} instead of Conflict");
        return ((LedgerOutcome.Conflict)outcome).Conflicts;
    }

    internal static LedgerReceipt Applied(LedgerOutcome outcome) => outcome is LedgerOutcome.Applied applied
        ? applied.Receipt
        : throw new PromiseBrokenException($"the outcome is {outcome.GetType().Name} instead of Applied{Reasons(outcome)}");

    internal static LedgerReceipt AlreadyApplied(LedgerOutcome outcome) => outcome is LedgerOutcome.AlreadyApplied applied
        ? applied.Receipt
        : throw new PromiseBrokenException($"the outcome is {outcome.GetType().Name} instead of AlreadyApplied{Reasons(outcome)}");

    internal static void SameReceipt(LedgerReceipt expected, LedgerReceipt actual)
    {
        ThrowUnless(actual.Id == expected.Id && actual.Hash == expected.Hash, "the receipt names another set");
        ThrowUnless(SameNumbers(expected.AssignedNumbers, actual.AssignedNumbers), "the receipt tells other assigned numbers");
        ThrowUnless((actual.AppliedAt - expected.AppliedAt).Duration() < TimeSpan.FromSeconds(1), "the receipt tells another instant");
    }

    internal static bool SameNumbers(IReadOnlyDictionary<string, EmployeeNumber> left, IReadOnlyDictionary<string, EmployeeNumber> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out EmployeeNumber number) && number == pair.Value);

    private static string Reasons(LedgerOutcome outcome) => outcome is LedgerOutcome.Conflict conflict
        ? ": " + string.Join(", ", conflict.Conflicts.Select(one => $"{one.Field?.Id ?? one.Table.ToString()} {one.Reason}"))
        : "";
}
