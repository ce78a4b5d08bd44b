using System.Globalization;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Values;

/// <summary>Between what cells hold and what the ledger's fields mean.</summary>
internal sealed class CellCodec
{
    private readonly OpenXmlLedgerOptions _options;
    private readonly CellStyles _styles;
    private readonly bool _is1904;
    private readonly Dictionary<LedgerField, Dictionary<string, string>> _codes = [];

    public CellCodec(OpenXmlLedgerOptions options, CellStyles styles, bool is1904)
    {
        (_options, _styles, _is1904) = (options, styles, is1904);
        foreach (LedgerField field in LedgerFields.All.Where(f => f.Type == LedgerFieldType.Choice))
        {
            Dictionary<string, string> codes = _codes[field] = [];
            foreach (LedgerChoice choice in field.Choices)
            {
                foreach (string label in options.LabelsOf(field, choice))
                    codes.TryAdd(LedgerMatching.Fold(label), choice.Code);
            }
        }
    }

    /// <summary>The raw value of a field. What the field does not expect stays as it is and is never an error.</summary>
    public LedgerValue Read(LedgerField field, CellContent content, int style) => content.Kind switch
    {
        CellKind.Blank => LedgerValue.Empty,
        CellKind.Formula => LedgerValue.Raw(LedgerValueKind.Formula, ShownResult(content.Text, style)),
        CellKind.Error => LedgerValue.Raw(LedgerValueKind.Error, content.Text),
        CellKind.Boolean => ReadBoolean(field, content.Text),
        CellKind.Number => ReadNumber(field, content, style),
        CellKind.Date when ReadDay(content.Text) is { } day => LedgerValue.OfDate(day),
        _ => ReadText(field, content.Text),
    };

    /// <summary>A cell's text as shown, for employee numbers: a numeric 27 formatted 0000 is 0027.</summary>
    public string Shown(CellContent content, int style) => content.Kind switch
    {
        CellKind.Number => ShownNumber(content, style),
        CellKind.Formula => ShownResult(content.Text, style),
        _ => content.Text,
    };

    /// <summary>What a cell holds for a value. Dates become text where <paramref name="textDates"/> says the column has such.</summary>
    public CellContent Write(LedgerField field, LedgerValue value, TextDateForm? textDates) => value.Kind switch
    {
        LedgerValueKind.Empty => CellContent.Blank,
        LedgerValueKind.Number => new CellContent(CellKind.Number, value.Text),
        LedgerValueKind.Date => WriteDate(value.AsDate()!.Value, textDates),
        LedgerValueKind.Choice => CellContent.OfText(LabelOf(field, value.Text)),
        LedgerValueKind.Error => new CellContent(CellKind.Error, value.Text),
        _ when field.Type == LedgerFieldType.Kana => CellContent.OfText(KanaText.To(_options.KanaWidthOf(field), value.Text)),
        _ => CellContent.OfText(value.Text),
    };

    /// <summary>
    /// Whether a cell still has a value: the same raw value, the same day, or the very content that writing the value
    /// would give, so that what was written in the column's own form (half-width kana, a label) is recognised.
    /// </summary>
    public bool IsSame(LedgerField field, LedgerValue expected, CellContent content, LedgerValue actual)
    {
        if (expected == actual)
            return true;
        if (content.Kind == CellKind.Formula || expected.IsEmpty)
            return false;
        if (field.Type == LedgerFieldType.Date && expected.AsDate() is { } day)
            return actual.AsDate() == day;
        CellContent written = Write(field, expected, null);
        return written == content || (written.Number is { } number && number == content.Number);
    }

    /// <summary>How many digits a style pads numbers to; 0 for none.</summary>
    public int PaddedDigits(int style) => _styles.PaddedDigits(style);

    private static LedgerValue ReadBoolean(LedgerField field, string text)
    {
        string code = text == "1" ? "true" : "false";
        return field.Choices.Any(c => c.Code == code) ? LedgerValue.OfChoice(code) : LedgerValue.OfText(text == "1" ? "TRUE" : "FALSE");
    }

    private LedgerValue ReadNumber(LedgerField field, CellContent content, int style)
    {
        if (content.Number is not { } number)
            return LedgerValue.Raw(LedgerValueKind.Number, content.Text);
        if (field.Type != LedgerFieldType.Number && _styles.IsDate(style) && SerialDate.ToDate(number, _is1904) is { } date)
            return LedgerValue.OfDate(date);
        if (field.Type is LedgerFieldType.Text or LedgerFieldType.Choice)
        {
            string shown = ShownNumber(content, style);
            if (field.Type == LedgerFieldType.Choice && _codes[field].TryGetValue(LedgerMatching.Fold(shown), out string? code))
                return LedgerValue.OfChoice(code);
            if (_styles.PaddedDigits(style) > 0)
                return LedgerValue.OfText(shown);
        }

        return LedgerValue.OfNumber(number);
    }

    /// <summary>The day of an ISO date, with a time of day or without; a time alone is none.</summary>
    private static DateOnly? ReadDay(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out DateTime time)
        && text.Contains('-', StringComparison.Ordinal)
            ? DateOnly.FromDateTime(time)
            : null;

    private LedgerValue ReadText(LedgerField field, string text) =>
        field.Type == LedgerFieldType.Choice && _codes[field].TryGetValue(LedgerMatching.Fold(text), out string? code)
            ? LedgerValue.OfChoice(code)
            : LedgerValue.OfText(text);

    private CellContent WriteDate(DateOnly date, TextDateForm? textDates) =>
        textDates is null && SerialDate.FromDate(date, _is1904) is { } serial
            ? CellContent.OfNumber(serial)
            : CellContent.OfText((textDates ?? TextDateForm.Plain).Format(date));

    private string LabelOf(LedgerField field, string code) =>
        field.Choices.FirstOrDefault(c => c.Code == code) is { } choice ? _options.LabelsOf(field, choice)[0] : code;

    private string ShownResult(string text, int style)
    {
        var number = new CellContent(CellKind.Number, text);
        return number.Number is { } value && _styles.IsDate(style) && SerialDate.ToDate(value, _is1904) is { } date
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ShownNumber(number, style);
    }

    private string ShownNumber(CellContent content, int style) => content.Number is { } number
        ? number.ToString(
            _styles.PaddedDigits(style) is > 0 and var digits ? new string('0', digits) : "0.#############################",
            CultureInfo.InvariantCulture)
        : content.Text;
}
