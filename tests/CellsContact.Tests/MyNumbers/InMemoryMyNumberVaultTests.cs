using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

public sealed class InMemoryMyNumberVaultTests
{
    private static readonly ContactKey s_key = ContactKey.Parse("E001/a");
    private readonly InMemoryMyNumberVault _vault = new();
    private readonly MyNumber _number = Read("123456789018");
    private readonly MyNumber _other = Read("621498320257");

    [Fact]
    public async Task Put_SameAgain_IsTrueAndAnotherIsRefused()
    {
        MyNumberSlot slot = new(s_key, "myNumber");

        Assert.True(await _vault.PutAsync(slot, _number, default));
        Assert.True(await _vault.PutAsync(slot, Read("123456789018"), default));
        Assert.False(await _vault.PutAsync(slot, _other, default));
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(slot, _number, default));
        Assert.Equal(MyNumberMatch.Other, await _vault.MatchesAsync(slot, _other, default));
    }

    [Fact]
    public async Task Erase_OneNotice_LeavesTheOthers()
    {
        MyNumberSlot child = new(s_key, "dependents[0].myNumber");
        MyNumberSlot elsewhere = new(ContactKey.Parse("E002/a"), "myNumber");
        await _vault.PutAsync(child, _number, default);
        await _vault.PutAsync(elsewhere, _number, default);

        await _vault.EraseHeldAsync(s_key, default);
        await _vault.EraseHeldAsync(s_key, default);

        Assert.Equal(MyNumberMatch.None, await _vault.MatchesAsync(child, _number, default));
        Assert.Equal(MyNumberMatch.Same, await _vault.MatchesAsync(elsewhere, _number, default));
    }

    private static MyNumber Read(string text) => MyNumber.TryParse(text, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(text));
}
