using Spectre.Console;

namespace OfficeDesk.Rendering;

/// <summary>Tables, colours and a progress bar, for a terminal.</summary>
internal sealed class TerminalReport(IAnsiConsole console) : Report
{
    public override void Title(string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(text)) { Justification = Justify.Left, Style = new(Color.Teal) });
    }

    public override void Line(string text = "", Tone tone = Tone.Normal) => console.Write(new Text(text + "\n", StyleOf(tone)));

    public override void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        foreach (IReadOnlyList<string> row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
    }

    public override void Difference(string caption, IReadOnlyList<DifferenceLine> lines)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(caption)) };
        table.AddColumns("項目", "台帳の値", "→", "新しい値");
        foreach (DifferenceLine line in lines)
            table.AddRow(new Text(line.Label), new Text(line.Before, StyleOf(Tone.Faint)), new Text("→"), new Text(line.After, StyleOf(Tone.Good)));
        console.Write(table);
    }

    public override Task WithProgressAsync(string label, int count, Func<Action, Task> work) => count < 2
        ? work(() => { })
        : console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(label), maxValue: count);
                await work(() => task.Increment(1));
            });

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new(Color.Green),
        Tone.Warning => new(Color.Yellow),
        Tone.Bad => new(Color.Red),
        Tone.Faint => new(Color.Grey),
        _ => Style.Plain,
    };
}
