using System.Text;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>Spoiled messages: a finding for each, never an exception, never a change.</summary>
public sealed class MessageFuzzTests(ITestOutputHelper output)
{
    private const int Messages = 50_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Receive_OfSpoiledMessages_FindsWhatIsWrongAndKeepsNothing()
    {
        Trial trial = new(output, nameof(Receive_OfSpoiledMessages_FindsWhatIsWrongAndKeepsNothing), 0.12);
        byte[][] examples = [.. Directory.GetFiles(Path.GetDirectoryName(ExampleOffice.PathOf("hire.json"))!).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        int done = 0;
        int accepted = 0;
        foreach (int round in trial.Rounds(Messages))
        {
            Random random = new(trial.SeedOf(round));
            byte[] message = new WireMutator(random).Mutate(examples[random.Next(examples.Length)]);
            try
            {
                accepted += await ReceiveAsync(message).WaitAsync(s_patience);
                done++;
            }
            catch (Exception exception)
            {
                trial.Note(round, exception, Encoding.UTF8.GetString(message.AsSpan(0, Math.Min(message.Length, 2000))));
            }
        }

        trial.Report($"{done} messages, {accepted} notices accepted all the same");
    }

    private static async Task<int> ReceiveAsync(byte[] message)
    {
        await using TrialOffice office = await TrialOffice.OpenInMemoryAsync();
        IReadOnlyList<IntakeResult> results = await office.ReceiveAsync(message);
        Assert.NotEmpty(results);
        Assert.All(results.OfType<IntakeResult.Rejected>(), rejected => Assert.Contains(rejected.Findings, finding => finding.Severity == FindingSeverity.Error));

        ContactKey[] accepted = [.. results.OfType<IntakeResult.Accepted>().Select(result => result.Key)];
        IReadOnlyList<ContactListItem> stored = await office.Store.ListAsync(new ContactStoreQuery(), CancellationToken.None);
        Assert.Equal(accepted.ToHashSet(), stored.Select(item => item.Key).ToHashSet());

        // What was accepted can be opened and previewed, whatever it says.
        foreach (ContactKey key in accepted)
        {
            Assert.NotNull(await office.Desk.OpenAsync(key, TrialOffice.Clerk));
            SavePreview preview = await office.Desk.PreviewAsync(key, TrialOffice.Clerk, ContactDecision.Reflect);
            Assert.True(preview.Blocked is not null || preview.Token.Length > 0);
        }

        return accepted.Length;
    }
}
