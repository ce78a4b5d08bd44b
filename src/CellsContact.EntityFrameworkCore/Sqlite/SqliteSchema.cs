using System.Data.Common;
using CellsContact.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace CellsContact.EntityFrameworkCore.Sqlite;

/// <summary>Brings a database file to this version's tables, all migrations in one transaction.</summary>
/// <remarks>
/// Not by <c>MigrateAsync</c>: on SQLite its lock is a row, and a process that dies while it holds it leaves every later
/// start waiting for ever. Here the lock is the write transaction itself, which ends with the process.
/// </remarks>
internal static class SqliteSchema
{
    internal static async Task EnsureAsync(SqliteContactDbContext context, CancellationToken token)
    {
        await context.Database.OpenConnectionAsync(token).ConfigureAwait(false);
        await RequireWriteAheadLogAsync(context, token).ConfigureAwait(false);

        // Rebuilding a table drops it; with foreign keys on that would erase what refers to it. A transaction cannot change this.
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", token).ConfigureAwait(false);
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            string[] known = [.. context.Database.GetMigrations()];
            string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(token).ConfigureAwait(false)];
            if (applied.Except(known).Any())
            {
                throw new ContactStoreException(new(
                    "データベースはこの版より新しい CellsContact で作られています。新しい版で開いてください。",
                    "The database was made by a newer version of CellsContact. Open it with that version."));
            }

            if (applied.Length < known.Length)
            {
                string script = context.GetService<IMigrator>().GenerateScript(
                    applied.LastOrDefault() ?? Migration.InitialDatabase, options: MigrationsSqlGenerationOptions.NoTransactions);
                await ExecuteAsync(context, script, token).ConfigureAwait(false);
            }

            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task RequireWriteAheadLogAsync(SqliteContactDbContext context, CancellationToken token)
    {
        if (await ExecuteAsync(context, "PRAGMA journal_mode = WAL", token).ConfigureAwait(false) is not "wal")
        {
            throw new ContactStoreException(new(
                "この場所のデータベースでは WAL を使えません。ネットワーク共有ではなく、このコンピューターのディスクに置いてください。",
                "The database cannot use write-ahead logging where it is. Put it on a disk of this machine, not on a network share."));
        }
    }

    private static async Task<object?> ExecuteAsync(SqliteContactDbContext context, string sql, CancellationToken token)
    {
        DbCommand command = context.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
            return await command.ExecuteScalarAsync(token).ConfigureAwait(false);
        }
    }
}
