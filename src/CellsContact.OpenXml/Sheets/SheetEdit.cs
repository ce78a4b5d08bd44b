namespace CellsContact.OpenXml.Sheets;

/// <summary>Everything that changes on one sheet.</summary>
internal sealed class SheetEdit
{
    private readonly Dictionary<int, RowEdit> _rows = [];

    public RowTemplate Template { get; init; } = new("", new Dictionary<int, int>());

    /// <summary>The data row above the new ones: what covers it grows with the data.</summary>
    public required int LastDataRow { get; init; }

    /// <summary>Where that row ends in the part; zero if that is not known, or there is none.</summary>
    public long DataEnd { get; init; }

    public required int HeaderRow { get; init; }

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The last of the new rows; zero if there are none.</summary>
    public int LastNewRow { get; private set; }

    /// <summary>The rows to write, from the top.</summary>
    public List<RowEdit> Rows()
    {
        List<RowEdit> rows = [.. _rows.Values];
        rows.Sort((a, b) => a.Number.CompareTo(b.Number));
        return rows;
    }

    public RowEdit Row(int number)
    {
        if (!_rows.TryGetValue(number, out RowEdit? row))
            _rows[number] = row = new RowEdit(number);
        return row;
    }

    public void Add(RowEdit row) => _rows.Add(row.Number, row);

    public void Write(int row, int column, CellWrite write) => Row(row).Write(column, write);

    public void MarkNew(int row)
    {
        if (_rows.TryGetValue(row, out RowEdit? written))
            written.IsNew = true;
        LastNewRow = Math.Max(LastNewRow, row);
    }
}
