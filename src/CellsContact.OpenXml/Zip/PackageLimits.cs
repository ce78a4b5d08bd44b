namespace CellsContact.OpenXml.Zip;

/// <summary>What a workbook may cost to read; a small file can inflate without bound.</summary>
internal sealed record PackageLimits(int MaxEntries, long MaxPartBytes, int MaxRatio)
{
    /// <summary>Below this size a high ratio is harmless and common (empty, evenly styled cells).</summary>
    public const long RatioFloorBytes = 16L << 20;

    public static PackageLimits Default { get; } = new(10_000, 1L << 30, 250);
}
