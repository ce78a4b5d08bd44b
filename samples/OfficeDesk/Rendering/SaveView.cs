using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;

namespace OfficeDesk.Rendering;

/// <summary>Shows previews (プレビュー) and what saving came to.</summary>
internal sealed class SaveView(Report report, StatusLabels labels)
{
    public void Preview(SavePreview preview, ContactDetail detail, IReadOnlyList<FileResult> files)
    {
        report.Title($"プレビュー {preview.Key}");
        if (preview.Blocked is { } blocked)
        {
            Outcome(preview.Key, blocked);
            return;
        }

        Changes(preview.Changes);
        Notes(preview.Notes);
        FindingLines.Show(report, preview.Findings);
        MyNumberLines.Show(report, detail);
        FileLines.Show(report, detail.Entry.Contact, files, isPreview: true);
        if (preview.StatusAfter is { } status)
            report.Line($"保存後の処理区分: {StatusText(detail.Entry.Contact.Kind, status)}");
    }

    public void Result(ContactKey key, SaveResult result)
    {
        if (result is SaveResult.Saved { Entry: var entry })
        {
            report.Line($"{key}: 保存しました。処理区分: {StatusText(entry.Contact.Kind, entry.Status)}", Tone.Good);
            if (entry.History[^1].Action is ContactAction.Reflect or ContactAction.Confirm or ContactAction.Undo)
            {
                Changes(entry.Attempts[^1].ChangeSet.Changes);
                MyNumberLines.Show(report, entry.Attempts[^1].Numbers);
            }
        }

        Outcome(key, result);
    }

    private void Changes(IReadOnlyList<LedgerChange> changes)
    {
        if (changes.Count == 0)
            report.Line("台帳の変更はありません。", Tone.Faint);
        foreach (LedgerChange change in changes)
            report.Difference(LedgerText.Caption(change), LedgerText.Lines(change));
    }

    private void Outcome(ContactKey key, SaveResult result)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                foreach ((string _, EmployeeNumber number) in saved.Receipt?.AssignedNumbers ?? new Dictionary<string, EmployeeNumber>())
                    report.Line($"付番: 社員番号 {number}", Tone.Good);
                FileLines.Show(report, saved.Entry.Contact, saved.Files);
                Notes([.. saved.Notes.Where(note => note.Level != NoteLevel.NeedsConfirmation)]);
                return;
            case SaveResult.NeedsConfirmation needs:
                Notes(needs.Notes);
                break;
            case SaveResult.Refused refused:
                Notes(refused.Notes);
                break;
            case SaveResult.Invalid invalid:
                FindingLines.Show(report, invalid.Findings);
                break;
            case SaveResult.Conflict conflict:
                foreach (LedgerConflict each in conflict.Conflicts)
                    report.Line($"  【競合】{OutcomeText.Of(each)}", Tone.Bad);
                break;
            case SaveResult.Outdated outdated:
                Changes(outdated.Preview.Changes);
                Notes(outdated.Preview.Notes);
                break;
        }

        report.Line($"{key}: {OutcomeText.Of(key, result).Japanese}", result is SaveResult.NeedsConfirmation or SaveResult.EarlierSaveFinished ? Tone.Warning : Tone.Bad);
    }

    private void Notes(IReadOnlyList<ReflectionNote> notes)
    {
        foreach (ReflectionNote note in notes.OrderBy(note => note.Level))
        {
            if (note is { Level: NoteLevel.Unreflected, Field: { } missing })
            {
                report.Line($"  【列がないため未反映】{LedgerFields.LabelOf(missing.Table)} {missing.Label}: {LedgerText.Of(missing, note.After)}", Tone.Faint);
                continue;
            }

            report.Line($"  【{Labels.Of(note.Level)}】{Printable.Of(note.Message.Japanese)} [{note.Code}]", note.Level switch
            {
                NoteLevel.Refusal => Tone.Bad,
                NoteLevel.Hint => Tone.Faint,
                _ => Tone.Warning,
            });
            if (note.Field is { } field)
                report.Line($"    {field.Label}: {LedgerText.Of(field, note.Before)} → {LedgerText.Of(field, note.After)}");
        }
    }

    private string StatusText(ContactKind kind, ContactStatus status)
    {
        StatusLabel label = labels.For(kind, status);
        return $"{label.OnDesk}（マイページ: {label.OnMyPage}）";
    }
}
