namespace CellsContact.OpenXml.Workbooks;

/// <summary>Why a file cannot be used as a ledger workbook.</summary>
internal enum WorkbookProblem
{
    NotAWorkbook = 1,
    EncryptedOrLegacy = 2,
    BinaryWorkbook = 3,
    LegacyWorkbook = 4,
    Damaged = 5,
    TooLarge = 6,
    Signed = 7,
    UnsupportedEncoding = 8,
}
