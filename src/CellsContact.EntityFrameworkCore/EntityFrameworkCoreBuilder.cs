using Microsoft.Data.Sqlite;

namespace CellsContact.EntityFrameworkCore;

/// <summary>Chooses the database of the durable store.</summary>
public sealed class EntityFrameworkCoreBuilder
{
    internal EntityFrameworkCoreBuilder()
    {
    }

    /// <summary>The chosen database's connection string, or <c>null</c>.</summary>
    internal string? ConnectionString { get; private set; }

    /// <summary>Keeps notices in one SQLite file on this machine; it is created when it is missing, its folder is not.</summary>
    /// <param name="connectionStringOrPath">
    /// A path such as <c>contacts.db</c>, or, with an equals sign in it, a connection string such as
    /// <c>Data Source=contacts.db;Default Timeout=60</c>. Default Timeout is how many seconds a write waits for another process (30).
    /// </param>
    /// <exception cref="ArgumentException">The connection string is malformed, names no file, or a database in memory.</exception>
    /// <exception cref="InvalidOperationException">A database is chosen already.</exception>
    public EntityFrameworkCoreBuilder UseSqlite(string connectionStringOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionStringOrPath);
        if (ConnectionString is not null)
            throw new InvalidOperationException("データベースは一つだけ選べます。 (A database is chosen already.)");
        SqliteConnectionStringBuilder connection = connectionStringOrPath.Contains('=', StringComparison.Ordinal)
            ? new(connectionStringOrPath)
            : new() { DataSource = connectionStringOrPath };
        if (connection.DataSource.Length == 0)
            throw new ArgumentException("接続文字列に Data Source がありません。 (The connection string has no Data Source.)", nameof(connectionStringOrPath));
        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource.Contains(":memory:", StringComparison.Ordinal))
            throw new ArgumentException("メモリ上のデータベースは保存になりません。 (A database in memory keeps nothing; register InMemoryContactStore for trials.)", nameof(connectionStringOrPath));
        ConnectionString = connection.ToString();
        return this;
    }
}
