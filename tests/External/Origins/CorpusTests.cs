using System.Collections.Concurrent;
using System.Diagnostics;

namespace CellsContact.External.Origins;

/// <summary>Every workbook of a folder of one's own (<c>CELLSCONTACT_WORKBOOKS</c>) is given one more person.</summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task EveryWorkbookOfAFolder_GetsARowAndLosesNothing()
    {
        string folder = Environment.GetEnvironmentVariable("CELLSCONTACT_WORKBOOKS") ?? "";
        string report = Environment.GetEnvironmentVariable("CELLSCONTACT_REPORT") ?? Path.Combine(Path.GetTempPath(), "workbooks.tsv");
        string work = Directory.CreateTempSubdirectory("workbooks-").FullName;
        var lines = new ConcurrentBag<string>();
        int unclean = 0;
        await Parallel.ForEachAsync(Directory.GetFiles(folder, "*.xls[xm]", SearchOption.AllDirectories).Concat(Directory.GetFiles(folder, "*.xls?", SearchOption.AllDirectories)).Distinct().Order(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (file, _) =>
        {
            foreach (bool isMapped in new[] { true, false })
            {
                string copy = Path.Combine(work, Guid.NewGuid().ToString("N") + Path.GetExtension(file));
                File.Copy(file, copy);
                long started = Stopwatch.GetTimestamp();
                OriginTrial trial = await OriginTrial.RunAsync(copy, isMapped);
                if (!trial.IsClean)
                    Interlocked.Increment(ref unclean);
                lines.Add(string.Join('\t', Path.GetRelativePath(folder, file), isMapped ? "mapped" : "added", trial.Outcome,
                    trial.IsClean ? "clean" : "NOT CLEAN", trial.Reason.Split('\n')[0].Replace(Path.GetFileName(copy), "…", StringComparison.Ordinal), string.Join(" | ", trial.Violations.Take(8)),
                    (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                    trial.Outcome == "broken" ? trial.Reason.Replace('\n', ' ').Replace('\r', ' ') : ""));
                if (Environment.GetEnvironmentVariable("CELLSCONTACT_KEEP") is { } keep)
                    File.Move(copy, Path.Combine(keep, Path.GetFileNameWithoutExtension(file) + (isMapped ? ".mapped" : ".added") + Path.GetExtension(file)), true);
                else File.Delete(copy);
            }
        });
        File.WriteAllLines(report, lines.Order(StringComparer.Ordinal));
        Directory.Delete(work, recursive: true);
        Assert.Equal(0, unclean);
    }
}
