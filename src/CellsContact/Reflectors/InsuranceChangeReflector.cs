using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a 保険変更連絡: its dates are the 資格取得日 or 資格喪失日 themselves.</summary>
internal sealed class InsuranceChangeReflector(IInsuranceDateRules rules) : IContactReflector<InsuranceChangeContact>
{
    public Reflection Reflect(InsuranceChangeContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        if (PersonResolver.Resolve(reflection, effective, effective.Person) is not { } person)
            return reflection.Build();

        RowEdit row = reflection.Update(person);
        DateOnly employmentDate = effective.EmploymentInsuranceDate ?? effective.EffectiveDate;
        switch (effective.Change)
        {
            case InsuranceChange.JoinSocialInsurance:
                Join(Insurance.Social, effective.EffectiveDate);
                break;
            case InsuranceChange.JoinEmploymentInsurance:
                Join([Insurance.Employment], effective.EffectiveDate);
                break;
            case InsuranceChange.JoinBoth:
                Join(Insurance.Social, effective.EffectiveDate);
                Join([Insurance.Employment], employmentDate);
                break;
            case InsuranceChange.LeaveSocialInsurance:
                Leave(Insurance.Social, effective.EffectiveDate);
                break;
            case InsuranceChange.LeaveEmploymentInsurance:
                Leave([Insurance.Employment], effective.EffectiveDate);
                break;
            case InsuranceChange.LeaveBoth:
                Leave(Insurance.Social, effective.EffectiveDate);
                Leave([Insurance.Employment], employmentDate);
                break;
        }

        row.Set<SocialInsuranceClass>(PersonFields.SocialInsuranceClass, effective.NewClass?.SocialInsurance)
            .Set<EmploymentInsuranceClass>(PersonFields.EmploymentInsuranceClass, effective.NewClass?.EmploymentInsurance)
            .Set(PersonFields.WageInCash, effective.MonthlyWage?.Cash)
            .Set(PersonFields.WageInKind, effective.MonthlyWage?.InKind)
            .Set(PersonFields.WeeklyHours, effective.WeeklyHours)
            .Set(PersonFields.InsuranceChangeReason, effective.Reason)
            .Set(PersonFields.BasicPensionNumber, effective.BasicPensionNumber)
            .Set(PersonFields.InsuredNumber, effective.InsuredNumber)
            .Set(PersonFields.EligibilityCertificateWanted, effective.EligibilityCertificateWanted);
        AddDependents(reflection, effective, person);
        Publication.NoteRefresh(reflection, person);
        return reflection.Build();

        void Join(IReadOnlyList<Insurance> insurances, DateOnly on)
        {
            DateOnly? birthDate = person.Row[PersonFields.BirthDate].AsDate();
            if (birthDate is null)
                InsuranceJoining.NoteAgeUnknown(reflection);
            foreach (Insurance insurance in insurances)
            {
                if (insurance.IsJoined(person.Row) && !insurance.IsLost(person.Row))
                    reflection.Warn(NoteCodes.AlreadyJoined, insurance.AcquiredOn, $"{insurance.Label}にはすでに加入しています。", $"{insurance.AcquiredOn.Id}: joined already.");
                InsuranceJoining.Join(reflection, row, rules, insurance, on, birthDate);
            }
        }

        void Leave(IReadOnlyList<Insurance> insurances, DateOnly on)
        {
            // 厚年 may be lost by age while 健保 is not: whatever is joined and not lost is what ends; where all is lost, the date is
            // corrected. A ledger without 取得年月日 cannot tell who joined: there the notice is believed.
            Insurance[] joined = [.. insurances.Where(insurance => insurance.IsJoined(person.Row) || !reflection.Has(insurance.AcquiredOn))];
            Insurance[] open = [.. joined.Where(insurance => !insurance.IsLost(person.Row))];
            if (joined.Length == 0)
                reflection.Refuse(NoteCodes.NotJoined, $"{insurances[0].Label}に加入していないため喪失できません。台帳の取得年月日を確認してください。", $"{insurances[0].AcquiredOn.Id} is empty: what was not joined cannot be left.");
            foreach (Insurance insurance in open.Length > 0 ? open : joined)
                row.Set(insurance.LostOn, on);
            foreach (Insurance insurance in open.Length > 0 ? insurances.Except(open) : [])
                reflection.Warn(NoteCodes.LossNotSet, insurance.LostOn, $"{insurance.Label}: 未加入／喪失済のため設定しない", $"{insurance.LostOn.Id} is not set: not joined, or lost already.");
        }
    }

    private static void AddDependents(ReflectionBuilder reflection, InsuranceChangeContact effective, LedgerPerson person)
    {
        DependentRows.RefuseTwice(reflection, effective.Dependents);
        LedgerPersonKey key = LedgerPersonKey.Of(person.Number);
        foreach ((int index, Dependent dependent) in effective.Dependents.Index())
        {
            DependentRows.Add(reflection, key, person.Dependents, new(dependent, dependent.SocialInsuranceDependent, dependent.TaxDependent, effective.EffectiveDate));
            if (dependent.HasMyNumber)
                HandlingBookRow.Acquired(reflection, effective, MyNumberPaths.OfDependent(index), key, dependent.Name, dependent);
        }
    }
}
