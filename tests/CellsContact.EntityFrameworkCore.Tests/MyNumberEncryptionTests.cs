using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.MyNumbers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class MyNumberEncryptionTests : IDisposable
{
    private const string First = "123456789018";
    private const string Second = "621498320257";

    private static readonly CancellationToken s_token = CancellationToken.None;
    private static readonly MyNumberSlot s_a = new(ContactKey.Parse("E001/c-1"), "myNumber");
    private static readonly MyNumberSlot s_b = new(ContactKey.Parse("E001/c-2"), "dependents[0].myNumber");
    private static readonly MyNumberOwner s_owner = new(EstablishmentId.Parse("E001"), EmployeeNumber.Parse("27"), new(new(2020, 2, 29), "御手洗"));

    private readonly NumbersFile _numbers = new();
    private readonly DirectoryInfo _ring = Directory.CreateTempSubdirectory("cellscontact-keys-");

    public void Dispose()
    {
        _numbers.Dispose();
        _ring.Delete(recursive: true);
    }

    [Fact]
    public async Task Numbers_InEveryState_AreNowhereInTheFileOrItsLog()
    {
        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault();
        await PutAsync(vault);
        await vault.LinkAsync(s_a, s_owner, null, s_token);
        await vault.LinkAsync(s_b, s_owner, new(2033, 3, 31), s_token);
        await vault.UnlinkAsync(s_b, s_token);
        Assert.Empty(await TracesAsync());
        await _numbers.File.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Empty(await TracesAsync());
    }

    [Theory]
    [InlineData("'" + First + "'")]
    [InlineData("CAST('" + First + "' AS BLOB)")]
    [InlineData("'x1234 5678 9018'")]
    [InlineData("'１２３４５６７８９０１８'")]
    [InlineData("'xMTIzNDU2Nzg5MDE4x'")]
    [InlineData("'yyxMjM0NTY3ODkwMTh4'")]
    [InlineData("'MQAyADMANAA1ADYANwA4ADkAMAAxADgA'")]
    [InlineData("x'310032003300340035003600370038003900300031003800'")]
    [InlineData("'313233343536373839303138'")]
    [InlineData("x'010203040506070809000108'")]
    [InlineData("123456789018")]
    public async Task Search_OfAPlantedNumber_FindsIt(string planted)
    {
        await PutAsync(_numbers.OpenVault());
        await _numbers.File.ExecuteAsync($"CREATE TABLE Leak (Value); INSERT INTO Leak VALUES ({planted})");
        Assert.NotEmpty(await TracesAsync());
    }

    [Fact]
    public async Task Erased_AfterACheckpoint_IsNotThereEncryptedEither()
    {
        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault();
        await PutAsync(vault);
        byte[] erased = await ProtectedAsync(s_a);
        byte[] kept = await ProtectedAsync(s_b);
        await vault.EraseAsync(s_a, null, s_token);
        await _numbers.File.ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] bytes = await File.ReadAllBytesAsync(_numbers.File.Path, s_token);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(erased.AsSpan(0, 40)));
        Assert.NotEqual(-1, bytes.AsSpan().IndexOf(kept.AsSpan(0, 40)));
    }

    [Fact]
    public async Task KeyRing_WithANewKey_OpensTheOldAndProtectsWithTheNew()
    {
        await PutAsync(_numbers.OpenVault(Ring()));
        Guid old = KeyOf(await ProtectedAsync(s_a));
        IKey added = Keys().GetRequiredService<IKeyManager>().CreateNewKey(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90));

        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault(Ring());
        Assert.Equal(Number(First), await vault.RevealAsync(s_a, s_token));
        Assert.Equal(old, KeyOf(await ProtectedAsync(s_a)));
        await vault.LinkAsync(s_a, s_owner, null, s_token);
        await vault.PutAsync(s_b with { Path = "myNumber" }, Number(Second), s_token);
        Assert.Equal(added.KeyId, KeyOf(await ProtectedAsync(s_a)));
        Assert.Equal(added.KeyId, KeyOf(await ProtectedAsync(s_b with { Path = "myNumber" })));
        Assert.NotEqual(old, added.KeyId);
        Assert.Equal(Number(First), await vault.RevealAsync(s_a, s_token));
        Assert.Equal(Number(Second), await vault.RevealAsync(s_b, s_token));
    }

    [Fact]
    public async Task KeyRing_Lost_IsToldAndChangesNothing()
    {
        await PutAsync(_numbers.OpenVault(Ring()));
        await _numbers.OpenVault(Ring()).LinkAsync(s_b, s_owner, null, s_token);
        foreach (FileInfo key in _ring.EnumerateFiles())
            key.Delete();
        await NothingOpensAsync(_numbers.OpenVault(Ring()), s_a, s_b);
    }

    [Fact]
    public async Task Ciphertext_OfAnotherRow_DoesNotOpen()
    {
        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault();
        await PutAsync(vault);
        await SwapAsync();
        await NothingOpensAsync(vault, s_a, s_b);
        await SwapAsync();
        Assert.Equal(Number(First), await vault.RevealAsync(s_a, s_token));

        // Not between a former and the present number of one owner, either.
        await vault.LinkAsync(s_a, s_owner, null, s_token);
        await vault.LinkAsync(s_b, s_owner, new(2033, 3, 31), s_token);
        await SwapAsync();
        await LostAsync(s_a, () => vault.RevealAsync(s_a, s_token).AsTask());
        await LostAsync(s_b, () => vault.RevealAsync(s_b, s_token).AsTask());
    }

    [Theory]
    [InlineData("EmployeeNumber = '28'")]
    [InlineData("EmployeeNumber = NULL, DependentBirthDate = NULL, DependentGivenName = NULL, State = 1")]
    [InlineData("DependentBirthDate = NULL, DependentGivenName = NULL")]
    [InlineData("DependentBirthDate = '2020-02-28'")]
    [InlineData("DependentGivenName = 'x'")]
    [InlineData("DependentGivenName = NULL")]
    [InlineData("Establishment = 'E002'", "E002/c-1 myNumber")]
    [InlineData("ContactId = 'c-9'", "E001/c-9 myNumber")]
    [InlineData("Path = 'dependent.myNumber'", "E001/c-1 dependent.myNumber")]
    [InlineData("Protected = x''")]
    [InlineData("Protected = x'00'")]
    [InlineData("Protected = substr(Protected, 1, 40)")]
    [InlineData("Protected = Protected || x'00'")]
    [InlineData("Protected = zeroblob(length(Protected))")]
    [InlineData("Protected = 'text'")]
    public async Task Row_AlteredByHand_DoesNotOpen(string change, string? where = null)
    {
        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault();
        await PutAsync(vault);
        await vault.LinkAsync(s_a, s_owner, null, s_token);
        await _numbers.File.ExecuteAsync($"UPDATE MyNumbers SET {change} WHERE ContactId = 'c-1'");
        MyNumberSlot slot = where?.Split(' ') is [var contact, var path] ? new(ContactKey.Parse(contact), path) : s_a;
        await LostAsync(slot, () => vault.RevealAsync(slot, s_token).AsTask());
    }

    [Fact]
    public async Task SecondPresentNumber_PastTheVault_IsRefusedByTheDatabase()
    {
        EntityFrameworkCoreMyNumberVault vault = _numbers.OpenVault();
        foreach (MyNumberOwner owner in (MyNumberOwner[])[s_owner, new(s_owner.Establishment, s_owner.Number)])
        {
            await PutAsync(vault);
            await vault.LinkAsync(s_a, owner, null, s_token);
            await vault.LinkAsync(s_b, owner, new(2033, 3, 31), s_token);
            SqliteException refused = await Assert.ThrowsAsync<SqliteException>(() => _numbers.File.ExecuteAsync("UPDATE MyNumbers SET State = 2"));
            Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
            await vault.EraseAsync(s_a, null, s_token);
            await vault.EraseAsync(s_b, null, s_token);
        }
    }

    [Fact]
    public async Task Vault_WithoutKeys_SaysWhatToCall()
    {
        EntityFrameworkCoreMyNumberVault vault = new(_numbers.File.OpenDatabase(), new(null), TimeProvider.System);
        MyNumberVaultException none = await Assert.ThrowsAsync<MyNumberVaultException>(() => vault.PutAsync(s_a, Number(First), s_token).AsTask());
        Assert.Contains("AddDataProtection().PersistKeysTo", none.Text.Japanese, StringComparison.Ordinal);
        Assert.Contains("AddDataProtection().PersistKeysTo", none.Text.English, StringComparison.Ordinal);
        Assert.Null(await vault.FindAsync(s_a, s_token));
    }

    private static async Task PutAsync(EntityFrameworkCoreMyNumberVault vault)
    {
        Assert.True(await vault.PutAsync(s_a, Number(First), s_token));
        Assert.True(await vault.PutAsync(s_b, Number(Second), s_token));
    }

    private static async Task NothingOpensAsync(EntityFrameworkCoreMyNumberVault vault, params MyNumberSlot[] slots)
    {
        foreach (MyNumberSlot slot in slots)
        {
            MyNumberEntry? before = await vault.FindAsync(slot, s_token);
            await LostAsync(slot, () => vault.RevealAsync(slot, s_token).AsTask());
            await LostAsync(slot, () => vault.MatchesAsync(slot, Number(First), s_token).AsTask());
            await LostAsync(slot, () => vault.PutAsync(slot, Number(First), s_token).AsTask());
            await LostAsync(slot, () => vault.FindSameAsync(slot, s_token).AsTask());
            if (before!.State == MyNumberState.Held)
                await LostAsync(slot, () => vault.LinkAsync(slot, s_owner, null, s_token).AsTask());
            else
                await LostAsync(slot, () => vault.UnlinkAsync(slot, s_token).AsTask());
            Assert.Equal(before, await vault.FindAsync(slot, s_token));
        }
    }

    private static async Task LostAsync(MyNumberSlot slot, Func<Task> call)
    {
        MyNumberKeyLostException lost = await Assert.ThrowsAsync<MyNumberKeyLostException>(call);
        foreach (string text in (string[])[lost.Text.Japanese, lost.Text.English])
        {
            Assert.Contains(slot.ToString(), text, StringComparison.Ordinal);
            Assert.Contains("Data Protection", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(First, lost.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(s_owner.Dependent!.Value.GivenName, lost.ToString(), StringComparison.Ordinal);
    }

    private async Task SwapAsync() => await _numbers.File.ExecuteAsync(
        "CREATE TEMP TABLE Was AS SELECT ContactId, Protected FROM MyNumbers; UPDATE MyNumbers SET Protected = (SELECT Protected FROM Was WHERE Was.ContactId <> MyNumbers.ContactId)");

    private async Task<IReadOnlyList<string>> TracesAsync()
    {
        List<string> traces = [];
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(_numbers.File.Path)!))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, s_token);
            traces.AddRange(new[] { First, Second }.SelectMany(digits => NumberTrace.Find(bytes, digits)));
        }

        return traces;
    }

    private async Task<byte[]> ProtectedAsync(MyNumberSlot slot) =>
        (byte[])(await _numbers.File.ExecuteAsync($"SELECT Protected FROM MyNumbers WHERE ContactId = '{slot.Contact.Id}' AND Path = '{slot.Path}'"))!;

    /// <summary>The key's id follows four bytes that are the same in everything that is protected.</summary>
    private static Guid KeyOf(byte[] encrypted) => new(encrypted.AsSpan(4, 16));

    private IDataProtectionProvider Ring() => Keys().GetRequiredService<IDataProtectionProvider>();

    /// <summary>Data Protection over the folder, as in another process.</summary>
    private ServiceProvider Keys()
    {
        ServiceCollection services = new();
        services.AddDataProtection().PersistKeysToFileSystem(_ring).SetApplicationName("CellsContact");
        return services.BuildServiceProvider();
    }

    private static MyNumber Number(string digits) => MyNumber.TryParse(digits, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(digits));
}
