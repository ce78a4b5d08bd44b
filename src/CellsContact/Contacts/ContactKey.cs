using System.Diagnostics.CodeAnalysis;

namespace CellsContact.Contacts;

/// <summary>The key of a notice (連絡の鍵): ids are the sender's and unique only within an establishment.</summary>
/// <param name="Establishment">The establishment (事業所) the notice is about.</param>
/// <param name="Id">The sender's id of the notice.</param>
public readonly record struct ContactKey(EstablishmentId Establishment, ContactId Id)
{
    /// <summary>Whether either part is unset.</summary>
    public bool IsUnset => Establishment.IsUnset || Id.IsUnset;

    /// <summary>Reads a key written as <c>E001/c-0001</c>.</summary>
    /// <param name="value">The text.</param>
    /// <param name="key">The key, or the unset value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out ContactKey key)
    {
        key = default;
        if (value?.Split('/') is not [var establishment, var contact]
            || !EstablishmentId.TryParse(establishment, out EstablishmentId establishmentId)
            || !ContactId.TryParse(contact, out ContactId id))
        {
            return false;
        }

        key = new(establishmentId, id);
        return true;
    }

    /// <summary>Reads a key written as <c>E001/c-0001</c>.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static ContactKey Parse(string value) => TryParse(value, out ContactKey key) ? key : throw WireId.Invalid("連絡の鍵");

    /// <summary>Returns the key as <c>E001/c-0001</c>.</summary>
    public override string ToString() => $"{Establishment}/{Id}";
}
