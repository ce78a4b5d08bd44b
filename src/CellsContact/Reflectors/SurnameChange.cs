using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>姓変更: the employee's surname in 個人情報 and 給与データ, and that of the dependents who are named.</summary>
internal sealed class SurnameChange(ReflectionBuilder reflection, LedgerPerson person, NameChange change, bool exempt)
{
    private LedgerValue Present => person.Row[PersonFields.Name];

    internal void Reflect(AddressNameChangeContact effective, RowEdit row, DependentEdits dependents)
    {
        (string Family, string Given)? parts = Split();
        if ((change.Given ?? parts?.Given) is not { } given)
        {
            reflection.Refuse(NoteCodes.NameUnsplittable, "台帳の「氏名」を姓と名に分けられません。newName.given に名を入力して氏名全体を指定してください。", $"{PersonFields.Name.Id} cannot be split into surname and given name. State the whole name by newName.given.");
            return;
        }

        string name = PersonNames.Cell(change.Family, given);
        bool isNew = parts?.Family != change.Family;

        // Only the surname may be replaced unseen: a given name that changes too needs confirmation.
        row.Set(PersonFields.Name, name, exempt && (parts is null || parts.Value.Given == given));
        SetKana(row);
        if (isNew)
        {
            if (parts is null)
                reflection.Warn(NoteCodes.PartialChange, PersonFields.FormerSurname, "台帳の「氏名」から元の姓が分からないため、「旧姓」を設定していません。", $"{PersonFields.FormerSurname.Id} is not set, for the former surname cannot be told from the ledger.");
            row.Set(PersonFields.FormerSurname, parts?.Family).Set(PersonFields.NameChangedOn, effective.EffectiveDate, exempt);
            UpdatePayroll(name);
        }

        foreach (DependentReference renamed in effective.DependentsRenamed)
            Rename(renamed, dependents);
    }

    /// <summary>姓 and 名 of the present 氏名; where it has no blank, by the given name that was stated.</summary>
    private (string Family, string Given)? Split()
    {
        string cell = Present.Text.Trim();
        if (LedgerMatching.SplitName(cell) is { } parts)
            return parts;
        return change.Given is { Length: > 0 } given && cell.Length > given.Length && cell.EndsWith(given, StringComparison.Ordinal)
            ? (cell[..^given.Length], given)
            : null;
    }

    private void UpdatePayroll(string name)
    {
        // A formula follows 個人情報 by itself.
        if (person.Payroll is { } payroll && payroll[PayrollFields.Name].Kind == LedgerValueKind.Text)
        {
            bool follows = LedgerMatching.Fold(payroll[PayrollFields.Name].Text) == LedgerMatching.Fold(Present.Text);
            reflection.Update(new(LedgerPersonKey.Of(person.Number)), payroll).Set(PayrollFields.Name, name, exempt && follows);
        }
    }

    private void Rename(DependentReference renamed, DependentEdits dependents)
    {
        DependentKey key = new(renamed.BirthDate, renamed.Name.Given);
        LedgerRow[] rows = [.. dependents.Open.Where(row => LedgerMatching.IsDependent(row, key))];
        if (rows.Length != 1 || dependents.Of(rows[0]) is not { } edit)
        {
            reflection.Warn(NoteCodes.DependentNotFound, DependentFields.Name, "姓を変える扶養親族が台帳に見つからないため、変更していません。", "A dependent who takes the new surname is not in 扶養親族 and was not renamed.");
            return;
        }

        string given = LedgerMatching.SplitName(rows[0][DependentFields.Name].Text)?.Given ?? renamed.Name.Given;
        edit.Set(DependentFields.Name, PersonNames.Cell(change.Family, given), exempt);
        LedgerValue present = rows[0][DependentFields.NameKana];
        SetKana(edit, present, DependentFields.NameKana, LedgerMatching.SplitName(present.Text)?.Given ?? renamed.Name.GivenKana, exempt);
    }

    private void SetKana(RowEdit row)
    {
        LedgerValue present = person.Row[PersonFields.NameKana];
        string? known = LedgerMatching.SplitName(present.Text)?.Given;
        string? given = change.GivenKana.Value ?? known;
        bool keepsGiven = known is null || LedgerMatching.Fold(known) == LedgerMatching.Fold(given!);
        if (change.GivenKana.IsClear)
            row.Clear(PersonFields.NameKana);
        else
            SetKana(row, present, PersonFields.NameKana, given, exempt && keepsGiven);
    }

    private void SetKana(RowEdit row, LedgerValue present, LedgerField field, string? given, bool unseen)
    {
        if (change.FamilyKana.IsClear)
            row.Clear(field);
        else if (change.FamilyKana.Value is { } family && (given is not null || present.IsEmpty))
            row.Set(field, PersonNames.KanaCell(family, given), unseen);
        else if (!present.IsEmpty)
            reflection.Warn(NoteCodes.PartialChange, field, $"新しい姓のフリガナがないか、台帳のフリガナを分けられないため、「{field.Label}」は古いままです。", $"The new surname comes without kana, or the ledger's cannot be split: {field.Id} stays as it was.");
    }
}
