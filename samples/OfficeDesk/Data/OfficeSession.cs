using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Retention;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OfficeDesk.Data;

/// <summary>CellsContact set up over a data folder, for the length of one command.</summary>
internal sealed class OfficeSession : IAsyncDisposable
{
    private readonly IHost _host;

    private OfficeSession(IHost host, EstablishmentFile establishments) => (_host, Establishments) = (host, establishments);

    public EstablishmentFile Establishments { get; }

    public ContactDesk Desk => _host.Services.GetRequiredService<ContactDesk>();

    public ContactInbox Inbox => _host.Services.GetRequiredService<ContactInbox>();

    public MyNumberDesk MyNumbers => _host.Services.GetRequiredService<MyNumberDesk>();

    public MyNumberAccessBook AccessLog => _host.Services.GetRequiredService<MyNumberAccessBook>();

    public FileDesk Files => _host.Services.GetRequiredService<FileDesk>();

    public IPersonalBox Boxes => _host.Services.GetRequiredService<IPersonalBox>();

    public IOutbox Outbox => _host.Services.GetRequiredService<IOutbox>();

    public MyPageDelivery Delivery => _host.Services.GetRequiredService<MyPageDelivery>();

    public RetentionSweep Retention => _host.Services.GetRequiredService<RetentionSweep>();

    public IRetentionPolicy RetentionPolicy => _host.Services.GetRequiredService<IRetentionPolicy>();

    public StatusLabels Labels => _host.Services.GetRequiredService<StatusLabels>();

    public OfficeClock Clock => _host.Services.GetRequiredService<OfficeClock>();

    /// <summary>Opens the folder: reads its establishments and keys, starts the host, brings the store up to date, and erases numbers that are due.</summary>
    /// <exception cref="OfficeDeskException">Nothing was set up in the folder yet, or its keys are lost.</exception>
    public static Task<OfficeSession> OpenAsync(OfficeFolder folder, TimeProvider time, CancellationToken token) =>
        OpenAsync(folder, time, (hosts, logKey) => hosts.Build(logKey), token);

    /// <summary>Opens the folder with the workers running until the session is disposed of.</summary>
    /// <exception cref="OfficeDeskException">Nothing was set up in the folder yet, or its keys are lost.</exception>
    public static Task<OfficeSession> OpenWithWorkersAsync(OfficeFolder folder, TimeProvider time, ILoggerProvider log, CancellationToken token) =>
        OpenAsync(folder, time, (hosts, logKey) => hosts.BuildWithWorkers(logKey, log), token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private static async Task<OfficeSession> OpenAsync(OfficeFolder folder, TimeProvider time, Func<OfficeHost, byte[], IHost> build, CancellationToken token)
    {
        if (!File.Exists(folder.EstablishmentsFile))
        {
            throw OfficeDeskException.BadInput(
                $"{folder.Shown} にはまだ何もありません。init --establishment 事業所ID で始めるか、--data を確かめてください。",
                $"There is nothing in {folder.Shown} yet: begin with init --establishment ID, or check --data.");
        }

        EstablishmentFile establishments = EstablishmentFile.Read(folder);
        OfficeHost hosts = new(folder, time);
        byte[] logKey = await hosts.Keys.OpenAsync(() => HasAccessRecordsAsync(hosts, establishments, token), token);
        OfficeSession session = new(await StartAsync(build(hosts, logKey), token), establishments);
        try
        {
            await session._host.Services.GetRequiredService<MyNumberSweep>().SweepAsync(token);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the access log has records. A number is on record before it is kept, so without records there are no numbers either.</summary>
    private static async Task<bool> HasAccessRecordsAsync(OfficeHost hosts, EstablishmentFile establishments, CancellationToken token)
    {
        await using OfficeSession look = new(await StartAsync(hosts.BuildWithoutKeys(), token), establishments);
        return (await look.AccessLog.ListEstablishmentsAsync(token)).Count > 0;
    }

    private static async Task<IHost> StartAsync(IHost host, CancellationToken token)
    {
        try
        {
            await host.StartAsync(token);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
