using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.LeakHunt.Tests.Places;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Retention;
using CellsContact.Storage;
using CellsContact.Trials;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>An office put together as a host does it, with a watch in front of every port, and everything it says caught.</summary>
internal sealed class HuntOffice : IAsyncDisposable
{
    internal static readonly byte[] LogKey = [.. Enumerable.Range(1, 32).Select(value => (byte)(value * 7))];

    private static readonly Type[] s_ports =
    [
        typeof(IContactStore), typeof(IIntakeLog), typeof(ILedger), typeof(IMyNumberVault), typeof(IMyNumberAccessLog),
        typeof(IMyNumberAuthenticator), typeof(IMyNumberRetention), typeof(IEstablishmentDirectory), typeof(IOperatorPolicy),
        typeof(IAttachmentStore), typeof(IPersonalBox), typeof(IOutbox), typeof(IMyPage), typeof(IRetentionPolicy),
    ];

    private readonly ServiceProvider _services;

    private HuntOffice(ServiceProvider services, OfficeTime time, CatchingPage page) => (_services, Time, Page) = (services, time, page);

    internal OfficeTime Time { get; }

    internal CatchingPage Page { get; }

    internal ContactInbox Inbox => _services.GetRequiredService<ContactInbox>();

    internal ContactDesk Desk => _services.GetRequiredService<ContactDesk>();

    internal MyNumberDesk MyNumbers => _services.GetRequiredService<MyNumberDesk>();

    internal MyNumberAccessBook Book => _services.GetRequiredService<MyNumberAccessBook>();

    internal MyNumberSweep Sweep => _services.GetRequiredService<MyNumberSweep>();

    internal FileDesk Files => _services.GetRequiredService<FileDesk>();

    internal MyPageDelivery Delivery => _services.GetRequiredService<MyPageDelivery>();

    internal RetentionSweep Retention => _services.GetRequiredService<RetentionSweep>();

    internal IPersonalBox Box => _services.GetRequiredService<IPersonalBox>();

    internal IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    internal IContactStore Store => _services.GetRequiredService<IContactStore>();

    internal IIntakeLog IntakeLog => _services.GetRequiredService<IIntakeLog>();

    /// <summary>The real parts over a folder: workbook, database, vault, access log; attached files in the database, or in a folder of their own.</summary>
    internal static Task<HuntOffice> OpenAsync(Haul haul, OfficeFolder folder, string? files, Func<IServiceProvider, IPortWatch> watch) => OpenAsync(
        haul,
        builder => builder
            .UseOpenXmlLedger(options => options.WorkbookFor = _ => folder.Workbook)
            .UseEntityFrameworkCore(options => options.UseSqlite(folder.Database)),
        services =>
        {
            services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder.Path, "keys")));
            if (files is not null)
                services.AddSingleton<IAttachmentStore>(new FileSystemAttachmentStore(files));
        },
        watch);

    /// <summary>The same in memory: fast enough to fail at every call in turn.</summary>
    internal static Task<HuntOffice> OpenInMemoryAsync(Haul haul, Func<IServiceProvider, IPortWatch> watch) =>
        OpenAsync(haul, builder => builder.UseInMemoryLedger().UseInMemoryStore().KeepMyNumbersInMemory(), _ => { }, watch);

    internal async Task<IReadOnlyList<IntakeResult>> ReceiveAsync(string message, string establishment = "E001")
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(message));
        List<IntakeResult> results = [];
        await foreach (IntakeResult result in Inbox.ReceiveAsync(stream, new("client-1", [EstablishmentId.Parse(establishment)])))
            results.Add(result);
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    private static async Task<HuntOffice> OpenAsync(Haul haul, Action<CellsContactBuilder> use, Action<IServiceCollection> register, Func<IServiceProvider, IPortWatch> watch)
    {
        OfficeTime time = new();
        CatchingPage page = new(haul);
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CatchingLogger(haul)));
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IMyNumberAuthenticator>(new PassPhrases(Flows.PassPhraseOf(OfficeSecrets.Numbers)));
        services.AddSingleton<IMyNumberRetention, OneIsKept>();
        services.AddSingleton<IOperatorPolicy, StrangersSeeNothing>();
        services.AddSingleton<IMyPage>(page);
        register(services);
        services.AddCellsContact(builder =>
            use(builder.AddEstablishment("E001", "青空商事", publicationEnabled: true).ConfigureMyNumbers(options => options.LogKey = LogKey).ConfigureMyPage(options => options.MaxAttempts = 3)));
        Lazy<IPortWatch>? made = null;
        Deferred deferred = new(() => made!.Value);
        foreach (Type port in s_ports)
            WatchedPort.Watch(services, port, deferred);
        ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        made = new(() => watch(provider));
        IHostedService[] hosted = [.. provider.GetServices<IHostedService>()];
        foreach (IHostedLifecycleService service in hosted.OfType<IHostedLifecycleService>())
            await service.StartingAsync(CancellationToken.None);
        foreach (IHostedService service in hosted)
            await service.StartAsync(CancellationToken.None);
        return new(provider, time, page);
    }

    private sealed class Deferred(Func<IPortWatch> watch) : IPortWatch
    {
        public void Before(string call, object?[] arguments) => watch().Before(call, arguments);

        public void After(string call) => watch().After(call);
    }
}
