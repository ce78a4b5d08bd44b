using Microsoft.Extensions.Logging;

namespace CellsContact.MyPages;

/// <summary>What delivering logs: ids only.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "Message {Id} was not delivered at attempt {Attempt}: {Reason}. Parked: {IsParked}.")]
    internal static partial void NotDelivered(ILogger logger, string id, int attempt, string reason, bool isParked);

    [LoggerMessage(4002, LogLevel.Error, "The outbox could not be worked through; the next round tries again.")]
    internal static partial void RoundFailed(ILogger logger, Exception error);
}
