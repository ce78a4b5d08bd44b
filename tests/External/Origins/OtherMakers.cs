using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MiniExcelLibs;

namespace CellsContact.External.Origins;

/// <summary>Workbooks of seven makers, each with a row of headers and twenty people: the shapes that offices' own files have.</summary>
public sealed class OtherMakers : IAsyncLifetime
{
    /// <summary>The folder they all are in.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("makers-").FullName;

    /// <inheritdoc/>
    public Task InitializeAsync() => MakeAsync(Folder);

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private static async Task MakeAsync(string folder)
    {
        await ExternalTool.RunAsync(
            "/usr/bin/python3", "python3-openpyxl python3-xlsxwriter", Path.Combine(AppContext.BaseDirectory, "Origins", "make_workbooks.py"), folder);
        string[] toBeSavedAgain = [.. Directory.GetFiles(folder, "openpyxl-*.xlsx"), .. Directory.GetFiles(folder, "xlsxwriter-*.xlsx").Take(6)];
        foreach ((string name, byte[] content) in NpoiWorkbooks.Make().Concat(EPPlusWorkbooks.Make()).Append(("sdk-plain.xlsx", BySdk())).Append(("miniexcel-plain.xlsx", ByMiniExcel())))
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        using LibreOffice libreOffice = new();
        foreach (string file in await libreOffice.SaveAllAsync(toBeSavedAgain))
            File.Copy(file, Path.Combine(folder, "libreoffice-" + Path.GetFileName(file)));
    }

    private static byte[] ByMiniExcel()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(People.All.Select(p => new Dictionary<string, object> { ["社員番号"] = p.Number, ["氏名"] = p.Name, ["生年月日"] = p.Birth, ["給与"] = p.Wage }), sheetName: "個人情報");
        return stream.ToArray();
    }

    /// <summary>The way programs write that have nothing but the Open XML SDK: inline strings, no references, no styles.</summary>
    private static byte[] BySdk()
    {
        using var stream = new MemoryStream();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
            var rows = new SheetData(RowOf(People.Headers));
            foreach ((string number, string name, DateTime birth, double wage) in People.All)
                rows.Append(RowOf([number, name, birth.ToString("yyyy/M/d", null), wage.ToString(null, null)]));
            part.Worksheet = new Worksheet(rows);
            workbook.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = "個人情報", SheetId = 1, Id = workbook.GetIdOfPart(part) }));
        }

        return stream.ToArray();
    }

    private static Row RowOf(IEnumerable<string> texts) =>
        new(texts.Select(t => new Cell(new InlineString(new Text(t))) { DataType = CellValues.InlineString }));
}
