using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

/// <summary>For every promise a vault that breaks it.</summary>
internal static class BrokenVaults
{
    internal static IReadOnlyDictionary<string, Func<InMemoryVaultHarness>> All { get; } = new Dictionary<string, Func<InMemoryVaultHarness>>
    {
        // Holding
        ["A number that was put is held under its slot since then, and is nobody's."] = Broken(inner => new(inner) { Entry = entry => entry with { PutAt = entry.PutAt.AddMicroseconds(1) } }),
        ["The same number again renews its instant while it is held."] = Broken(inner => new PutsOnce(inner)),
        ["The same number again leaves the instant of a linked or former one."] = Broken(inner => new HoldsWhatArrives(inner)),
        ["Another number under a slot is refused, and the first one stays as it was."] = Broken(inner => new(inner) { Answer = _ => true }),
        ["A number matches itself and no other; where there is none, none matches."] =
            Broken(inner => new(inner) { Match = match => match == MyNumberMatch.Other ? MyNumberMatch.Same : match }),
        ["Slots differ by establishment, notice and path, each ordinally."] = Broken(inner => new(inner)
        {
            Slot = slot => slot with { Contact = slot.Contact with { Id = ContactId.Parse(slot.Contact.Id.Value.ToLowerInvariant()) } },
        }),

        // Linking
        ["A linked number is its owner's present one, by its slot and by its owner."] = Broken(inner => new ForgetsOwners(inner)),
        ["Linking a linked number again changes nothing, whoever is named."] = Broken(inner => new LinksAnyway(inner)),
        ["Linking where there is no entry answers so and leaves the owner's number."] = Broken(inner => new(inner) { Answer = _ => true }),
        ["Linking to an owner of another establishment is a programmer error and changes nothing."] = Broken(inner => new SwallowsOwners(inner)),
        ["The owner's number before is erased at once where nothing keeps it."] = Broken(inner => new(inner) { Kept = until => until ?? DateOnly.MaxValue }),
        ["The owner's number before stays as a former one until its day where a period keeps it."] = Broken(inner => new(inner) { Kept = _ => null }),
        ["Linking again after a later link leaves the later one: a former number stays former, an erased one erased."] = Broken(inner => new LinksAnyway(inner)),
        ["A person, each dependent, and the same at another establishment are owners apart."] =
            Broken(inner => new(inner) { Owner = owner => new(owner.Establishment, owner.Number) }),
        ["Unlinking holds the number for its notice again, since now."] = Broken(inner => new NeverUnlinks(inner)),
        ["Unlinking a held or a former number, or none, changes nothing."] = Broken(inner => new UnlinksAnyway(inner)),
        ["An unlinked number can be linked anew."] = Broken(inner => new LinksOnce(inner)),
        ["The same number is found at whoever else of the establishment it is linked to."] = Broken(inner => new(inner) { Same = same => same.Take(1) }),

        // Erasing
        ["An erased number is gone, whatever its state was; erasing again answers that there was none."] = Broken(inner => new(inner) { Answer = _ => true }),
        ["After an erasure another number can be put under the slot."] = Broken(inner => new RemembersErased(inner)),
        ["An erasure on condition erases only what is held and was put by that instant."] = Broken(inner => new(inner) { Condition = _ => null }),
        ["Erasing what is held for a notice leaves what is linked or former, and other notices' numbers."] = Broken(inner => new ErasesLinked(inner)),
        ["What may have to go: held ones put by an instant and former ones past their day, oldest first."] = Broken(inner => new ListsOtherwise(inner) { Days = 1 }),
        ["Pages of what may have to go join without gap or repetition, even while it goes."] =
            Broken(inner => new ListsOtherwise(inner) { After = after => after with { PutAt = after.PutAt.AddMicroseconds(1) } }),
        ["A page of none or of more than a thousand is a programmer error."] = Broken(inner => new ListsOtherwise(inner)),

        // Lasting
        ["Of two numbers put under one slot by twenty at once one is kept, and each is told whether it is theirs."] = Broken(inner => new LooksThenPuts(inner)),
        ["Of twenty numbers linked to one owner at once one is the present one, and none is lost."] = Broken(inner => new(inner) { Kept = _ => null }),
        ["A call that is cancelled before it begins changes nothing."] = Broken(inner => new(inner) { Token = _ => CancellationToken.None }),
        ["Everything is still there after reopening."] = () => new(losesEverything: true),
    };

    private static Func<InMemoryVaultHarness> Broken(Func<IMyNumberVault, BrokenVault> wrap) => () => new(wrap);
}
