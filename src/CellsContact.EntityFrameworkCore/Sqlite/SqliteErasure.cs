using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CellsContact.EntityFrameworkCore.Sqlite;

/// <summary>Frees what was erased down to its last byte.</summary>
/// <remarks>
/// <para><c>secure_delete</c> overwrites what a deletion frees. But when SQLite moves a row to another page because pages are split or
/// merged, a copy of it stays in the page it left, and is not overwritten when the row is deleted later. Only a page that is freed as a
/// whole is overwritten as a whole. So the rows that are left are written anew, and the pages they were on are freed.</para>
/// <para>What is to be written anew is kept in the file's <c>user_version</c>, in the transaction that erases: no crash loses it. Not by
/// VACUUM: it copies everything, the personal boxes too, through a temporary file elsewhere.</para>
/// </remarks>
internal static class SqliteErasure
{
    private static readonly (ErasedRows Rows, string Table)[] s_tables =
    [
        (ErasedRows.Contacts, "ContactSearchKeys"),
        (ErasedRows.Contacts, "ContactMoves"),
        (ErasedRows.Contacts, "SaveAttempts"),
        (ErasedRows.Contacts, "Contacts"),
        (ErasedRows.Attachments, "AttachmentContents"),
        (ErasedRows.Attachments, "Attachments"),
        (ErasedRows.MyNumbers, "MyNumbers"),
    ];

    /// <summary>Notes, in the transaction that erases rows, that their tables have to be written anew.</summary>
    internal static async Task MarkAsync(ContactDbContext context, ErasedRows rows, CancellationToken token)
    {
        ErasedRows marked = await MarkedAsync(context, token).ConfigureAwait(false);
        if ((marked | rows) != marked)
            await SetAsync(context, marked | rows, token).ConfigureAwait(false);
    }

    /// <summary>Writes the tables anew of which rows were erased since the last time, in one transaction.</summary>
    internal static async Task RewriteAsync(SqliteContactDbContext context, CancellationToken token)
    {
        await context.Database.OpenConnectionAsync(token).ConfigureAwait(false);
        if (await MarkedAsync(context, token).ConfigureAwait(false) == ErasedRows.None)
            return;

        // Emptying a table would take along what refers to its rows. A transaction cannot change this; the next opening sets it again.
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", token).ConfigureAwait(false);
        IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            ErasedRows marked = await MarkedAsync(context, token).ConfigureAwait(false);
            foreach ((ErasedRows rows, string table) in s_tables)
            {
                if (!marked.HasFlag(rows))
                    continue;
#pragma warning disable EF1002 // Names of tables.
                await context.Database.ExecuteSqlRawAsync($"CREATE TABLE \"Kept\" AS SELECT * FROM \"{table}\"", token).ConfigureAwait(false);
                await context.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"", token).ConfigureAwait(false);
                await context.Database.ExecuteSqlRawAsync($"INSERT INTO \"{table}\" SELECT * FROM \"Kept\" ORDER BY rowid", token).ConfigureAwait(false);
#pragma warning restore EF1002
                await context.Database.ExecuteSqlRawAsync("DROP TABLE \"Kept\"", token).ConfigureAwait(false);
            }

            await SetAsync(context, ErasedRows.None, token).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<ErasedRows> MarkedAsync(ContactDbContext context, CancellationToken token) =>
        (ErasedRows)(await context.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").ToListAsync(token).ConfigureAwait(false))[0];

    private static Task<int> SetAsync(ContactDbContext context, ErasedRows rows, CancellationToken token) =>
        context.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {(int)rows}"), token);
}

/// <summary>Rows of which tables were erased and may have left copies.</summary>
[Flags]
internal enum ErasedRows
{
    None = 0,
    Contacts = 1,
    Attachments = 2,
    MyNumbers = 4,
}
