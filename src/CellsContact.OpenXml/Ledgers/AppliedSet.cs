using CellsContact.Contacts;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>A change set as 連絡反映履歴 has it.</summary>
internal sealed record AppliedSet(string Hash, DateTimeOffset AppliedAt, IReadOnlyDictionary<string, EmployeeNumber> AssignedNumbers);
