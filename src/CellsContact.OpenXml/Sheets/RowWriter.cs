using System.Globalization;
using System.Text;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Writes changed and new rows; every byte of a changed row that is not a changed cell stays.</summary>
internal static class RowWriter
{
    /// <summary>Rewrites the cells in <paramref name="writes"/> of an existing row; a prepared row that is filled is shown.</summary>
    public static void Rewrite(Stream target, RowView row, int number, string prefix, SortedList<int, CellWrite> writes, bool isNew)
    {
        WriteStartTag(target, row, writes, isNew);
        var cells = row.Cells(prefix.Length);
        int copied = row.TagEnd;
        int next = 0;
        while (next < writes.Count && cells.Read())
        {
            while (next < writes.Count && writes.Keys[next] < cells.Column)
            {
                Copy(target, row, ref copied, cells.Start);
                WriteCell(target, prefix, writes.Keys[next], number, writes.Values[next], -1, false);
                next++;
            }

            if (next < writes.Count && writes.Keys[next] == cells.Column)
            {
                Copy(target, row, ref copied, cells.Start);
                WriteCell(target, prefix, cells.Column, number, writes.Values[next], cells.Style, cells.ShowsPhonetic);
                copied = cells.End;
                next++;
            }
        }

        // The rest goes behind the last cell, before an extension list or the end tag.
        if (next < writes.Count)
            Copy(target, row, ref copied, LastCellEnd(row, prefix));
        for (; next < writes.Count; next++)
            WriteCell(target, prefix, writes.Keys[next], number, writes.Values[next], -1, false);
        if (row.IsEmpty)
            target.Write(Encoding.UTF8.GetBytes($"</{prefix}row>"));
        else
            Copy(target, row, ref copied, row.Record.Length);
    }

    /// <summary>Writes a row that is not there yet, with the attributes of the row above.</summary>
    public static void Append(
        Stream target, int number, string attributes, string prefix, SortedList<int, CellWrite> writes)
    {
        target.Write(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"<{prefix}row r=\"{number}\"{attributes}>")));
        foreach ((int column, CellWrite write) in writes)
            WriteCell(target, prefix, column, number, write, -1, false);
        target.Write(Encoding.UTF8.GetBytes($"</{prefix}row>"));
    }

    private static void WriteStartTag(Stream target, RowView row, SortedList<int, CellWrite> writes, bool isNew)
    {
        // spans is only a hint, but one narrower than the cells counts as damage: rather none than a wrong one.
        int end = row.IsEmpty ? row.TagEnd - 2 : row.TagEnd - 1;
        int at = row.NameEnd;
        int from = 0;
        while (XmlAttributes.Next(row.Record, ref at, row.TagEnd, out Range name, out Range value))
        {
            bool isDropped = row.Record[name].SequenceEqual("spans"u8) ? !Covers(row.Record[value], writes)
                : isNew && row.Record[name].SequenceEqual("hidden"u8);
            if (!isDropped)
                continue;
            // With the blank before it.
            target.Write(row.Record[from..(name.Start.Value - 1)]);
            from = at;
        }

        target.Write(row.Record[from..end]);
        target.Write(">"u8);
    }

    private static bool Covers(ReadOnlySpan<byte> spans, SortedList<int, CellWrite> writes)
    {
        string[] ends = XmlText.Decode(spans).Split(':');
        return ends.Length == 2
            && int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], CultureInfo.InvariantCulture, out int last)
            && first <= writes.Keys[0] && last >= writes.Keys[^1];
    }

    private static int LastCellEnd(RowView row, string prefix)
    {
        var cells = row.Cells(prefix.Length);
        int end = row.TagEnd;
        while (cells.Read())
            end = cells.End;
        return end;
    }

    private static void Copy(Stream target, RowView row, ref int copied, int to)
    {
        target.Write(row.Record[copied..to]);
        copied = to;
    }

    private static void WriteCell(
        Stream target, string prefix, int column, int row, CellWrite write, int ownStyle, bool showsPhonetic)
    {
        int style = write.Style ?? ownStyle;
        if (write.Content.IsBlank && style < 0)
            return;
        var xml = new StringBuilder();
        xml.Append('<').Append(prefix).Append("c r=\"").Append(CellReference.Of(column, row)).Append('"');
        if (style >= 0)
            xml.Append(CultureInfo.InvariantCulture, $" s=\"{style}\"");
        if (TypeOf(write.Content.Kind) is { } type)
            xml.Append(" t=\"").Append(type).Append('"');
        if (showsPhonetic)
            xml.Append(" ph=\"1\"");
        if (write.Content.IsBlank)
            xml.Append("/>");
        else
            AppendContent(xml.Append('>'), prefix, write.Content).Append("</").Append(prefix).Append("c>");
        target.Write(Encoding.UTF8.GetBytes(xml.ToString()));
    }

    /// <summary>Text always goes in as a string, so that a leading '=' or '+' never becomes a formula.</summary>
    private static StringBuilder AppendContent(StringBuilder xml, string prefix, CellContent content)
    {
        if (content.Kind != CellKind.Text)
        {
            char element = content.Kind == CellKind.Formula ? 'f' : 'v';
            return xml.Append('<').Append(prefix).Append(element).Append('>')
                .Append(XmlText.Escape(content.Text))
                .Append("</").Append(prefix).Append(element).Append('>');
        }

        string space = NeedsPreserve(content.Text) ? " xml:space=\"preserve\"" : "";
        return xml.Append(CultureInfo.InvariantCulture, $"<{prefix}is><{prefix}t{space}>")
            .Append(XmlText.EscapeCellText(content.Text))
            .Append(CultureInfo.InvariantCulture, $"</{prefix}t></{prefix}is>");
    }

    private static bool NeedsPreserve(string text) =>
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);

    private static string? TypeOf(CellKind kind) => kind switch
    {
        CellKind.Text => "inlineStr",
        CellKind.Boolean => "b",
        CellKind.Error => "e",
        _ => null,
    };
}
