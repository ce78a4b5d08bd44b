namespace OfficeDesk.Rendering;

/// <summary>What a line is, for its colour on a terminal.</summary>
internal enum Tone
{
    /// <summary>Plain text.</summary>
    Normal = 0,

    /// <summary>Something was done.</summary>
    Good = 1,

    /// <summary>The operator should look.</summary>
    Warning = 2,

    /// <summary>Refused, or failed.</summary>
    Bad = 3,

    /// <summary>Beside the point.</summary>
    Faint = 4,
}
