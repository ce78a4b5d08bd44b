namespace CellsContact.OpenXml.Layouts;

/// <summary>The columns of 連絡反映履歴.</summary>
internal enum LogColumn
{
    AppliedAt = 1,
    ChangeSetId = 2,
    ContactId = 3,
    Kind = 4,
    EmployeeNumber = 5,
    Action = 6,
    Operator = 7,
    Hash = 8,
    AssignedNumbers = 9,
}
