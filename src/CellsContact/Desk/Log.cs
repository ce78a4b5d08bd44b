using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using Microsoft.Extensions.Logging;

namespace CellsContact.Desk;

/// <summary>What the desk logs: ids only.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Change set {ChangeSet} is in the ledger and its notice has moved.")]
    internal static partial void AttemptCompleted(ILogger logger, ChangeSetId changeSet);

    [LoggerMessage(2002, LogLevel.Warning, "Change set {ChangeSet} was not applied: {Conflicts} conflicts.")]
    internal static partial void AttemptConflicted(ILogger logger, ChangeSetId changeSet, int conflicts);

    [LoggerMessage(2006, LogLevel.Error, "Attachment {Position} of notice {Contact} was not put into the personal box: {Reason}. Store it again from file management.")]
    internal static partial void FileNotStored(ILogger logger, int position, ContactKey contact, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "The number at {Slot} is not in the vault any more; nothing was linked.")]
    internal static partial void NumberGone(ILogger logger, MyNumberSlot slot);

    [LoggerMessage(2003, LogLevel.Warning, "Change set {ChangeSet} was given up before writing: {Reason}.")]
    internal static partial void AttemptGivenUp(ILogger logger, ChangeSetId changeSet, string reason);

    [LoggerMessage(2005, LogLevel.Information, "Change set {ChangeSet} stays open: somebody else has taken it up.")]
    internal static partial void AttemptLeft(ILogger logger, ChangeSetId changeSet);
}
