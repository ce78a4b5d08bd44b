using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyPages;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Torture;

/// <summary>A message that the client's page never takes: it fails in twenty hosts, one after the other, is parked, and is in nobody's way.</summary>
public sealed class ParkingTests
{
    private const int Attempts = 20;

    /// <summary>Longer than the longest wait.</summary>
    private static readonly TimeSpan s_later = TimeSpan.FromHours(2);

    [Fact]
    public async Task Deliver_AMessageThatFailsTwentyTimes_IsParkedAndHoldsUpNobodyElse()
    {
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        TrialNotice[] hires = [.. TrialNotices.Of(seed: 1, people: Attempts + 1, OfficeFolder.Establishment).Where(notice => (string?)notice.Message["kind"] == "hire").Select(notice => notice.Shared())];
        ContactKey poisoned = hires[0].Key;
        PoisonedPage page = new(poisoned);
        for (int attempt = 1; attempt <= Attempts; attempt++)
        {
            await using TrialOffice office = await OpenAsync(folder, page, s_later * attempt);
            await DecideAsync(office, hires[attempt - 1]);

            // Each new notice is told at once, status and person; of the poisoned one only the person.
            Assert.Equal(attempt == 1 ? 1 : 2, await office.Delivery.DeliverAsync());
            Assert.Equal(attempt, page.Failures);
            OutboxEntry left = Assert.Single(await office.Outbox.ListAsync(state: null, 10, CancellationToken.None));
            Assert.Equal(
                (new OutgoingMessage.StatusChanged(left.Message.Id, poisoned), attempt, nameof(InvalidOperationException), attempt < Attempts ? OutboxState.Waiting : OutboxState.Parked),
                (left.Message, left.Attempts, left.LastError, left.State));
        }

        await using (TrialOffice office = await OpenAsync(folder, page, s_later * (Attempts + 1)))
        {
            // What the same notice has to tell next goes past it.
            Assert.IsType<SaveResult.Saved>(await office.DecideAsync(poisoned, TrialOffice.Clerk, ContactDecision.Complete));
            await DecideAsync(office, hires[Attempts]);
            Assert.Equal(3, await office.Delivery.DeliverAsync());
            Assert.Equal(ContactStatus.Completed, StatusOf(poisoned));
            Assert.Equal(Attempts, page.Failures);
            OutboxEntry parked = Assert.Single(await office.Outbox.ListAsync(OutboxState.Parked, 10, CancellationToken.None));

            // Released and taken at last, it is the older one: the page keeps what it shows.
            page.Mend();
            Assert.True(await office.Outbox.ReleaseAsync(parked.Sequence, TrialOffice.Hours.GetUtcNow(), CancellationToken.None));
            Assert.Equal(1, await office.Delivery.DeliverAsync());
            Assert.Equal(ContactStatus.Completed, StatusOf(poisoned));
            Assert.Empty(await office.Outbox.ListAsync(state: null, 10, CancellationToken.None));
        }

        folder.Delete();

        ContactStatus StatusOf(ContactKey key) => page.Shown.Statuses(OfficeFolder.Establishment).Single(status => status.Contact == key).Status;
    }

    private static Task<TrialOffice> OpenAsync(OfficeFolder folder, PoisonedPage page, TimeSpan later) => TrialOffice.OpenAsync(
        folder, services => services.AddSingleton<IMyPage>(page).AddSingleton<TimeProvider>(new LaterHours(later)));

    private static async Task DecideAsync(TrialOffice office, TrialNotice notice)
    {
        await office.ReceiveAsync(notice);
        Assert.IsType<SaveResult.Saved>(await office.DecideAsync(notice.Key, TrialOffice.Clerk, notice.Decision!));
    }

    /// <summary>A page that cannot take the first message about a notice.</summary>
    private sealed class PoisonedPage(ContactKey poisoned) : IMyPage
    {
        private bool _isMended;
        private long? _version;

        internal InMemoryMyPage Shown { get; } = new();

        internal int Failures { get; private set; }

        public ValueTask PublishAsync(PublishedPerson person, CancellationToken token) => Shown.PublishAsync(person, token);

        public ValueTask ShareAsync(SharedStatus status, CancellationToken token)
        {
            if (_isMended || status.Contact != poisoned || status.Version != (_version ??= status.Version))
                return Shown.ShareAsync(status, token);
            Failures++;
            throw new InvalidOperationException("The page cannot take this one.");
        }

        internal void Mend() => _isMended = true;
    }

    private sealed class LaterHours(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => TrialOffice.Hours.GetUtcNow() + later;
    }
}
