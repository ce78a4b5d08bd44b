using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SmokeTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Smoke()
    {
        EntityFrameworkCoreMyNumberVault vault = new(_file.OpenDatabase(), new(new EphemeralDataProtectionProvider()), TimeProvider.System);
        MyNumberSlot slot = new(ContactKey.Parse("E001/a"), "myNumber");
        MyNumberSlot other = new(ContactKey.Parse("E001/b"), "myNumber");
        MyNumberOwner owner = new(slot.Contact.Establishment, EmployeeNumber.Parse("1"), new DependentKey(new(2020, 1, 2), "太郎"));
        MyNumber.TryParse("123456789018", out MyNumber? number);
        Assert.True(await vault.PutAsync(slot, number!, default));
        Assert.True(await vault.PutAsync(other, number!, default));
        Assert.True(await vault.LinkAsync(slot, owner, null, default));
        Assert.True(await vault.LinkAsync(other, owner, new(2030, 1, 1), default));
        Assert.Equal(MyNumberState.Former, (await vault.FindAsync(slot, default))!.State);
        Assert.Equal(other, (await vault.FindAsync(owner, default))!.Slot);
        Assert.Single(await vault.FindSameAsync(slot, default));
        Assert.Equal(number, await vault.RevealAsync(slot, default));
        await vault.UnlinkAsync(other, default);
        IReadOnlyList<MyNumberEntry> page = await vault.ListErasableAsync(DateTimeOffset.UtcNow.AddDays(1), new(2031, 1, 1), null, 1, default);
        Assert.Single(page);
        Assert.Single(await vault.ListErasableAsync(DateTimeOffset.UtcNow.AddDays(1), new(2031, 1, 1), page[0], 10, default));
        Assert.True(await vault.EraseAsync(slot, null, default));
        Assert.False(await vault.EraseAsync(other, DateTimeOffset.UtcNow.AddDays(-1), default));
        await vault.EraseHeldAsync(other.Contact, default);
        Assert.Null(await vault.FindAsync(other, default));

        EntityFrameworkCoreMyNumberAccessLog log = new(_file.OpenDatabase());
        MyNumberAccessBook book = new(log, TimeProvider.System, Options.Create(new MyNumberOptions { LogKey = new byte[32] }));
        MyNumberAccess access = new(slot.Contact.Establishment, "a", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done);
        for (int i = 0; i < 1203; i++)
            await log.AppendAsync(slot.Contact.Establishment, $"e{i}", last => new((last?.Number ?? 0) + 1, DateTimeOffset.UnixEpoch, $"e{i}", access.About(owner), last?.Seal ?? "", $"s{i}"), default);
        List<long> read = [];
        await foreach (MyNumberAccessRecord record in log.ReadAsync(slot.Contact.Establishment, default))
            read.Add(record.Number);
        Assert.Equal(Enumerable.Range(1, 1203).Select(i => (long)i), read);
        Assert.Equal(2, (await book.ListAsync(new() { Limit = 2, Results = [MyNumberAccessResult.Done], Kind = MyNumberAccessKind.Reveal, ActorId = "a", Since = DateTimeOffset.UnixEpoch })).Count);
        Assert.Single(await book.ListEstablishmentsAsync());
    }
}
