using System.Globalization;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A host that reflects, publishes, files and delivers to the client's page is killed (SIGKILL) at random instants, again and again.</summary>
public sealed class DeliveryKillTests(ITestOutputHelper output)
{
    private const int Kills = 200;
    private const int KillsALife = 12;
    private const int MostSteps = 50;
    private const int People = 5;
    private const int StartMilliseconds = 1500;

    /// <summary>Longer than a host takes a message for itself.</summary>
    private const int MinutesBetweenHosts = 5;

    [Fact]
    public async Task WorkAndDeliver_KilledAtRandomInstants_TellsTheClientEachChange()
    {
        Trial trial = new(output, nameof(WorkAndDeliver_KilledAtRandomInstants_TellsTheClientEachChange), 0.16);
        int kills = 0;
        int lives = 0;
        int messages = 0;
        int again = 0;
        foreach (int round in trial.Rounds(Kills))
        {
            if (kills >= Kills)
                break;
            int seed = trial.SeedOf(round);
            OfficeFolder undisturbed = OfficeFolder.CreateTemporary();
            OfficeFolder folder = OfficeFolder.CreateTemporary();
            try
            {
                Assert.True((await VictimProcess.RunAsync("work", undisturbed, Work(seed, host: 0))).Alive);
                kills += await KillAsync(folder, seed, Math.Min(KillsALife, Kills - kills));
                await AssertConvergedAsync(folder, undisturbed, seed);
                IReadOnlyList<PageDelivery> told = ClientPage.Read(folder.Page);
                messages += told.Distinct().Count();
                again += told.Count - told.Distinct().Count();
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

        trial.Report($"{kills} kills in {lives} lives of an office, {messages} messages delivered, {again} of them again");
    }

    private static string[] Work(int seed, int host) =>
        [$"seed={seed}", $"people={People}", "operator=clerk-1", string.Create(CultureInfo.InvariantCulture, $"share={host * MinutesBetweenHosts}")];

    /// <summary>Starts the work over and over; a step is drawn and a moment after it, and then the process is killed.</summary>
    private static async Task<int> KillAsync(OfficeFolder folder, int seed, int most)
    {
        Random random = new(seed);
        for (int kills = 0; ; kills++)
        {
            await using VictimProcess victim = VictimProcess.Start("work", folder, Work(seed, host: kills));
            if (kills < most)
            {
                // The first while it starts and makes its database.
                await victim.StepsAsync(kills == 0 ? 0 : random.Next(1, MostSteps));
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
        TrialNotice[] notices = [.. TrialNotices.Of(seed, People, OfficeFolder.Establishment).Select(notice => notice.Shared())];
        Assert.Empty(await OfficeChecks.ProblemsAsync(folder, notices.Select(notice => notice.Key)));
        Assert.Empty(await OfficeChecks.UndecidedAsync(folder, notices));
        Assert.Empty(folder.Leftovers());
        Assert.Equal(undisturbed.Read().ToLines(), folder.Read().ToLines());

        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        foreach (TrialNotice notice in notices.Where(notice => notice.Decision is not null))
            Assert.Single((await office.Store.FindAsync(notice.Key, CancellationToken.None))!.History);
        Assert.Empty(await office.Outbox.ListAsync(state: null, 1000, CancellationToken.None));
        Assert.Equal(await BoxesAsync(undisturbed), await BoxesAsync(folder));
        await AssertToldAsync(office, folder, ClientPage.Read(folder.Page), ClientPage.Read(undisturbed.Page));
    }

    /// <summary>Each change at least once, in order; without those told again exactly what an undisturbed host tells; at the end the ledger as it is.</summary>
    private static async Task AssertToldAsync(TrialOffice office, OfficeFolder folder, IReadOnlyList<PageDelivery> told, IReadOnlyList<PageDelivery> undisturbed)
    {
        Assert.All(undisturbed.CountBy(delivery => (delivery.Order, delivery.Version)), delivery => Assert.Equal(1, delivery.Value));
        Dictionary<string, PageDelivery[]> expected = undisturbed.GroupBy(delivery => delivery.Order).ToDictionary(group => group.Key, group => group.ToArray());
        Dictionary<string, PageDelivery[]> byOrder = told.GroupBy(delivery => delivery.Order).ToDictionary(group => group.Key, group => group.ToArray());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), byOrder.Keys.Order(StringComparer.Ordinal));
        foreach ((string order, PageDelivery[] deliveries) in byOrder)
        {
            Assert.Equal(deliveries.Select(delivery => delivery.Version).Order(), deliveries.Select(delivery => delivery.Version));
            Assert.Equal(expected[order].Length, deliveries.DistinctBy(delivery => delivery.Version).Count());
            Assert.Equal(expected[order][^1].Content, deliveries[^1].Content);
        }

        string[] numbers = [.. folder.Read()[OfficeChecks.People].Select(row => row["社員番号"])];
        LedgerSnapshot ledger = await office.Ledger.ReadAsync(
            OfficeFolder.Establishment, [.. numbers.Select(number => PersonQuery.ByNumber(EmployeeNumber.Parse(number)))], CancellationToken.None);
        Assert.Equal(numbers.Length, ledger.People.Count);
        Assert.All(ledger.People, person => Assert.Equal(ClientPage.TextOf(person), byOrder[$"{OfficeFolder.Establishment}//{person.Number}"][^1].Content));
    }

    private static async Task<IReadOnlyList<string>> BoxesAsync(OfficeFolder folder)
    {
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        List<string> boxes = [];
        foreach (string number in folder.Read()[OfficeChecks.People].Select(row => row["社員番号"]))
        {
            IReadOnlyList<BoxFile> files = await office.Box.ListAsync(OfficeFolder.Establishment, EmployeeNumber.Parse(number), CancellationToken.None);
            Assert.NotEmpty(files);
            boxes.AddRange(files.Select(file => $"{file} {file.Name} {file.Sha256} {file.Description} {file.StoredBy}").Order(StringComparer.Ordinal));
        }

        return boxes;
    }
}
