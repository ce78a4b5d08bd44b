namespace CellsContact.Tests.Intake;

/// <summary>Finds files of the repository that tests hold against the code.</summary>
internal static class RepositoryFile
{
    internal static string PathOf(string relative)
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "CellsContact.sln")))
                return Path.Combine(directory.FullName, relative);
        }

        throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
    }
}
