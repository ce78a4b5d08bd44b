using CellsContact.Attachments;
using CellsContact.DependencyInjection;
using CellsContact.EntityFrameworkCore.Attachments;
using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.MyNumbers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class UseEntityFrameworkCoreTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;

    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Host_Started_HasTheTables_AndKeepsWhatItStoresOverARestart()
    {
        await using (ServiceProvider first = await StartAsync(c => c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path))))
        {
            Assert.Equal(0L, await _file.ExecuteAsync("SELECT count(*) FROM Contacts"));
            Assert.Same(first.GetRequiredService<IContactStore>(), first.GetRequiredService<IIntakeLog>());
            await first.GetRequiredService<IContactStore>().AddedAsync("c-1");
        }

        await using ServiceProvider second = await StartAsync(c => c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)));
        Assert.NotNull(await second.GetRequiredService<IContactStore>().FindAsync(Notices.Key("c-1"), s_token));
    }

    [Fact]
    public async Task Host_Started_KeepsMessagesFilesAndBoxesInTheDatabaseToo()
    {
        await using ServiceProvider services = await StartAsync(c => c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)));
        Assert.IsType<EntityFrameworkCoreOutbox>(services.GetRequiredService<IOutbox>());
        Assert.IsType<EntityFrameworkCoreAttachmentStore>(services.GetRequiredService<IAttachmentStore>());
        Assert.IsType<EntityFrameworkCorePersonalBox>(services.GetRequiredService<IPersonalBox>());
        IContactStore store = services.GetRequiredService<IContactStore>();
        ContactEntry entry = await store.AddedAsync("c-1");
        await store.MoveAsync(entry.Key, entry.Version, Notices.Move(entry, ContactAction.Decline), null, s_token);
        Assert.Single(await services.GetRequiredService<IOutbox>().ListAsync(null, 10, s_token));
    }

    [Fact]
    public async Task Application_WithFilesOfItsOwn_Wins()
    {
        InMemoryAttachmentStore own = new();
        await using ServiceProvider services = await StartAsync(c =>
        {
            c.Services.AddSingleton<IAttachmentStore>(own);
            c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path));
        });
        Assert.Same(own, services.GetRequiredService<IAttachmentStore>());
    }

    [Fact]
    public async Task Host_WithABadPath_DoesNotStart() => await Assert.ThrowsAsync<ContactStoreException>(
        () => StartAsync(c => c.UseEntityFrameworkCore(e => e.UseSqlite("/no/such/folder/contacts.db"))));

    [Fact]
    public async Task Host_WithTheStoreInMemoryToo_DoesNotStart()
    {
        CellsContactConfigurationException gaps = await Assert.ThrowsAsync<CellsContactConfigurationException>(
            () => StartAsync(c => c.UseInMemoryStore().UseEntityFrameworkCore(e => e.UseSqlite(_file.Path))));
        Assert.Contains("UseInMemoryStore", Assert.Single(gaps.Gaps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Application_WithAStoreOfItsOwn_Wins()
    {
        BorrowedStore own = new();
        await using ServiceProvider services = await StartAsync(c =>
        {
            c.Services.AddSingleton<IContactStore>(own);
            c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path));
        });
        Assert.Same(own, services.GetRequiredService<IContactStore>());
    }

    [Fact]
    public async Task Host_WithKeys_KeepsNumbersAndTheirLogInTheDatabase()
    {
        await using ServiceProvider services = await StartAsync(
            c =>
            {
                c.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
                c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)).ConfigureMyNumbers(options => options.LogKey = AccessLogs.Key);
            },
            inMemory: false);
        Assert.IsType<EntityFrameworkCoreMyNumberVault>(services.GetRequiredService<IMyNumberVault>());
        Assert.IsType<EntityFrameworkCoreMyNumberAccessLog>(services.GetRequiredService<IMyNumberAccessLog>());
        await services.GetRequiredService<MyNumberAccessBook>().RecordAsync([new(AccessLogs.E001, "clerk-1", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done)]);
        Assert.Equal(1L, await _file.ExecuteAsync("SELECT count(*) FROM MyNumberAccess"));
    }

    [Fact]
    public async Task Host_WithoutKeys_DoesNotStartAndSaysWhatIsMissing()
    {
        CellsContactConfigurationException gaps = await Assert.ThrowsAsync<CellsContactConfigurationException>(
            () => StartAsync(c => c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)), inMemory: false));
        Assert.Equal(2, gaps.Gaps.Count);
        Assert.Contains(gaps.Gaps, gap => gap.Contains("LogKey", StringComparison.Ordinal));
        Assert.Contains(gaps.Gaps, gap => gap.Contains("AddDataProtection().PersistKeysTo", StringComparison.Ordinal) && gap.Contains("暗号化", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeepMyNumbersInMemory_WhereverItIsNamed_Wins(bool first)
    {
        await using ServiceProvider services = await StartAsync(
            c =>
            {
                if (first)
                    c.KeepMyNumbersInMemory();
                c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path));
                if (!first)
                    c.KeepMyNumbersInMemory();
            },
            inMemory: false);
        Assert.IsType<InMemoryMyNumberVault>(services.GetRequiredService<IMyNumberVault>());
        Assert.IsType<InMemoryMyNumberAccessLog>(services.GetRequiredService<IMyNumberAccessLog>());
    }

    [Fact]
    public async Task Application_WithAVaultAndALogOfItsOwn_Wins()
    {
        InMemoryMyNumberVault vault = new();
        InMemoryMyNumberAccessLog log = new();
        await using ServiceProvider services = await StartAsync(
            c =>
            {
                c.Services.AddSingleton<IMyNumberVault>(vault).AddSingleton<IMyNumberAccessLog>(log);
                c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)).ConfigureMyNumbers(options => options.LogKey = AccessLogs.Key);
            },
            inMemory: false);
        Assert.Same(vault, services.GetRequiredService<IMyNumberVault>());
        Assert.Same(log, services.GetRequiredService<IMyNumberAccessLog>());
    }

    [Fact]
    public void UseEntityFrameworkCore_WithoutADatabaseOrTwice_IsRefused() => new ServiceCollection().AddCellsContact(c =>
    {
        Assert.Throws<InvalidOperationException>(() => c.UseEntityFrameworkCore(_ => { }));
        c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path));
        Assert.Throws<InvalidOperationException>(() => c.UseEntityFrameworkCore(e => e.UseSqlite(_file.Path)));
    });

    /// <summary>Starts what a host would start, in its order.</summary>
    private static async Task<ServiceProvider> StartAsync(Action<CellsContactBuilder> store, bool inMemory = true)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddCellsContact(c =>
        {
            c.AddEstablishment("E001", "第一事業所").UseInMemoryLedger();
            if (inMemory)
                c.KeepMyNumbersInMemory();
            store(c);
        });
        ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        try
        {
            IHostedService[] hosted = [.. provider.GetServices<IHostedService>()];
            foreach (IHostedLifecycleService early in hosted.OfType<IHostedLifecycleService>())
                await early.StartingAsync(s_token);
            foreach (IHostedService service in hosted)
                await service.StartAsync(s_token);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }
}
