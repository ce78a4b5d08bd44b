using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>What a grant is for: the numbers of one notice, or those of an establishment.</summary>
/// <param name="Establishment">The establishment.</param>
/// <param name="Contact">The notice, or <c>null</c> for the whole establishment.</param>
public sealed record MyNumberScope(EstablishmentId Establishment, ContactKey? Contact)
{
    /// <summary>The numbers of one notice.</summary>
    /// <param name="contact">The notice.</param>
    public static MyNumberScope Of(ContactKey contact) => new(contact.Establishment, contact);

    /// <summary>The numbers of an establishment.</summary>
    /// <param name="establishment">The establishment.</param>
    public static MyNumberScope Of(EstablishmentId establishment) => new(establishment, null);

    /// <summary>Returns the notice or the establishment.</summary>
    public override string ToString() => Contact?.ToString() ?? Establishment.ToString();
}

/// <summary>Leave to look at numbers, for one operator, one purpose, one scope, until it expires.</summary>
/// <remarks>Immutable. Made by authenticating only, and good in this process only: keep it in the operator's session, never in a cookie.</remarks>
public sealed class MyNumberGrant
{
    internal MyNumberGrant(string operatorId, string purpose, MyNumberScope scope, DateTimeOffset expiresAt) =>
        (OperatorId, Purpose, Scope, ExpiresAt) = (operatorId, purpose, scope, expiresAt);

    /// <summary>Who (担当者).</summary>
    public string OperatorId { get; }

    /// <summary>What for (利用目的).</summary>
    public string Purpose { get; }

    /// <summary>For what.</summary>
    public MyNumberScope Scope { get; }

    /// <summary>Until when, exclusively.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Returns who and for what.</summary>
    public override string ToString() => $"{OperatorId} {Scope}";
}
