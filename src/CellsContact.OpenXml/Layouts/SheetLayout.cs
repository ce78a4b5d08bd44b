using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Layouts;

/// <summary>Where a sheet's columns are.</summary>
/// <typeparam name="TColumn">What names a column: a ledger field, or a column of the log.</typeparam>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">The row of the headers.</param>
/// <param name="Columns">The columns found.</param>
internal sealed record SheetLayout<TColumn>(SheetInfo Sheet, int HeaderRow, IReadOnlyDictionary<TColumn, int> Columns)
    where TColumn : notnull
{
    /// <summary>The last of the columns found; zero if there are none.</summary>
    public int LastColumn { get; } = LastOf(Columns.Values);

    public int? ColumnOf(TColumn column) => Columns.TryGetValue(column, out int at) ? at : null;

    private static int LastOf(IEnumerable<int> columns)
    {
        int last = 0;
        foreach (int column in columns)
            last = Math.Max(last, column);
        return last;
    }
}
