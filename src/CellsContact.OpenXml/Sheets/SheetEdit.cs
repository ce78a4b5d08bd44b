namespace CellsContact.OpenXml.Sheets;

/// <summary>Everything that changes on one sheet.</summary>
internal sealed class SheetEdit
{
    private readonly SortedDictionary<int, SortedList<int, CellWrite>> _rows = [];

    /// <summary>The cells to write, by row and column.</summary>
    public IReadOnlyDictionary<int, SortedList<int, CellWrite>> Rows => _rows;

    /// <summary>The rows that are new; their formats come from <see cref="Template"/>.</summary>
    public SortedSet<int> NewRows { get; } = [];

    public RowTemplate Template { get; init; } = new("", new Dictionary<int, int>());

    /// <summary>The data row above the new ones: what covers it grows with the data.</summary>
    public required int LastDataRow { get; init; }

    public required int HeaderRow { get; init; }

    public bool IsEmpty => _rows.Count == 0;

    public void Write(int row, int column, CellWrite write)
    {
        if (!_rows.TryGetValue(row, out SortedList<int, CellWrite>? cells))
            _rows[row] = cells = [];
        cells[column] = write;
    }
}
