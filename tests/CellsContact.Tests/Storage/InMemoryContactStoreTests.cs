using CellsContact.Contacts;
using CellsContact.Storage;

namespace CellsContact.Tests.Storage;

public sealed class InMemoryContactStoreTests
{
    private static readonly EstablishmentId s_e001 = EstablishmentId.Parse("E001");

    [Fact]
    public async Task RecordAsync_Refusals_AreListedNewestFirst()
    {
        InMemoryContactStore log = new InMemoryContactStore();
        DateTimeOffset at = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
        for (int i = 1; i <= 3; i++)
            await log.RecordAsync(new(at.AddMinutes(-i), $"client-{i}", s_e001, "sender.establishment"), CancellationToken.None);
        Assert.Equal(["client-3", "client-2"], (await log.ListAsync(2, CancellationToken.None)).Select(refusal => refusal.SenderId));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await log.ListAsync(0, CancellationToken.None));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(1001)]
    public void Limit_OutOfRange_IsRefused(int limit) => Assert.Throws<ArgumentOutOfRangeException>(() => new ContactStoreQuery { Limit = limit });
}
