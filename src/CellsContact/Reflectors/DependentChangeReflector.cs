using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a 扶養異動連絡: adds a row to 扶養親族, or ends the sides it names.</summary>
internal sealed class DependentChangeReflector(IInsuranceDateRules rules) : IContactReflector<DependentChangeContact>
{
    public Reflection Reflect(DependentChangeContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        if (PersonResolver.Resolve(reflection, effective, effective.Person) is not { } person)
            return reflection.Build();
        if (effective.Change == DependentChange.Add)
            Add(reflection, effective, person);
        else
            End(reflection, effective, person);
        Publication.NoteRefresh(reflection, person);
        return reflection.Build();
    }

    private static void Add(ReflectionBuilder reflection, DependentChangeContact effective, LedgerPerson person)
    {
        LedgerPersonKey key = LedgerPersonKey.Of(person.Number);
        DependentRows.Add(reflection, key, person.Dependents, new(effective.Dependent, effective.SocialInsuranceDependent, effective.TaxDependent, effective.EffectiveDate)
        {
            Reason = effective.Reason,
            ReasonText = effective.ReasonText,
            CertificateWanted = effective.EligibilityCertificateWanted,
        });
        if (effective.Dependent.HasMyNumber)
            HandlingBookRow.Acquired(reflection, effective, MyNumberPaths.OfAddedDependent, key, effective.Dependent.Name, effective.Dependent);
    }

    private void End(ReflectionBuilder reflection, DependentChangeContact effective, LedgerPerson person)
    {
        DependentKey key = new(effective.Dependent.BirthDate, effective.Dependent.Name.Given);
        LedgerRow[] open = DependentRows.Open(person.Dependents, key);
        if (open.Length > 1)
            DependentRows.Ambiguous(reflection);
        else if (open.Length == 1)
            End(reflection, effective, reflection.Update(new(LedgerPersonKey.Of(person.Number), key), open[0]), open[0]);
        else if (person.Dependents.Any(row => LedgerMatching.IsDependent(row, key)))
            reflection.Refuse(NoteCodes.DependentEnded, "この扶養親族の扶養はすでに終了しています。", "The dependent has ended already.");
        else
            reflection.Refuse(NoteCodes.DependentNotFound, "この扶養親族は扶養親族に見つかりません。生年月日と名を確認してください。", "The dependent is not in 扶養親族. Check the birth date and the given name.");
    }

    private void End(ReflectionBuilder reflection, DependentChangeContact effective, RowEdit row, LedgerRow before)
    {
        bool isDeath = effective.Reason == DependentChangeReason.Death;
        DateOnly socialEnd = isDeath ? rules.LossDate(effective.DeathDate ?? effective.EffectiveDate) : effective.EffectiveDate;
        EndSide(effective.SocialInsuranceDependent, DependentSide.Social, socialEnd);
        EndSide(effective.TaxDependent, DependentSide.Tax, effective.EffectiveDate);
        row.Set(DependentFields.EndReason, effective.Reason, effective.Reason == DependentChangeReason.Other ? effective.ReasonText : null)
            .Set(DependentFields.EligibilityCertificateWanted, effective.EligibilityCertificateWanted);

        void EndSide(bool concerned, DependentSide side, DateOnly end)
        {
            if (!concerned)
                return;
            if (side.IsOn(before) || DependentSide.SaysNothing(before))
                row.Set(side.To, end);
            else
                reflection.Refuse(NoteCodes.DependentSideNotOpen, $"この扶養親族は「{side.Flag.Label}」ではありません。連絡の区分を確認してください。", $"The dependent is none by {side.Flag.Id}. Check the notice's sides.");
        }
    }
}
