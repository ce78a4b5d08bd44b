using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Whose row: a person the ledger has, by number, or one that this change set adds, by slot.</summary>
/// <remarks>A slot is resolved by the ledger, which assigns the number while it applies the set.</remarks>
public readonly record struct LedgerPersonKey
{
    private LedgerPersonKey(EmployeeNumber? number, string? slot) => (Number, Slot) = (number, slot);

    /// <summary>The number exactly as the ledger has it, or <c>null</c> for a slot.</summary>
    public EmployeeNumber? Number { get; }

    /// <summary>The slot of a person not yet numbered, or <c>null</c>.</summary>
    public string? Slot { get; }

    /// <summary>Whether this is the default value, which stands for nobody.</summary>
    public bool IsUnset => Number is null && Slot is null;

    /// <summary>A person with a number: one the ledger has, or one added with this number.</summary>
    /// <param name="number">The number.</param>
    public static LedgerPersonKey Of(EmployeeNumber number) => number.IsUnset
        ? throw new ArgumentException("The number is unset.", nameof(number))
        : new(number, null);

    /// <summary>A person this set adds and the ledger numbers (付番).</summary>
    /// <param name="slot">The slot's name, unique in the set.</param>
    public static LedgerPersonKey New(string slot)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slot);
        return new(null, slot);
    }

    /// <summary>Returns the number, or the slot in brackets.</summary>
    public override string ToString() => Number?.Value ?? $"[{Slot}]";
}

/// <summary>Which dependent of a person: the birth date and the given name; the surname is not in it.</summary>
/// <param name="BirthDate">The birth date (生年月日).</param>
/// <param name="GivenName">The given name (名).</param>
public readonly record struct DependentKey(DateOnly BirthDate, string GivenName)
{
    /// <summary>Returns the type's name only: a name is personal data.</summary>
    public override string ToString() => nameof(DependentKey);
}

/// <summary>Which row of a table a change is about.</summary>
/// <remarks>
/// A row of 扶養親族 is found by its key and its before-image: among the rows with the key, open ones first, the one
/// whose values are the change's before-values. A row of the handling book has no key: it is only added.
/// </remarks>
/// <param name="Person">The person; in the handling book the person concerned, where there is one.</param>
/// <param name="Dependent">The dependent, in 扶養親族 only.</param>
public readonly record struct LedgerRowKey(LedgerPersonKey Person, DependentKey? Dependent = null)
{
    /// <summary>Returns the person's number or slot.</summary>
    public override string ToString() => Person.ToString();
}
