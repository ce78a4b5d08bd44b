using CellsContact.MyPages;
using CellsContact.Storage;

namespace CellsContact.Torture.Victims;

/// <summary>Delivers to the client's page beside the work at the desk.</summary>
internal sealed class Sharing(IOutbox outbox, MyPageDelivery delivery)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private Task _delivering = Task.CompletedTask;

    /// <summary>Begins to deliver what the work so far has made due.</summary>
    internal async Task GoOnAsync()
    {
        await _delivering;
        _delivering = Task.Run(() => delivery.DeliverAsync());
    }

    /// <summary>Delivers until nothing waits.</summary>
    internal async Task FinishAsync()
    {
        await _delivering;
        while ((await outbox.ListAsync(OutboxState.Waiting, 1, CancellationToken.None)).Count > 0)
        {
            await delivery.DeliverAsync();
            await Task.Delay(s_pause);
        }
    }
}
