namespace CellsContact.OpenXml.Sheets;

/// <summary>The cells to be written in one row, in the order of their columns.</summary>
internal sealed class RowEdit(int number)
{
    private readonly List<int> _columns = [];
    private readonly List<CellWrite> _writes = [];

    public int Number => number;

    /// <summary>Where the row starts in the part; zero if that is not known.</summary>
    public long Offset { get; set; }

    /// <summary>Its formats come from the sheet's template.</summary>
    public bool IsNew { get; set; }

    public int Count => _columns.Count;

    public int ColumnAt(int index) => _columns[index];

    public CellWrite At(int index) => _writes[index];

    public CellWrite? Find(int column) => _columns.BinarySearch(column) is >= 0 and var at ? _writes[at] : null;

    public void Write(int column, CellWrite write)
    {
        int at = _columns.BinarySearch(column);
        if (at >= 0)
        {
            _writes[at] = write;
            return;
        }

        _columns.Insert(~at, column);
        _writes.Insert(~at, write);
    }

    /// <summary>This row with the formats of a template, where a cell is not there yet and has none of its own.</summary>
    /// <param name="template">The formats, by column.</param>
    /// <param name="present">The columns of cells that are there.</param>
    public RowEdit Styled(IReadOnlyDictionary<int, int> template, HashSet<int>? present)
    {
        var styled = new RowEdit(number) { IsNew = IsNew };
        styled._columns.AddRange(_columns);
        styled._writes.AddRange(_writes);
        foreach ((int column, int style) in template)
        {
            if (present is not null && present.Contains(column))
                continue;
            if (Find(column) is not { } write)
                styled.Write(column, new CellWrite(CellContent.Blank, style));
            else if (write.Style is null)
                styled.Write(column, write with { Style = style });
        }

        return styled;
    }
}
