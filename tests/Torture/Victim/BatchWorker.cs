using System.Globalization;
using CellsContact.Ledgers;
using CellsContact.OpenXml;
using CellsContact.Trials;

namespace CellsContact.Torture.Victims;

/// <summary>Applies one batch of change sets, after having done the like in a folder of its own: what is measured then is the batch, not the start.</summary>
internal static class BatchWorker
{
    internal static async Task WorkAsync(OfficeFolder folder, Dictionary<string, string> options, KillSwitch kill)
    {
        IReadOnlyList<LedgerChangeSet> sets = TrialBatches.Of(Number("seed"), Number("people"));
        await TrialBatches.Ledger(new(options["warm"])).ApplyAsync(OfficeFolder.Establishment, TrialBatches.Of(Number("seed"), TrialBatches.FewestPeople), CancellationToken.None);
        OpenXmlLedger ledger = TrialBatches.Ledger(folder);
        await kill.WatchAsync("batch", () => ledger.ApplyAsync(OfficeFolder.Establishment, sets, CancellationToken.None));

        int Number(string option) => int.Parse(options[option], CultureInfo.InvariantCulture);
    }
}
