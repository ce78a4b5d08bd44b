using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CellsContact.Trials;

/// <summary>An office at work over a folder, put together as a host does it: xlsx ledger, SQLite store, inbox and desk.</summary>
public sealed class TrialOffice : IAsyncDisposable
{
    private static readonly Sender s_sender = new("client-1", [OfficeFolder.Establishment]);
    private readonly ServiceProvider _services;

    private TrialOffice(ServiceProvider services) => _services = services;

    /// <summary>The office's clock: it is always the same morning; only waiting takes real time.</summary>
    public static TimeProvider Hours { get; } = new OfficeHours();

    /// <summary>A clerk.</summary>
    public static DeskOperator Clerk { get; } = new("clerk-1", "担当 一");

    /// <summary>Another clerk.</summary>
    public static DeskOperator OtherClerk { get; } = new("clerk-2", "担当 二");

    /// <summary>Receives notices.</summary>
    public ContactInbox Inbox => _services.GetRequiredService<ContactInbox>();

    /// <summary>Lists, opens, previews and saves.</summary>
    public ContactDesk Desk => _services.GetRequiredService<ContactDesk>();

    /// <summary>Where notices live.</summary>
    public IContactStore Store => _services.GetRequiredService<IContactStore>();

    /// <summary>Where numbers are.</summary>
    public IMyNumberVault Vault => _services.GetRequiredService<IMyNumberVault>();

    /// <summary>What was done with numbers.</summary>
    public MyNumberAccessBook AccessBook => _services.GetRequiredService<MyNumberAccessBook>();

    /// <summary>What is to be delivered to the client's page.</summary>
    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    /// <summary>Delivers to the client's page; there must be one.</summary>
    public MyPageDelivery Delivery => _services.GetRequiredService<MyPageDelivery>();

    /// <summary>The files of each person.</summary>
    public IPersonalBox Box => _services.GetRequiredService<IPersonalBox>();

    /// <summary>The ledger.</summary>
    public ILedger Ledger => _services.GetRequiredService<ILedger>();

    /// <summary>Opens the office of a folder.</summary>
    /// <param name="folder">The folder, with its workbook.</param>
    /// <param name="decorate">What the application registers besides.</param>
    public static Task<TrialOffice> OpenAsync(OfficeFolder folder, Action<IServiceCollection>? decorate = null) => OpenAsync(
        builder => builder
            .UseOpenXmlLedger(options => options.WorkbookFor = _ => folder.Workbook)
            .UseEntityFrameworkCore(options => options.UseSqlite(folder.Database))
            .ConfigureMyNumbers(options => options.LogKey = new byte[32]),
        services =>
        {
            // The trial's keys lie in its folder, so that a copy of the folder is a copy of the office.
            services.AddDataProtection().SetApplicationName("trials").PersistKeysToFileSystem(new DirectoryInfo(folder.Path));
            decorate?.Invoke(services);
        });

    /// <summary>Opens an office that keeps everything in memory.</summary>
    public static Task<TrialOffice> OpenInMemoryAsync() => OpenAsync(builder => builder.UseInMemoryLedger().UseInMemoryStore().KeepMyNumbersInMemory(), null);

    /// <summary>Opens an office that keeps its notices in the folder's database and its ledger in memory.</summary>
    public static Task<TrialOffice> OpenWithMemoryLedgerAsync(OfficeFolder folder) =>
        OpenAsync(builder => builder.UseInMemoryLedger().UseEntityFrameworkCore(options => options.UseSqlite(folder.Database)).KeepMyNumbersInMemory(), null);

    /// <summary>Receives a message of the establishment's client.</summary>
    public async Task<IReadOnlyList<IntakeResult>> ReceiveAsync(ReadOnlyMemory<byte> message)
    {
        List<IntakeResult> results = [];
        using MemoryStream stream = new(message.ToArray(), writable: false);
        await foreach (IntakeResult result in Inbox.ReceiveAsync(stream, s_sender))
            results.Add(result);
        return results;
    }

    /// <summary>Receives a notice.</summary>
    public Task<IReadOnlyList<IntakeResult>> ReceiveAsync(TrialNotice notice) => ReceiveAsync(Encoding.UTF8.GetBytes(notice.Message.ToJsonString()));

    /// <summary>Previews and saves what was shown, as a clerk at the desk does; an interrupted save of one's own is finished.</summary>
    public async Task<SaveResult> DecideAsync(ContactKey key, DeskOperator clerk, ContactDecision decision)
    {
        ContactDetail? detail = await Desk.OpenAsync(key, clerk);
        if (detail?.Entry.OpenAttempt is not null)
            return await Desk.SaveAsync(key, clerk, decision);
        SavePreview preview = await Desk.PreviewAsync(key, clerk, decision);
        return preview.Blocked ?? await Desk.SaveAsync(preview.Token, clerk);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private static async Task<TrialOffice> OpenAsync(Action<CellsContactBuilder> use, Action<IServiceCollection>? decorate)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(Hours);
        services.AddCellsContact(builder =>
        {
            builder.AddEstablishment(OfficeFolder.Establishment.Value, "株式会社テスト", publicationEnabled: true);
            use(builder);
        });
        decorate?.Invoke(services);
        TrialOffice office = new(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
        IHostedService[] hosted = [.. office._services.GetServices<IHostedService>()];
        foreach (IHostedLifecycleService service in hosted.OfType<IHostedLifecycleService>())
            await service.StartingAsync(CancellationToken.None);
        foreach (IHostedService service in hosted)
            await service.StartAsync(CancellationToken.None);
        return office;
    }

    private sealed class OfficeHours : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 0, 30, 0, TimeSpan.Zero);
    }
}
