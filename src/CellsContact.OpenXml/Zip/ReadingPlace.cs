namespace CellsContact.OpenXml.Zip;

/// <summary>Which part of a workbook is being read and how far, so that damage can be told with its place.</summary>
internal sealed class ReadingPlace
{
    /// <summary>The part last read from; null if that is the package itself.</summary>
    public string? Part { get; private set; }

    /// <summary>How many inflated bytes into the part.</summary>
    public long Offset { get; private set; }

    /// <summary>Both, to be put back after another part had to be read in between.</summary>
    public (string? Part, long Offset) Current
    {
        get => (Part, Offset);
        set => (Part, Offset) = value;
    }

    public void Set(string part, long offset) => (Part, Offset) = (part, offset);
}
