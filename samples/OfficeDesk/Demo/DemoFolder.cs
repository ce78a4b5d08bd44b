using System.Reflection;
using OfficeDesk.Data;

namespace OfficeDesk.Demo;

/// <summary>The demo's own folder: made afresh by every run, and only what a run made is ever deleted.</summary>
internal sealed class DemoFolder(OfficeFolder folder)
{
    private const string Marker = "demo.officedesk";
    private const string KeyPrefix = "keys/key-";
    private const string MessagePrefix = "messages/";
    private const string TakenOutName = "雇用契約書.txt";
    private const string WorkbookResource = "office.xlsx";

    private static readonly Assembly s_assembly = typeof(DemoFolder).Assembly;

    public OfficeFolder Folder { get; } = folder;

    public string Workbook => Path.Combine(Folder.Shown, "E001.xlsx");

    public string Messages => Path.Combine(Folder.Shown, "messages");

    /// <summary>Where the demo takes an attached file out to.</summary>
    public string TakenOut => Path.Combine(Folder.Shown, TakenOutName);

    /// <summary>The path of a sample notice.</summary>
    public string Message(string name) => Path.Combine(Messages, name + ".json");

    /// <summary>All sample notices, as paths.</summary>
    public IReadOnlyList<string> AllMessages() =>
        [.. MessageResources().Select(name => Path.Combine(Messages, name[MessagePrefix.Length..]))];

    /// <summary>Deletes what an earlier run made and lays out the office's workbook and the client's notices.</summary>
    /// <exception cref="OfficeDeskException">The folder holds something that no run made.</exception>
    public void Reset()
    {
        if (Directory.Exists(Folder.Root))
            Clear();
        Directory.CreateDirectory(Path.Combine(Folder.Root, "messages"));
        File.WriteAllText(Path.Combine(Folder.Root, Marker), "officedesk demo\n");
        foreach (string message in MessageResources())
            Unpack(message, message);
        Unpack(WorkbookResource, "E001.xlsx");
    }

    private void Clear()
    {
        string[] present = [.. Directory.EnumerateFiles(Folder.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder.Root, file).Replace('\\', '/'))];
        string[] strange = present.Contains(Marker) || present.Length == 0 ? [.. present.Except(OwnFiles()).Where(file => !IsKeyOfTheRing(file))] : present;
        if (strange.Length > 0)
        {
            throw OfficeDeskException.Refused(
                $"{Folder.Shown} にデモが作っていないファイルがあるため、何も消さずに止めました: {string.Join("、", strange.Take(5))}。別の場所に移すか、Excel を閉じるか、--data で別のフォルダーを指定してください。",
                $"{Folder.Shown} holds files that the demo did not make, so nothing was deleted: {string.Join(", ", strange.Take(5))}. Move them away, close Excel, or name another folder with --data.");
        }

        foreach (string file in present)
            File.Delete(Path.Combine(Folder.Root, file));
    }

    private static HashSet<string> OwnFiles()
    {
        string[] store = ["contacts.db", "contacts.db-wal", "contacts.db-shm"];
        string[] secrets = ["operators.json", "operators.lock", "keys/access-log.key", "keys/keys.lock"];
        string[] shared = ["mypage/E001.json", "mypage/E001.lock", TakenOutName];
        return [Marker, "E001.xlsx", "E001.xlsx.cellscontact.lock", "establishments.json", "establishments.lock", .. store, .. secrets, .. shared, .. MessageResources()];
    }

    private static bool IsKeyOfTheRing(string file) =>
        file.StartsWith(KeyPrefix, StringComparison.Ordinal) && file.EndsWith(".xml", StringComparison.Ordinal) && Guid.TryParse(file[KeyPrefix.Length..^4], out _);

    private void Unpack(string resource, string relative)
    {
        using Stream content = s_assembly.GetManifestResourceStream(resource)!;
        using FileStream file = File.Create(Path.Combine(Folder.Root, relative));
        content.CopyTo(file);
    }

    private static IEnumerable<string> MessageResources() => s_assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(MessagePrefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
