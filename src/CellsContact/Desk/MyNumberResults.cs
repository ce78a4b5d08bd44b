using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Desk;

/// <summary>What authenticating (認証) came to. Closed: every outcome is one of the nested types.</summary>
public abstract record MyNumberAuthentication
{
    private MyNumberAuthentication()
    {
    }

    /// <summary>Granted.</summary>
    /// <param name="Grant">The grant to reveal with.</param>
    public sealed record Granted(MyNumberGrant Grant) : MyNumberAuthentication;

    /// <summary>Not proven who it is. It counts.</summary>
    /// <param name="Text">What to do.</param>
    public sealed record NotProven(BilingualText Text) : MyNumberAuthentication;

    /// <summary>The operator, the purpose or the scope does not allow it.</summary>
    /// <param name="Text">Why, and what to do.</param>
    public sealed record Denied(BilingualText Text) : MyNumberAuthentication;

    /// <summary>Too many failures: nothing is judged until then.</summary>
    /// <param name="Until">Until when.</param>
    /// <param name="Text">What to do.</param>
    public sealed record LockedOut(DateTimeOffset Until, BilingualText Text) : MyNumberAuthentication;
}

/// <summary>What asking for a number came to. Closed: every outcome is one of the nested types.</summary>
public abstract record MyNumberReveal
{
    private MyNumberReveal()
    {
    }

    /// <summary>The number, to be shown to the operator of the grant and to nobody else, and not to be kept.</summary>
    /// <param name="Number">The number; <see cref="MyNumber.CopyDigitsTo"/> gives the digits.</param>
    /// <param name="Record">The access record, written before.</param>
    public sealed record Shown(MyNumber Number, MyNumberAccessRecord Record) : MyNumberReveal;

    /// <summary>The grant does not allow it, or no longer.</summary>
    /// <param name="Text">Why, and what to do.</param>
    public sealed record Denied(BilingualText Text) : MyNumberReveal;

    /// <summary>There is no number: the notice has none (a deletion never has), or it was erased.</summary>
    /// <param name="Text">Why.</param>
    public sealed record NoNumber(BilingualText Text) : MyNumberReveal;
}
