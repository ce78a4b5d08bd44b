using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;

namespace CellsContact.OpenXml.Layouts;

/// <summary>
/// Where the ledger's tables are in a workbook, found by sheet name and header text, each when it is first asked for: while
/// the first sheet is read, the shared strings that hold the others' headers are still coming.
/// </summary>
internal sealed class WorkbookLayout
{
    private readonly WorkbookFile _file;
    private readonly OpenXmlLedgerOptions _options;
    private readonly SheetLayout<LedgerField>?[] _tables;
    private SheetLayout<LogColumn>? _log;

    public WorkbookLayout(WorkbookFile file, OpenXmlLedgerOptions options)
        : this(file, options, new SheetLayout<LedgerField>?[1 + (int)SheetNames.Tables[^1]])
    {
    }

    private WorkbookLayout(WorkbookFile file, OpenXmlLedgerOptions options, SheetLayout<LedgerField>?[] tables) =>
        (_file, _options, _tables) = (file, options, tables);

    public SheetLayout<LedgerField> this[LedgerTable table] => _tables[(int)table] ??= Require(SheetNames.Of(table, _options));

    public SheetLayout<LogColumn> Log => _log ??= Require(SheetNames.OfLog(_options));

    /// <summary>The same for another thread, which may find one table while this one finds others.</summary>
    public WorkbookLayout Beside(WorkbookFile file) => new(file, _options, _tables);

    public IEnumerable<LedgerField> Fields => SheetNames.Tables.SelectMany(table => this[table].Columns.Keys);

    /// <summary>Finds whatever has not been asked for, and comes back once the shared strings are all read and found to be sound.</summary>
    /// <exception cref="LedgerLayoutException">Something is missing; all of it is listed.</exception>
    public void Complete()
    {
        foreach (LedgerTable table in SheetNames.Tables)
            _ = this[table];
        _ = Log;
        _file.Map.Strings.Complete();
    }

    private SheetLayout<TColumn> Require<TColumn>(SheetNames<TColumn> names)
        where TColumn : notnull
    {
        var missing = new List<string>();
        SheetLayout<TColumn>? found = Find(names, missing);
        return missing.Count == 0 ? found! : throw Incomplete();
    }

    /// <summary>Names every missing sheet and key column, e.g. 個人情報!社員番号.</summary>
    private LedgerLayoutException Incomplete()
    {
        var missing = new List<string>();
        foreach (LedgerTable table in SheetNames.Tables)
            _ = Find(SheetNames.Of(table, _options), missing);
        _ = Find(SheetNames.OfLog(_options), missing);
        string name = Path.GetFileName(_file.Path);
        string list = string.Join("、", missing);
        return new LedgerLayoutException(
            new BilingualText(
                $"台帳ファイル「{name}」に必要なシートまたは列がありません: {list}",
                $"The ledger file '{name}' lacks sheets or key columns: {list}"),
            missing);
    }

    private SheetLayout<TColumn>? Find<TColumn>(SheetNames<TColumn> names, List<string> missing)
        where TColumn : notnull
    {
        if (_file.Map.Find(names.Sheet) is not { } sheet)
        {
            missing.Add(names.Sheet);
            return null;
        }

        HeaderCells headers = names.ReadHeaders(_file, sheet);
        var found = new Dictionary<TColumn, int>();
        foreach (TColumn column in names.Columns)
        {
            List<int> candidates = names.Find(column, headers);
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
