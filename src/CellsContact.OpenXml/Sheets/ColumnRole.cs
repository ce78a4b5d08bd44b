namespace CellsContact.OpenXml.Sheets;

/// <summary>What a column of a sheet is to the ledger.</summary>
internal enum ColumnRole : byte
{
    /// <summary>The office's own; never touched.</summary>
    Foreign = 0,

    /// <summary>Mapped.</summary>
    Mapped = 1,

    /// <summary>Mapped, and holds dates.</summary>
    Date = 2,

    /// <summary>Mapped, and a value in it makes the row a data row.</summary>
    Key = 3,
}
