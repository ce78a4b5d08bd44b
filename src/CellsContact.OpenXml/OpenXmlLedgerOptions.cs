using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml;

/// <summary>Where an establishment's workbook is, and what its sheets, columns and labels are called.</summary>
/// <remarks>
/// The defaults are the default layout: sheet and column names are the Japanese terms of <see cref="LedgerFields"/>.
/// Columns are found by header text in any order, without regard to width, blanks and case.
/// Set up before the first use; not thread-safe while being set up.
/// </remarks>
public sealed class OpenXmlLedgerOptions
{
    private readonly Dictionary<LedgerTable, string> _sheets = [];
    private readonly Dictionary<LedgerTable, int> _headerRows = [];
    private readonly Dictionary<LedgerField, int> _columns = [];
    private readonly Dictionary<LedgerField, IReadOnlyList<string>> _headers = [];
    private readonly Dictionary<LedgerField, Dictionary<string, IReadOnlyList<string>>> _labels = [];
    private readonly Dictionary<LedgerField, KanaWidth> _kana = [];

    /// <summary>The path of an establishment's workbook (.xlsx or .xlsm). Required for a ledger.</summary>
    /// <value>None.</value>
    public Func<EstablishmentId, string>? WorkbookFor { get; set; }

    /// <summary>
    /// The number of the row that holds the headers, on every sheet; of headers in two rows the lower one. Zero looks
    /// for it: the first of a sheet's first 50 rows that has all key columns, row 1 on a sheet that is being made.
    /// </summary>
    /// <value>1.</value>
    public int HeaderRow { get; set; } = 1;

    /// <summary>The sheet that records which change sets were applied (連絡反映履歴).</summary>
    /// <value>連絡反映履歴.</value>
    public string LogSheet { get; set; } = "連絡反映履歴";

    /// <summary>How フリガナ columns are written, unless <see cref="UseKana"/> says otherwise for one.</summary>
    /// <value><see cref="OpenXml.KanaWidth.Half"/>.</value>
    public KanaWidth KanaWidth { get; set; } = KanaWidth.Half;

    /// <summary>
    /// Whether a protected sheet is refused instead of written. Protection keeps people from typing over cells; by
    /// default it does not keep the office's own program from its work.
    /// </summary>
    /// <value>False.</value>
    public bool RefuseProtectedSheets { get; set; }

    /// <summary>How long to wait while another writer holds the workbook, before <see cref="LedgerBusyException"/>.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often to look whether the workbook is free again.</summary>
    /// <value>100 milliseconds.</value>
    public TimeSpan BusyRetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The most parts a workbook may have.</summary>
    /// <value>10,000.</value>
    public int MaxParts { get; set; } = 10_000;

    /// <summary>The most bytes one part may inflate to.</summary>
    /// <value>1 GiB.</value>
    public long MaxPartBytes { get; set; } = 1L << 30;

    /// <summary>The highest ratio of inflated to compressed size of a part over 16 MiB.</summary>
    /// <value>250.</value>
    public int MaxCompressionRatio { get; set; } = 250;

    /// <summary>Names the sheet of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sheet">The sheet's name.</param>
    public OpenXmlLedgerOptions UseSheet(LedgerTable table, string sheet)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sheet);
        _ = LedgerFields.LabelOf(table);
        _sheets[table] = sheet;
        return this;
    }

    /// <summary>Says which row holds the headers of one table's sheet, where it is not <see cref="HeaderRow"/>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row's number; zero looks for it.</param>
    public OpenXmlLedgerOptions UseHeaderRow(LedgerTable table, int row)
    {
        _ = LedgerFields.LabelOf(table);
        _headerRows[table] = row;
        return this;
    }

    /// <summary>Says which column holds a field, whatever its header: where two columns have the same header, or one has none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">The column's letters, e.g. <c>C</c> or <c>AB</c>.</param>
    public OpenXmlLedgerOptions UseColumn(LedgerField field, string column)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        (int number, int row) = CellReference.Parse(System.Text.Encoding.UTF8.GetBytes(column));
        if (number == 0 || row != 0)
            throw new ArgumentException($"'{column}' is no column of a sheet.", nameof(column));
        _columns[field] = number;
        return this;
    }

    /// <summary>Names the column of a field; the default name and its aliases no longer count.</summary>
    /// <param name="field">The field.</param>
    /// <param name="header">The header, also written where the column is added.</param>
    /// <param name="aliases">Other headers to accept, the better ones first.</param>
    public OpenXmlLedgerOptions UseHeader(LedgerField field, string header, params string[] aliases)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(aliases);
        _headers[field] = AllWritten([header, .. aliases]);
        return this;
    }

    /// <summary>Names a value of a choice field; the default label and its alternatives no longer count.</summary>
    /// <param name="field">The choice field.</param>
    /// <param name="code">The choice's code, e.g. <c>male</c>.</param>
    /// <param name="label">The label that is written.</param>
    /// <param name="alternatives">Other labels to accept on reading.</param>
    public OpenXmlLedgerOptions UseLabel(LedgerField field, string code, string label, params string[] alternatives)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(alternatives);
        if (field.Choices.All(choice => choice.Code != code))
            throw new ArgumentException($"'{code}' is no choice of {field.Id}.", nameof(code));
        if (!_labels.TryGetValue(field, out Dictionary<string, IReadOnlyList<string>>? labels))
            _labels[field] = labels = [];
        labels[code] = AllWritten([label, .. alternatives]);
        return this;
    }

    /// <summary>Says how one フリガナ column is written.</summary>
    /// <param name="field">The kana field.</param>
    /// <param name="width">The width.</param>
    public OpenXmlLedgerOptions UseKana(LedgerField field, KanaWidth width)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Type != LedgerFieldType.Kana)
            throw new ArgumentException($"{field.Id} is no kana field.", nameof(field));
        if (!Enum.IsDefined(width))
            throw new ArgumentOutOfRangeException(nameof(width), width, "Not a kana width.");
        _kana[field] = width;
        return this;
    }

    internal int HeaderRowOf(LedgerTable table) => _headerRows.TryGetValue(table, out int row) ? row : HeaderRow;

    /// <summary>The column a field was given by its letters.</summary>
    internal int? ColumnOf(LedgerField field) => _columns.TryGetValue(field, out int column) ? column : null;

    internal string SheetOf(LedgerTable table) => _sheets.TryGetValue(table, out string? sheet) ? sheet : LedgerFields.LabelOf(table);

    /// <summary>The header that is written, then those accepted, best first.</summary>
    internal IReadOnlyList<string> HeadersOf(LedgerField field) =>
        _headers.GetValueOrDefault(field) ?? DefaultNames.HeadersOf(field);

    /// <summary>The label that is written, then those accepted.</summary>
    internal IReadOnlyList<string> LabelsOf(LedgerField field, LedgerChoice choice) =>
        _labels.GetValueOrDefault(field)?.GetValueOrDefault(choice.Code) ?? DefaultNames.LabelsOf(choice);

    internal KanaWidth KanaWidthOf(LedgerField field) => _kana.TryGetValue(field, out KanaWidth width) ? width : KanaWidth;

    private static string[] AllWritten(string[] names)
    {
        if (names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A name is blank.", nameof(names));
        return names;
    }
}
