using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>Spoiled workbooks: a clear error and the file as it was, or the change in the ledger; nothing between.</summary>
public sealed class WorkbookFuzzTests(ExampleTemplate template, ITestOutputHelper output) : IClassFixture<ExampleTemplate>
{
    private const int Workbooks = 10_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task ReadAndApply_OfSpoiledWorkbooks_FailClearlyOrWork()
    {
        Trial trial = new(output, nameof(ReadAndApply_OfSpoiledWorkbooks_FailClearlyOrWork), 0.15);
        OfficeFolder folder = template.Copy();
        byte[] sound = await File.ReadAllBytesAsync(folder.Workbook);
        int done = 0;
        int worked = 0;
        foreach (int round in trial.Rounds(Workbooks))
        {
            byte[] spoiled = new WorkbookMutator(new(trial.SeedOf(round))).Mutate(sound);
            await File.WriteAllBytesAsync(folder.Workbook, spoiled);
            try
            {
                worked += await Task.Run(() => UseAsync(folder, spoiled)).WaitAsync(s_patience) ? 1 : 0;
                done++;
            }
            catch (Exception exception)
            {
                string kept = Path.Combine(Path.GetTempPath(), $"spoiled-{round}.xlsx");
                await File.WriteAllBytesAsync(kept, spoiled);
                trial.Note(round, exception, kept);
            }
        }

        folder.Delete();
        trial.Report($"{done} workbooks, {worked} usable all the same");
    }

    /// <summary>Reads and applies; whether both worked.</summary>
    private static async Task<bool> UseAsync(OfficeFolder folder, byte[] spoiled)
    {
        OpenXmlLedger ledger = new(new() { WorkbookFor = _ => folder.Workbook, BusyTimeout = TimeSpan.FromSeconds(1) });
        LedgerPersonKey person = LedgerPersonKey.Of(EmployeeNumber.Parse("0019"));
        ChangeSetId id = new(ContactKey.Parse("E001/c-fuzz"), 1, ChangeSetPurpose.Apply);
        LedgerChangeSet set = new(id, ContactKind.AddressNameChange, "clerk-1",
            [new(LedgerTable.People, new(person), LedgerChangeAction.Update, [new(PersonFields.Phone, LedgerValue.Empty, LedgerValue.OfText("090-0000-0000"))])]);
        bool applied = false;
        try
        {
            await ledger.ReadAsync(OfficeFolder.Establishment, [PersonQuery.ByNumber(person.Number!.Value)], CancellationToken.None);
            applied = (await ledger.ApplyAsync(OfficeFolder.Establishment, [set], CancellationToken.None))[0] is LedgerOutcome.Applied;
        }
        catch (LedgerException exception)
        {
            Assert.False(string.IsNullOrWhiteSpace(exception.Text.Japanese));
        }

        Assert.Empty(folder.Leftovers());
        if (!applied)
            Assert.Equal(spoiled, await File.ReadAllBytesAsync(folder.Workbook));
        else
            Assert.IsType<LedgerOutcome.AlreadyApplied>((await ledger.ApplyAsync(OfficeFolder.Establishment, [set], CancellationToken.None))[0]);
        return applied;
    }
}
