using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace CellsContact.EntityFrameworkCore.Sqlite;

/// <summary>One database file: its contexts, its transactions, its errors.</summary>
/// <remarks>
/// Thread-safe. SQLite has one writer at a time: within the process writers wait here, without holding a thread and
/// cancellable; other processes are waited for by SQLite itself, as long as the connection string's Default Timeout.
/// </remarks>
internal sealed class SqliteContactDatabase : IDisposable
{
    private readonly string _connectionString;
    private readonly string _dataSource;
    private readonly PooledDbContextFactory<SqliteContactDbContext> _contexts;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private volatile bool _isReady;

    /// <param name="connectionString">The connection string.</param>
    /// <param name="services">The application's services: EF Core logs to its logger factory. <c>null</c> for none.</param>
    internal SqliteContactDatabase(string connectionString, IServiceProvider? services)
    {
        (_connectionString, _dataSource) = (connectionString, new SqliteConnectionStringBuilder(connectionString).DataSource);
        _contexts = new(new DbContextOptionsBuilder<SqliteContactDbContext>()
            .UseSqlite(connectionString)
            .UseApplicationServiceProvider(services)
            .AddInterceptors(new SqliteConnectionSettings())
            .Options);
    }

    /// <summary>Creates or upgrades the tables, once per process.</summary>
    internal async Task EnsureReadyAsync(CancellationToken token)
    {
        if (_isReady)
            return;
        await _writer.WaitAsync(token).ConfigureAwait(false);
        try
        {
            if (_isReady)
                return;
            SqliteContactDbContext context = _contexts.CreateDbContext();
            await using (context.ConfigureAwait(false))
                await SqliteSchema.EnsureAsync(context, token).ConfigureAwait(false);
            _isReady = true;
        }
        catch (Exception e) when (SqliteFailures.IsOne(e))
        {
            throw SqliteFailures.Translate(e, StoreOperation.SettingUp, _dataSource);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Reads one state of the database, however many queries it takes. Never waits for a writer.</summary>
    internal async Task<T> ReadAsync<T>(StoreOperation operation, Func<ContactDbContext, Task<T>> read, CancellationToken token)
    {
        await EnsureReadyAsync(token).ConfigureAwait(false);
        try
        {
            SqliteContactDbContext context = _contexts.CreateDbContext();
            await using (context.ConfigureAwait(false))
            {
                await context.Database.OpenConnectionAsync(token).ConfigureAwait(false);
                SqliteTransaction transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
                await using (transaction.ConfigureAwait(false))
                {
                    await context.Database.UseTransactionAsync(transaction, token).ConfigureAwait(false);
                    return await read(context).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (SqliteFailures.IsOne(e))
        {
            throw SqliteFailures.Translate(e, operation, _dataSource);
        }
    }

    /// <summary>Reads and writes in one transaction that is the writer from its beginning (BEGIN IMMEDIATE).</summary>
    internal async Task<T> WriteAsync<T>(StoreOperation operation, Func<ContactDbContext, Task<T>> write, CancellationToken token)
    {
        await EnsureReadyAsync(token).ConfigureAwait(false);
        await _writer.WaitAsync(token).ConfigureAwait(false);
        try
        {
            SqliteContactDbContext context = _contexts.CreateDbContext();
            await using (context.ConfigureAwait(false))
            {
                IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    T result = await write(context).ConfigureAwait(false);
                    await context.SaveChangesAsync(token).ConfigureAwait(false);
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                    return result;
                }
            }
        }
        catch (Exception e) when (SqliteFailures.IsOne(e))
        {
            throw SqliteFailures.Translate(e, operation, _dataSource);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>Frees what was erased: writes anew what may hold a copy of it, copies the write-ahead log into the file and empties it.</summary>
    /// <remarks>
    /// Emptying waits for whoever still reads an older state, as long as a write waits for another process. Who reads longer keeps the
    /// log as it is, which is no error: what is erased is erased, and the next call empties it.
    /// </remarks>
    internal async Task ReleaseErasedAsync(CancellationToken token)
    {
        await EnsureReadyAsync(token).ConfigureAwait(false);
        await _writer.WaitAsync(token).ConfigureAwait(false);
        try
        {
            SqliteContactDbContext context = _contexts.CreateDbContext();
            await using (context.ConfigureAwait(false))
            {
                await SqliteErasure.RewriteAsync(context, token).ConfigureAwait(false);
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (SqliteFailures.IsOne(e))
        {
            throw SqliteFailures.Translate(e, StoreOperation.Releasing, _dataSource);
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        // Lets go of the file: pooled connections keep it open.
        using SqliteConnection connection = new(_connectionString);
        SqliteConnection.ClearPool(connection);
        _writer.Dispose();
    }
}
