using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;
using OfficeDesk.Data;

namespace OfficeDesk.Rendering;

/// <summary>Shows an establishment's client page (事業所マイページ) as it was delivered.</summary>
internal sealed class MyPageView(Report report, OfficeClock clock)
{
    public void Show(EstablishmentItem establishment, MyPageDocument page)
    {
        MyPagePerson[] people = Published(page);
        report.Title($"事業所マイページ {establishment.Id} {Printable.Of(establishment.Name)}");
        if (!establishment.PublicationEnabled)
            report.Line("公開設定がないため、何も届きません。init --publication で設定してください。", Tone.Warning);
        report.Line($"連絡の状況 {page.Statuses.Count} 件");
        foreach (MyPageStatus status in page.Statuses)
        {
            report.Line($"  {Printable.Of(status.Contact)}  {Printable.Of(status.Label)}  {status.At.ToOffset(clock.Now.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
            if (status.Message is { } message)
                report.Line($"      事務所から: {Printable.Of(message)}");
        }

        report.Line($"公開されている個人 {people.Length} 名");
        foreach (MyPagePerson person in people)
        {
            report.Line($"  社員番号 {Printable.Of(person.Number)}");
            foreach (MyPageField field in person.Fields!)
                report.Line($"    {Printable.Of(field.Label)}: {Printable.Of(field.Value)}");
            foreach (IReadOnlyList<MyPageField> dependent in person.Dependents)
                report.Line($"    家族: {Printable.Of(string.Join("、", dependent.Select(field => $"{field.Label} {field.Value}")))}");
        }
    }

    public static void Json(Utf8JsonWriter writer, EstablishmentItem establishment, MyPageDocument page)
    {
        writer.WriteString("establishment", establishment.Id);
        writer.WriteBoolean("publicationEnabled", establishment.PublicationEnabled);
        writer.WriteArray("statuses", page.Statuses, status =>
        {
            writer.WriteString("contact", status.Contact);
            writer.WriteNumber("version", status.Version);
            writer.WriteString("kind", status.Kind);
            writer.WriteString("status", status.Status);
            writer.WriteString("label", status.Label);
            if (status.Message is { } message)
                writer.WriteString("message", message);
            writer.WriteString("at", status.At);
        });
        writer.WriteArray("people", Published(page), person =>
        {
            writer.WriteString("employeeNumber", person.Number);
            writer.WriteNumber("version", person.Version);
            writer.WriteArray("fields", person.Fields!, field => Field(writer, field));
            writer.WriteArray("dependents", person.Dependents, dependent => writer.WriteArray("fields", dependent, field => Field(writer, field)));
        });
    }

    private static MyPagePerson[] Published(MyPageDocument page) => [.. page.People.Where(person => person.Fields is not null)];

    private static void Field(Utf8JsonWriter writer, MyPageField field)
    {
        writer.WriteString("label", field.Label);
        writer.WriteString("value", field.Value);
    }
}
