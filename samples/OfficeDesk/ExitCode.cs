namespace OfficeDesk;

/// <summary>What the process answers: the same five codes for every command, and one for Ctrl+C.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A rule refused it; nothing changed.</summary>
    public const int Refused = 1;

    /// <summary>Bad input or usage; nothing changed.</summary>
    public const int BadInput = 2;

    /// <summary>Ledger or store not usable: nothing changed, or the attempt is pending. Run it again.</summary>
    public const int NotUsable = 3;

    /// <summary>Some done, some refused.</summary>
    public const int Partly = 4;

    /// <summary>Stopped by Ctrl+C: as <see cref="NotUsable"/>.</summary>
    public const int Cancelled = 130;

    /// <summary>The code of several items together.</summary>
    public static int Of(IReadOnlyCollection<int> items)
    {
        if (items.Contains(Cancelled))
            return Cancelled;
        if (items.Contains(NotUsable))
            return NotUsable;
        if (items.All(code => code == Done))
            return Done;
        if (items.Any(code => code is Done or Partly))
            return Partly;
        return items.Max();
    }
}
