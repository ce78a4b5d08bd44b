using CellsContact.Contacts;

namespace OfficeDesk.Data;

/// <summary>The folder that holds everything (<c>--data</c>): the store, its keys, the lists of establishments and operators, and the workbooks made by <c>init</c>.</summary>
internal sealed class OfficeFolder(string path)
{
    public const string DefaultName = "officedesk-data";

    private static readonly HashSet<string> s_deviceNames = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
            .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The full path.</summary>
    public string Root { get; } = Path.GetFullPath(path);

    /// <summary>The path as the person wrote it, for messages and for commands to copy.</summary>
    public string Shown { get; } = path;

    public string StoreFile => Path.Combine(Root, "contacts.db");

    public string EstablishmentsFile => Path.Combine(Root, "establishments.json");

    public string EstablishmentsLock => Path.Combine(Root, "establishments.lock");

    /// <summary>The operators who may look at numbers, with the hashes of their pass phrases.</summary>
    public string OperatorsFile => Path.Combine(Root, "operators.json");

    public string OperatorsLock => Path.Combine(Root, "operators.lock");

    /// <summary>What the database's secrets hang on: kept apart from it in backups.</summary>
    public string KeysFolder => Path.Combine(Root, "keys");

    /// <summary>What the clients see, a file for each establishment.</summary>
    public string MyPageFolder => Path.Combine(Root, "mypage");

    public OfficeFolder Subfolder(string name) => new(Path.Combine(Shown, name));

    /// <summary>Where an establishment's workbook goes unless it is told otherwise.</summary>
    /// <exception cref="OfficeDeskException">The id cannot be a file's name on every system.</exception>
    public string DefaultWorkbook(EstablishmentId establishment)
    {
        string id = establishment.Value;
        return s_deviceNames.Contains(id.Split('.')[0])
            ? throw OfficeDeskException.BadInput(
                $"事業所ID {id} はファイル名に使えない名前です。--workbook で台帳のパスを指定してください。",
                $"The establishment id {id} cannot be a file's name: name the workbook with --workbook.")
            : Path.Combine(Root, $"{id}.xlsx");
    }

    /// <summary>What an establishment's client sees (事業所マイページ). No id begins with a low line: a device's name becomes one of its own.</summary>
    public string MyPageFile(EstablishmentId establishment) =>
        Path.Combine(MyPageFolder, $"{(s_deviceNames.Contains(establishment.Value.Split('.')[0]) ? "_" : "")}{establishment}.json");

    /// <summary>A path as it is kept in the list of establishments: relative where the file is inside the folder.</summary>
    public string Keep(string file)
    {
        string relative = Path.GetRelativePath(Root, file);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }

    /// <summary>The full path of what <see cref="Keep"/> gave.</summary>
    public string Resolve(string kept) => Path.GetFullPath(Path.Combine(Root, kept));
}
