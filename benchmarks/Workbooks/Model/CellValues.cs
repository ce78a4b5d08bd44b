namespace CellsContact.Benchmarks.Workbooks;

/// <summary>A name with its reading, which Excel keeps as phonetic runs of the shared string.</summary>
public sealed record PhoneticText(string Text, string Kana);

/// <summary>A formula and the result Excel last computed.</summary>
public sealed record Formula(string Expression, int Result);

/// <summary>A column: its header, the index of its cells' format, and what the row of the n-th record holds.</summary>
/// <remarks>Values are <c>null</c>, text, <see cref="PhoneticText"/>, numbers, days and <see cref="Formula"/>.</remarks>
public sealed record Column(string Header, int Style, Func<int, object?> Value);

/// <summary>A sheet with a header row and records numbered from 1, the n-th on row n + 1.</summary>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, int Records)
{
    /// <summary>The column under a header, counting from 1.</summary>
    public int ColumnOf(string header)
    {
        for (int at = 0; at < Columns.Count; at++)
        {
            if (Columns[at].Header == header)
                return at + 1;
        }

        throw new ArgumentException($"No column {header} on {Name}.", nameof(header));
    }
}
