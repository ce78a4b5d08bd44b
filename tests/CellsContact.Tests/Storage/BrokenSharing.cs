using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>Publishes whoever is saved.</summary>
internal sealed class PublishesEverybody(IContactStore inner) : BrokenStore(inner)
{
    public override ValueTask<StoreOutcome> PrepareAsync(SaveAttempt attempt, long expectedVersion, CancellationToken token) =>
        base.PrepareAsync(attempt with { Publish = true }, expectedVersion, token);
}

/// <summary>Loses what the office wrote to the client.</summary>
internal sealed class LosesTheMessage(IContactStore inner) : BrokenStore(inner)
{
    public override ValueTask<StoreOutcome> MoveAsync(ContactKey key, long expectedVersion, ContactMove move, IReadOnlyList<Edit>? draft, CancellationToken token) =>
        base.MoveAsync(key, expectedVersion, move with { MessageToClient = null }, draft, token);
}

/// <summary>Erases what is still to be told of a notice along with it.</summary>
internal sealed class ErasesItsMessages(InMemoryContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        foreach (OutboxEntry entry in await inner.Outbox.ListAsync(null, 1000, token))
            await inner.Outbox.DeliveredAsync(entry.Sequence, token);
        return await base.EraseAsync(keys, token);
    }
}

/// <summary>Answers that it has erased.</summary>
internal sealed class ErasesNothing(IContactStore inner) : BrokenStore(inner)
{
    public override ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token) => ValueTask.FromResult(keys);
}

/// <summary>Answers with whatever it was asked for.</summary>
internal sealed class AnswersAllAsErased(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        await base.EraseAsync(keys, token);
        return keys;
    }
}

/// <summary>Erases by the id alone.</summary>
internal sealed class ErasesTheIdElsewhere(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        await base.EraseAsync([.. keys.Select(key => key with { Establishment = EstablishmentId.Parse("E002") })], token);
        return await base.EraseAsync(keys, token);
    }
}

/// <summary>Erases as many as it is given.</summary>
internal sealed class ErasesInChunks(IContactStore inner) : BrokenStore(inner)
{
    public override async ValueTask<IReadOnlyList<ContactKey>> EraseAsync(IReadOnlyList<ContactKey> keys, CancellationToken token)
    {
        List<ContactKey> erased = [];
        foreach (ContactKey[] chunk in keys.Chunk(1000))
            erased.AddRange(await base.EraseAsync(chunk, token));
        return erased;
    }
}
