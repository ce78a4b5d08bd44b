using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Asks a ledger for people: by number, or by name and birth date.</summary>
/// <remarks>
/// By number finds every person whose number is the same without width and leading zeros
/// (<see cref="LedgerMatching.SameNumber"/>); by name and birth date every person whose name is the same without
/// width and blanks, or whose kana are (<see cref="LedgerMatching.SameName"/>). Which of several is meant is decided by the asker.
/// </remarks>
public sealed record PersonQuery
{
    private PersonQuery()
    {
    }

    /// <summary>The number, when asking by number.</summary>
    public EmployeeNumber? Number { get; private init; }

    /// <summary>The name, when asking by name and birth date.</summary>
    public PersonName? Name { get; private init; }

    /// <summary>The birth date that goes with the name.</summary>
    public DateOnly? BirthDate { get; private init; }

    /// <summary>Asks by number (社員番号).</summary>
    /// <param name="number">The number.</param>
    public static PersonQuery ByNumber(EmployeeNumber number) => number.IsUnset
        ? throw new ArgumentException("The number is unset.", nameof(number))
        : new() { Number = number };

    /// <summary>Asks by name and birth date (氏名と生年月日).</summary>
    /// <param name="name">The name.</param>
    /// <param name="birthDate">The birth date.</param>
    public static PersonQuery ByNameAndBirthDate(PersonName name, DateOnly birthDate)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new() { Name = name, BirthDate = birthDate };
    }

    /// <summary>Whether a person of the ledger is one that is asked for.</summary>
    /// <param name="number">The person's number.</param>
    /// <param name="row">The person's row in 個人情報.</param>
    public bool Matches(EmployeeNumber number, LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Number is { } asked
            ? LedgerMatching.SameNumber(asked.Value, number.Value)
            : row[PersonFields.BirthDate].AsDate() == BirthDate
                && LedgerMatching.SameName(Name!, row[PersonFields.Name].Text, row[PersonFields.NameKana].Text);
    }

    /// <summary>Returns the type's name only.</summary>
    public override string ToString() => nameof(PersonQuery);
}
