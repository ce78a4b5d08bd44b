using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.Statuses;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OfficeDesk.Data;

/// <summary>CellsContact set up over a data folder, for the length of one command.</summary>
internal sealed class OfficeSession : IAsyncDisposable
{
    /// <summary>How long a command waits for a workbook that somebody else is writing.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly IHost _host;

    private OfficeSession(IHost host, EstablishmentFile establishments) => (_host, Establishments) = (host, establishments);

    public EstablishmentFile Establishments { get; }

    public ContactDesk Desk => _host.Services.GetRequiredService<ContactDesk>();

    public ContactInbox Inbox => _host.Services.GetRequiredService<ContactInbox>();

    public StatusLabels Labels => _host.Services.GetRequiredService<StatusLabels>();

    public OfficeClock Clock => _host.Services.GetRequiredService<OfficeClock>();

    /// <summary>Opens the folder: reads its establishments, starts the host, and brings the store up to date.</summary>
    /// <exception cref="OfficeDeskException">Nothing was set up in the folder yet.</exception>
    public static async Task<OfficeSession> OpenAsync(OfficeFolder folder, TimeProvider time, CancellationToken token)
    {
        if (!File.Exists(folder.EstablishmentsFile))
        {
            throw OfficeDeskException.BadInput(
                $"{folder.Shown} にはまだ何もありません。init --establishment 事業所ID で始めるか、--data を確かめてください。",
                $"There is nothing in {folder.Shown} yet: begin with init --establishment ID, or check --data.");
        }

        EstablishmentFile establishments = await EstablishmentFile.ReadAsync(folder, token);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IEstablishmentDirectory>(establishments);
        builder.Services.AddCellsContact(c => c
            .UseOpenXmlLedger(o => (o.WorkbookFor, o.BusyTimeout) = (establishments.WorkbookOf, s_patience))
            .UseEntityFrameworkCore(e => e.UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.StoreFile }.ToString()))
            .KeepMyNumbersInMemory());
        IHost host = builder.Build();
        try
        {
            await host.StartAsync(token);
            return new(host, establishments);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
