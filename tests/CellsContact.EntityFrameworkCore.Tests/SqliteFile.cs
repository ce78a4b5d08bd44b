using CellsContact.Attachments;
using CellsContact.EntityFrameworkCore.Attachments;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Promises;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>A database file of its own in a temporary folder, opened as often as a test likes.</summary>
internal sealed class SqliteFile : IContactStoreHarness, IAttachmentStoreHarness, IPersonalBoxHarness, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cellscontact-").FullName;
    private readonly List<SqliteContactDatabase> _databases = [];
    private int _files;

    public string Path => System.IO.Path.Combine(_folder, $"contacts-{_files}.db");

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, DefaultTimeout = 60 }.ToString();

    /// <summary>Another database object over the file, as in another process.</summary>
    public SqliteContactDatabase OpenDatabase(IServiceProvider? services = null, string? connectionString = null)
    {
        SqliteContactDatabase database = new(connectionString ?? ConnectionString, services);
        _databases.Add(database);
        return database;
    }

    public EntityFrameworkCoreContactStore Open(TimeProvider? time = null) => Open(OpenDatabase(), time);

    public EntityFrameworkCoreContactStore Open(SqliteContactDatabase database, TimeProvider? time = null)
    {
        Outbox = new EntityFrameworkCoreOutbox(database);
        return new(database, time ?? TimeProvider.System);
    }

    /// <summary>The outbox of the store that was opened last.</summary>
    public IOutbox Outbox { get; private set; } = null!;

    public EntityFrameworkCoreAttachmentStore OpenAttachments() => new(OpenDatabase());

    public EntityFrameworkCorePersonalBox OpenBox() => new(OpenDatabase());

    /// <summary>Runs SQL beside the store, as somebody with a tool would.</summary>
    public async Task<object?> ExecuteAsync(string sql)
    {
        await using SqliteConnection connection = new($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Goes on with another file.</summary>
    public void Next() => _files++;

    public ValueTask<IContactStore> CreateAsync(CancellationToken token)
    {
        Next();
        return ValueTask.FromResult<IContactStore>(Open());
    }

    public ValueTask<IContactStore?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<IContactStore?>(Open());

    ValueTask<IAttachmentStore> IAttachmentStoreHarness.CreateAsync(CancellationToken token) => ValueTask.FromResult<IAttachmentStore>(OpenAttachments());

    ValueTask<IAttachmentStore?> IAttachmentStoreHarness.ReopenAsync(CancellationToken token) => ValueTask.FromResult<IAttachmentStore?>(OpenAttachments());

    ValueTask<IPersonalBox> IPersonalBoxHarness.CreateAsync(CancellationToken token) => ValueTask.FromResult<IPersonalBox>(OpenBox());

    ValueTask<IPersonalBox?> IPersonalBoxHarness.ReopenAsync(CancellationToken token) => ValueTask.FromResult<IPersonalBox?>(OpenBox());

    public void Dispose()
    {
        foreach (SqliteContactDatabase database in _databases)
            database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
