using System.Globalization;
using CellsContact.Ledgers;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A process that applies a batch to a large workbook is killed (SIGKILL) at an instant drawn uniformly from the time the batch takes.</summary>
public sealed class BatchKillTests(ITestOutputHelper output)
{
    private const int Kills = 300;
    private const int People = 4000;
    private const int MeasuredEvery = 50;

    /// <summary>A little beyond what was measured, so that the swap at its end is met too.</summary>
    private const double Beyond = 1.25;

    [Fact]
    public async Task Apply_KilledAtRandomInstants_LeavesTheOldWorkbookOrTheNewOne()
    {
        Trial trial = new(output, nameof(Apply_KilledAtRandomInstants_LeavesTheOldWorkbookOrTheNewOne), 0.08);
        using Office office = await Office.OpenAsync();
        TimeSpan batch = TimeSpan.Zero;
        Dictionary<Hit, int> hits = Enum.GetValues<Hit>().ToDictionary(hit => hit, _ => 0);
        int Killed() => hits.Values.Sum() - hits[Hit.TooLate];
        foreach (int round in trial.Rounds(3 * Kills))
        {
            if (Killed() >= Kills)
                break;
            int seed = trial.SeedOf(round);
            try
            {
                if (batch == TimeSpan.Zero || round % MeasuredEvery == 0)
                    batch = await office.MeasureAsync(seed);
                hits[await office.KillAsync(seed, batch)]++;
            }
            catch (Exception exception)
            {
                throw trial.Failed(round, exception.ToString());
            }
        }

        trial.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"{Killed()} kills within a batch of {batch.TotalMilliseconds:0} ms on {People} people: {hits[Hit.BeforeWriting]} before writing, {hits[Hit.WhileWriting]} while writing, {hits[Hit.AfterSwapping]} after the swap"));
    }

    /// <summary>Where a kill hit.</summary>
    private enum Hit
    {
        /// <summary>The old workbook, and nothing beside it.</summary>
        BeforeWriting,

        /// <summary>The old workbook, and a part of the new one beside it.</summary>
        WhileWriting,

        /// <summary>The new workbook.</summary>
        AfterSwapping,

        /// <summary>The process had ended.</summary>
        TooLate,
    }

    private sealed class Office : IDisposable
    {
        private readonly OfficeFolder _folder = OfficeFolder.CreateTemporary();
        private readonly OfficeFolder _twin = OfficeFolder.CreateTemporary();
        private readonly OfficeFolder _warm = OfficeFolder.CreateTemporary();
        private byte[] _old = [];
        private byte[] _small = [];

        internal static async Task<Office> OpenAsync()
        {
            Office office = new();
            office._old = await StaffAsync(office._folder, People);
            office._small = await StaffAsync(office._warm, TrialBatches.FewestPeople);
            return office;
        }

        /// <summary>How long a batch takes that nobody disturbs.</summary>
        internal async Task<TimeSpan> MeasureAsync(int seed)
        {
            await using VictimProcess victim = Start(seed);
            await victim.StepsAsync(1);
            long started = TimeProvider.System.GetTimestamp();
            await victim.StepsAsync(2);
            TimeSpan took = TimeProvider.System.GetElapsedTime(started);
            Assert.True(await victim.EndAsync());
            return took;
        }

        internal async Task<Hit> KillAsync(int seed, TimeSpan batch)
        {
            IReadOnlyList<LedgerChangeSet> sets = TrialBatches.Of(seed, People);
            byte[] expected = await UndisturbedAsync(sets);
            bool alive;
            await using (VictimProcess victim = Start(seed))
            {
                await victim.StepsAsync(1);
                await Task.Delay(batch * Beyond * new Random(seed).NextDouble());
                victim.Kill();
                alive = await victim.EndAsync();
            }

            byte[] found = await File.ReadAllBytesAsync(_folder.Workbook);
            bool isOld = found.AsSpan().SequenceEqual(_old);
            bool isWriting = _folder.Leftovers().Count > 0;
            if (!isOld)
                AssertNew(sets, expected, found);

            // Asked for again: what is left goes, and the batch is there once.
            Assert.All(await ApplyAsync(_folder, sets), outcome => Assert.IsType(isOld ? typeof(LedgerOutcome.Applied) : typeof(LedgerOutcome.AlreadyApplied), outcome));
            Assert.Empty(_folder.Leftovers());
            Assert.Equal(expected, await File.ReadAllBytesAsync(_folder.Workbook));
            if (alive)
                Assert.False(isOld);
            return alive ? Hit.TooLate : !isOld ? Hit.AfterSwapping : isWriting ? Hit.WhileWriting : Hit.BeforeWriting;
        }

        public void Dispose()
        {
            _folder.Delete();
            _twin.Delete();
            _warm.Delete();
        }

        private static async Task<byte[]> StaffAsync(OfficeFolder folder, int people)
        {
            Assert.IsType<LedgerOutcome.Applied>(Assert.Single(await ApplyAsync(folder, [TrialBatches.Staff(people)])));
            return await File.ReadAllBytesAsync(folder.Workbook);
        }

        private static async Task<IReadOnlyList<LedgerOutcome>> ApplyAsync(OfficeFolder folder, IReadOnlyList<LedgerChangeSet> sets) =>
            await TrialBatches.Ledger(folder).ApplyAsync(OfficeFolder.Establishment, sets, CancellationToken.None);

        private async Task<byte[]> UndisturbedAsync(IReadOnlyList<LedgerChangeSet> sets)
        {
            await File.WriteAllBytesAsync(_twin.Workbook, _old);
            Assert.All(await ApplyAsync(_twin, sets), outcome => Assert.IsType<LedgerOutcome.Applied>(outcome));
            return await File.ReadAllBytesAsync(_twin.Workbook);
        }

        private VictimProcess Start(int seed)
        {
            File.WriteAllBytes(_folder.Workbook, _old);
            File.WriteAllBytes(_warm.Workbook, _small);
            return VictimProcess.Start("batch", _folder, $"warm={_warm.Path}", $"seed={seed}", $"people={People}");
        }

        /// <summary>All of the batch, byte for byte as an undisturbed process writes it; whole to a reader that is not the library's.</summary>
        private void AssertNew(IReadOnlyList<LedgerChangeSet> sets, byte[] expected, byte[] found)
        {
            Assert.Equal(expected, found);
            WorkbookContents book = _folder.Read();
            Assert.Equal(People + sets.Count(set => set.Kind == Contacts.ContactKind.Hire), book[OfficeChecks.People].Count);
            Assert.Equal(1 + sets.Count, book[OfficeChecks.LogSheet].Count);
        }
    }
}
