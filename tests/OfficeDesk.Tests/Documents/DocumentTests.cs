using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Documents;

public sealed class DocumentTests
{
    public static TheoryData<string> Documents =>
        new(["README.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void CSharpBlocks_OfADocument_Compile(string file)
    {
        foreach (DocumentBlock block in DocumentBlock.Of(file).Where(block => block.Language == "csharp"))
        {
            IReadOnlyList<string> errors = block.Errors();
            Assert.True(errors.Count == 0, $"{block} does not compile:\n{string.Join('\n', errors)}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_ToFilesOfTheRepository_AreThere(string file)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, file));
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, file))!;
        foreach (string link in text.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0]))
            Assert.True(link.Length == 0 || link.Contains("://", StringComparison.Ordinal) || File.Exists(Path.Combine(folder, link)), $"{file} links to {link}, which is not there.");
    }

    [Fact]
    public void Readme_Example_IsTheProjectsProgramOfAtMost30Lines()
    {
        string program = File.ReadAllText(Path.Combine(Repository.Root, "samples", "ReadmeExample", "Program.cs")).TrimEnd();
        DocumentBlock block = Assert.Single(DocumentBlock.Of("README.md"), each => each.Language == "csharp");
        Assert.Equal(program, block.Text);
        Assert.InRange(block.Text.Split('\n').Length, 1, 30);
    }

    [Fact]
    public async Task Readme_Example_PrintsWhatTheReadmeSays()
    {
        Run run = (await Run.OfAsync("ReadmeExample.dll", Repository.Root, [Repository.Example("hire")])).Exits(0);
        DocumentBlock block = Assert.Single(DocumentBlock.Of("README.md"), each => each.Language == "text");
        Assert.Equal(block.Text, run.Output.ReplaceLineEndings("\n").TrimEnd());
    }
}
