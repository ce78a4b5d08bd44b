using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>What reflecting a notice (台帳に反映) would do: the changes, and everything the operator should know.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Changes">The rows and fields to change; empty when refused.</param>
/// <param name="Notes">Refusals, what needs confirmation, warnings, hints, values without a column.</param>
public sealed record Reflection(IReadOnlyList<LedgerChange> Changes, IReadOnlyList<ReflectionNote> Notes)
{
    /// <summary>What it means for numbers (マイナンバー) the notice carries or deletes; empty when refused.</summary>
    public IReadOnlyList<ReflectedNumber> MyNumbers { get; init; } = [];

    /// <summary>The person it is about: one of the ledger, or one it adds; <c>null</c> where nobody, or not one person, is meant.</summary>
    public LedgerPersonKey? Person { get; init; }

    /// <summary>Whether it cannot be reflected as it is.</summary>
    public bool IsRefused => Notes.Any(note => note.Level == NoteLevel.Refusal);

    /// <summary>What needs the operator's confirmation.</summary>
    public IEnumerable<ReflectionNote> ToConfirm => Notes.Where(note => note.Level == NoteLevel.NeedsConfirmation);
}

/// <summary>What a note means for saving.</summary>
public enum NoteLevel
{
    /// <summary>Cannot be reflected as it is; nothing is written.</summary>
    Refusal = 1,

    /// <summary>Reflected only once the operator has confirmed it, by the preview's token or by <see cref="ReflectionNote.ConfirmationKey"/>.</summary>
    NeedsConfirmation = 2,

    /// <summary>Reflected; the operator should look.</summary>
    Warning = 3,

    /// <summary>Something that may have to be done besides.</summary>
    Hint = 4,

    /// <summary>列がないため未反映: a value whose column the ledger does not have.</summary>
    Unreflected = 5,
}

/// <summary>One thing the operator should know about a reflection.</summary>
/// <param name="Level">What it means for saving.</param>
/// <param name="Code">The stable code, e.g. <c>person.ambiguous</c> or <c>field.overwrite</c>.</param>
/// <param name="Message">What it is and what to do. Holds numbers of employees and ids of notices, never names or values.</param>
public sealed record ReflectionNote(NoteLevel Level, string Code, BilingualText Message)
{
    /// <summary>The field it is about, if it is about one.</summary>
    public LedgerField? Field { get; init; }

    /// <summary>The row it is about, if it is about one.</summary>
    public LedgerRowKey? Row { get; init; }

    /// <summary>The ledger's value.</summary>
    public LedgerValue Before { get; init; }

    /// <summary>The new value.</summary>
    public LedgerValue After { get; init; }

    /// <summary>The notice it names, if it names one.</summary>
    public ContactKey? Contact { get; init; }

    /// <summary>What an operator who has seen it states to confirm it: the field's id for an overwrite, else the code.</summary>
    public string ConfirmationKey => Code == OverwriteCode && Field is not null ? Field.Id : Code;

    /// <summary>The code of a non-empty value that would be replaced.</summary>
    public const string OverwriteCode = "field.overwrite";

    /// <summary>The code of a value whose column the ledger does not have (列がないため未反映).</summary>
    public const string NoColumnCode = "field.noColumn";

    /// <summary>The note of a value whose column the ledger does not have.</summary>
    /// <param name="field">The field.</param>
    public static ReflectionNote NoColumn(LedgerField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(NoteLevel.Unreflected, NoColumnCode, new(
            $"「{LedgerFields.LabelOf(field.Table)}」に「{field.Label}」の列がないため未反映です。",
            $"Not reflected: the ledger has no column for {field.Id}."))
        { Field = field };
    }

    /// <summary>Returns level and code.</summary>
    public override string ToString() => $"{Level} {Code}";
}
