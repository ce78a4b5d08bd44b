namespace CellsContact.OpenXml.Sheets;

/// <summary>What a cell holds, as the file says it.</summary>
internal enum CellKind
{
    Blank = 0,
    Number = 1,
    Text = 2,
    Boolean = 3,
    Error = 4,

    /// <summary>A formula, whatever its cached result.</summary>
    Formula = 5,

    /// <summary>A day written as ISO 8601 (<c>t="d"</c>), as Strict Open XML workbooks may have it.</summary>
    Date = 6,
}
