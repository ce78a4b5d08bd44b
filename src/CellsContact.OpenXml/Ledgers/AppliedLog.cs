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
    private readonly List<RowEdit> _new = [];

    /// <param name="file">The workbook.</param>
    /// <param name="layout">Where the log's columns are.</param>
    /// <param name="ids">The ids to look up.</param>
    /// <param name="numbers">Takes note of every number ever assigned.</param>
    public AppliedLog(WorkbookFile file, SheetLayout<LogColumn> layout, IReadOnlySet<string> ids, NumberBook numbers)
    {
        _layout = layout;
        using var rows = new SheetRows(file.Package, layout.Sheet);
        _survey = SheetSurvey.Run(file.Map.Strings, rows, layout.HeaderRow, RolesOf(layout), (survey, rowNumber, row) =>
        {
            string Text(RowView row, LogColumn column) => survey.Cells.Content(row, layout.Columns[column]).Text.Trim();
            IReadOnlyDictionary<string, EmployeeNumber> assigned = AssignedNumbersText.Parse(Text(row, LogColumn.AssignedNumbers));
            if (assigned.Count > 0)
                Note(assigned, numbers);
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

    /// <summary>What each column of the log's sheet is.</summary>
    public static ColumnRole[] RolesOf(SheetLayout<LogColumn> layout)
    {
        var roles = new ColumnRole[layout.LastColumn + 1];
        foreach ((LogColumn column, int at) in layout.Columns)
            roles[at] = column.IsKey ? ColumnRole.Mapped | ColumnRole.Key : ColumnRole.Mapped;
        return roles;
    }

    public AppliedSet? Find(ChangeSetId id) => _applied.GetValueOrDefault(id.ToString());

    public void Add(LedgerChangeSet set, LedgerReceipt receipt, DraftJournal journal)
    {
        var row = new RowEdit(_place.Take(journal));
        void Write(LogColumn column, string text)
        {
            if (_layout.ColumnOf(column) is { } at)
                row.Write(at, new CellWrite(CellContent.OfText(text)));
        }

        Write(LogColumn.AppliedAt, receipt.AppliedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Write(LogColumn.ChangeSetId, set.Id.ToString());
        Write(LogColumn.ContactId, set.Id.Contact.Id.ToString());
        Write(LogColumn.Kind, ContactKinds.LabelOf(set.Kind));
        Write(LogColumn.EmployeeNumber, SubjectsOf(set, receipt));
        Write(LogColumn.Action, set.Id.Purpose == ChangeSetPurpose.Undo ? "取消" : "反映");
        Write(LogColumn.Operator, set.OperatorName);
        Write(LogColumn.Hash, set.Hash);
        Write(LogColumn.AssignedNumbers, AssignedNumbersText.Format(receipt.AssignedNumbers));
        _new.Add(row);
    }

    public SheetEdit ToEdit()
    {
        var edit = new SheetEdit
        {
            LastDataRow = _survey.LastDataRow,
            DataEnd = _survey.DataEnd,
            HeaderRow = _layout.HeaderRow,
            Template = RowTemplate.From(_survey),
        };
        foreach (RowEdit row in _new)
            edit.Add(row);
        _place.Complete(edit);
        return edit;
    }

    private static void Note(IReadOnlyDictionary<string, EmployeeNumber> assigned, NumberBook numbers)
    {
        foreach (EmployeeNumber number in assigned.Values)
            numbers.NoteFormer(ShownNumber.Of(number.Value));
    }

    /// <summary>The numbers of the people a set is about, those it assigned too.</summary>
    private static string SubjectsOf(LedgerChangeSet set, LedgerReceipt receipt)
    {
        var subjects = new List<string>();
        foreach (LedgerChange change in set.Changes)
        {
            LedgerPersonKey person = change.Row.Person;
            string? number = person.Number?.Value
                ?? (receipt.AssignedNumbers.TryGetValue(person.Slot ?? "", out EmployeeNumber assigned) ? assigned.Value : null);
            if (number is not null && !subjects.Contains(number))
                subjects.Add(number);
        }

        return string.Join("; ", subjects);
    }
}
