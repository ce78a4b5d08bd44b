using Spectre.Console;

namespace OfficeDesk.Rendering;

/// <summary>Tables, colours and a progress bar, for a terminal.</summary>
/// <param name="console">Where tables and titles go.</param>
/// <param name="lines">Where lines go: to be wrapped by the terminal, since wrapping at blanks tears Japanese sentences and commands to copy.</param>
internal sealed class TerminalReport(IAnsiConsole console, IAnsiConsole lines) : Report
{
    /// <summary>A report on the process's terminal.</summary>
    public static TerminalReport OnConsole()
    {
        IAnsiConsole lines = AnsiConsole.Create(new AnsiConsoleSettings());
        lines.Profile.Width = int.MaxValue / 2;
        return new(AnsiConsole.Console, lines);
    }

    public override void Title(string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(text)) { Justification = Justify.Left, Style = new(Color.Teal) });
    }

    public override void Line(string text = "", Tone tone = Tone.Normal) => lines.Write(new Text(text + "\n", StyleOf(tone)));

    public override void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        foreach (IReadOnlyList<string> row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
    }

    public override void Difference(string caption, IReadOnlyList<DifferenceLine> differences)
    {
        bool isNew = differences.All(line => line.Before is null);
        Line(caption);
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumn("項目");
        if (!isNew)
            table.AddColumns("台帳の値", "→");
        table.AddColumn("新しい値");
        foreach (DifferenceLine line in differences)
        {
            Text after = new(line.After, StyleOf(Tone.Good));
            if (isNew)
                table.AddRow(new Text(line.Label), after);
            else
                table.AddRow(new Text(line.Label), new Text(line.Before ?? "", StyleOf(Tone.Faint)), new Text("→"), after);
        }

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
