using System.Runtime.CompilerServices;
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

    private SheetSurvey(RowCells cells, ColumnRole[] roles)
    {
        Arrays = new ArrayAreas(roles.Length);
        Cells = cells;
        _roles = roles;
        LastStyles = new int[roles.Length];
        TextsAbove = new LastText[roles.Length];
        for (int column = 0; column < LastStyles.Length; column++)
            LastStyles[column] = -1;
    }

    public delegate void DataRowVisitor(SheetSurvey survey, int number, RowView row);

    /// <summary>The mapped cells of the row being visited.</summary>
    public RowCells Cells { get; }

    /// <summary>Where the row being visited starts in the part.</summary>
    public long RowOffset { get; private set; }

    /// <summary>The style last seen in each mapped column of a data row, -1 for none.</summary>
    public int[] LastStyles { get; }

    /// <summary>What the nearest filled cell above holds, if that is text; in date columns only.</summary>
    public LastText[] TextsAbove { get; }

    /// <summary>The areas of array formulas in the rows so far.</summary>
    public ArrayAreas Arrays { get; }

    /// <summary>The last row with a value in a key column; the header row if there is none.</summary>
    public int LastDataRow { get; private set; }

    /// <summary>Where that row ends in the part; zero if there is none.</summary>
    public long DataEnd { get; private set; }

    /// <summary>The row that new rows look like; empty if there are no data rows.</summary>
    public ReadOnlySpan<byte> LastDataRowBytes => _lastRow.AsSpan(0, _lastRowLength);

    /// <summary>The columns that state a style of their own.</summary>
    public IReadOnlyDictionary<int, int> DefaultStyles => _defaultStyles;

    /// <param name="strings">The shared strings.</param>
    /// <param name="rows">The sheet's rows, from the start.</param>
    /// <param name="headerRow">The header row; data starts below it.</param>
    /// <param name="roles">What each column is, by column.</param>
    /// <param name="visit">Called for each data row, in order.</param>
    [MethodImpl(HotCode.Optimized)]
    public static SheetSurvey Run(
        SharedStrings strings, SheetRows rows, int headerRow, ColumnRole[] roles, DataRowVisitor visit)
    {
        var cells = new RowCells(strings, roles, rows.PrefixLength, roles.Length);
        var survey = new SheetSurvey(cells, roles) { LastDataRow = headerRow };
        survey.ReadColumnStyles(rows.Prologue);
        while (rows.TryRead())
        {
            if (rows.Number <= headerRow)
                continue;
            RowView row = rows.Row;
            cells.Find(row);
            survey.Arrays.Look(row.Record);
            if (!cells.HasKey(row))
            {
                survey.NoteOccupied(rows.Number, row);
                continue;
            }

            (survey.LastDataRow, survey.DataEnd, survey.RowOffset) = (rows.Number, rows.Offset, rows.RowOffset);
            if (survey._occupied.Count > 0)
                survey._occupied.Clear();
            visit(survey, rows.Number, row);
            survey.Remember(row);
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

    private void NoteOccupied(int number, RowView row)
    {
        CellScanner cells = row.Cells(Cells.PrefixLength);
        while (cells.Read())
        {
            bool isMapped = cells.Column < _roles.Length && _roles[cells.Column] != ColumnRole.Foreign;
            if (!cells.Content.IsEmpty && (isMapped || !HasFormula(cells)))
            {
                _occupied.Add(number);
                return;
            }
        }
    }

    /// <summary>After the visit, so that a visited row sees what is above it.</summary>
    [MethodImpl(HotCode.Optimized)]
    private void Remember(RowView row)
    {
        ReadOnlySpan<CellSpan> cells = Cells.Cells;
        for (int column = 0; column < cells.Length; column++)
        {
            ref readonly CellSpan cell = ref cells[column];
            if (cell.Length == 0)
                continue;
            LastStyles[column] = cell.Style;
            if (cell.IsFilled && (_roles[column] & ColumnRole.Date) != 0)
                TextsAbove[column].Set(cell.IsText ? row.Record.Slice(cell.Start, cell.Length) : default);
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

            for (int column = Math.Max(first, 1); column <= Math.Min(last, _roles.Length - 1); column++)
                _defaultStyles[column] = style;
        }
    }
}
