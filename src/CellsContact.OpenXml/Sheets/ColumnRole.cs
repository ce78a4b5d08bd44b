namespace CellsContact.OpenXml.Sheets;

/// <summary>What a column of a sheet is to the ledger.</summary>
[Flags]
internal enum ColumnRole : byte
{
    /// <summary>The office's own; never touched.</summary>
    Foreign = 0,

    Mapped = 1,

    /// <summary>Holds dates.</summary>
    Date = 2,

    /// <summary>A value in it makes the row a data row.</summary>
    Key = 4,
}
