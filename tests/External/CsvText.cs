using System.Text;

namespace CellsContact.External;

/// <summary>Comma-separated text.</summary>
internal static class CsvText
{
    internal static IReadOnlyList<string[]> Read(string text)
    {
        List<string[]> lines = [];
        List<string> cells = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || (c is not (',' or '\n' or '\r')))
                cell.Append(c);
            else if (c != '\r')
                EndCell(endLine: c == '\n');
        }

        return lines;

        void EndCell(bool endLine)
        {
            cells.Add(cell.ToString());
            cell.Clear();
            if (!endLine)
                return;
            lines.Add([.. cells]);
            cells.Clear();
        }
    }
}
