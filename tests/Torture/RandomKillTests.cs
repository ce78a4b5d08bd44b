using CellsContact.Contacts;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A host that receives and reflects notices of all kinds is killed (SIGKILL) at random instants, again and again.</summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int Kills = 100;
    private const int KillsALife = 8;
    private const int People = 8;
    private const int StartMilliseconds = 1500;

    [Fact]
    public async Task Work_KilledAtRandomInstants_EndsAsIfNeverDisturbed()
    {
        Trial trial = new(output, nameof(Work_KilledAtRandomInstants_EndsAsIfNeverDisturbed), 0.25);
        int kills = 0;
        int lives = 0;
        foreach (int round in trial.Rounds(Kills))
        {
            if (kills >= Kills)
                break;
            int seed = trial.SeedOf(round);
            OfficeFolder undisturbed = OfficeFolder.CreateTemporary();
            OfficeFolder folder = OfficeFolder.CreateTemporary();
            try
            {
                string[] work = [$"seed={seed}", $"people={People}", "operator=clerk-1"];
                Assert.True((await VictimProcess.RunAsync("work", undisturbed, work)).Alive);
                kills += await KillAsync(folder, work, new(seed));
                await AssertConvergedAsync(folder, undisturbed, seed);
                lives++;
            }
            catch (Exception exception)
            {
                throw trial.Failed(round, exception.ToString());
            }
            finally
            {
                undisturbed.Delete();
                folder.Delete();
            }
        }

        trial.Report($"{kills} kills in {lives} lives of an office");
    }

    /// <summary>Starts the work over and over; a step is drawn and a moment after it, and then the process is killed.</summary>
    private static async Task<int> KillAsync(OfficeFolder folder, string[] work, Random random)
    {
        for (int kills = 0; ; kills++)
        {
            await using VictimProcess victim = VictimProcess.Start("work", folder, work);
            if (kills < KillsALife)
            {
                // The first while it starts and makes its database.
                await victim.StepsAsync(kills == 0 ? 0 : random.Next(1, 60));
                await Task.Delay(random.Next(kills == 0 ? StartMilliseconds : 30));
                victim.Kill();
            }

            if (await victim.EndAsync())
                return kills;
            _ = folder.Read();
        }
    }

    private static async Task AssertConvergedAsync(OfficeFolder folder, OfficeFolder undisturbed, int seed)
    {
        IReadOnlyList<TrialNotice> notices = TrialNotices.Of(seed, People, OfficeFolder.Establishment);
        Assert.Empty(await OfficeChecks.ProblemsAsync(folder, notices.Select(notice => notice.Key)));
        Assert.Empty(await OfficeChecks.UndecidedAsync(folder, notices));
        Assert.Empty(folder.Leftovers());
        Assert.Equal(undisturbed.Read().ToLines(), folder.Read().ToLines());
    }
}
