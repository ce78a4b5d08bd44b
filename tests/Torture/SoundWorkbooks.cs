using CellsContact.OpenXml;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A workbook in which person 0027 works, before it is spoiled.</summary>
internal sealed record SoundWorkbook(string Name, string Extension, byte[] Bytes);

/// <summary>Workbooks of many shapes, each as its maker leaves it and as it is after it was prepared as a ledger.</summary>
internal static class SoundWorkbooks
{
    /// <summary>Makes them all: the example office's, an office's rich .xlsm, and those of the shapes other programs write.</summary>
    internal static async Task<IReadOnlyList<SoundWorkbook>> MakeAsync(OfficeFolder example)
    {
        List<SoundWorkbook> made = [new("example", ".xlsx", await File.ReadAllBytesAsync(example.Workbook))];
        using TempFolder folder = new();
        await AddAsync(made, "rich", folder.File("rich.xlsm"), path => RichWorkbook.Create(path));
        foreach ((string shape, Func<PlainWorkbook, PlainWorkbook> make) in WorkbookShapes.All)
            await AddAsync(made, shape, folder.File($"{made.Count}.xlsx"), path => Package.Write(path, make(new()).Parts));
        return made;
    }

    private static async Task AddAsync(List<SoundWorkbook> made, string name, string path, Action<string> make)
    {
        make(path);
        made.Add(new(name, Path.GetExtension(path), await File.ReadAllBytesAsync(path)));
        await OpenXmlWorkbook.AdoptAsync(path);
        made.Add(new($"{name}, prepared", Path.GetExtension(path), await File.ReadAllBytesAsync(path)));
    }
}
