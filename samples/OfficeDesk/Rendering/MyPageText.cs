using CellsContact.Ledgers;
using CellsContact.MyPages;
using OfficeDesk.Data;

namespace OfficeDesk.Rendering;

/// <summary>What the sample's client page shows of a person and a notice. Of a person no more than the client needs: no remarks, no wages, no insurance numbers.</summary>
internal static class MyPageText
{
    private static readonly LedgerField[] s_person =
    [
        PersonFields.Name, PersonFields.NameKana, PersonFields.BirthDate, PersonFields.Gender, PersonFields.PostalCode, PersonFields.Address, PersonFields.Phone,
        PersonFields.HiredOn, PersonFields.LeftOn, PersonFields.SocialInsuranceAcquiredOn, PersonFields.SocialInsuranceLostOn,
        PersonFields.EmploymentInsuranceAcquiredOn, PersonFields.EmploymentInsuranceLostOn,
    ];

    private static readonly LedgerField[] s_dependent =
        [DependentFields.Name, DependentFields.Relationship, DependentFields.BirthDate, DependentFields.SocialInsurance, DependentFields.Tax];

    public static MyPagePerson Of(PublishedPerson person) => new(
        person.Number.Value,
        person.Version,
        person.Person is { } shown ? Fields(shown.Row, s_person) : null,
        person.Person is { } family ? [.. family.Dependents.Select(row => Fields(row, s_dependent))] : []);

    public static MyPageStatus Of(SharedStatus status) => new(
        status.Contact.ToString(), status.Version, JsonOutput.NameOf(status.Kind), JsonOutput.NameOf(status.Status), status.Label, status.MessageToClient, status.At);

    private static MyPageField[] Fields(LedgerRow row, LedgerField[] fields) =>
        [.. fields.Where(field => !row[field].IsEmpty).Select(field => new MyPageField(field.Label, LedgerText.Of(field, row[field])))];
}
