using CellsContact.MyPages;

namespace CellsContact.Torture.Victims;

/// <summary>The client's page, with a step before and after each delivery.</summary>
internal sealed class WatchedPage(IMyPage page, KillSwitch kill) : IMyPage
{
    public async ValueTask PublishAsync(PublishedPerson person, CancellationToken token) =>
        await kill.WatchAsync("page.publish", () => page.PublishAsync(person, token));

    public async ValueTask ShareAsync(SharedStatus status, CancellationToken token) =>
        await kill.WatchAsync("page.share", () => page.ShareAsync(status, token));
}
