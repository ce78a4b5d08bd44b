using CellsContact.Contacts;
using Microsoft.Extensions.Logging;

namespace CellsContact.Intake;

/// <summary>What receiving writes to the log: ids and rule ids only.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Notice {Key} was received from {SenderId} with {Warnings} warnings.")]
    internal static partial void Accepted(ILogger logger, ContactKey key, string senderId, int warnings);

    [LoggerMessage(1002, LogLevel.Information, "Notice {Key} from {SenderId} was there already.")]
    internal static partial void Duplicate(ILogger logger, ContactKey key, string senderId);

    [LoggerMessage(1003, LogLevel.Warning, "Notice {Key} from {SenderId} was rejected: {RuleIds}.")]
    internal static partial void Rejected(ILogger logger, ContactKey? key, string senderId, string ruleIds);

    [LoggerMessage(1004, LogLevel.Information, "Notice {Key} from {SenderId} was sent again after its retention had ended.")]
    internal static partial void Expired(ILogger logger, ContactKey key, string senderId);
}
