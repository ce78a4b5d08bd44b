using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Promises;

namespace CellsContact.Tests.Promises;

public sealed class LedgerMaintenancePromisesTests
{
    private static readonly Dictionary<string, MemoryHarnessMaker> s_defects = new()
    {
        ["has no maintenance"] = new(ledger => new BrokenLedger(ledger)),
        ["forgets nothing"] = Forgets((_, ids) => ids.Take(0)),
        ["forgets every set of the notice's establishment"] = Forgets((applied, _) => applied),
        ["forgets until the restart"] = new(ledger => ledger, _ => new InMemoryLedger()),
        ["ids it never had are an error"] = Forgets((applied, ids) => ids.All(applied.Contains) ? ids : throw new LedgerException(new("ない", "Not there."))),
        ["takes ids of others"] = Forgets((_, ids) => ids.Where(id => id.Contact.Establishment.Value == "E001")),
    };

    public static TheoryData<string> Names => [.. LedgerMaintenancePromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> DefectNames => [.. s_defects.Keys];

    [Theory, MemberData(nameof(Names))]
    public Task InMemoryLedger_KeepsEveryPromise(string name) => Named(name).RunAsync(new MemoryLedgerHarness());

    [Theory, MemberData(nameof(Names))]
    public async Task EveryPromise_IsBrokenByALedgerBrokenOnPurpose(string name)
    {
        foreach (MemoryHarnessMaker defect in s_defects.Values.Skip(1))
        {
            if (await IsBroken(Named(name), defect))
                return;
        }

        Assert.Fail($"No broken ledger breaks: {name}");
    }

    [Theory, MemberData(nameof(DefectNames))]
    public async Task EveryDefect_IsFoundByAPromise(string name)
    {
        foreach (Promise<ILedgerHarness> promise in LedgerMaintenancePromises.All)
        {
            if (await IsBroken(promise, s_defects[name]))
                return;
        }

        Assert.Fail($"No promise finds: {name}");
    }

    private static Promise<ILedgerHarness> Named(string name) => LedgerMaintenancePromises.All.Single(promise => promise.Name == name);

    private static MemoryHarnessMaker Forgets(Func<IReadOnlySet<ChangeSetId>, IReadOnlyList<ChangeSetId>, IEnumerable<ChangeSetId>> forgotten) =>
        new(ledger => new ForgetfulLedger(ledger, forgotten));

    private static async Task<bool> IsBroken(Promise<ILedgerHarness> promise, MemoryHarnessMaker defect)
    {
        try
        {
            await promise.RunAsync(defect.Make());
            return false;
        }
        catch (Exception broken) when (broken is PromiseBrokenException or LedgerException)
        {
            return true;
        }
    }

    private sealed class ForgetfulLedger(InMemoryLedger inner, Func<IReadOnlySet<ChangeSetId>, IReadOnlyList<ChangeSetId>, IEnumerable<ChangeSetId>> forgotten) : ILedger, ILedgerMaintenance
    {
        private readonly HashSet<ChangeSetId> _applied = [];

        public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) => inner.ReadAsync(establishment, queries, token);

        public ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
        {
            _applied.UnionWith(changeSets.Select(set => set.Id));
            return inner.ApplyAsync(establishment, changeSets, token);
        }

        public ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token) =>
            inner.ForgetAsync(establishment, [.. forgotten(_applied, ids)], token);
    }
}
