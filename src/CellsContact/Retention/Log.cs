using Microsoft.Extensions.Logging;

namespace CellsContact.Retention;

/// <summary>What retention logs: counts only.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "{Count} numbers that nobody may keep were erased.")]
    internal static partial void NumbersErased(ILogger logger, int count);

    [LoggerMessage(3002, LogLevel.Error, "Numbers that are due could not be erased; the next round tries again.")]
    internal static partial void NumbersNotErased(ILogger logger, Exception error);
}
