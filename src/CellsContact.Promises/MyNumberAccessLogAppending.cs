using CellsContact.MyNumbers;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreScene;
using static CellsContact.Promises.MyNumberAccessLogScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Appending, and reading a chain.</summary>
internal static class MyNumberAccessLogAppending
{
    internal static IReadOnlyList<Promise<IMyNumberAccessLogHarness>> All { get; } =
    [
        new("An appended record comes back with everything in it, and with nothing that was not.", Whole),
        new("A record is made from the last one of its chain, and from none where it is empty.", Chained),
        new("A chain is read in the order of its numbers, however long it is.", Long),
        new("An event is recorded once; again it is answered with its record, and none is made.", Once),
        new("The same event of another establishment is another event.", Elsewhere),
        new("Where making a record fails, nothing is appended.", Failing),
        new("Fifty appended at once to two chains have gapless numbers, each made from the one before.", AtOnce),
        new("One event appended by twenty at once is recorded once.", OnceAtOnce),
        new("An append that is cancelled before it begins writes nothing.", Cancelled),
        new("Everything is still there after reopening, and the chain goes on.", Reopened),
    ];

    private static async Task Whole(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccess[] accesses =
        [
            Access(),
            Access() with
            {
                Purpose = "税の手続 \"𠮷\"", EmployeeNumber = "００２７", IsDependent = true, DependentBirthDate = new(2020, 2, 29), ContactId = "c-1", Path = "dependents[0].myNumber",
            },
            Access() with { Purpose = "", IsDependent = false },
            .. Enum.GetValues<MyNumberAccessKind>().Select(kind => Access(kind: kind)),
            .. Enum.GetValues<MyNumberAccessResult>().Select(result => Access(result: result)),
        ];
        List<MyNumberAccessRecord> expected = [];
        foreach ((int i, MyNumberAccess access) in accesses.Index())
        {
            expected.Add(Next(expected.LastOrDefault(), $"event-{i}", access, Noon.AddMicroseconds(i)));
            MyNumberAccessRecord appended = await scene.AppendAsync($"event-{i}", access, Noon.AddMicroseconds(i)).ConfigureAwait(false);
            ThrowUnless(appended == expected[^1], "appending answers another record");
        }

        await scene.IsAsync(E001, expected).ConfigureAwait(false);
    }

    private static async Task Chained(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord other = await scene.AppendAsync("b", Access(E002)).ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("c").ConfigureAwait(false);
        ThrowUnless(first == Next(null, "a", Access()), "the first is made from something");
        ThrowUnless(other == Next(null, "b", Access(E002)), "another chain's first is made from something");
        ThrowUnless(second == Next(first, "c", Access()), "the second is not made from the first");
        await scene.IsAsync(E001, first, second).ConfigureAwait(false);
        await scene.IsAsync(E002, other).ConfigureAwait(false);
    }

    private static async Task Long(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        List<MyNumberAccessRecord> expected = [];
        for (int i = 0; i < 101; i++)
        {
            expected.Add(await scene.AppendAsync($"event-{i}", at: Noon.AddMinutes(-i)).ConfigureAwait(false));
            if (i % 10 == 0)
                await scene.AppendAsync($"event-{i}", Access(E002)).ConfigureAwait(false);
        }

        ThrowUnless(expected.Index().All(record => record.Item.Number == record.Index + 1), "the numbers have gaps");
        await scene.IsAsync(E001, expected).ConfigureAwait(false);
    }

    private static async Task Once(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("A").ConfigureAwait(false);
        bool made = false;
        MyNumberAccessRecord again = await scene.Log.AppendAsync(E001, "a", last =>
        {
            made = true;
            return Next(last, "a", Access(actor: "clerk-2"));
        }, token).ConfigureAwait(false);
        ThrowUnless(again == first, "it is answered with another record");
        ThrowUnless(!made, "a record was made");
        await scene.IsAsync(E001, first, second).ConfigureAwait(false);
    }

    private static async Task Elsewhere(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessRecord other = await scene.AppendAsync("a", Access(E002)).ConfigureAwait(false);
        await scene.IsAsync(E001, first).ConfigureAwait(false);
        await scene.IsAsync(E002, other).ConfigureAwait(false);
    }

    private static async Task Failing(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        await ThrowsAsync<NotSupportedException>("appending",
            async () => await scene.Log.AppendAsync(E001, "b", _ => throw new NotSupportedException(), token).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.IsAsync(E001, first).ConfigureAwait(false);
        MyNumberAccessRecord second = await scene.AppendAsync("b").ConfigureAwait(false);
        await scene.IsAsync(E001, first, second).ConfigureAwait(false);
    }

    private static async Task AtOnce(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () => scene.AppendAsync($"event-{i}", Access(i % 2 == 0 ? E001 : E002)), token))).ConfigureAwait(false);
        foreach (var establishment in new[] { E001, E002 })
        {
            List<MyNumberAccessRecord> chain = await scene.ReadAsync(establishment).ConfigureAwait(false);
            ThrowUnless(chain.Count == 25, $"{chain.Count} are there");
            ThrowUnless(chain.Index().All(record => record.Item == Next(record.Index == 0 ? null : chain[record.Index - 1], record.Item.EventId, Access(establishment))), "the chain is broken");
        }
    }

    private static async Task OnceAtOnce(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => scene.AppendAsync("a", Access(actor: $"clerk-{i}")), token))).ConfigureAwait(false);
        ThrowUnless(answers.Distinct().Count() == 1, "they are answered with different records");
        await scene.IsAsync(E001, answers[0]).ConfigureAwait(false);
    }

    private static async Task Cancelled(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        await ThrowsAsync<OperationCanceledException>("appending",
            async () => await scene.Log.AppendAsync(E001, "b", last => Next(last, "b", Access()), new(true)).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.IsAsync(E001, first).ConfigureAwait(false);
    }

    private static async Task Reopened(IMyNumberAccessLogHarness harness, CancellationToken token)
    {
        MyNumberAccessLogScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        MyNumberAccessRecord first = await scene.AppendAsync("a").ConfigureAwait(false);
        MyNumberAccessLogScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        await reopened.IsAsync(E001, first).ConfigureAwait(false);
        ThrowUnless(await reopened.AppendAsync("a").ConfigureAwait(false) == first, "the event is forgotten");
        MyNumberAccessRecord second = await reopened.AppendAsync("b").ConfigureAwait(false);
        ThrowUnless(second == Next(first, "b", Access()), "the chain begins anew");
        await reopened.ListsAsync(new(), second, first).ConfigureAwait(false);
    }
}
