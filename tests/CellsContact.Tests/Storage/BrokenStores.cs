using CellsContact.Contacts;
using CellsContact.Promises;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

/// <summary>For every promise a store that breaks it.</summary>
internal static class BrokenStores
{
    private static readonly EstablishmentId s_first = EstablishmentId.Parse("E001");

    private static readonly OutboxEntry s_ghost = new(1, new OutgoingMessage.StatusChanged("ghost", new(s_first, ContactId.Parse("c-0"))), OutboxState.Waiting, default, 0, default, null);

    internal static IReadOnlyDictionary<string, Func<InMemoryStoreHarness>> All { get; } = new Dictionary<string, Func<InMemoryStoreHarness>>
    {
        // Receiving
        ["A received notice is 未, of version 1, without draft, history and attempts."] =
            Seen(entry => entry with { Version = entry.Version - 1 }),
        ["A notice comes back as it was received, with characters outside the basic plane and unknown properties."] =
            Seen(entry => entry with { Received = entry.Received with { Contact = entry.Contact with { UnknownProperties = null } } }),
        ["Instants come back equal to the microsecond, whatever their offset."] =
            Seen(entry => entry with { Received = entry.Received with { ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(entry.Received.ReceivedAt.ToUnixTimeMilliseconds()) } }),
        ["The same notice again is a duplicate and changes nothing."] =
            Broken(inner => new(inner) { Added = outcome => outcome == AddOutcome.Duplicate ? AddOutcome.DifferentContent : outcome }),
        ["Another content under a known key is told and not stored."] =
            Broken(inner => new(inner) { Added = outcome => outcome == AddOutcome.DifferentContent ? AddOutcome.Duplicate : outcome }),
        ["A notice nobody sent is not found."] = Broken(inner => new FindsSomething(inner)),
        ["The same id at another establishment is another notice."] = Broken(inner => new(inner)
        {
            Received = received => received with { Contact = received.Contact with { EstablishmentId = s_first } },
            Key = key => key with { Establishment = s_first },
        }),
        ["Ids that differ by case only are two notices."] = Broken(inner => new(inner)
        {
            Received = received => received with { Contact = received.Contact with { Id = Lower(received.Contact.Id) } },
            Key = key => key with { Id = Lower(key.Id) },
        }),
        ["A notice without a key is refused."] = Broken(inner => new Swallows(inner)),

        // Listing
        ["A list is newest receipt first, by the order of receiving."] = Listed(query => query, items => items.OrderByDescending(item => item.Received.ReceivedAt)),
        ["A page ends at its limit, and the next begins where its last sequence says."] = Listed(query => query with { BeforeSequence = query.BeforeSequence + 1 }),
        ["A list can be oldest receipt first, and its next page begins where its last sequence says."] = Listed(query => query with { AfterSequence = query.AfterSequence - 1 }),
        ["A list can be of some establishments; of none it is empty."] = Listed(query => query.Establishments is [] ? query with { Establishments = null } : query),
        ["A list can be of a time: from its first instant, before its last."] = Listed(query => query with { ReceivedBefore = query.ReceivedBefore?.AddMicroseconds(1) }),
        ["A list can be of one kind."] = Listed(query => query with { Kind = null }),
        ["A list can be of one status."] = Listed(query => query with { Status = null }),
        ["A list can be of notices with any of some search keys; of none it is empty."] = Listed(query => query with { AnyKey = query.AnyKey?.Take(1).ToList() }),
        ["A list can be of the notices with an open attempt."] = Listed(query => query with { OnlyOpenAttempts = false }),
        ["Every condition of a list has to be met."] = Listed(query => query.AnyKey is null ? query : query with { Establishments = null }),
        ["A list tells of a notice what finding it tells."] = Listed(query => query, items => items.Select(item => item with { HasOpenAttempt = false })),

        // Preparing
        ["Preparing freezes the attempt: set, move, edits and decision come back as they were."] = Seen(entry => WithAttempts(entry, attempt => attempt with { Edits = [] })),
        ["Preparing freezes what is done with numbers, the same with each kind of subject."] = Seen(entry => WithAttempts(entry, attempt => attempt with { Numbers = [] })),
        ["Preparing freezes whom it is about, numbered or not, and what is asked for besides."] = Seen(entry => WithAttempts(entry, attempt => attempt with { Publish = false })),
        ["Preparing does not move the notice."] = Seen(entry => entry.OpenAttempt is null ? entry : entry with { Status = entry.OpenAttempt.Move.To }),
        ["While an attempt is open, another one is answered with it and not written."] =
            Broken(inner => new(inner) { Prepared = (outcome, mine) => outcome is StoreOutcome.InProgress ? new StoreOutcome.InProgress(mine) : outcome }),
        ["Of twenty attempts at once one is prepared, and every other is answered with it."] = Broken(inner => new ChecksThenActs(inner)),
        ["An attempt computed from an old version is stale and not written."] = Broken(inner => new LastWriterWins(inner)),
        ["An attempt whose number is not the next one is stale and not written."] = Broken(inner => new Renumbers(inner)),
        ["Preparing for a notice nobody sent answers that there is none."] =
            Broken(inner => new(inner) { Prepared = (outcome, mine) => outcome is StoreOutcome.NotFound ? new StoreOutcome.InProgress(mine) : outcome }),
        ["An attempt that contradicts itself is a programmer error and not written."] = Broken(inner => new Swallows(inner)),
        ["An attempt whose move is none of the status table is a programmer error and not written."] = Broken(inner => new Swallows(inner)),

        // Taking up
        ["Taking an open attempt up changes nothing of the notice but its version."] =
            Broken(inner => new(inner) { TakenUp = outcome => outcome is StoreOutcome.Done done ? new StoreOutcome.Done(done.Entry with { Draft = [] }) : outcome }),
        ["Taking up an attempt that is not open answers with the notice and changes nothing."] =
            Broken(inner => new(inner) { TakenUp = outcome => outcome is StoreOutcome.Stale stale ? new StoreOutcome.Done(stale.Entry) : outcome }),
        ["Taking up for a notice nobody sent answers that there is none."] =
            Broken(inner => new(inner) { TakenUp = outcome => outcome is StoreOutcome.NotFound ? throw new KeyNotFoundException() : outcome }),
        ["An attempt is abandoned only by the version it was prepared or last taken up with; by another nothing changes."] = Broken(inner => new LastWriterWins(inner)),
        ["Of ten who take an attempt up at once each is answered with a version of its own, and only the last one's abandons it."] = Broken(inner => new ChecksThenActs(inner)),

        // Ending
        ["Completing makes exactly the frozen move, keeps the receipt and clears the draft."] = Seen(entry => WithAttempts(entry, attempt => attempt with { Receipt = null })),
        ["Completing again changes nothing."] = Broken(inner => new EndsTwice(inner)),
        ["Completing from ten tasks at once makes one move."] = Broken(inner => new EndsTwice(inner)),
        ["Completing with another set's receipt is a programmer error and changes nothing."] = Broken(inner => new Swallows(inner)),
        ["Completing an attempt that there is none of is a programmer error and changes nothing."] = Broken(inner => new Swallows(inner)),
        ["Completing the last attempt although it was abandoned makes its move, while the notice has not moved."] = Broken(inner => new InsistsOnAbandoning(inner)),
        ["Completing an abandoned attempt of a notice that has gone on since is a programmer error and changes nothing."] = Broken(inner => new Swallows(inner)),
        ["Abandoning ends the attempt and leaves the notice where it was."] = Seen(entry => entry.Attempts is [.., { State: AttemptState.Abandoned }] ? entry with { Draft = [] } : entry),
        ["Abandoning again changes nothing."] = Broken(inner => new EndsTwice(inner)),
        ["Abandoning an attempt that was completed changes nothing."] = Broken(inner => new EndsTwice(inner)),
        ["Abandoning an attempt that there is none of is a programmer error and changes nothing."] = Broken(inner => new Swallows(inner)),
        ["After an abandoned attempt the next one can be prepared and completed."] =
            Seen(entry => entry.Attempts is [{ State: AttemptState.Abandoned }, _] ? entry with { Attempts = [entry.Attempts[1]] } : entry),
        ["Completing an undo takes the reflection back, and the notice can be reflected anew."] =
            Seen(entry => entry with { IsReflected = entry.Attempts.Any(attempt => attempt.State == AttemptState.Completed) }),
        ["A confirmed My Number notice is reflected."] = Seen(entry => entry with { IsReflected = entry.IsReflected && entry.History is not [.., { Action: ContactAction.Confirm }] }),

        // Moving
        ["A move changes the status and is kept with everything said about it."] =
            Seen(entry => entry with { History = [.. entry.History.Select(move => move with { Memo = move.MessageToClient })] }),
        ["A draft comes back as it was kept, with JSON values of every kind."] =
            Seen(entry => entry with { Draft = [.. entry.Draft.Select(edit => edit.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? Edit.Set(edit.Path, "") : edit)] }),
        ["A move without edits keeps the draft, one with none clears it."] = Broken(inner => new LosesDrafts(inner)),
        ["While an attempt is open the notice does not move."] =
            Broken(inner => new(inner) { Moved = outcome => outcome is StoreOutcome.InProgress ? new StoreOutcome.NotFound() : outcome }),
        ["A move decided on an old version is stale and not made."] = Broken(inner => new LastWriterWins(inner)),
        ["Moving a notice nobody sent answers that there is none."] =
            Broken(inner => new(inner) { Moved = outcome => outcome is StoreOutcome.NotFound ? throw new KeyNotFoundException() : outcome }),
        ["A move that is none of the status table is a programmer error and not made."] = Broken(inner => new Swallows(inner)),
        ["The history is every move in the order they were made."] = Seen(entry => entry with { History = [.. entry.History.OrderBy(move => move.At)] }),
        ["Taking 手続完了 back leads to 登録済 if reflected and to 未 if not."] =
            Seen(entry => entry.History is [.., { Action: ContactAction.Reopen }] ? entry with { Status = ContactStatus.Unprocessed } : entry),
        ["The version grows by one with every change."] = Seen(entry => entry with { Version = 1 + entry.History.Count }),

        // Telling
        ["Completing tells the status, and of a published person the number that the ledger gave."] = Told(entries => entries.Where(entry => entry.Message is OutgoingMessage.StatusChanged)),
        ["Completing tells of a published person whom the ledger knew by that number."] =
            Told(entries => entries.Select(entry => entry.Message is OutgoingMessage.PersonChanged person ? entry with { Message = person with { Number = EmployeeNumber.Parse("0027") } } : entry)),
        ["Completing what is not published tells the status only."] = Broken(inner => new PublishesEverybody(inner)),
        ["Completing again tells nothing more, delivered or not."] = () => new(outbox: outbox => new NeverDone(outbox)),
        ["Completing from ten tasks at once tells it once."] = Told(entries => entries.Concat(entries)),
        ["A move tells the status when it changes it or has a message to the client; a draft tells nothing."] = Broken(inner => new LosesTheMessage(inner)),
        ["Receiving, preparing, taking up and abandoning tell nothing."] = Told(entries => entries.Append(s_ghost)),
        ["What is refused tells nothing."] = Told(entries => entries.Append(s_ghost)),
        ["Each message has an id of its own, and a later one a larger place."] = Told(entries => entries.Select(entry => entry with { Message = entry.Message with { Id = entry.Message.Order } })),
        ["Messages outlast the notice they are about."] = Broken(inner => new ErasesItsMessages((InMemoryContactStore)inner)),
        ["Messages are still there after reopening."] = () => new(losesEverything: true),

        // Erasing
        ["An erased notice is neither found nor listed, by none of its keys either."] = Broken(inner => new ErasesNothing(inner)),
        ["An erased notice that is sent again is expired, whatever its content, and not stored."] = ForgetsTombstones(),
        ["Erasing leaves every other notice as it was, one with the same id elsewhere too."] = Broken(inner => new ErasesTheIdElsewhere(inner)),
        ["A notice with an open attempt is not erased, and answered as left."] = Broken(inner => new AnswersAllAsErased(inner)),
        ["Erasing again, or what is not there, erases nothing and leaves no trace."] = Broken(inner => new AnswersAllAsErased(inner)),
        ["Writing to an erased notice answers that there is none."] =
            Broken(inner => new(inner) { Prepared = (outcome, mine) => outcome is StoreOutcome.NotFound ? new StoreOutcome.InProgress(mine) : outcome }),
        ["Of ten who erase the same notices at once each notice is one's alone."] = Broken(inner => new AnswersAllAsErased(inner)),
        ["No sequence is used again after an erasure."] = Listed(query => query, items => items.Select(item => item with { Sequence = 1 })),
        ["More than a thousand notices at once are refused, and none is erased."] = Broken(inner => new ErasesInChunks(inner)),
        ["Releasing what was erased, once or twice, changes nothing of what is kept."] = ForgetsTombstones(),
        ["What was erased is expired after reopening too."] = () => new(losesEverything: true),

        // Lasting
        ["Of twenty adds of one key at once one is stored."] =
            Broken(inner => new(inner) { Added = outcome => outcome == AddOutcome.Duplicate ? AddOutcome.Added : outcome }),
        ["Twenty notices added at once are all stored, each with a sequence of its own."] = Listed(query => query, items => items.Select(item => item with { Sequence = 1 })),
        ["Of ten moves on one version at once one is made."] = Broken(inner => new LastWriterWins(inner)),
        ["A call that is cancelled before it begins writes nothing."] = Broken(inner => new(inner) { Token = _ => CancellationToken.None }),
        ["A notice that was read does not change under its reader."] = Broken(inner => new HandsOutItsHistory(inner)),
        ["What the caller does with a list it handed in does not reach the store."] = Broken(inner => new KeepsTheCallersList(inner)),
        ["Everything is still there after reopening."] = () => new(losesEverything: true),
        ["Any sequence of writes leaves what the rules say."] = Broken(inner => new ForgetsLateMoves(inner)),
    };

