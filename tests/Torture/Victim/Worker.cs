using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture.Victims;

/// <summary>Receives the notices of a seed and decides each, going on where an earlier run was killed.</summary>
internal static class Worker
{
    private const int MostRounds = 200;

    internal static async Task WorkAsync(TrialOffice office, Dictionary<string, string> options)
    {
        IReadOnlyList<TrialNotice> notices = TrialNotices.Of(Number("seed"), Number("people"), OfficeFolder.Establishment);
        Sharing? sharing = null;
        if (options.ContainsKey("share"))
        {
            notices = [.. notices.Select(notice => notice.Shared())];
            sharing = new(office.Outbox, office.Delivery);
        }

        DeskOperator clerk = new(options["operator"]);
        List<TrialNotice> open = [.. notices];
        if (options.ContainsKey("shuffle"))
        {
            TrialNotice[] shuffled = [.. notices.Skip(1)];
            new Random(Number("shuffle")).Shuffle(shuffled);
            open = [notices[0], .. shuffled];
        }

        // In order, each received and decided before the next; what another worker or an order of one's own holds up comes again.
        for (int round = 1; open.Count > 0; round++)
        {
            if (round > MostRounds)
                throw new InvalidOperationException($"Still open after {MostRounds} rounds: {string.Join(", ", open.Select(notice => notice.Key))}");
            List<TrialNotice> heldUp = [];
            foreach (TrialNotice notice in open)
            {
                if (sharing is not null)
                    await sharing.GoOnAsync();
                if (!await DecideAsync(office, notice, clerk))
                    heldUp.Add(notice);
            }

            open = heldUp;
        }

        if (sharing is not null)
            await sharing.FinishAsync();

        int Number(string option) => int.Parse(options[option], CultureInfo.InvariantCulture);
    }

    private static async Task<bool> DecideAsync(TrialOffice office, TrialNotice notice, DeskOperator clerk)
    {
        try
        {
            ContactDetail? known = await office.Desk.OpenAsync(notice.Key, clerk);
            if (known is { Entry.Status: not ContactStatus.Unprocessed })
                return true;

            // Sent again after a crash.
            IntakeResult received = (await office.ReceiveAsync(notice))[0];
            if (received is not (IntakeResult.Accepted or IntakeResult.Duplicate))
                throw new InvalidOperationException($"{notice.Key} was not accepted.");
            if (notice.Decision is null)
                return true;
            SaveResult result = await office.DecideAsync(notice.Key, clerk, notice.Decision);
            string why = result is SaveResult.Refused refused ? $" ({string.Join(", ", refused.Notes.Select(note => note.Code))})" : "";
            Console.WriteLine($"result {notice.Key} {notice.Message["kind"]} {result.GetType().Name}{why}");
            return result is SaveResult.Saved;
        }
        catch (Exception exception) when (exception is LedgerException { IsTransient: true } or ContactStoreException { IsTransient: true })
        {
            Console.WriteLine($"result {notice.Key} {exception.GetType().Name}");
            return false;
        }
    }
}
