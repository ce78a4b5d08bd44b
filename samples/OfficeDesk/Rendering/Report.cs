namespace OfficeDesk.Rendering;

/// <summary>What a command shows to a person: titles, lines, tables and differences, as the output can carry them.</summary>
internal abstract class Report
{
    /// <summary>Begins a section.</summary>
    public abstract void Title(string text);

    /// <summary>Writes a line.</summary>
    public abstract void Line(string text = "", Tone tone = Tone.Normal);

    /// <summary>Writes a table.</summary>
    public abstract void Table(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>Writes what a row of the ledger was and becomes.</summary>
    public abstract void Difference(string caption, IReadOnlyList<DifferenceLine> differences);

    /// <summary>Works through a number of items, showing how far it has got where that can be seen.</summary>
    public abstract Task WithProgressAsync(string label, int count, Func<Action, Task> work);
}

/// <summary>One field of a difference: its name, the ledger's value (台帳の値; <c>null</c> in a new row) and the new one (新しい値).</summary>
internal sealed record DifferenceLine(string Label, string? Before, string After);
