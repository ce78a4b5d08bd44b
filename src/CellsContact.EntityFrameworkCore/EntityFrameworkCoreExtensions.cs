using CellsContact.Attachments;
using CellsContact.EntityFrameworkCore;
using CellsContact.EntityFrameworkCore.Attachments;
using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CellsContact.DependencyInjection;

/// <summary>Adds the durable store to CellsContact.</summary>
public static class EntityFrameworkCoreExtensions
{
    /// <summary>Keeps notices (連絡), their status, history and save attempts, attached files, personal boxes, outgoing messages, encrypted マイナンバー and their access log in a database, e.g. <c>c.UseEntityFrameworkCore(e => e.UseSqlite("contacts.db"))</c>.</summary>
    /// <remarks>
    /// The tables are created or upgraded when the host starts, or else on first use. A store, a box, a vault or a log that the
    /// application registered itself wins. Numbers are encrypted by the application's Data Protection: call
    /// <c>services.AddDataProtection().PersistKeysToFileSystem(…)</c> with a place apart from the database; without it
    /// the host does not start.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Chooses the database.</param>
    /// <exception cref="InvalidOperationException">No database is chosen, or two are.</exception>
    public static CellsContactBuilder UseEntityFrameworkCore(this CellsContactBuilder builder, Action<EntityFrameworkCoreBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        EntityFrameworkCoreBuilder chosen = new();
        configure(chosen);
        string connectionString = chosen.ConnectionString
            ?? throw new InvalidOperationException("データベースが選ばれていません。 (No database is chosen: call UseSqlite.)");
        if (builder.Services.Any(service => service.ServiceType == typeof(SqliteContactDatabase)))
            throw new InvalidOperationException("UseEntityFrameworkCore は一度だけ呼べます。 (UseEntityFrameworkCore was called before.)");
        builder.Services.AddSingleton(services => new SqliteContactDatabase(connectionString, services));
        builder.Services.AddSingleton<EntityFrameworkCoreContactStore>();
        builder.Services.TryAddSingleton<IContactStore>(services => services.GetRequiredService<EntityFrameworkCoreContactStore>());
        builder.Services.TryAddSingleton<IIntakeLog>(services => services.GetRequiredService<EntityFrameworkCoreContactStore>());
        builder.Services.TryAddSingleton<IOutbox>(services => new EntityFrameworkCoreOutbox(services.GetRequiredService<SqliteContactDatabase>()));
        builder.Services.TryAddSingleton<IAttachmentStore>(services => new EntityFrameworkCoreAttachmentStore(services.GetRequiredService<SqliteContactDatabase>()));
        builder.Services.TryAddSingleton<IPersonalBox>(services => new EntityFrameworkCorePersonalBox(services.GetRequiredService<SqliteContactDatabase>()));
        builder.Services.TryAddSingleton<IMyNumberVault>(services => new EntityFrameworkCoreMyNumberVault(
            services.GetRequiredService<SqliteContactDatabase>(),
            new(services.GetService<IDataProtectionProvider>()),
            services.GetRequiredService<TimeProvider>()));
        builder.Services.TryAddSingleton<IMyNumberAccessLog>(services => new EntityFrameworkCoreMyNumberAccessLog(services.GetRequiredService<SqliteContactDatabase>()));
        builder.Services.AddSingleton<IStartupGaps, StoreGaps>();
        builder.Services.AddSingleton<IStartupGaps, MyNumberGaps>();
        builder.Services.AddSingleton<IHostedService, ContactDatabaseStartup>();
        return builder;
    }
}
