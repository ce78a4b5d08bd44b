using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a 入社連絡: a row in 個人情報, one in 給与データ, the dependents in 扶養親族.</summary>
internal sealed class HireReflector(IInsuranceDateRules rules) : IContactReflector<HireContact>
{
    /// <summary>The slot of the new person, where the ledger assigns the number.</summary>
    internal const string Slot = "person";

    public Reflection Reflect(HireContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        SamePersonCheck.Note(reflection, effective);
        PersonResolver.NoteFuture(reflection, effective);
        DependentRows.RefuseTwice(reflection, effective.Dependents);
        LedgerPersonKey person = Numbered(reflection, effective);
        reflection.Person = person;
        AddPerson(reflection, effective, person);
        AddPayroll(reflection, effective, person);
        foreach (Dependent dependent in effective.Dependents)
            DependentRows.Add(reflection, person, [], new(dependent, dependent.SocialInsuranceDependent, dependent.TaxDependent, effective.HireDate));
        if (effective.HasMyNumber)
            HandlingBookRow.Acquired(reflection, effective, MyNumberPaths.Own, person, effective.Person.Name);
        foreach ((int index, Dependent dependent) in effective.Dependents.Index().Where(dependent => dependent.Item.HasMyNumber))
            HandlingBookRow.Acquired(reflection, effective, MyNumberPaths.OfDependent(index), person, dependent.Name, dependent);
        return reflection.Build();
    }

    private static LedgerPersonKey Numbered(ReflectionBuilder reflection, HireContact effective)
    {
        LedgerPersonKey slot = LedgerPersonKey.New(Slot);
        if (effective.Person.EmployeeNumber is not { IsUnset: false } number)
        {
            if (reflection.Options.RequireEmployeeNumber)
                reflection.Refuse(NoteCodes.NumberRequired, "社員番号がありません。person.employeeNumber に入力してください。", "There is no employee number. State it in person.employeeNumber.");
            return slot;
        }

        if (!reflection.Snapshot.People.Any(person => LedgerMatching.SameNumber(person.Number.Value, number.Value)))
            return LedgerPersonKey.Of(number);
        reflection.Confirm(NoteCodes.NumberTaken, $"社員番号 {number} は使われています。確認すると台帳が新しい番号を付けます。", $"Number {number} is taken. Once confirmed, the ledger assigns a new one.");
        return slot;
    }

    private void AddPerson(ReflectionBuilder reflection, HireContact effective, LedgerPersonKey key)
    {
        NewPerson person = effective.Person;
        RowEdit row = reflection.Add(LedgerTable.People, new(key))
            .Set(PersonFields.EmployeeNumber, key.Number?.Value)
            .Set(PersonFields.Name, PersonNames.Cell(person.Name))
            .Set(PersonFields.NameKana, PersonNames.KanaCell(person.Name))
            .Set(PersonFields.BirthDate, person.BirthDate)
            .Set(PersonFields.PostalCode, person.PostalCode)
            .Set(PersonFields.Address, person.Address)
            .Set(PersonFields.AddressKana, person.AddressKana)
            .Set(PersonFields.ResidentRecordAddress, person.ResidentRecordAddress)
            .Set(PersonFields.Phone, person.Phone)
            .Set(PersonFields.HiredOn, effective.HireDate)
            .Set<EmploymentType>(PersonFields.EmploymentType, effective.EmploymentType)
            .Set(PersonFields.Occupation, effective.Occupation)
            .Set(PersonFields.WeeklyHours, effective.WeeklyHours)
            .Set(PersonFields.ContractFrom, effective.Contract?.From)
            .Set(PersonFields.ContractTo, effective.Contract?.To)
            .Set(PersonFields.ContractRenewal, effective.Contract?.Renewal)
            .Set(PersonFields.BasicPensionNumber, effective.SocialInsurance?.BasicPensionNumber)
            .Set(PersonFields.InsuredNumber, effective.EmploymentInsurance?.InsuredNumber)
            .Set(PersonFields.EligibilityCertificateWanted, effective.EligibilityCertificateWanted)
            .Set(PersonFields.PreviousEmployer, effective.PreviousEmployer)
            .Set(PersonFields.Nationality, person.Nationality)
            .Set(PersonFields.ResidenceStatus, person.ResidenceStatus)
            .Set(PersonFields.ResidencePeriodEnd, person.ResidencePeriodEnd);
        Genders.Set(reflection, row, PersonFields.Gender, person.Gender);
        AddInsurances(reflection, effective, row);
        if (reflection.Options.Publish)
            row.Set(PersonFields.Published, true);
    }

    private void AddInsurances(ReflectionBuilder reflection, HireContact effective, RowEdit row)
    {
        if (effective.SocialInsurance?.Join == true)
        {
            row.Set(PersonFields.WageInCash, effective.MonthlyWage?.Cash).Set(PersonFields.WageInKind, effective.MonthlyWage?.InKind);
            if (reflection.Options.ReflectAcquisitionDates)
            {
                foreach (Insurance insurance in Insurance.Social)
                    InsuranceJoining.Join(reflection, row, rules, insurance, effective.HireDate, effective.Person.BirthDate);
            }
        }

        if (effective.EmploymentInsurance?.Join == true && reflection.Options.ReflectAcquisitionDates)
            InsuranceJoining.Join(reflection, row, rules, Insurance.Employment, effective.HireDate, effective.Person.BirthDate);
    }

    private static void AddPayroll(ReflectionBuilder reflection, HireContact effective, LedgerPersonKey key) => reflection
        .Add(LedgerTable.Payroll, new(key))
        .Set(PayrollFields.EmployeeNumber, key.Number?.Value)
        .Set(PayrollFields.Name, PersonNames.Cell(effective.Person.Name))
        .Set<WageType>(PayrollFields.WageType, effective.WageType)
        .Set(PayrollFields.WageInCash, effective.MonthlyWage?.Cash)
        .Set(PayrollFields.WageInKind, effective.MonthlyWage?.InKind)
        .Set(PayrollFields.HiredOn, effective.HireDate);
}
