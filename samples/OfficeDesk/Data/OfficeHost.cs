using System.Security.Cryptography;
using CellsContact.DependencyInjection;
using CellsContact.Establishments;
using CellsContact.MyNumbers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OfficeDesk.Data;

/// <summary>How CellsContact is put together over a data folder: the one place that names its parts.</summary>
internal sealed class OfficeHost(OfficeFolder folder, TimeProvider time)
{
    /// <summary>How long a command waits for a workbook that somebody else is writing.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public OfficeKeys Keys { get; } = new(folder);

    /// <summary>The host of a command.</summary>
    public IHost Build(byte[] logKey) => Build(logKey, Keys.ProtectWith);

    /// <summary>The host of <c>work</c>: with the workers, and a log.</summary>
    public IHost BuildWithWorkers(byte[] logKey, ILoggerProvider log) => Build(logKey, services =>
    {
        Keys.ProtectWith(services);
        services.AddCellsContactWorkers();
        services.AddLogging(logging => logging.AddProvider(log));
    });

    /// <summary>A host to look into the database with, as long as there are no keys: nothing is encrypted, compared or recorded with it.</summary>
    public IHost BuildWithoutKeys() => Build(
        RandomNumberGenerator.GetBytes(32),
        services => services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());

    private IHost Build(byte[] logKey, Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IEstablishmentDirectory>(new LatestEstablishments(folder));
        builder.Services.AddSingleton<IMyNumberAuthenticator>(new OperatorAuthenticator(folder));
        builder.Services.AddSingleton(folder);
        add(builder.Services);
        builder.Services.AddCellsContact(c => c
            .UseOpenXmlLedger(o => (o.WorkbookFor, o.BusyTimeout) = (id => EstablishmentFile.Read(folder).WorkbookOf(id), s_patience))
            .UseEntityFrameworkCore(e => e.UseSqlite(new SqliteConnectionStringBuilder { DataSource = folder.StoreFile }.ToString()))
            .UseMyPage<FolderMyPage>()
            .ConfigureMyNumbers(o =>
            {
                o.LogKey = logKey;
                o.Purposes.Add(OperatorAuthenticator.PassPhraseChange);
            }));
        return builder.Build();
    }
}
