using CellsContact.LeakHunt.Tests.Hunting;
using Microsoft.Data.Sqlite;

namespace CellsContact.LeakHunt.Tests.Places;

/// <summary>Searches a database table by table: what may be in one need not be in another.</summary>
internal static class CatchingDatabase
{
    internal static void Catch(Haul haul, string place, string file)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        foreach (string table in Tables(connection))
        {
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the database itself.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (int column = 0; column < rows.FieldCount; column++)
                    Add(haul, $"{place} table {table}", rows.GetValue(column));
            }
        }
    }

    private static void Add(Haul haul, string place, object value)
    {
        if (value is byte[] bytes)
            haul.Add(place, bytes);
        else
            haul.AddObject(place, value);
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using SqliteDataReader names = command.ExecuteReader();
        List<string> tables = [];
        while (names.Read())
            tables.Add(names.GetString(0));
        return tables;
    }
}
