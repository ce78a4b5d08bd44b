namespace CellsContact.OpenXml.Layouts;

/// <summary>A column of 連絡反映履歴.</summary>
internal sealed class LogColumn
{
    public static readonly LogColumn AppliedAt = new("日時", isKey: true);
    public static readonly LogColumn ChangeSetId = new("変更セットID", isKey: true);
    public static readonly LogColumn ContactId = new("連絡ID");
    public static readonly LogColumn Kind = new("連絡種類");
    public static readonly LogColumn EmployeeNumber = new("対象者社員番号");
    public static readonly LogColumn Action = new("操作");
    public static readonly LogColumn Operator = new("担当者");
    public static readonly LogColumn Hash = new("内容ハッシュ", isKey: true);
    public static readonly LogColumn AssignedNumbers = new("付番", isKey: true);

    private LogColumn(string header, bool isKey = false) => (Header, IsKey) = (header, isKey);

    /// <summary>In their order on the sheet.</summary>
    public static IReadOnlyList<LogColumn> All { get; } =
        [AppliedAt, ChangeSetId, ContactId, Kind, EmployeeNumber, Action, Operator, Hash, AssignedNumbers];

    public string Header { get; }

    /// <summary>Whether the log cannot do without it: 付番 too, for without it a receipt could not be told again.</summary>
    public bool IsKey { get; }
}
