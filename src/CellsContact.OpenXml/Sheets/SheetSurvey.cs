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
    private readonly CellSpan[] _cells;
    private readonly HashSet<int> _occupied = [];
    private readonly Dictionary<int, int> _defaultStyles = [];
    private byte[] _lastRow = [];
    private int _lastRowLength;

    private SheetSurvey(SharedStrings strings, ColumnRole[] roles)
    {
        Strings = strings;
        Arrays = new ArrayAreas(roles.Length);
        _roles = roles;
        _cells = new CellSpan[roles.Length];
        LastStyles = new int[roles.Length];
        TextsAbove = new LastText[roles.Length];
        Array.Fill(LastStyles, -1);
    }

    public delegate void DataRowVisitor(SheetSurvey survey, int number, RowView row);

    /// <summary>The style last seen in each mapped column of a data row, -1 for none.</summary>
    public int[] LastStyles { get; }

    /// <summary>What the nearest filled cell above holds, if that is text; in date columns only.</summary>
    public LastText[] TextsAbove { get; }

    public SharedStrings Strings { get; }

    /// <summary>The areas of array formulas in the rows so far.</summary>
    public ArrayAreas Arrays { get; }

    public string Prefix { get; private set; } = "";

    public int PrefixLength { get; private set; }

    /// <summary>The last row with a value in a key column; the header row if there is none.</summary>
    public int LastDataRow { get; private set; }

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

    /// <summary>What a mapped column holds in the row being visited.</summary>
    public CellContent Content(RowView row, int column) =>
        _cells[column] is { Length: > 0 } cell
            ? CellScanner.Parse(row.Record.Slice(cell.Start, cell.Length), PrefixLength).ReadContent(Strings)
            : CellContent.Blank;

    /// <summary>The style of a mapped column in the row being visited.</summary>
    public int Style(int column) => _cells[column].Length > 0 ? _cells[column].Style : -1;

    /// <summary>The columns that state a style of their own.</summary>
    public IReadOnlyDictionary<int, int> DefaultStyles => _defaultStyles;

    private void Look(SheetRows rows, DataRowVisitor visit)
    {
        RowView row = rows.Row;
        Array.Clear(_cells);
        Arrays.Look(row.Record);
        bool hasForeignValue = false;
        CellScanner cells = row.Cells(PrefixLength);
        while (cells.Read())
        {
            if (cells.Column < _roles.Length && _roles[cells.Column] != ColumnRole.Foreign)
                _cells[cells.Column] = new CellSpan(cells.Start, cells.End - cells.Start, cells.Style, !cells.Content.IsEmpty);
            else
                hasForeignValue |= !cells.Content.IsEmpty && !HasFormula(cells);
        }

        if (!HasKey(row))
        {
            if (hasForeignValue || Array.Exists(_cells, cell => cell.IsFilled))
                _occupied.Add(rows.Number);
            return;
        }

        LastDataRow = rows.Number;
        _occupied.Clear();
        visit(this, rows.Number, row);
        Remember(row);
    }

    private bool HasKey(RowView row)
    {
        for (int column = 0; column < _cells.Length; column++)
        {
            if (_roles[column] == ColumnRole.Key && _cells[column].IsFilled && !string.IsNullOrWhiteSpace(Content(row, column).Text))
                return true;
        }

        return false;
    }

    /// <summary>After the visit, so that a visited row sees what is above it.</summary>
    private void Remember(RowView row)
    {
        for (int column = 0; column < _cells.Length; column++)
        {
            CellSpan cell = _cells[column];
            if (cell.Length == 0)
                continue;
            LastStyles[column] = cell.Style;
            if (cell.IsFilled && _roles[column] is ColumnRole.Date or ColumnRole.Key)
                TextsAbove[column].Set(row.Record.Slice(cell.Start, cell.Length));
        }

        if (_lastRow.Length < row.Record.Length)
            _lastRow = new byte[row.Record.Length * 2];
        row.Record.CopyTo(_lastRow);
        _lastRowLength = row.Record.Length;
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

            for (int column = Math.Max(first, 0); column <= Math.Min(last, _roles.Length - 1); column++)
                _defaultStyles[column] = style;
        }
    }

    /// <summary>Where a mapped cell lies in its row.</summary>
    private readonly record struct CellSpan(int Start, int Length, int Style, bool IsFilled);
}
