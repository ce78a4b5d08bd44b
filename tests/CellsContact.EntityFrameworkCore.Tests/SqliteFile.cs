using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.Promises;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>A database file of its own in a temporary folder, opened as often as a test likes.</summary>
internal sealed class SqliteFile : IContactStoreHarness, IDisposable
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

    public EntityFrameworkCoreContactStore Open() => new(OpenDatabase());

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

    public void Dispose()
    {
        foreach (SqliteContactDatabase database in _databases)
            database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
