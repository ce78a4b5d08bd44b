using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.LeakHunt.Tests.Office;
using CellsContact.LeakHunt.Tests.Places;
using CellsContact.Trials;

namespace CellsContact.LeakHunt.Tests;

/// <summary>One hunt: known numbers through every flow, everything that comes out searched.</summary>
internal sealed class HuntRun
{
    private static readonly Hunter s_hunter = new(OfficeSecrets.All);

    private HuntRun(Haul haul, Steps steps, int shown) => (Haul, Outcomes, Shown) = (haul, steps.Outcomes, shown);

    internal Haul Haul { get; }

    /// <summary>What the steps came to.</summary>
    internal IReadOnlyDictionary<string, int> Outcomes { get; }

    /// <summary>How many numbers were shown, each the right one.</summary>
    internal int Shown { get; }

    internal static Haul NewHaul() => new(s_hunter);

    /// <summary>Over the real parts: workbook, database, vault, access log; attached files in the database, or in a folder of their own.</summary>
    internal static async Task<HuntRun> OverFilesAsync(Func<IServiceProvider, IPortWatch> watch, bool filesApart = false)
    {
        Haul haul = NewHaul();
        using CatchingConsole console = new(haul);
        using CatchingTelemetry telemetry = new(haul);
        using CatchingTemporaryFolder temporary = new(haul);
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        string? files = filesApart ? Directory.CreateTempSubdirectory("files-").FullName : null;
        HuntRun run;
        await using (HuntOffice office = await HuntOffice.OpenAsync(haul, folder, files, watch))
        {
            run = await RunAsync(office, haul, () => LookAround("kept"));
            LookAround("open");
        }

        LookAround("file");
        folder.Delete();
        if (files is not null)
            Directory.Delete(files, recursive: true);
        temporary.Catch();
        return run;

        void LookAround(string place)
        {
            haul.AddFolder(place, folder.Path);
            CatchingDatabase.Catch(haul, place, folder.Database);
            if (files is not null)
                haul.AddFolder($"{place} files", files);
        }
    }

    /// <summary>The same in memory.</summary>
    internal static async Task<HuntRun> InMemoryAsync(Func<IServiceProvider, IPortWatch> watch)
    {
        Haul haul = NewHaul();
        using CatchingTelemetry telemetry = new(haul);
        using CatchingTemporaryFolder temporary = new(haul);
        await using HuntOffice office = await HuntOffice.OpenInMemoryAsync(haul, watch);
        HuntRun run = await RunAsync(office, haul, () => { });
        temporary.Catch();
        return run;
    }

    private static async Task<HuntRun> RunAsync(HuntOffice office, Haul haul, Action whileAllIsKept)
    {
        Steps steps = new(haul);
        Flows flows = new(office, haul, steps, OfficeSecrets.Numbers);
        await flows.RunAsync(whileAllIsKept);
        return new(haul, steps, flows.Shown);
    }
}
