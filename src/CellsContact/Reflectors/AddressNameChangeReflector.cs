using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Reflects a 住所姓変更連絡: the address, the surname, or both, with their change dates.</summary>
internal sealed class AddressNameChangeReflector : IContactReflector<AddressNameChangeContact>
{
    public Reflection Reflect(AddressNameChangeContact effective, LedgerSnapshot before, ReflectOptions options)
    {
        ReflectionBuilder reflection = new(before, options);
        if (PersonResolver.Resolve(reflection, effective, effective.Person) is not { } person)
            return reflection.Build();

        RowEdit row = reflection.Update(person);
        DependentEdits dependents = new(reflection, person);
        if (effective.NewAddress is { } address)
            new AddressMove(reflection, person, address, IsNewest(person, PersonFields.AddressChangedOn, effective)).Reflect(effective, row, dependents);
        if (effective.NewName is { } name)
            new SurnameChange(reflection, person, name, IsNewest(person, PersonFields.NameChangedOn, effective)).Reflect(effective, row, dependents);
        else if (effective.DependentsRenamed.Count > 0)
            reflection.Warn(NoteCodes.RenamedWithoutName, "新しい姓がないため、扶養親族の姓は変更していません。", "There is no new surname, so no dependent was renamed.");
        Publication.NoteRefresh(reflection, person);
        return reflection.Build();
    }

    /// <summary>Whether address or surname may be replaced without confirmation: not where the ledger's own change is later, or cannot be read.</summary>
    private static bool IsNewest(LedgerPerson person, LedgerField changedOn, AddressNameChangeContact effective)
    {
        LedgerValue last = person.Row[changedOn];
        return last.IsEmpty || last.AsDate() <= effective.EffectiveDate;
    }
}

/// <summary>One edit for each dependent's row, so that a move and a new surname are one change.</summary>
internal sealed class DependentEdits(ReflectionBuilder reflection, LedgerPerson person)
{
    private readonly Dictionary<LedgerRow, RowEdit> _edits = [];

    /// <summary>The rows of dependents that are open.</summary>
    internal IEnumerable<LedgerRow> Open => person.Dependents.Where(LedgerMatching.IsOpen);

    /// <summary>The edit of a row, or <c>null</c> where the row does not say whose it is.</summary>
    internal RowEdit? Of(LedgerRow row)
    {
        if (_edits.TryGetValue(row, out RowEdit? edit))
            return edit;
        if (row[DependentFields.BirthDate].AsDate() is not { } birthDate || row[DependentFields.Name].IsEmpty)
            return null;
        string name = row[DependentFields.Name].Text;
        DependentKey key = new(birthDate, LedgerMatching.SplitName(name)?.Given ?? name.Trim());
        return _edits[row] = reflection.Update(new(LedgerPersonKey.Of(person.Number), key), row);
    }
}
