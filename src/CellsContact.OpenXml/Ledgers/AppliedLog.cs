using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Workbooks;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>The sheet 連絡反映履歴: which change sets the workbook holds. Neither names nor values are in it.</summary>
internal sealed class AppliedLog
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    private readonly SheetLayout<LogColumn> _layout;
    private readonly SheetSurvey _survey;
    private readonly NewRowPlace _place;
    private readonly Dictionary<string, AppliedSet> _applied = new(StringComparer.Ordinal);
    private readonly List<(int Row, IReadOnlyDictionary<LogColumn, string> Cells)> _new = [];

    /// <param name="file">The workbook.</param>
    /// <param name="layout">Where the log's columns are.</param>
    /// <param name="ids">The ids to look up.</param>
    /// <param name="numbers">Takes note of every number ever assigned.</param>
    public AppliedLog(WorkbookFile file, SheetLayout<LogColumn> layout, IReadOnlySet<string> ids, NumberBook numbers)
    {
        _layout = layout;
        var roles = new ColumnRole[layout.Columns.Values.Max() + 1];
        foreach ((LogColumn column, int at) in layout.Columns)
            roles[at] = LogColumns.IsKey(column) ? ColumnRole.Mapped | ColumnRole.Key : ColumnRole.Mapped;
        using var rows = new SheetRows(file.Package, layout.Sheet);
        _survey = SheetSurvey.Run(file.Map.Strings, rows, layout.HeaderRow, roles, (survey, rowNumber, row) =>
        {
            string Text(RowView row, LogColumn column) => survey.Cells.Content(row, layout.Columns[column]).Text.Trim();
            IReadOnlyDictionary<string, EmployeeNumber> assigned = AssignedNumbersText.Parse(Text(row, LogColumn.AssignedNumbers));
            foreach (EmployeeNumber number in assigned.Values)
                numbers.NoteFormer(ShownNumber.Of(number.Value));
            string id = Text(row, LogColumn.ChangeSetId);
            if (!ids.Contains(id))
                return;
            _ = DateTimeOffset.TryParse(
                Text(row, LogColumn.AppliedAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at);
            _applied.TryAdd(id, new AppliedSet(Text(row, LogColumn.Hash), at, assigned));
        });
        Tail = new SheetTail(rows.ReadEpilogue());
        _place = new NewRowPlace(
            layout.Sheet, layout.HeaderRow, layout.Columns.Values, _survey, Tail, TableInfo.Of(file.Package, layout.Sheet));
    }

    public SheetInfo Sheet => _layout.Sheet;

    public SheetTail Tail { get; }

    public IReadOnlyList<TableInfo> GrowingTables => _place.GrowingTables;

    /// <summary>To the second, as the log's cell shows it, so that a logged receipt equals the first one.</summary>
    public static DateTimeOffset Stamp(DateTimeOffset now) =>
        new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero).ToOffset(Japan);

    public AppliedSet? Find(ChangeSetId id) => _applied.GetValueOrDefault(id.ToString());

    public void Add(LedgerChangeSet set, LedgerReceipt receipt, DraftJournal journal)
    {
        string subjects = string.Join(
            "; ",
            set.Changes.Select(c => c.Row.Person)
                .Select(p => p.Number ?? (p.Slot is { } slot && receipt.AssignedNumbers.TryGetValue(slot, out EmployeeNumber n) ? n : null))
                .OfType<EmployeeNumber>()
                .Distinct());
        _new.Add((_place.Take(journal), new Dictionary<LogColumn, string>
        {
            [LogColumn.AppliedAt] = receipt.AppliedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
            [LogColumn.ChangeSetId] = set.Id.ToString(),
            [LogColumn.ContactId] = set.Id.Contact.Id.ToString(),
            [LogColumn.Kind] = ContactKinds.LabelOf(set.Kind),
            [LogColumn.EmployeeNumber] = subjects,
            [LogColumn.Action] = set.Id.Purpose == ChangeSetPurpose.Undo ? "取消" : "反映",
            [LogColumn.Operator] = set.OperatorName,
            [LogColumn.Hash] = set.Hash,
            [LogColumn.AssignedNumbers] = AssignedNumbersText.Format(receipt.AssignedNumbers),
        }));
    }

    public SheetEdit ToEdit()
    {
        var edit = new SheetEdit
        {
            LastDataRow = _survey.LastDataRow,
            HeaderRow = _layout.HeaderRow,
            Template = RowTemplate.From(_survey),
        };
        foreach ((int row, IReadOnlyDictionary<LogColumn, string> cells) in _new)
        {
            foreach ((LogColumn column, string text) in cells)
            {
                if (_layout.ColumnOf(column) is { } at)
                    edit.Write(row, at, new CellWrite(CellContent.OfText(text)));
            }
        }

        _place.Complete(edit);
        return edit;
    }
}
