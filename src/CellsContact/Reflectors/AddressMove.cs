using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>住所変更: the employee's address, and that of the open dependents who live together.</summary>
internal sealed class AddressMove(ReflectionBuilder reflection, LedgerPerson person, AddressChange address, bool exempt)
{
    internal void Reflect(AddressNameChangeContact effective, RowEdit row, DependentEdits dependents)
    {
        row.Set(PersonFields.PostalCode, address.PostalCode, exempt)
            .Set(PersonFields.Address, address.Address, exempt)
            .Set(PersonFields.AddressKana, address.AddressKana, exempt)
            .Set(PersonFields.AddressChangedOn, effective.EffectiveDate, exempt);
        NoteStale(person.Row, PersonFields.PostalCode, address.PostalCode);
        NoteStale(person.Row, PersonFields.AddressKana, address.AddressKana);
        if (!person.Row[PersonFields.ResidentRecordAddress].IsEmpty)
            reflection.Hint(NoteCodes.ResidentRecordAddress, "「住民票住所」はそのままです。変わったかどうか確認してください。", $"{PersonFields.ResidentRecordAddress.Id} stays as it is. Check whether it changed.");
        if (!effective.IncludesDependents)
            return;
        foreach (LedgerRow dependent in dependents.Open.Where(LivesTogether))
        {
            dependents.Of(dependent)?
                .Set(DependentFields.PostalCode, address.PostalCode, exempt)
                .Set(DependentFields.Address, address.Address, exempt);
            NoteStale(dependent, DependentFields.PostalCode, address.PostalCode);
        }
    }

    private bool LivesTogether(LedgerRow dependent)
    {
        LedgerValue told = dependent[DependentFields.LivesTogether];
        if (RowEdit.Means(DependentFields.LivesTogether, told, LedgerValue.OfYesNo(true)))
            return true;
        if (RowEdit.Means(DependentFields.LivesTogether, told, LedgerValue.OfYesNo(false)))
            return false;

        // Where 同居 says nothing, the same address says it.
        LedgerValue there = dependent[DependentFields.Address];
        if (!there.IsEmpty && LedgerMatching.Fold(there.Text) == LedgerMatching.Fold(person.Row[PersonFields.Address].Text))
            return true;
        reflection.Warn(NoteCodes.LivesTogetherUnknown, DependentFields.LivesTogether, "同居かどうか台帳から分からない扶養親族の住所は変更していません。", "The address of a dependent stays, for the ledger does not say whether they live together.");
        return false;
    }

    private void NoteStale(LedgerRow row, LedgerField field, TextChange change)
    {
        if (!change.IsPresent && !row[field].IsEmpty)
            reflection.Warn(NoteCodes.PartialChange, field, $"新しい住所に{field.Label}がないため、「{field.Label}」は古いままです。", $"The new address comes without it: {field.Id} stays as it was.");
    }
}
