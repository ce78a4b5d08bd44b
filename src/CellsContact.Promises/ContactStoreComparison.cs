using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Whether two notices are the same in everything a store keeps, and if not, in what they differ.</summary>
internal static class ContactStoreComparison
{
    internal static void Same(ContactEntry expected, ContactEntry? actual)
    {
        ThrowUnless(actual is not null, $"{expected.Key} is not there");
        Same("the notice", ContactJson.Serialize(expected.Contact), ContactJson.Serialize(actual!.Contact));
        Same("the instant of receipt", expected.Received.ReceivedAt, actual.Received.ReceivedAt);
        Same("the sender", expected.Received.SenderId, actual.Received.SenderId);
        Same("the content's hash", expected.Received.ContentHash, actual.Received.ContentHash);
        Same("the status", expected.Status, actual.Status);
        Same("whether it is reflected", expected.IsReflected, actual.IsReflected);
        Same("the version", expected.Version, actual.Version);
        Same("the draft", AttemptJson.WriteEdits(expected.Draft), AttemptJson.WriteEdits(actual.Draft));
        Same("the length of the history", expected.History.Count, actual.History.Count);
        for (int i = 0; i < expected.History.Count; i++)
            Same($"move {i + 1} of the history", expected.History[i], actual.History[i]);
        Same("the number of attempts", expected.Attempts.Count, actual.Attempts.Count);
        for (int i = 0; i < expected.Attempts.Count; i++)
            Same($"attempt {i + 1}", expected.Attempts[i], actual.Attempts[i]);
    }

    internal static void Same(string what, SaveAttempt expected, SaveAttempt actual)
    {
        Same($"{what}: the notice", expected.Contact, actual.Contact);
        Same($"{what}: the number", expected.Number, actual.Number);
        Same($"{what}: the set's id", expected.ChangeSet.Id, actual.ChangeSet.Id);
        Same($"{what}: the set's kind", expected.ChangeSet.Kind, actual.ChangeSet.Kind);
        Same($"{what}: the set's operator", expected.ChangeSet.OperatorName, actual.ChangeSet.OperatorName);
        Same($"{what}: the set's hash", expected.ChangeSet.Hash, actual.ChangeSet.Hash);
        Same($"{what}: the changes", AttemptJson.WriteChanges(expected.ChangeSet.Changes), AttemptJson.WriteChanges(actual.ChangeSet.Changes));
        Same($"{what}: the move", expected.Move, actual.Move);
        Same($"{what}: the edits", AttemptJson.WriteEdits(expected.Edits), AttemptJson.WriteEdits(actual.Edits));
        ThrowUnless(expected.WithoutColumn.SequenceEqual(actual.WithoutColumn), $"{what}: the fields without a column differ");
        Same($"{what}: the effects on numbers", AttemptJson.WriteNumbers(expected.Numbers), AttemptJson.WriteNumbers(actual.Numbers));
        Same($"{what}: the person", expected.Person, actual.Person);
        Same($"{what}: whether the client is told", expected.Publish, actual.Publish);
        Same($"{what}: whether the files are stored", expected.StoreAttachments, actual.StoreAttachments);
        Same($"{what}: the decision", expected.DecisionHash, actual.DecisionHash);
        Same($"{what}: the state", expected.State, actual.State);
        Same($"{what}: the end", expected.EndedAt, actual.EndedAt);
        Same($"{what}: whether there is a receipt", expected.Receipt is not null, actual.Receipt is not null);
        if (expected.Receipt is { } receipt)
            Same(what, receipt, actual.Receipt!);
    }

    internal static void Same<T>(string what, T expected, T actual) =>
        ThrowUnless(EqualityComparer<T>.Default.Equals(expected, actual), $"{what} differs");

    private static void Same(string what, LedgerReceipt expected, LedgerReceipt actual)
    {
        Same($"{what}: the receipt's id", expected.Id, actual.Id);
        Same($"{what}: the receipt's hash", expected.Hash, actual.Hash);
        Same($"{what}: the receipt's instant", expected.AppliedAt, actual.AppliedAt);
        ThrowUnless(expected.AssignedNumbers.Count == actual.AssignedNumbers.Count
            && expected.AssignedNumbers.All(pair => actual.AssignedNumbers.TryGetValue(pair.Key, out EmployeeNumber number) && number == pair.Value),
            $"{what}: the assigned numbers differ");
    }
}
