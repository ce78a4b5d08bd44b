using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Torture.Victims;

/// <summary>The application's personal boxes, with a step before and after each file.</summary>
internal sealed class WatchedBox(IPersonalBox box, KillSwitch kill) : IPersonalBox
{
    public ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token) =>
        kill.WatchAsync("box.store", () => box.StoreAsync(file, content, token));

    public ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token) =>
        box.ListAsync(establishment, number, token);

    public ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token) =>
        box.OpenAsync(establishment, number, source, token);
}
