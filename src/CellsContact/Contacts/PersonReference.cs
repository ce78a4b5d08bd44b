namespace CellsContact.Contacts;

/// <summary>Who a notice is about: a number (社員番号), or a name with a birth date.</summary>
public sealed record PersonReference : WireObject
{
    /// <summary>The employee's number. Editable on saving: that is how an ambiguous person is resolved.</summary>
    public EmployeeNumber? EmployeeNumber { get; init; }

    /// <summary>The name, where the number is not known.</summary>
    public PersonName? Name { get; init; }

    /// <summary>The birth date (生年月日) that goes with the name.</summary>
    public DateOnly? BirthDate { get; init; }
}
