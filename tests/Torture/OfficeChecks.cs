using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>What must hold of an office whenever nobody is working in it.</summary>
internal static class OfficeChecks
{
    internal const string LogSheet = "連絡反映履歴";
    internal const string People = "個人情報";
    internal const string Time = "日時";
    internal const string ChangeSetId = "変更セットID";

    /// <summary>What is wrong with a folder: the workbook opens, no change set is logged twice, and each notice's status agrees with the log and is what was decided.</summary>
    internal static async Task<IReadOnlyList<string>> ProblemsAsync(OfficeFolder folder, IEnumerable<ContactKey> keys, ContactStatus? decided = null)
    {
        List<string> problems = [];
        WorkbookContents book = folder.Read();
        string[] logged = [.. book[LogSheet].Select(row => row[ChangeSetId])];
        problems.AddRange(logged.CountBy(id => id).Where(id => id.Value > 1).Select(id => $"{id.Key} is logged {id.Value} times."));
        foreach (string sheet in new[] { People, "給与データ" })
            problems.AddRange(book[sheet].CountBy(row => row["社員番号"]).Where(person => person.Value > 1).Select(person => $"{person.Key} is in {sheet} {person.Value} times."));

        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        foreach (ContactKey key in keys)
        {
            int applied = logged.Count(id => id.StartsWith($"{key}/", StringComparison.Ordinal));
            if (await office.Store.FindAsync(key, CancellationToken.None) is not { } entry)
            {
                if (applied > 0)
                    problems.Add($"{key} is in the ledger, but not in the store.");
                continue;
            }

            if (applied > 1)
                problems.Add($"{key} is applied {applied} times.");
            if (entry.IsReflected && applied == 0)
                problems.Add($"{key} is reflected, but not in the ledger.");
            if (!entry.IsReflected && applied > 0 && entry.OpenAttempt is null)
                problems.Add($"{key} is in the ledger, but neither reflected nor under way.");
            if (entry.IsReflected != (entry.Status == ContactStatus.Registered))
                problems.Add($"{key} is {entry.Status}, reflected: {entry.IsReflected}.");
            int moves = entry.History.Count(move => move.Action is ContactAction.Reflect or ContactAction.Confirm);
            if (moves != (entry.IsReflected ? 1 : 0))
                problems.Add($"{key} has {moves} moves of reflecting or confirming in its history.");
            if (decided is not null && (entry.Status != decided || entry.OpenAttempt is not null))
                problems.Add($"{key} is {entry.Status}, under way: {entry.OpenAttempt is not null}; it should be {decided}.");
        }

        return problems;
    }

    /// <summary>The notices whose status is not what the office decided.</summary>
    internal static async Task<IReadOnlyList<ContactKey>> UndecidedAsync(OfficeFolder folder, IEnumerable<TrialNotice> notices)
    {
        List<ContactKey> undecided = [];
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        foreach (TrialNotice notice in notices)
        {
            ContactEntry? entry = await office.Store.FindAsync(notice.Key, CancellationToken.None);
            if (entry?.Status != StatusTable.Next(ContactStatus.Unprocessed, isReflected: false, notice.Decision?.Action ?? ContactAction.SaveDraft))
                undecided.Add(notice.Key);
        }

        return undecided;
    }
}
