using System.Text;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// One pass over a sheet before anything is written: where the data ends, what new rows may look like, and a visit
/// to every data row. Keeps single rows only, however long the sheet is.
/// </summary>
internal sealed class SheetSurvey
{
    private readonly ColumnRole[] _roles;
    private readonly HashSet<int> _occupied = [];
    private readonly Dictionary<int, int> _defaultStyles = [];
    private byte[] _lastRow = [];
    private int _lastRowLength;

    private SheetSurvey(SharedStrings strings, ColumnRole[] roles)
    {
        Strings = strings;
        _roles = roles;
        KeyContents = new CellContent[roles.Length];
        KeyStyles = new int[roles.Length];
        LastStyles = new int[roles.Length];
        TextsAbove = new LastText[roles.Length];
        Array.Fill(LastStyles, -1);
    }

    public delegate void DataRowVisitor(SheetSurvey survey, int number, RowView row);

    /// <summary>What key columns hold in the row being visited, by column.</summary>
    public CellContent[] KeyContents { get; }

    /// <summary>The styles that go with <see cref="KeyContents"/>.</summary>
    public int[] KeyStyles { get; }

    /// <summary>The style last seen in each mapped column of a data row, -1 for none.</summary>
    public int[] LastStyles { get; }

    /// <summary>What the nearest filled cell above holds, if that is text; in date columns only.</summary>
    public LastText[] TextsAbove { get; }

    public SharedStrings Strings { get; }

    public string Prefix { get; private set; } = "";

    public int PrefixLength { get; private set; }

    /// <summary>The last row with a value in a key column; the header row if there is none.</summary>
    public int LastDataRow { get; private set; }

    /// <summary>The last row of the sheet, of whatever kind.</summary>
    public int LastRow { get; private set; }

    /// <summary>The row that new rows look like; empty if there are no data rows.</summary>
    public ReadOnlySpan<byte> LastDataRowBytes => _lastRow.AsSpan(0, _lastRowLength);

    /// <param name="strings">The shared strings.</param>
    /// <param name="rows">The sheet's rows, from the start.</param>
    /// <param name="headerRow">The header row; data starts below it.</param>
    /// <param name="roles">What each column is, by column.</param>
    /// <param name="visit">Called for each data row, in order.</param>
    public static SheetSurvey Run(
        SharedStrings strings, SheetRows rows, int headerRow, ColumnRole[] roles, DataRowVisitor visit)
    {
        var survey = new SheetSurvey(strings, roles)
        {
            LastDataRow = headerRow,
            Prefix = rows.Prefix,
            PrefixLength = rows.PrefixLength,
        };
        survey.ReadColumnStyles(rows.Prologue);
        while (rows.TryRead())
        {
            survey.LastRow = rows.Number;
            if (rows.Number > headerRow)
                survey.Look(rows, visit);
        }

        return survey;
    }

    /// <summary>
    /// Whether a new row may go there: below the data, with nothing in the mapped columns and nothing but formulas or
    /// blank styled cells elsewhere, as in rows an office has prepared.
    /// </summary>
    public bool IsFree(int row) => row > LastDataRow && !_occupied.Contains(row);

    /// <summary>The style for a cell that is not there yet: that of its column.</summary>
    public int StyleFor(int column) =>
        column < LastStyles.Length && LastStyles[column] >= 0 ? LastStyles[column] : _defaultStyles.GetValueOrDefault(column, -1);

    /// <summary>The columns that state a style of their own.</summary>
    public IReadOnlyDictionary<int, int> DefaultStyles => _defaultStyles;

    private void Look(SheetRows rows, DataRowVisitor visit)
    {
        Array.Clear(KeyContents);
        bool hasKey = false;
        bool isOccupied = false;
        CellScanner cells = rows.Row.Cells(PrefixLength);
        while (cells.Read())
        {
            ColumnRole role = cells.Column < _roles.Length ? _roles[cells.Column] : ColumnRole.Foreign;
            if (role == ColumnRole.Key)
            {
                CellContent content = cells.ReadContent(Strings);
                KeyContents[cells.Column] = content;
                KeyStyles[cells.Column] = cells.Style;
                hasKey |= !string.IsNullOrWhiteSpace(content.Text);
            }

            if (!cells.Content.IsEmpty)
                isOccupied |= role != ColumnRole.Foreign || !HasFormula(cells);
        }

        if (!hasKey)
        {
            if (isOccupied)
                _occupied.Add(rows.Number);
            return;
        }

        LastDataRow = rows.Number;
        _occupied.Clear();
        visit(this, rows.Number, rows.Row);
        Remember(rows);
    }

    /// <summary>After the visit, so that a visited row sees what is above it.</summary>
    private void Remember(SheetRows rows)
    {
        CellScanner cells = rows.Row.Cells(PrefixLength);
        while (cells.Read())
        {
            if (cells.Column >= _roles.Length || _roles[cells.Column] == ColumnRole.Foreign)
                continue;
            LastStyles[cells.Column] = cells.Style;
            if (_roles[cells.Column] is ColumnRole.Date or ColumnRole.Key && !cells.Content.IsEmpty)
                TextsAbove[cells.Column].Set(cells);
        }

        ReadOnlySpan<byte> bytes = rows.Bytes;
        if (_lastRow.Length < bytes.Length)
            _lastRow = new byte[bytes.Length * 2];
        bytes.CopyTo(_lastRow);
        _lastRowLength = bytes.Length;
    }

    private static bool HasFormula(in CellScanner cell)
    {
        var scanner = new XmlScanner(cell.Content);
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start && scanner.LocalName.SequenceEqual("f"u8))
                return true;
        }

        return false;
    }

    private void ReadColumnStyles(byte[] prologue)
    {
        var scanner = new XmlScanner(prologue, XmlEncoding.CheckStart(prologue));
        while (scanner.Read())
        {
            if (scanner.Token != XmlToken.Start || !scanner.LocalName.SequenceEqual("col"u8)
                || !int.TryParse(scanner.Attribute("style"u8), out int style)
                || !int.TryParse(scanner.Attribute("min"u8), out int first)
                || !int.TryParse(scanner.Attribute("max"u8), out int last))
            {
                continue;
            }

            for (int column = first; column <= Math.Min(last, _roles.Length - 1); column++)
                _defaultStyles[column] = style;
        }
    }
}
