using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Whether a change set applies a notice or takes it back.</summary>
public enum ChangeSetPurpose
{
    /// <summary>Reflects the notice (台帳に反映).</summary>
    Apply = 1,

    /// <summary>Takes the reflection back (取消).</summary>
    Undo = 2,
}

/// <summary>A change set's id, <c>establishment/contact/attempt/apply|undo</c>: the key of exactly-once.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="Attempt">The attempt to save it, from 1.</param>
/// <param name="Purpose">Apply or undo.</param>
public readonly record struct ChangeSetId(ContactKey Contact, int Attempt, ChangeSetPurpose Purpose)
{
    /// <summary>Returns the id as it is logged, e.g. <c>E001/c-0001/1/apply</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Contact}/{Attempt}/{(Purpose == ChangeSetPurpose.Undo ? "undo" : "apply")}");

    /// <summary>Reads an id as it is logged.</summary>
    /// <param name="value">The text.</param>
    /// <param name="id">The id, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out ChangeSetId id)
    {
        id = default;
        if (value?.Split('/') is not [var establishment, var contact, var attempt, var purpose and ("apply" or "undo")]
            || !ContactKey.TryParse($"{establishment}/{contact}", out ContactKey key)
            || !int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || number < 1)
        {
            return false;
        }

        id = new(key, number, purpose == "undo" ? ChangeSetPurpose.Undo : ChangeSetPurpose.Apply);
        return true;
    }
}
