using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CellsContact.EntityFrameworkCore.Sqlite;

/// <summary>The model on SQLite. Texts compare by BINARY there, so that ids are compared ordinally.</summary>
internal sealed class SqliteContactDbContext(DbContextOptions<SqliteContactDbContext> options) : ContactDbContext(options);

/// <summary>Lets <c>dotnet ef migrations add</c> see the model; no database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteContactDbContext>
{
    public SqliteContactDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContactDbContext>().UseSqlite("Data Source=design.db").Options);
}
