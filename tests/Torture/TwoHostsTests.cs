using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>Two hosts work on one workbook and one database at the same time, each in an order of its own; in every other round for one and the same clerk.</summary>
public sealed class TwoHostsTests(ITestOutputHelper output)
{
    private const int Rounds = 12;
    private const int People = 8;

    [Fact]
    public async Task Work_OfTwoHostsAtOnce_LosesAndDoublesNothing()
    {
        Trial trial = new(output, nameof(Work_OfTwoHostsAtOnce_LosesAndDoublesNothing), 0.08);
        int done = 0;
        int met = 0;
        foreach (int round in trial.Rounds(Rounds))
        {
            int seed = trial.SeedOf(round);
            IReadOnlyList<TrialNotice> notices = TrialNotices.Of(seed, People, OfficeFolder.Establishment);
            OfficeFolder folder = OfficeFolder.CreateTemporary();
            try
            {
                await using VictimProcess one = VictimProcess.Start("work", folder, $"seed={seed}", $"people={People}", "operator=clerk-1", $"shuffle={seed}");
                await using VictimProcess other = VictimProcess.Start("work", folder, $"seed={seed}", $"people={People}", $"operator=clerk-{1 + (round % 2)}", $"shuffle={seed + 1}");
                Assert.True(await one.EndAsync());
                Assert.True(await other.EndAsync());
                met += one.Results.Concat(other.Results).Count(result => !result.EndsWith(" Saved", StringComparison.Ordinal));

                Assert.Empty(await OfficeChecks.ProblemsAsync(folder, notices.Select(notice => notice.Key)));
                Assert.Empty(await OfficeChecks.UndecidedAsync(folder, notices));
                Assert.Empty(folder.Leftovers());
                Assert.Equal(People + 1, folder.Read()[OfficeChecks.People].Count);
                done++;
            }
            catch (Exception exception)
            {
                throw trial.Failed(round, exception.ToString());
            }
            finally
            {
                folder.Delete();
            }
        }

        trial.Report($"{done} offices, {met} saves held up by the other host or by order");
    }
}
