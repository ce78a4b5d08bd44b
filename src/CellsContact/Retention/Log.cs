using Microsoft.Extensions.Logging;

namespace CellsContact.Retention;

/// <summary>What retention logs: counts only.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Erased: {Contacts} notices, {Attachments} attached files, {Numbers} numbers. Due but left: {Left}. Unprocessed and soon due: {Expiring}. Sets the ledger did not forget: {Unforgotten}. Damaged records of attached files: {Damaged}.")]
    internal static partial void Swept(ILogger logger, int contacts, int attachments, int numbers, int left, int expiring, int unforgotten, int damaged);

    [LoggerMessage(3002, LogLevel.Error, "The sweep failed; the next round tries again.")]
    internal static partial void NotSwept(ILogger logger, Exception error);
}
