using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>The id that a sender gave a notice (連絡); unique only within its establishment.</summary>
/// <remarks>
/// Matches <c>^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$</c> and is compared ordinally.
/// The default value is unset (<see cref="IsUnset"/>) and refused everywhere.
/// </remarks>
[JsonConverter(typeof(ContactIdJsonConverter))]
public readonly record struct ContactId : IComparable<ContactId>
{
    private readonly string? _value;

    private ContactId(string value) => _value = value;

    /// <summary>The id as text.</summary>
    /// <exception cref="InvalidOperationException">The id is unset.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The ContactId is unset.");

    /// <summary>Whether this is the default value, which stands for no id.</summary>
    public bool IsUnset => _value is null;

    /// <summary>Reads an id.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text does not have the shape of an id.</exception>
    public static ContactId Parse(string value) =>
        TryParse(value, out ContactId id) ? id : throw WireId.Invalid("連絡ID");

    /// <summary>Reads an id without throwing.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id, or the unset value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out ContactId id)
    {
        bool valid = WireId.IsValid(value);
        id = valid ? new(value!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(ContactId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>Returns the id, or an empty text when it is unset.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator <(ContactId left, ContactId right) => left.CompareTo(right) < 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator >(ContactId left, ContactId right) => left.CompareTo(right) > 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator <=(ContactId left, ContactId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator >=(ContactId left, ContactId right) => left.CompareTo(right) >= 0;
}
