using CellsContact.Contacts;
using CellsContact.MyNumbers;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.MyNumberAccessLogScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Asking for records over all chains.</summary>
internal static class MyNumberAccessLogListing
{
    internal static IReadOnlyList<Promise<IMyNumberAccessLogHarness>> All { get; } =
    [
        new("A list of records is over all chains, the one appended last first, whatever its instant.", Newest),
        new("A list of records ends at its limit.", Limited),
        new("A list can be of one establishment's records.", OfEstablishment),
        new("A list can be of what one actor did.", OfActor),
        new("A list can be of one kind of access.", OfKind),
        new("A list can be of some results; of none it is empty.", OfResults),
        new("A list can begin with an instant.", Since),
        new("Every condition of a list of records has to be met.", EveryOne),
        new("Establishments with a chain are told, each once.", Establishments),
    ];

    private static async Task Newest(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.ListsAsync(new()).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a", at: Noon.AddDays(1)).ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("b", Access(E002)).ConfigureAwait(false);
        MyNumberAccessRecord third = await scene.AppendAsync("c", at: Noon.AddDays(-1)).ConfigureAwait(false);
        await scene.ListsAsync(new(), third, second, first).ConfigureAwait(false);
    }

    private static async Task Limited(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("b").ConfigureAwait(false);
        MyNumberAccessRecord third = await scene.AppendAsync("c").ConfigureAwait(false);
        await scene.ListsAsync(new() { Limit = 2 }, third, second).ConfigureAwait(false);
    }

    private static async Task OfEstablishment(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord other = await scene.AppendAsync("b", Access(E002)).ConfigureAwait(false);
        MyNumberAccessRecord third = await scene.AppendAsync("c").ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishment = E001 }, third, first).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishment = E002 }, other).ConfigureAwait(false);
        await scene.ListsAsync(new() { Establishment = EstablishmentId.Parse("e001") }).ConfigureAwait(false);
    }

    private static async Task OfActor(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord other = await scene.AppendAsync("b", Access(actor: "担当 \"二\"")).ConfigureAwait(false);
        await scene.ListsAsync(new() { ActorId = "clerk-1" }, first).ConfigureAwait(false);
        await scene.ListsAsync(new() { ActorId = "担当 \"二\"" }, other).ConfigureAwait(false);
        await scene.ListsAsync(new() { ActorId = "Clerk-1" }).ConfigureAwait(false);
    }

    private static async Task OfKind(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord erasure = await scene.AppendAsync("b", Access(kind: MyNumberAccessKind.Erasure)).ConfigureAwait(false);
        await scene.ListsAsync(new() { Kind = MyNumberAccessKind.Erasure }, erasure).ConfigureAwait(false);
    }

    private static async Task OfResults(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord begun = await scene.AppendAsync("a", Access(result: MyNumberAccessResult.Begun)).ConfigureAwait(false);
        await scene.AppendAsync("b", Access(result: MyNumberAccessResult.Denied)).ConfigureAwait(false);
        MyNumberAccessRecord done = await scene.AppendAsync("c").ConfigureAwait(false);
        await scene.ListsAsync(new() { Results = [MyNumberAccessResult.Begun, MyNumberAccessResult.Done] }, done, begun).ConfigureAwait(false);
        await scene.ListsAsync(new() { Results = [] }).ConfigureAwait(false);
    }

    private static async Task Since(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a", at: Noon).ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("b", at: Noon.AddMicroseconds(1)).ConfigureAwait(false);
        await scene.ListsAsync(new() { Since = Noon.ToUniversalTime() }, second, first).ConfigureAwait(false);
        await scene.ListsAsync(new() { Since = Noon.AddTicks(1) }, second).ConfigureAwait(false);
    }

    private static async Task EveryOne(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccess wanted = Access(kind: MyNumberAccessKind.Authentication, result: MyNumberAccessResult.Begun);
        await scene.AppendAsync("too early", wanted, Noon.AddMinutes(-1)).ConfigureAwait(false);
        await scene.AppendAsync("too far back", wanted).ConfigureAwait(false);
        MyNumberAccessRecord found = await scene.AppendAsync("wanted", wanted).ConfigureAwait(false);
        await scene.AppendAsync("elsewhere", wanted with { Establishment = E002 }).ConfigureAwait(false);
        await scene.AppendAsync("by another", wanted with { ActorId = "clerk-2" }).ConfigureAwait(false);
        await scene.AppendAsync("another kind", wanted with { Kind = MyNumberAccessKind.Reveal }).ConfigureAwait(false);
        await scene.AppendAsync("another result", wanted with { Result = MyNumberAccessResult.Denied }).ConfigureAwait(false);
        await scene.ListsAsync(
            new() { Establishment = E001, ActorId = "clerk-1", Kind = MyNumberAccessKind.Authentication, Results = [MyNumberAccessResult.Begun], Since = Noon, Limit = 1 },
            found).ConfigureAwait(false);
    }

    private static async Task Establishments(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await IsAsync().ConfigureAwait(false);
        await scene.AppendAsync("a", Access(E002)).ConfigureAwait(false);
        await scene.AppendAsync("b").ConfigureAwait(false);
        await scene.AppendAsync("c", Access(E002)).ConfigureAwait(false);
        await IsAsync(E001, E002).ConfigureAwait(false);

        async Task IsAsync(params EstablishmentId[] expected)
        {
            IReadOnlyList<EstablishmentId> told = await scene.Log.ListEstablishmentsAsync(token).ConfigureAwait(false);
            ThrowUnless(told.Order().SequenceEqual(expected), $"they are [{string.Join(", ", told)}]");
        }
    }
}
