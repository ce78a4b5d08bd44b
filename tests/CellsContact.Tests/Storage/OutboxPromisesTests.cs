using CellsContact.Promises;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

public sealed class OutboxPromisesTests
{
    public static TheoryData<string> Names => [.. OutboxPromises.All.Select(promise => promise.Name)];

    /// <summary>For every promise an outbox that breaks it.</summary>
    private static Dictionary<string, Func<IOutbox, IOutbox>> Broken { get; } = new()
    {
        ["Messages that are due are taken oldest first, as many as asked for, each with one more attempt."] = inner => new BrokenOutbox(inner) { Limit = limit => Math.Min(limit + 1, 1000) },
        ["A message that is taken is nobody else's until its time is up, and then anybody's."] = inner => new BrokenOutbox(inner) { Until = (now, _) => now },
        ["Of each order only the oldest message that is waiting is taken, the next one when it is gone."] = inner => new LooksThenTakes(inner),
        ["Of twenty who take at once each message is one's alone."] = inner => new LooksThenTakes(inner),
        ["A list is oldest first, ends at its limit and can be of one state."] = inner => new BrokenOutbox(inner) { State = _ => null },
        ["A limit that is none is refused."] = inner => new BrokenOutbox(inner) { Limit = limit => Math.Clamp(limit, 1, 1000) },
        ["Taking that is cancelled before it begins takes nothing."] = inner => new BrokenOutbox(inner) { Token = _ => CancellationToken.None },
        ["A delivered message is gone, once and for all, and no other."] = inner => new NeverDone(inner),
        ["A message that failed waits for its next attempt, with the reason, and holds up its own order only."] = inner => new BrokenOutbox(inner) { Next = next => next?.AddMinutes(1) },
        ["A parked message is visible, is not taken, and is in nobody's way."] = inner => new DropsInsteadOfParking(inner),
        ["A released message is taken again with its attempts counted anew; only a parked one is released."] = inner => new BrokenOutbox(inner) { Released = _ => true },
        ["What becomes of a message that is not there changes nothing."] = inner => new BrokenOutbox(inner) { Sequence = sequence => sequence - 1 },
    };

    [Theory, MemberData(nameof(Names))]
    public Task InMemoryOutbox_Keeps(string name) => Promise(name).RunAsync(new InMemoryStoreHarness());

    [Theory, MemberData(nameof(Names))]
    public async Task Promise_SomeBrokenOutbox_IsBroken(string name)
    {
        InMemoryStoreHarness harness = name.StartsWith("Everything is still there", StringComparison.Ordinal) ? new(losesEverything: true) : new(outbox: Broken[name]);
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(() => Promise(name).RunAsync(harness));
        Assert.StartsWith(name, broken.Message, StringComparison.Ordinal);
        Assert.True(broken.InnerException is PromiseBrokenException, broken.Message);
    }

    [Fact]
    public void Names_AreUnique() => Assert.Equal(OutboxPromises.All.Count, OutboxPromises.All.Select(promise => promise.Name).Distinct().Count());

    private static Promise<IContactStoreHarness> Promise(string name) => OutboxPromises.All.Single(promise => promise.Name == name);
}
