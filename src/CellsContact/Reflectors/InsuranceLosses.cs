using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>「社保雇保の喪失年月日に反映する」: the loss dates that follow from leaving.</summary>
internal sealed class InsuranceLosses(ReflectionBuilder reflection, IInsuranceDateRules rules, LedgerPerson person, RowEdit row)
{
    internal void Reflect(SeparationContact effective)
    {
        bool continues = MayBeInsured(Insurance.Employment) && EmploymentInsuranceContinues(effective);
        if (continues)
            reflection.Warn(NoteCodes.EmploymentInsuranceContinues, Insurance.Employment.LostOn, "同一事業主での転勤または翌日の再入社のため雇用保険は継続します。雇保の喪失年月日は設定しません。", "Employment insurance continues, by a transfer or a rehire on the next day. Its loss date is not set.");
        if (!reflection.Options.ReflectLossDates)
            return;

        DateOnly? birthDate = person.Row[PersonFields.BirthDate].AsDate();
        if (birthDate is null)
            InsuranceJoining.NoteAgeUnknown(reflection);
        foreach (Insurance insurance in Insurance.Social)
            Lose(insurance, effective.SeparationDate, birthDate);
        if (!continues && Lose(Insurance.Employment, effective.SeparationDate, birthDate))
            row.Set(PersonFields.EmploymentInsuranceSeparatedOn, rules.EmploymentInsuranceSeparationDate(effective.SeparationDate));
    }

    private bool MayBeInsured(Insurance insurance) =>
        (insurance.IsJoined(person.Row) || !reflection.Has(insurance.AcquiredOn)) && !insurance.IsLost(person.Row);

    private bool Lose(Insurance insurance, DateOnly lastDay, DateOnly? birthDate)
    {
        LedgerField[] missing = [.. new[] { insurance.AcquiredOn, insurance.LostOn }.Where(field => !reflection.Has(field))];
        foreach (LedgerField field in missing)
            reflection.NoColumn(field, new(LedgerPersonKey.Of(person.Number)), default, default);
        if (missing.Length > 0)
            return false;

        if (!insurance.IsJoined(person.Row) || insurance.IsLost(person.Row))
        {
            reflection.Warn(NoteCodes.LossNotSet, insurance.LostOn, $"{insurance.Label}: 未加入／喪失済のため設定しない", $"{insurance.LostOn.Id} is not set: not joined, or lost already.");
            return false;
        }

        if (insurance.LostByAge(rules, birthDate) <= lastDay)
        {
            reflection.Warn(NoteCodes.LostByAge, insurance.LostOn, $"{insurance.Label}: 年齢到達により退職前に喪失済のため設定しません。台帳の喪失年月日を確認してください。", $"{insurance.LostOn.Id} is not set: lost by age before leaving. Check the ledger's loss date.");
            return false;
        }

        row.Set(insurance.LostOn, rules.LossDate(lastDay));
        return true;
    }

    private bool EmploymentInsuranceContinues(SeparationContact effective)
    {
        if (effective.Reason == SeparationReason.TransferSameEmployer)
            return true;
        DateOnly nextDay = rules.LossDate(effective.SeparationDate);
        return reflection.Options.OpenContacts.Any(open => open.Contact is HireContact hire && hire.HireDate == nextDay && IsRehire(hire))
            || reflection.Snapshot.People.Any(other =>
                other.Number != person.Number && other.Row[PersonFields.HiredOn].AsDate() == nextDay && PersonMatching.SamePeople(other, person));
    }

    private bool IsRehire(HireContact hire) =>
        (hire.Person.RehireOf is { IsUnset: false } former && LedgerMatching.SameNumber(former.Value, person.Number.Value))
        || PersonMatching.IsNamesake(person, hire.Person.Name, hire.Person.BirthDate);
}
