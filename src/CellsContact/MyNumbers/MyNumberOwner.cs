using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.MyNumbers;

/// <summary>Whose number it is, once reflected or confirmed: a person of the ledger (本人), or a dependent of one (家族).</summary>
/// <remarks>Immutable. A person is (establishment, 社員番号), the number exactly as the ledger has it.</remarks>
public sealed record MyNumberOwner
{
    /// <summary>Names an owner.</summary>
    /// <param name="establishment">The establishment.</param>
    /// <param name="number">The employee's number.</param>
    /// <param name="dependent">The dependent, or <c>null</c> for the employee. Its given name is folded, so that width and kana kind do not matter.</param>
    /// <exception cref="ArgumentException">The establishment or the number is unset, or the dependent has no given name.</exception>
    public MyNumberOwner(EstablishmentId establishment, EmployeeNumber number, DependentKey? dependent = null)
    {
        if (establishment.IsUnset)
            throw new ArgumentException("The establishment is unset.", nameof(establishment));
        if (number.IsUnset)
            throw new ArgumentException("The number is unset.", nameof(number));
        if (dependent is { } key && string.IsNullOrWhiteSpace(key.GivenName))
            throw new ArgumentException("The dependent has no given name.", nameof(dependent));
        (Establishment, Number) = (establishment, number);
        Dependent = dependent is { } named ? named with { GivenName = LedgerMatching.Fold(named.GivenName) } : null;
    }

    /// <summary>The establishment.</summary>
    public EstablishmentId Establishment { get; }

    /// <summary>The employee's number (社員番号).</summary>
    public EmployeeNumber Number { get; }

    /// <summary>The dependent, or <c>null</c> for the employee.</summary>
    public DependentKey? Dependent { get; }

    /// <summary>Returns establishment and number, and whether it is a dependent; never a name.</summary>
    public override string ToString() => $"{Establishment}/{Number}{(Dependent is null ? "" : " 家族")}";
}
