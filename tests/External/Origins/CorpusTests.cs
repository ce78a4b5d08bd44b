using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace CellsContact.External.Origins;

/// <summary>
/// Workbooks of other makers are given one more person each, and lose nothing: those made here, and all of a folder of
/// one's own that <c>CELLSCONTACT_WORKBOOKS</c> names (<c>CELLSCONTACT_REPORT</c> names the file for what came of each,
/// <c>CELLSCONTACT_KEEP</c> a folder for the workbooks as they were written).
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output, OtherMakers makers) : IClassFixture<OtherMakers>
{
    [Fact]
    public async Task WorkbooksOfOtherMakers_GetAPersonAndLoseNothing()
    {
        IReadOnlyList<Line> lines = await RunAsync(makers.Folder);

        Assert.True(lines.Count >= 2 * 60, $"only {lines.Count} trials");
        Assert.True(lines.Select(l => l.File.Split('-')[0]).Distinct().Count() >= 4);
        Assert.All(lines, line => Assert.Equal("done", line.Trial.Outcome));
        Assert.All(lines, line => Assert.Empty(line.Trial.Violations));
    }

    [Fact]
    public async Task WorkbooksOfOtherMakers_SavedByLibreOfficeAfterTheirRow_TakeTheNextAndNoneTwice()
    {
        string folder = Directory.CreateTempSubdirectory("saved-").FullName;
        string[] files = [.. Directory.GetFiles(makers.Folder).Order(StringComparer.Ordinal).Where((_, i) => i % 3 == 0).Select(f => Path.Combine(folder, Path.GetFileName(f)))];
        Assert.True(files.Length >= 25);
        foreach (string file in files)
        {
            File.Copy(Path.Combine(makers.Folder, Path.GetFileName(file)), file);
            Assert.Equal("done", (await OriginTrial.RunAsync(file, isMapped: true)).Outcome);
        }

        using LibreOffice libreOffice = new();
        foreach (string file in await libreOffice.SaveAllAsync(files))
            Assert.Empty((await OriginTrial.AgainAsync(file)).Select(problem => $"{Path.GetFileName(file)}: {problem}"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task WorkbooksOfAFolder_GetAPersonOrAreRefusedByName_AndLoseNothing()
    {
        using var office = new OwnFolder();

        IReadOnlyList<Line> lines = await RunAsync(office.Path);

        if (Environment.GetEnvironmentVariable("CELLSCONTACT_REPORT") is { Length: > 0 } report)
            await File.WriteAllLinesAsync(report, lines.Select(l => l.ToString()));
        foreach (var group in lines.GroupBy(l => $"{(l.IsMapped ? "own headers" : "added headers")}: {l.Trial.Outcome}").OrderBy(g => g.Key, StringComparer.Ordinal))
            output.WriteLine($"{group.Key}, {group.Count()} of {lines.Count / 2}, clean {group.Count(l => l.Trial.IsClean)}");
        foreach (var group in lines.Where(l => l.Trial.Outcome == "refused").GroupBy(l => l.Reason).OrderByDescending(g => g.Count()))
            output.WriteLine($"refused {group.Count()} times: {group.Key}");
        Assert.NotEmpty(lines);
        Assert.Empty(lines.Where(l => !l.Trial.IsClean).Select(l => l.ToString()));
    }

    private static async Task<IReadOnlyList<Line>> RunAsync(string folder)
    {
        string work = Directory.CreateTempSubdirectory("workbooks-").FullName;
        var lines = new ConcurrentBag<Line>();
        string[] files = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f).ToUpperInvariant() is ".XLSX" or ".XLSM")];
        await Parallel.ForEachAsync(files, async (file, _) =>
        {
            foreach (bool isMapped in new[] { true, false })
            {
                string copy = Path.Combine(work, Guid.NewGuid().ToString("N") + Path.GetExtension(file));
                File.Copy(file, copy);
                File.SetAttributes(copy, FileAttributes.Normal);
                long started = Stopwatch.GetTimestamp();
                OriginTrial trial = await OriginTrial.RunAsync(copy, isMapped);
                lines.Add(new Line(Path.GetRelativePath(folder, file), isMapped, trial, trial.Reason.Replace(Path.GetFileName(copy), "…", StringComparison.Ordinal), Stopwatch.GetElapsedTime(started)));
                if (Environment.GetEnvironmentVariable("CELLSCONTACT_KEEP") is { Length: > 0 } keep)
                    File.Copy(copy, Path.Combine(keep, $"{Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '_')}.{(isMapped ? "own" : "added")}{Path.GetExtension(file)}"), overwrite: true);
                File.Delete(copy);
            }
        });
        Directory.Delete(work, recursive: true);
        return [.. lines.OrderBy(l => l.File, StringComparer.Ordinal).ThenBy(l => l.IsMapped)];
    }

    private sealed record Line(string File, bool IsMapped, OriginTrial Trial, string Reason, TimeSpan Time)
    {
        public override string ToString() => string.Join(
            '\t',
            File,
            IsMapped ? "own headers" : "added headers",
            Trial.Outcome,
            Trial.IsClean ? "clean" : "NOT CLEAN",
            Time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
            Reason.ReplaceLineEndings(" "),
            string.Join(" | ", Trial.Violations));
    }

    /// <summary>The folder that was named, or one with the rich workbook of these tests.</summary>
    private sealed class OwnFolder : IDisposable
    {
        private readonly string? _made;

        public OwnFolder()
        {
            Path = Environment.GetEnvironmentVariable("CELLSCONTACT_WORKBOOKS") ?? "";
            if (Path.Length > 0)
                return;
            Path = _made = Directory.CreateTempSubdirectory("workbooks-").FullName;
            OpenXml.Tests.Support.RichWorkbook.Create(System.IO.Path.Combine(_made, "rich.xlsm"));
        }

        public string Path { get; }

        public void Dispose()
        {
            if (_made is not null)
                Directory.Delete(_made, recursive: true);
        }
    }
}
