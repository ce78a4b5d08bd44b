using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Layouts;

/// <summary>Where the ledger's tables are in a workbook, found by sheet name and header text.</summary>
internal sealed class WorkbookLayout
{
    private WorkbookLayout(
        IReadOnlyDictionary<LedgerTable, SheetLayout<LedgerField>> tables, SheetLayout<LogColumn>? log, IReadOnlyList<string> missing)
    {
        Tables = tables;
        Log = log;
        Missing = missing;
    }

    public IReadOnlyDictionary<LedgerTable, SheetLayout<LedgerField>> Tables { get; }

    public SheetLayout<LogColumn>? Log { get; }

    /// <summary>Every missing sheet and key column, e.g. 個人情報!社員番号.</summary>
    public IReadOnlyList<string> Missing { get; }

    public IEnumerable<LedgerField> Fields => Tables.Values.SelectMany(table => table.Columns.Keys);

    public static WorkbookLayout Find(WorkbookFile file, OpenXmlLedgerOptions options)
    {
        var missing = new List<string>();
        var tables = new Dictionary<LedgerTable, SheetLayout<LedgerField>>();
        foreach (LedgerTable table in Enum.GetValues<LedgerTable>())
        {
            if (FindSheet(file, SheetNames.Of(table, options), missing) is { } layout)
                tables[table] = layout;
        }

        SheetLayout<LogColumn>? log = FindSheet(file, SheetNames.OfLog(options), missing);
        return new WorkbookLayout(tables, log, missing);
    }

    /// <summary>A layout with nothing missing.</summary>
    /// <exception cref="LedgerLayoutException">Something is; all of it is listed.</exception>
    public static WorkbookLayout Require(WorkbookFile file, OpenXmlLedgerOptions options)
    {
        WorkbookLayout layout = Find(file, options);
        if (layout.Missing.Count == 0)
            return layout;
        string name = Path.GetFileName(file.Path);
        string list = string.Join("、", layout.Missing);
        throw new LedgerLayoutException(
            new BilingualText(
                $"台帳ファイル「{name}」に必要なシートまたは列がありません: {list}",
                $"The ledger file '{name}' lacks sheets or key columns: {list}"),
            layout.Missing);
    }

    private static SheetLayout<TColumn>? FindSheet<TColumn>(WorkbookFile file, SheetNames<TColumn> names, List<string> missing)
        where TColumn : notnull
    {
        if (file.Map.Find(names.Sheet) is not { } sheet)
        {
            missing.Add(names.Sheet);
            return null;
        }

        HeaderCells headers = names.ReadHeaders(file, sheet);
        var found = new Dictionary<TColumn, int>();
        foreach (TColumn column in names.Columns)
        {
            IReadOnlyList<int> candidates = names.Find(column, headers);
            string name = names.NameOf(column);
            if (candidates.Count == 0 && names.IsKey(column))
                missing.Add(name);
            else if (candidates.Count > 1 && names.IsKey(column))
                missing.Add($"{name} ({candidates.Count}列あり一つに決まりません / {candidates.Count} columns of this name)");
            else if (candidates.Count > 0)
                found[column] = candidates[0];
        }

        return new SheetLayout<TColumn>(sheet, headers.Row, found);
    }
}
