using CellsContact.Contacts;
using CellsContact.OpenXml;
using Microsoft.Data.Sqlite;

namespace CellsContact.Trials;

/// <summary>Everything an office keeps, in one folder: a workbook and a database. Two of them can be copied over each other.</summary>
public sealed record OfficeFolder(string Path, string Extension = ".xlsx")
{
    /// <summary>The one establishment.</summary>
    public static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    /// <summary>The workbook of the establishment.</summary>
    public string Workbook => System.IO.Path.Combine(Path, Establishment + Extension);

    /// <summary>The database of notices.</summary>
    public string Database => System.IO.Path.Combine(Path, "contacts.db");

    /// <summary>What the client's page was told.</summary>
    public string Page => System.IO.Path.Combine(Path, "page.jsonl");

    /// <summary>Makes a folder in the machine's place for temporary files, with an empty workbook in the default layout.</summary>
    public static OfficeFolder CreateTemporary()
    {
        OfficeFolder folder = new(Directory.CreateTempSubdirectory("office-").FullName);
        OpenXmlWorkbook.Create(folder.Workbook);
        return folder;
    }

    /// <summary>Copies a folder that nobody has open.</summary>
    public OfficeFolder Copy()
    {
        SqliteConnection.ClearAllPools();
        OfficeFolder copy = new(Directory.CreateTempSubdirectory("office-").FullName, Extension);
        foreach (string file in Directory.EnumerateFiles(Path))
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        return copy;
    }

    /// <summary>What the workbook holds.</summary>
    public WorkbookContents Read() => WorkbookContents.Read(Workbook);

    /// <summary>Files that a finished save leaves nothing of.</summary>
    public IReadOnlyList<string> Leftovers() => [.. Directory.EnumerateFiles(Path, "*.tmp").Select(file => System.IO.Path.GetFileName(file))];

    /// <summary>Removes the folder.</summary>
    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
