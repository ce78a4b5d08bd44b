using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A client company's establishment (顧問先の事業所), unique in one database.</summary>
/// <remarks>
/// Matches <c>^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$</c> and is compared ordinally.
/// The default value is unset (<see cref="IsUnset"/>) and refused everywhere.
/// </remarks>
[JsonConverter(typeof(EstablishmentIdJsonConverter))]
public readonly record struct EstablishmentId : IComparable<EstablishmentId>
{
    private readonly string? _value;

    private EstablishmentId(string value) => _value = value;

    /// <summary>The id as text.</summary>
    /// <exception cref="InvalidOperationException">The id is unset.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The EstablishmentId is unset.");

    /// <summary>Whether this is the default value, which stands for no id.</summary>
    public bool IsUnset => _value is null;

    /// <summary>Reads an id.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text does not have the shape of an id.</exception>
    public static EstablishmentId Parse(string value) =>
        TryParse(value, out EstablishmentId id) ? id : throw WireId.Invalid("事業所ID");

    /// <summary>Reads an id without throwing.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id, or the unset value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out EstablishmentId id)
    {
        bool valid = WireId.IsValid(value);
        id = valid ? new(value!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(EstablishmentId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>Returns the id, or an empty text when it is unset.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator <(EstablishmentId left, EstablishmentId right) => left.CompareTo(right) < 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator >(EstablishmentId left, EstablishmentId right) => left.CompareTo(right) > 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator <=(EstablishmentId left, EstablishmentId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders ids ordinally.</summary>
    public static bool operator >=(EstablishmentId left, EstablishmentId right) => left.CompareTo(right) >= 0;
}