    private static Func<InMemoryStoreHarness> Broken(Func<IContactStore, BrokenStore> wrap) => () => new(wrap);

    private static Func<InMemoryStoreHarness> ForgetsTombstones() => Broken(inner => new(inner) { Added = outcome => outcome == AddOutcome.Expired ? AddOutcome.Duplicate : outcome });

    private static Func<InMemoryStoreHarness> Told(Func<IReadOnlyList<OutboxEntry>, IEnumerable<OutboxEntry>> entries) =>
        () => new(outbox: outbox => new BrokenOutbox(outbox) { Entries = entries });

    private static Func<InMemoryStoreHarness> Seen(Func<ContactEntry, ContactEntry> entry) => Broken(inner => new(inner) { Entry = entry });

    private static Func<InMemoryStoreHarness> Listed(
        Func<ContactStoreQuery, ContactStoreQuery> query,
        Func<IReadOnlyList<ContactListItem>, IEnumerable<ContactListItem>>? items = null) =>
        Broken(inner => items is null ? new(inner) { Query = query } : new(inner) { Query = query, Items = items });

    private static ContactEntry WithAttempts(ContactEntry entry, Func<SaveAttempt, SaveAttempt> change) =>
        entry with { Attempts = [.. entry.Attempts.Select(change)] };

    private static ContactId Lower(ContactId id) => id.IsUnset ? id : ContactId.Parse(id.Value.ToLowerInvariant());
}
