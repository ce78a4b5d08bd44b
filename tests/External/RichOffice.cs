using System.Text;
using CellsContact.OpenXml;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Trials;

namespace CellsContact.External;

/// <summary>An office's own workbook with macros, a chart, a table, formats, validation and phonetic text, adopted and reflected into.</summary>
internal static class RichOffice
{
    internal const string HiredName = "小林　葵";

    private const string Hire =
        """
        { "kind": "hire", "id": "rich-1", "establishmentId": "E001", "sentAt": "2026-04-01T09:00:00+09:00", "hireDate": "2026-04-01",
          "person": { "name": { "family": "小林", "given": "葵", "familyKana": "コバヤシ", "givenKana": "アオイ" }, "birthDate": "2000-02-29", "gender": "female", "postalCode": "001-0010" },
          "monthlyWage": { "cash": 210000 } }
        """;

    internal static async Task<OfficeFolder> CreateAsync()
    {
        OfficeFolder folder = new(Directory.CreateTempSubdirectory("office-").FullName, ".xlsm");
        RichWorkbook.Create(folder.Workbook);
        await OpenXmlWorkbook.AdoptAsync(folder.Workbook);
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        await ExampleOffice.ReflectAsync(office, (await ExampleOffice.ReceiveAsync(office, Encoding.UTF8.GetBytes(Hire)))[0]);
        return folder;
    }
}
