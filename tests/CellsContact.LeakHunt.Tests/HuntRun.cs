using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.LeakHunt.Tests.Office;
using CellsContact.LeakHunt.Tests.Places;
using CellsContact.Trials;

namespace CellsContact.LeakHunt.Tests;

/// <summary>One hunt: known numbers through every flow, everything that comes out searched.</summary>
internal sealed class HuntRun
{
    internal static readonly IReadOnlyList<string> Numbers = KnownNumbers.Of(seed: 20260901, count: 13);
    private static readonly Hunter s_hunter = new(Numbers, HuntOffice.LogKey);

    private HuntRun(Haul haul, Flows flows) => (Haul, Flows) = (haul, flows);

    internal Haul Haul { get; }

    internal Flows Flows { get; }

    internal static Haul NewHaul() => new(s_hunter);

    /// <summary>Over the real parts: workbook, database, vault, access log.</summary>
    internal static async Task<HuntRun> OverFilesAsync(Func<IServiceProvider, IPortWatch> watch)
    {
        Haul haul = NewHaul();
        using CatchingConsole console = new(haul);
        using CatchingTelemetry telemetry = new(haul);
        using CatchingTemporaryFolder temporary = new(haul);
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        Flows flows;
        await using (HuntOffice office = await HuntOffice.OpenAsync(haul, Flows.PassPhraseOf(Numbers), folder, watch))
        {
            flows = new(office, haul, Numbers);
            await flows.RunAsync();
            haul.AddFolder("file, open", folder.Path);
        }

        haul.AddFolder("file", folder.Path);
        temporary.Catch();
        folder.Delete();
        return new(haul, flows);
    }

    /// <summary>The same in memory.</summary>
    internal static async Task<HuntRun> InMemoryAsync(Func<IServiceProvider, IPortWatch> watch)
    {
        Haul haul = NewHaul();
        using CatchingTelemetry telemetry = new(haul);
        using CatchingTemporaryFolder temporary = new(haul);
        await using HuntOffice office = await HuntOffice.OpenInMemoryAsync(haul, Flows.PassPhraseOf(Numbers), watch);
        Flows flows = new(office, haul, Numbers);
        await flows.RunAsync();
        temporary.Catch();
        return new(haul, flows);
    }
}
