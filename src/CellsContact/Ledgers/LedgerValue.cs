using System.Globalization;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>What kind of value a ledger's field holds.</summary>
public enum LedgerValueKind
{
    /// <summary>Nothing: a missing or blank cell.</summary>
    Empty = 0,

    /// <summary>Text as it stands.</summary>
    Text = 1,

    /// <summary>A number; the text is invariant, e.g. <c>280000</c>.</summary>
    Number = 2,

    /// <summary>A date; the text is <c>YYYY-MM-DD</c>.</summary>
    Date = 3,

    /// <summary>A choice the ledger knows; the text is its code, e.g. <c>male</c>.</summary>
    Choice = 4,

    /// <summary>The result of a formula, as shown. It is never overwritten.</summary>
    Formula = 5,

    /// <summary>An error value, e.g. <c>#N/A</c>.</summary>
    Error = 6,
}

/// <summary>A raw value of a ledger's field: its kind and text.</summary>
/// <remarks>
/// Values compare raw, so that an unparseable date or a formula's result is a value like any other.
/// The default value is <see cref="Empty"/>. <see cref="ToString"/> shows the kind only: the text is personal data.
/// </remarks>
public readonly record struct LedgerValue
{
    private readonly string? _text;

    private LedgerValue(LedgerValueKind kind, string text) => (Kind, _text) = (kind, text);

    /// <summary>Nothing.</summary>
    public static LedgerValue Empty => default;

    /// <summary>The kind.</summary>
    public LedgerValueKind Kind { get; }

    /// <summary>The text; empty for <see cref="Empty"/>.</summary>
    public string Text => _text ?? "";

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Kind == LedgerValueKind.Empty;

    /// <summary>A text; blank text is <see cref="Empty"/>.</summary>
    /// <param name="text">The text, or <c>null</c>.</param>
    public static LedgerValue OfText(string? text) => string.IsNullOrWhiteSpace(text) ? Empty : new(LedgerValueKind.Text, text);

    /// <summary>A number.</summary>
    /// <param name="number">The number, or <c>null</c> for <see cref="Empty"/>.</param>
    public static LedgerValue OfNumber(decimal? number) => number is { } value
        ? new(LedgerValueKind.Number, value.ToString("0.#############################", CultureInfo.InvariantCulture))
        : Empty;

    /// <summary>A date.</summary>
    /// <param name="date">The date, or <c>null</c> for <see cref="Empty"/>.</param>
    public static LedgerValue OfDate(DateOnly? date) => date is { } value
        ? new(LedgerValueKind.Date, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : Empty;

    /// <summary>A choice.</summary>
    /// <param name="code">The choice's code, or <c>null</c> for <see cref="Empty"/>.</param>
    public static LedgerValue OfChoice(string? code) => string.IsNullOrEmpty(code) ? Empty : new(LedgerValueKind.Choice, code);

    /// <summary>A yes or no, as the choice <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value, or <c>null</c> for <see cref="Empty"/>.</param>
    public static LedgerValue OfYesNo(bool? value) => value is { } yes ? OfChoice(yes ? "true" : "false") : Empty;

    /// <summary>A value of any kind, as a ledger reads it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="text">The text.</param>
    public static LedgerValue Raw(LedgerValueKind kind, string? text) =>
        kind == LedgerValueKind.Empty || (kind == LedgerValueKind.Text && string.IsNullOrWhiteSpace(text)) ? Empty : new(kind, text ?? "");

    /// <summary>The date this value means: a date, or a text that is one (2026/4/1, 令和8年4月1日, R8.4.1); otherwise <c>null</c>.</summary>
    public DateOnly? AsDate() => Kind switch
    {
        LedgerValueKind.Date => IsoDate.TryParse(Text, out DateOnly exact) ? exact : null,
        LedgerValueKind.Text or LedgerValueKind.Formula => JapaneseDate.TryParse(Text, out DateOnly date) ? date : null,
        _ => null,
    };

    /// <summary>Returns the kind, never the text.</summary>
    public override string ToString() => Kind.ToString();
}
