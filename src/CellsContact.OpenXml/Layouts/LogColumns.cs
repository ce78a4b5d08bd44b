using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Layouts;

/// <summary>Names of the log's columns. 付番 counts as a key column: without it a receipt could not be told again.</summary>
internal static class LogColumns
{
    public static IReadOnlyList<LogColumn> All { get; } = Enum.GetValues<LogColumn>();

    public static bool IsKey(LogColumn column) =>
        column is LogColumn.AppliedAt or LogColumn.ChangeSetId or LogColumn.Hash or LogColumn.AssignedNumbers;

    /// <summary>What each column of the log's sheet is.</summary>
    public static ColumnRole[] RolesOf(SheetLayout<LogColumn> layout)
    {
        var roles = new ColumnRole[layout.LastColumn + 1];
        foreach ((LogColumn column, int at) in layout.Columns)
            roles[at] = IsKey(column) ? ColumnRole.Mapped | ColumnRole.Key : ColumnRole.Mapped;
        return roles;
    }

    public static string HeaderOf(LogColumn column) => column switch
    {
        LogColumn.AppliedAt => "日時",
        LogColumn.ChangeSetId => "変更セットID",
        LogColumn.ContactId => "連絡ID",
        LogColumn.Kind => "連絡種類",
        LogColumn.EmployeeNumber => "対象者社員番号",
        LogColumn.Action => "操作",
        LogColumn.Operator => "担当者",
        LogColumn.Hash => "内容ハッシュ",
        LogColumn.AssignedNumbers => "付番",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Not a column of the log."),
    };
}
