using System.Text.Json;

namespace CellsContact.External;

/// <summary>openpyxl, of the system's Python.</summary>
internal static class OpenPyxl
{
    /// <summary>Reads a workbook.</summary>
    /// <returns>By sheet the rows: header and cell.</returns>
    internal static async Task<Dictionary<string, List<Dictionary<string, PyCell>>>> ReadAsync(string workbook)
    {
        string json = await ExternalTool.RunAsync("/usr/bin/python3", "python3-openpyxl", Path.Combine(AppContext.BaseDirectory, "read_workbook.py"), workbook);
        return JsonSerializer.Deserialize<Dictionary<string, List<Dictionary<string, PyCell>>>>(json, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A cell as Python sees it: <c>text</c>, <c>number</c>, <c>date</c> or <c>bool</c>.</summary>
internal sealed record PyCell(string Kind, string Text);
