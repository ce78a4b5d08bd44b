using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Layouts;

/// <summary>What a sheet of the ledger and its columns are called, as the options say.</summary>
/// <typeparam name="TColumn">What names a column: a ledger field, or a column of the log.</typeparam>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="HeaderRow">The row of the headers; zero to look for it.</param>
/// <param name="Columns">All columns there may be.</param>
/// <param name="HeadersOf">A column's headers, the one that is written first.</param>
/// <param name="IsKey">Whether the ledger cannot do without a column.</param>
/// <param name="PlaceOf">Where a column is whatever its header says; null where the header tells.</param>
internal sealed record SheetNames<TColumn>(
    string Sheet,
    int HeaderRow,
    IReadOnlyList<TColumn> Columns,
    Func<TColumn, IReadOnlyList<string>> HeadersOf,
    Func<TColumn, bool> IsKey,
    Func<TColumn, int?> PlaceOf)
    where TColumn : notnull
{
    /// <summary>The row for the headers of a sheet that is being made.</summary>
    public int NewHeaderRow => Math.Max(HeaderRow, 1);

    public string NameOf(TColumn column) => $"{Sheet}!{HeadersOf(column)[0]}";

    /// <summary>The columns of a sheet that may be this one: none, the one, or several of the same name.</summary>
    public List<int> Find(TColumn column, HeaderCells headers) => PlaceOf(column) is { } place
        ? [place]
        : headers.Find(HeadersOf(column)).FindAll(at => Columns.All(other => PlaceOf(other) != at));

    public HeaderCells ReadHeaders(Files.WorkbookFile file, Workbooks.SheetInfo sheet)
    {
        var top = SheetTop.Read(file, sheet, HeaderRow > 0 ? HeaderRow : SheetTop.SearchedRows);
        return HeaderRow > 0 ? top.Headers(HeaderRow) : top.Search(headers => Columns.All(c => !IsKey(c) || Find(c, headers).Count > 0));
    }
}

/// <summary>The names of each sheet.</summary>
internal static class SheetNames
{
    /// <summary>The tables a workbook holds, each on a sheet of its own.</summary>
    public static LedgerTable[] Tables { get; } = [LedgerTable.People, LedgerTable.Payroll, LedgerTable.Dependents, LedgerTable.HandlingBook];

    public static SheetNames<LedgerField> Of(LedgerTable table, OpenXmlLedgerOptions options) => new(
        options.SheetOf(table), options.HeaderRowOf(table), LedgerFields.Of(table), options.HeadersOf, f => f.IsKey, options.ColumnOf);

    public static SheetNames<LogColumn> OfLog(OpenXmlLedgerOptions options) => new(
        options.LogSheet, options.HeaderRow, LogColumn.All, c => [c.Header], c => c.IsKey, _ => null);
}
