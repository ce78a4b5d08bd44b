namespace OfficeDesk.Tests.Support;

/// <summary>Files of the repository that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string OfficeWorkbook => Path.Combine(Root, "samples", "OfficeDesk", "Demo", "office.xlsx");

    public static string Example(string name) => Path.Combine(Root, "tests", "wire-examples", name + ".json");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CellsContact.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
