using System.Diagnostics;
using System.Globalization;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Runs every case in a process of its own, checks what came out, and prints one table.</summary>
internal static class Comparison
{
    private static readonly string[] s_peers = ["OpenXmlSdk", "EpPlus", "Npoi", "ClosedXml"];

    /// <param name="args">Numbers of employees; <c>--peers</c> runs the other libraries too, <c>--rounds=3</c> repeats every case in that many processes.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        bool withPeers = args.Contains("--peers");
        int rounds = args.FirstOrDefault(a => a.StartsWith("--rounds=", StringComparison.Ordinal)) is { } option ? Number(option[9..]) : 3;
        int[] sizes = [.. args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).Select(Number).DefaultIfEmpty(1_000)];
        string folder = Directory.CreateTempSubdirectory("workbooks-").FullName;
        bool isClean = true;
        try
        {
            foreach (int size in sizes)
                isClean &= await CompareAsync(folder, size, rounds, withPeers);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return isClean ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(string folder, int employees, int rounds, bool withPeers)
    {
        string input = Path.Combine(folder, $"{employees}.xlsm");
        string output = Path.Combine(folder, "E001.xlsm");
        Ledger ledger = new(employees);
        LedgerFile.Write(ledger, input);
        string size = employees.ToString(CultureInfo.InvariantCulture);
        // A case takes from milliseconds to a minute: the small ones are repeated more.
        string repeats = employees <= 1_000 ? "40" : employees <= 10_000 ? "10" : "3";
        Console.WriteLine($"\n{employees:N0} employees, {new FileInfo(input).Length / 1048576.0:0.0} MiB, best and median of {rounds} processes, {repeats} further calls in each\n");
        Console.WriteLine("| case | first ms: best, median | warm ms: best, median | peak MiB: first, all | allocated MiB | first / floor-1 | warm / floor-1 | formula results lost |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");

        await ShowAsync("copy the file and flush", null, ["copy", input, repeats]);
        Summary? inflate = await ShowAsync("inflate 個人情報 alone", null, ["inflate", input, repeats]);
        await ShowAsync("index of 個人情報 (÷ inflate)", inflate, ["index", input, repeats]);
        bool isClean = true;
        foreach (string name in (string[])["single", "batch"])
        {
            Work work = Work.Of(name, ledger);
            Summary? floor = await ShowAsync($"{name}: floor-1", null, ["floor-1", input, name, repeats]);
            await ShowAsync($"{name}: floor-6", floor, ["floor-6", input, name, repeats]);
            isClean &= await ShowAsync($"{name}: **this library**", floor, ["ours", input, output, size, name, repeats], Check) is not null;
            foreach (string peer in withPeers ? s_peers : [])
            {
                string program = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Peers", peer, "bin", "Release", "net10.0", $"CellsContact.Benchmarks.Workbooks.{peer}.dll");
                isClean &= await ShowAsync($"{name}: {peer}", floor, [program, input, output, size, name, employees <= 10_000 ? "1" : "0"], Check) is not null;
            }

            (string?, int) Check() => Verifier.Check(output, ledger, work);
        }

        return isClean;

        async Task<Summary?> ShowAsync(string name, Summary? floor, string[] command, Func<(string? Problem, int Lost)>? check = null)
        {
            bool isPeer = command[0].EndsWith(".dll", StringComparison.Ordinal);
            List<Trial> trials = [];
            string problem = "";
            for (int round = 0; round < (isPeer ? 1 : rounds); round++)
            {
                if (await MeasureAsync(isPeer ? command : [Environment.GetCommandLineArgs()[0], .. command]) is { } trial)
                    trials.Add(trial);
            }

            (string? wrong, int lost) = trials.Count > 0 && check is not null ? check() : (null, 0);
            if (trials.Count == 0 || wrong is not null)
                problem = wrong ?? "did not come to an end";
            Summary? summary = trials.Count > 0 ? new(trials) : null;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {summary?.Line(floor)} | {(check is null ? "" : problem.Length > 0 ? problem : lost)} |"));
            return problem.Length == 0 ? summary : null;
        }
    }

    private static async Task<Trial?> MeasureAsync(string[] command)
    {
        // A program published as native code is started as it is.
        ProcessStartInfo start = command[0].EndsWith(".dll", StringComparison.Ordinal) ? new("dotnet", command) : new(command[0], command[1..]);
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Trial.Parse(printed) : null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What several processes of one case measured.</summary>
    private sealed class Summary(List<Trial> trials)
    {
        private double First => trials.Min(t => t.First);

        private double Warm => trials.Min(t => t.Best);

        public string Line(Summary? floor) => string.Create(
            CultureInfo.InvariantCulture,
            $"{First:0.#}, {Median(t => t.First):0.#} | {Warm:0.#}, {Median(t => t.Median):0.#} | {trials.Max(t => t.FirstPeakMiB):0}, {trials.Max(t => t.PeakMiB):0} | {trials.Min(t => t.AllocatedMiB):0.#} | {Ratio(First, floor?.First)} | {Ratio(Warm, floor?.Warm)}");

        private static string Ratio(double value, double? floor) => floor is { } f ? string.Create(CultureInfo.InvariantCulture, $"{value / f:0.00}") : "";

        private double Median(Func<Trial, double> of) => trials.Select(of).Order().ElementAt(trials.Count / 2);
    }
}
