using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

/// <summary>A vault with one defect: something it takes or tells is changed on the way.</summary>
internal class BrokenVault(IMyNumberVault inner) : IMyNumberVault
{
    protected IMyNumberVault Inner => inner;

    public Func<MyNumberSlot, MyNumberSlot> Slot { get; init; } = slot => slot;

    public Func<MyNumberOwner, MyNumberOwner> Owner { get; init; } = owner => owner;

    public Func<MyNumberEntry, MyNumberEntry> Entry { get; init; } = entry => entry;

    public Func<bool, bool> Answer { get; init; } = answer => answer;

    public Func<MyNumberMatch, MyNumberMatch> Match { get; init; } = match => match;

    public Func<IReadOnlyList<MyNumberEntry>, IEnumerable<MyNumberEntry>> Same { get; init; } = same => same;

    public Func<DateOnly?, DateOnly?> Kept { get; init; } = until => until;

    public Func<DateTimeOffset?, DateTimeOffset?> Condition { get; init; } = since => since;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        Answer(await inner.PutAsync(Slot(slot), number, Token(token)));

    public async ValueTask<MyNumberMatch> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        Match(await inner.MatchesAsync(Slot(slot), number, Token(token)));

    public async ValueTask<MyNumberEntry?> FindAsync(MyNumberSlot slot, CancellationToken token) =>
        await inner.FindAsync(Slot(slot), Token(token)) is { } entry ? Entry(entry) : null;

    public virtual async ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token) =>
        await inner.FindAsync(Owner(owner), Token(token)) is { } entry ? Entry(entry) : null;

    public async ValueTask<IReadOnlyList<MyNumberEntry>> FindSameAsync(MyNumberSlot slot, CancellationToken token) =>
        [.. Same(await inner.FindSameAsync(Slot(slot), Token(token)))];

    public virtual async ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token) =>
        Answer(await inner.LinkAsync(Slot(slot), Owner(owner), Kept(keepFormerUntil), Token(token)));

    public virtual ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token) => inner.UnlinkAsync(Slot(slot), Token(token));

    public virtual async ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token) =>
        Answer(await inner.EraseAsync(Slot(slot), Condition(onlyIfHeldSince), Token(token)));

    public virtual ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token) => inner.EraseHeldAsync(contact, Token(token));

    public virtual ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token) =>
        inner.ListErasableAsync(heldSince, today, after, limit, Token(token));

    public ValueTask<MyNumber?> RevealAsync(MyNumberSlot slot, CancellationToken token) => inner.RevealAsync(Slot(slot), Token(token));

    /// <summary>Holds a number again, whatever became of it.</summary>
    protected async Task HoldAsync(MyNumberSlot slot, CancellationToken token)
    {
        if (await inner.RevealAsync(slot, token) is not { } number)
            return;
        await inner.EraseAsync(slot, null, token);
        await inner.PutAsync(slot, number, token);
    }
}

/// <summary>A number that is there is not put again, so that its instant gets old.</summary>
internal sealed class PutsOnce(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        await MatchesAsync(slot, number, token) switch
        {
            MyNumberMatch.None => await base.PutAsync(slot, number, token),
            var match => match == MyNumberMatch.Same,
        };
}

/// <summary>Looks first and writes later: whoever looked in between is told the same.</summary>
internal sealed class LooksThenPuts(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        MyNumberMatch match = await MatchesAsync(slot, number, token);
        await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        await base.PutAsync(slot, number, token);
        return match != MyNumberMatch.Other;
    }
}

/// <summary>Takes a number that is its owner's back to its notice when it arrives again.</summary>
internal sealed class HoldsWhatArrives(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token)
    {
        if (await MatchesAsync(slot, number, token) == MyNumberMatch.Same)
            await HoldAsync(slot, token);
        return await base.PutAsync(slot, number, token);
    }
}

/// <summary>Finds nobody's present number.</summary>
internal sealed class ForgetsOwners(IMyNumberVault inner) : BrokenVault(inner)
{
    public override ValueTask<MyNumberEntry?> FindAsync(MyNumberOwner owner, CancellationToken token) => ValueTask.FromResult<MyNumberEntry?>(null);
}

/// <summary>Links whatever is there, also what is linked already or was superseded.</summary>
internal sealed class LinksAnyway(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token)
    {
        await HoldAsync(slot, token);
        return await base.LinkAsync(slot, owner, keepFormerUntil, token);
    }
}

/// <summary>Answers a programmer error as if there were no entry.</summary>
internal sealed class SwallowsOwners(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token) =>
        owner.Establishment == slot.Contact.Establishment && await base.LinkAsync(slot, owner, keepFormerUntil, token);
}

/// <summary>Unlinks nothing.</summary>
internal sealed class NeverUnlinks(IMyNumberVault inner) : BrokenVault(inner)
{
    public override ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token) => ValueTask.CompletedTask;
}

/// <summary>Unlinks former numbers too.</summary>
internal sealed class UnlinksAnyway(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask UnlinkAsync(MyNumberSlot slot, CancellationToken token) => await HoldAsync(slot, token);
}

/// <summary>Links each number only once.</summary>
internal sealed class LinksOnce(IMyNumberVault inner) : BrokenVault(inner)
{
    private readonly HashSet<MyNumberSlot> _linked = [];

    public override async ValueTask<bool> LinkAsync(MyNumberSlot slot, MyNumberOwner owner, DateOnly? keepFormerUntil, CancellationToken token) =>
        !_linked.Add(slot) || await base.LinkAsync(slot, owner, keepFormerUntil, token);
}

/// <summary>Takes nothing where something was erased.</summary>
internal sealed class RemembersErased(IMyNumberVault inner) : BrokenVault(inner)
{
    private readonly HashSet<MyNumberSlot> _erased = [];

    public override async ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token) =>
        !_erased.Contains(slot) && await base.PutAsync(slot, number, token);

    public override async ValueTask<bool> EraseAsync(MyNumberSlot slot, DateTimeOffset? onlyIfHeldSince, CancellationToken token) =>
        await base.EraseAsync(slot, onlyIfHeldSince, token) && _erased.Add(slot);
}

/// <summary>Erases with a notice what became its owner's.</summary>
internal sealed class ErasesLinked(IMyNumberVault inner) : BrokenVault(inner)
{
    public override async ValueTask EraseHeldAsync(ContactKey contact, CancellationToken token)
    {
        await base.EraseHeldAsync(contact, token);
        await EraseAsync(new(contact, "myNumber"), null, token);
    }
}

/// <summary>Lists what may have to go by other arguments than it was given.</summary>
internal sealed class ListsOtherwise(IMyNumberVault inner) : BrokenVault(inner)
{
    public int Days { get; init; }

    public Func<MyNumberEntry, MyNumberEntry> After { get; init; } = after => after;

    public override ValueTask<IReadOnlyList<MyNumberEntry>> ListErasableAsync(DateTimeOffset heldSince, DateOnly today, MyNumberEntry? after, int limit, CancellationToken token) =>
        base.ListErasableAsync(heldSince, today.AddDays(Days), after is null ? null : After(after), Math.Clamp(limit, 1, 1000), token);
}
