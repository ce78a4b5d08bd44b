using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.Storage;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>What follows reflecting: files and boxes, the client's page, and the end of every period.</summary>
internal sealed class SharingFlows(HuntOffice office, Haul haul, Steps steps)
{
    private const int RoundsUntilParked = 4;
    private static readonly DeskOperator s_clerk = new("clerk-1", "担当 一");
    private static readonly DeskOperator s_stranger = new("stranger");
    private static readonly EstablishmentId s_establishment = EstablishmentId.Parse("E001");
    private static readonly AttachmentKey s_boxed = new(ContactKey.Parse("E001/c-20260401-0001"), OfficeSecrets.BoxedName);
    private static readonly AttachmentKey s_loose = new(ContactKey.Parse("E001/c-20260325-0002"), OfficeSecrets.LooseName);

    /// <summary>File management, while the files are kept.</summary>
    internal async Task ManageFilesAsync()
    {
        await steps.TakeAsync("file list", async () => await office.Files.ListAsync(new(), s_clerk));
        await steps.TakeAsync("file list to a stranger", async () => await office.Files.ListAsync(new(), s_stranger));
        foreach (AttachmentKey file in (AttachmentKey[])[s_boxed, s_loose])
        {
            await steps.TakeAsync("file open", () => OpenAsync(file, s_clerk));
            await steps.TakeAsync("file open by a stranger", () => OpenAsync(file, s_stranger));
        }

        await steps.TakeAsync("file open mistyped", () => OpenAsync(s_boxed with { Id = OfficeSecrets.Numbers[10] }, s_clerk));
        foreach (string again in (string[])["file store", "file store again"])
            await steps.TakeAsync(again, () => StoreAsync(s_boxed));
        await steps.TakeAsync("file store by a stranger", async () => await office.Files.StoreAsync(s_boxed, s_stranger));
        await steps.TakeAsync("file store mistyped", async () => await office.Files.StoreAsync(s_boxed with { Id = OfficeSecrets.Numbers[10] }, s_clerk));
        await steps.TakeAsync("file key", () =>
        {
            Assert.False(AttachmentKey.TryParse($"E001/{OfficeSecrets.Numbers[10]}", out AttachmentKey none));
            return Task.FromResult<object?>(none.Id);
        });
        await steps.TakeAsync("box list", async () => await office.Box.ListAsync(s_establishment, await NewcomerAsync(), CancellationToken.None));
        await steps.TakeAsync("box open", async () => Bytes("box open", await office.Box.OpenAsync(s_establishment, await NewcomerAsync(), s_boxed, CancellationToken.None)));
    }

    /// <summary>The client's page is out of order until messages are parked; then it works, and they are released.</summary>
    internal async Task DeliverAsync()
    {
        office.Page.IsBroken = true;
        for (int round = 0; round < RoundsUntilParked; round++)
        {
            await DeliverOnceAsync();
            office.Time.Advance(TimeSpan.FromHours(2));
        }

        office.Page.IsBroken = false;
        await steps.TakeAsync("release", async () =>
        {
            IReadOnlyList<OutboxEntry> parked = await office.Outbox.ListAsync(OutboxState.Parked, 1000, CancellationToken.None);
            foreach (OutboxEntry entry in parked)
                await office.Outbox.ReleaseAsync(entry.Sequence, office.Time.GetUtcNow(), CancellationToken.None);
            return parked;
        });
        await DeliverOnceAsync();
    }

    /// <summary>The files' period ends before their notices'.</summary>
    internal async Task ExpireFilesAsync()
    {
        office.Time.Advance(TimeSpan.FromDays(31));
        await SweepAsync("sweep files");
        await steps.TakeAsync("file open expired", () => OpenAsync(s_loose, s_clerk));
        await steps.TakeAsync("file store expired", () => StoreAsync(s_loose));
        await steps.TakeAsync("file list expired", async () => await office.Files.ListAsync(new(), s_clerk));
    }

    /// <summary>The notices' period ends: what is left is what outlives them.</summary>
    internal async Task EraseAsync()
    {
        await SweepAsync("sweep notices");
        await steps.TakeAsync("file open erased", () => OpenAsync(s_loose, s_clerk));
        await DeliverOnceAsync();
    }

    private async Task DeliverOnceAsync()
    {
        await steps.TakeAsync("deliver", async () => await office.Delivery.DeliverAsync());
        await steps.TakeAsync("outbox", async () =>
        {
            IReadOnlyList<OutboxEntry> entries = await office.Outbox.ListAsync(null, 1000, CancellationToken.None);
            foreach (OutboxEntry entry in entries)
                haul.AddObject("outbox", entry);
            return entries;
        });
    }

    private async Task SweepAsync(string step)
    {
        await steps.TakeAsync($"{step}, preview", async () => await office.Retention.PreviewAsync(DateOnly.FromDateTime(office.Time.GetUtcNow().Date)));
        await steps.TakeAsync(step, async () => await office.Retention.SweepAsync());
    }

    private async Task<object?> OpenAsync(AttachmentKey file, DeskOperator clerk) => Bytes("file open", await office.Files.OpenAsync(file, clerk));

    private async Task<object?> StoreAsync(AttachmentKey file)
    {
        FilingResult result = await office.Files.StoreAsync(file, s_clerk);
        haul.AddObject("result of file store", result);
        return result is FilingResult.Done done ? done.Outcome : result;
    }

    /// <summary>A file's content is the client's, and whoever opens it may see it.</summary>
    private AttachmentContent Bytes(string step, AttachmentContent content)
    {
        if (content is AttachmentContent.Intact intact)
            haul.Add($"result of {step}", intact.Bytes.Span);
        return content;
    }

    private async Task<EmployeeNumber> NewcomerAsync() =>
        await office.Store.FindAsync(s_boxed.Contact, CancellationToken.None) is { } hire && hire.Attempts.LastOrDefault(attempt => attempt.Receipt?.AssignedNumbers.Count > 0) is { } attempt
            ? attempt.Receipt!.AssignedNumbers.Values.Single()
            : EmployeeNumber.Parse("9999");
}
