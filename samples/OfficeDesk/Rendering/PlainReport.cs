using Spectre.Console;

namespace OfficeDesk.Rendering;

/// <summary>Plain lines, for files and pipes.</summary>
internal sealed class PlainReport(TextWriter output) : Report
{
    public override void Title(string text)
    {
        output.WriteLine();
        output.WriteLine($"== {text}");
    }

    public override void Line(string text = "", Tone tone = Tone.Normal) => output.WriteLine(text);

    public override void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [columns, .. rows];
        int[] widths = [.. columns.Select((_, column) => all.Max(row => row[column].GetCellWidth()))];
        foreach (IReadOnlyList<string> row in all)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => Pad(cell, widths[column]))).TrimEnd());
    }

    public override void Difference(string caption, IReadOnlyList<DifferenceLine> differences)
    {
        output.WriteLine($"  {caption}");
        foreach (DifferenceLine line in differences)
            output.WriteLine(line.Before is null ? $"    {line.Label}: {line.After}" : $"    {line.Label}: {line.Before} → {line.After}");
    }

    public override Task WithProgressAsync(string label, int count, Func<Action, Task> work) => work(() => { });

    private static string Pad(string text, int width) => text + new string(' ', width - text.GetCellWidth());
}
