using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Reflectors;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What saving will do in the vault, and what the operator should know about it. Numbers are compared inside the vault.</summary>
internal sealed class NumberPlanner(IMyNumberVault vault, IMyNumberRetention retention)
{
    internal async Task<NumberPlan> PlanAsync(ContactKey contact, IReadOnlyList<ReflectedNumber> numbers, CancellationToken token)
    {
        NumberPlan plan = new([], []);
        foreach (ReflectedNumber number in numbers)
        {
            MyNumberOwner? owner = number.Subject.Person.Number is { } known ? new(contact.Establishment, known, number.Subject.Dependent) : null;
            if (number.Path is { } path)
                await LinkAsync(plan, number, new(contact, path), owner, token).ConfigureAwait(false);
            else if (owner is not null)
                await EraseAsync(plan, number, owner, token).ConfigureAwait(false);
        }

        return plan;
    }

    /// <summary>What forbids taking a reflection back: a number that another notice gave to somebody who would be removed would stay, and be nobody's.</summary>
    internal async Task<IReadOnlyList<ReflectionNote>> ObjectToUndoAsync(ContactKey contact, IReadOnlyList<LedgerChange> changes, CancellationToken token)
    {
        NumberPlan plan = new([], []);
        foreach (LedgerChange change in changes.Where(change => change.Action == LedgerChangeAction.Remove && change.Table is LedgerTable.People or LedgerTable.Dependents))
        {
            MyNumberOwner owner = new(contact.Establishment, change.Row.Person.Number!.Value, change.Row.Dependent);
            if (await vault.FindAsync(owner, token).ConfigureAwait(false) is { } present && present.Slot.Contact != contact)
                plan.Note(NoteLevel.Refusal, NoteCodes.MyNumberElsewhere, $"{Who(owner)}に連絡 {present.Slot.Contact} のマイナンバーが登録されています。先にマイナンバーの削除の連絡を確認済みにしてから取り消してください。", $"Notice {present.Slot.Contact} registered a My Number for {Whose(owner)}: confirm its deletion before taking this back.");
        }

        return plan.Notes;
    }

    private async Task LinkAsync(NumberPlan plan, ReflectedNumber number, MyNumberSlot slot, MyNumberOwner? owner, CancellationToken token)
    {
        if (await vault.FindAsync(slot, token).ConfigureAwait(false) is null)
        {
            plan.Note(NoteLevel.Refusal, NoteCodes.MyNumberMissing, "この連絡のマイナンバーが保管されていません。顧問先に同じ連絡をもう一度送信してもらってください。", "The notice's My Number is not in the vault. Have the client send the same notice again.");
            return;
        }

        MyNumberEntry? present = owner is null ? null : await vault.FindAsync(owner, token).ConfigureAwait(false);
        IReadOnlyList<MyNumberEntry> same = await vault.FindSameAsync(slot, token).ConfigureAwait(false);
        bool isSame = present is not null && same.Any(entry => entry.Slot == present.Slot);
        NoteShared(plan, [.. same.Select(entry => entry.Owner!).Where(other => other != owner)]);
        if (present is not null && number.Change == MyNumberChange.Register && !isSame)
            plan.Note(NoteLevel.Warning, NoteCodes.MyNumberDifferent, $"登録の連絡ですが、{Who(owner!)}には別のマイナンバーが登録されています。保存すると置き換わります。", $"It registers a number, but {Whose(owner!)} has another one, which this one replaces.");
        if (number.Change == MyNumberChange.Change && isSame)
            plan.Note(NoteLevel.Warning, NoteCodes.MyNumberUnchanged, $"変更の連絡ですが、{Who(owner!)}に登録されているマイナンバーと同じです。", $"It changes a number, but to the one {Whose(owner!)} has.");

        MyNumberHold? hold = present is null || isSame ? null : await retention.FindHoldAsync(owner!, token).ConfigureAwait(false);
        plan.Effects.Add(new(MyNumberEffectKind.Link, slot, number.Subject) { KeepFormerUntil = hold?.Until });
    }

    private async Task EraseAsync(NumberPlan plan, ReflectedNumber number, MyNumberOwner owner, CancellationToken token)
    {
        if (await vault.FindAsync(owner, token).ConfigureAwait(false) is not { } present)
        {
            plan.Note(NoteLevel.Warning, NoteCodes.MyNumberNone, $"{Who(owner)}のマイナンバーは登録されていません。記録簿への記録だけを行います。", $"No number is registered for {Whose(owner)}: only the handling book is written.");
        }
        else if (await retention.FindHoldAsync(owner, token).ConfigureAwait(false) is { } hold)
        {
            string until = hold.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            plan.Note(NoteLevel.Refusal, NoteCodes.MyNumberHeld, $"法定保存期間のため {until} まで削除できません（{hold.Reason.Japanese}）。期間が過ぎてから確認済みにしてください。", $"A statutory period keeps the number until {until} ({hold.Reason.English}). Confirm once it has ended.");
        }
        else
        {
            plan.Effects.Add(new(MyNumberEffectKind.Erase, present.Slot, number.Subject));
        }
    }

    private static void NoteShared(NumberPlan plan, IReadOnlyList<MyNumberOwner> others)
    {
        if (others.Count > 0)
            plan.Note(NoteLevel.Warning, NoteCodes.MyNumberShared, $"同じマイナンバーが{string.Join("、", others.Select(Who))}にも登録されています。顧問先に確認してください。", $"The same number is registered for {string.Join(", ", others.Select(Whose))}. Ask the client.");
    }

    private static string Who(MyNumberOwner owner) => $"社員番号 {owner.Number} の{(owner.Dependent is null ? "本人" : "家族")}";

    private static string Whose(MyNumberOwner owner) => owner.Dependent is null ? $"employee {owner.Number}" : $"a dependent of employee {owner.Number}";
}

/// <summary>The effects in the vault and the notes.</summary>
internal sealed record NumberPlan(List<MyNumberEffect> Effects, List<ReflectionNote> Notes)
{
    internal bool IsRefused => Notes.Exists(note => note.Level == NoteLevel.Refusal);

    internal void Note(NoteLevel level, string code, string japanese, string english) => Notes.Add(new(level, code, new(japanese, english)));
}
