using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Edits one row, so that nothing is overwritten unseen and nothing is dropped silently.</summary>
/// <remarks>
/// A value that is there already changes nothing. A field the ledger lacks is left out and reported; a formula refuses;
/// replacing or clearing a value needs confirmation unless the kind's rule exempts it.
/// </remarks>
internal sealed class RowEdit(ReflectionBuilder reflection, LedgerTable table, LedgerRowKey key, LedgerRow? before)
{
    private readonly List<FieldChange> _fields = [];

    /// <summary>Sets a field; an empty value leaves it alone.</summary>
    internal RowEdit Set(LedgerField field, LedgerValue after, bool exempt = false) => after.IsEmpty ? this : Write(field, after, exempt);

    /// <summary>Sets a text, as it came.</summary>
    internal RowEdit Set(LedgerField field, string? text, bool exempt = false) => Set(field, LedgerValue.OfText(text), exempt);

    /// <summary>Sets a date.</summary>
    internal RowEdit Set(LedgerField field, DateOnly? date, bool exempt = false) => Set(field, LedgerValue.OfDate(date), exempt);

    /// <summary>Sets a number.</summary>
    internal RowEdit Set(LedgerField field, long? number) => Set(field, LedgerValue.OfNumber(number));

    /// <summary>Sets hours as H:MM.</summary>
    internal RowEdit Set(LedgerField field, TimeSpan? hours) => Set(field, hours is { } value ? WeeklyHoursJsonConverter.Format(value) : null);

    /// <summary>Sets a yes or no.</summary>
    internal RowEdit Set(LedgerField field, bool? yes) => Set(field, LedgerValue.OfYesNo(yes));

    /// <summary>Sets a choice by its wire name.</summary>
    internal RowEdit Set<T>(LedgerField field, T? choice)
        where T : struct, Enum => Set(field, choice is { } value ? LedgerValue.OfChoice(WireEnum<T>.NameOf(value)) : default);

    /// <summary>Sets a choice, or the words that were sent for it.</summary>
    internal RowEdit Set<T>(LedgerField field, T choice, string? words)
        where T : struct, Enum => Set(field, string.IsNullOrWhiteSpace(words) ? LedgerValue.OfChoice(WireEnum<T>.NameOf(choice)) : LedgerValue.OfText(words));

    /// <summary>Sets or clears a three-valued text.</summary>
    internal RowEdit Set(LedgerField field, TextChange change, bool exempt) =>
        change.IsClear ? Clear(field, exempt) : Set(field, change.Value, exempt);

    /// <summary>Sets a field the library fills by itself: where the ledger lacks it, nothing of the notice is lost.</summary>
    internal RowEdit SetIfThere(LedgerField field, string? text) => reflection.Has(field) ? Set(field, text) : this;

    /// <summary>Clears a field.</summary>
    internal RowEdit Clear(LedgerField field, bool exempt = false) =>
        before is not null && !before[field].IsEmpty ? Write(field, default, exempt) : this;

    /// <summary>The change, or <c>null</c> where there is nothing to change.</summary>
    internal LedgerChange? ToChange() => before is not null && _fields.Count == 0
        ? null
        : new(table, key, before is null ? LedgerChangeAction.Add : LedgerChangeAction.Update, [.. _fields]);

    private RowEdit Write(LedgerField field, LedgerValue after, bool exempt)
    {
        LedgerValue present = before?[field] ?? default;
        if (!reflection.Has(field))
        {
            reflection.NoColumn(field, key, present, after);
            return this;
        }

        if (Means(field, present, after))
            return this;
        if (present.Kind == LedgerValueKind.Formula)
            Note(NoteLevel.Refusal, NoteCodes.Formula, $"{LedgerFields.LabelOf(table)}の「{field.Label}」は数式のため書き換えません。台帳で直してください。", $"{field.Id} holds a formula, which is never overwritten. Change it in the ledger.");
        else if (!present.IsEmpty && !exempt)
            Note(NoteLevel.NeedsConfirmation, ReflectionNote.OverwriteCode, $"{LedgerFields.LabelOf(table)}の「{field.Label}」には値があります。置き換えてよいか確認してください。", $"{field.Id} has a value. Confirm that it is replaced.");
        _fields.RemoveAll(change => change.Field == field);
        _fields.Add(new(field, present, after));
        return this;

        void Note(NoteLevel level, string code, string japanese, string english) => reflection.Note(
            new(level, code, new(japanese, english)) { Field = field, Row = key, Before = present, After = after });
    }

    /// <summary>Whether the ledger's value means the new one already, however it is written.</summary>
    internal static bool Means(LedgerField field, LedgerValue present, LedgerValue after)
    {
        if (present == after || present.IsEmpty || after.IsEmpty)
            return present == after;
        return field.Type switch
        {
            LedgerFieldType.Date => present.AsDate() is { } date && date == after.AsDate(),
            LedgerFieldType.Number => Number(present) is { } number && number == Number(after),
            LedgerFieldType.Kana => LedgerMatching.Fold(present.Text) == LedgerMatching.Fold(after.Text),
            LedgerFieldType.Choice => present.Text == Label(field, after),
            _ => present.Text == after.Text,
        };
    }

    private static decimal? Number(LedgerValue value) =>
        decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static string Label(LedgerField field, LedgerValue value) =>
        field.Choices.FirstOrDefault(choice => value.Kind == LedgerValueKind.Choice && choice.Code == value.Text)?.Label ?? value.Text;
}
