using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using static CellsContact.Tests.Reflectors.Office;

namespace CellsContact.Tests.Reflectors;

public class PersonQueriesTests
{
    [Fact]
    public void For_Hire_AsksForTheNumbersAndTheNamesakes()
    {
        HireContact hire = Hire() with { Person = Hire().Person with { EmployeeNumber = EmployeeNumber.Parse("0040"), RehireOf = EmployeeNumber.Parse("0012") } };
        IReadOnlyList<PersonQuery> queries = PersonQueries.For(hire);
        Assert.Equal(["0040", "0012", null], queries.Select(query => query.Number?.Value));
        Assert.Equal(hire.Person.BirthDate, queries[2].BirthDate);
    }

    [Fact]
    public void For_Others_AsksForTheNumberElseTheName()
    {
        Assert.Equal("0027", Assert.Single(PersonQueries.For(Separation(Today))).Number?.Value);
        Assert.Equal(Born, Assert.Single(PersonQueries.For(Separation(Today) with { Person = Hanako })).BirthDate);
        Assert.Empty(PersonQueries.For(Separation(Today) with { Person = new() }));
    }

    [Fact]
    public async Task Further_Separation_FindsTheRehireOfAPersonNamedByNumber()
    {
        InMemoryLedger ledger = new();
        ledger.Add(Establishment, Person("0027", (PersonFields.EmploymentInsuranceAcquiredOn, Date(2010, 4, 1))), Person("0050", (PersonFields.HiredOn, Date(2026, 4, 1))));
        SeparationContact separation = Separation(new(2026, 3, 31));
        LedgerSnapshot first = await ledger.ReadAsync(Establishment, PersonQueries.For(separation), CancellationToken.None);
        LedgerSnapshot whole = await ledger.ReadAsync(Establishment, [.. PersonQueries.For(separation), .. PersonQueries.Further(separation, first)], CancellationToken.None);
        Assert.Equal(2, whole.People.Count);
        Assert.True(Reflect(separation, whole).Says(NoteLevel.Warning, NoteCodes.EmploymentInsuranceContinues));
        Assert.Empty(PersonQueries.Further(InsuranceChange(CellsContact.Contacts.InsuranceChange.ChangeClass), first));
    }
}
