using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a 退社連絡: what follows from leaving, in 個人情報 and 給与データ.</summary>
internal sealed class SeparationReflector(IInsuranceDateRules rules) : IContactReflector<SeparationContact>
{
    public Reflection Reflect(SeparationContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        if (PersonResolver.Resolve(reflection, effective, effective.Person) is not { } person)
            return reflection.Build();

        RowEdit row = reflection.Update(person)
            .Set(PersonFields.LeftOn, effective.SeparationDate)
            .Set<SeparationReason>(PersonFields.SeparationReason, effective.Reason)
            .Set(PersonFields.SeparationReasonText, effective.ReasonText)
            .Set(PersonFields.PostalCodeAfter, effective.AddressAfter?.PostalCode)
            .Set(PersonFields.AddressAfter, effective.AddressAfter?.Address)
            .Set(PersonFields.PhoneAfter, effective.PhoneAfter)
            .Set(PersonFields.SeparationNoticeWanted, effective.SeparationNoticeWanted)
            .Set(PersonFields.CertificatesReturned, effective.EligibilityCertificates?.Returned)
            .Set(PersonFields.CertificatesNotReturnable, effective.EligibilityCertificates?.NotReturnable);
        UpdatePayroll(reflection, effective, person);
        new InsuranceLosses(reflection, rules, person, row).Reflect(effective);
        if (person.Dependents.Any(LedgerMatching.IsOpen))
            reflection.Hint(NoteCodes.OpenDependents, $"社員番号 {person.Number} には扶養中の親族がいます。退社だけでは扶養は終わりません。", $"Number {person.Number} has open dependents, whom leaving does not end.");
        Publication.NoteRefresh(reflection, person);
        return reflection.Build();
    }

    private static void UpdatePayroll(ReflectionBuilder reflection, SeparationContact effective, LedgerPerson person)
    {
        if (person.Payroll is { } payroll)
            reflection.Update(new(LedgerPersonKey.Of(person.Number)), payroll).Set(PayrollFields.LeftOn, effective.SeparationDate);
        else
            reflection.Warn(NoteCodes.PayrollMissing, $"社員番号 {person.Number} の行が給与データにありません。", $"Number {person.Number} has no row in 給与データ.");
    }
}
