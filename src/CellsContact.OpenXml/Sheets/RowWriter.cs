using System.Globalization;
using System.Text;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Writes changed and new rows; every byte of a changed row that is not a changed cell stays.</summary>
internal static class RowWriter
{
    /// <summary>Rewrites the cells in <paramref name="writes"/> of an existing row; a prepared row that is filled is shown.</summary>
    public static void Rewrite(Stream target, RowView row, string prefix, RowEdit writes)
    {
        WriteStartTag(target, row, writes);
        var cells = row.Cells(prefix.Length);
        int copied = row.TagEnd;
        int next = 0;
        while (next < writes.Count && cells.Read())
        {
            while (next < writes.Count && writes.ColumnAt(next) < cells.Column)
            {
                Copy(target, row, ref copied, cells.Start);
                WriteCell(target, prefix, writes.ColumnAt(next), writes.Number, writes.At(next));
                next++;
            }

            if (next < writes.Count && writes.ColumnAt(next) == cells.Column)
            {
                Copy(target, row, ref copied, cells.Start);
                WriteCell(target, prefix, cells.Column, writes.Number, writes.At(next), cells.Style, cells.ShowsPhonetic, isThere: true);
                copied = cells.End;
                next++;
            }
        }

        // The rest goes behind the last cell, before an extension list or the end tag.
        if (next < writes.Count)
            Copy(target, row, ref copied, LastCellEnd(row, prefix));
        for (; next < writes.Count; next++)
            WriteCell(target, prefix, writes.ColumnAt(next), writes.Number, writes.At(next));
        if (row.IsEmpty)
            Write(target, "</", prefix, "row>");
        else
            Copy(target, row, ref copied, row.Record.Length);
    }

    /// <summary>Writes a row that is not there yet, with the attributes of the row above.</summary>
    public static void Append(
        Stream target, RowEdit writes, string attributes, string prefix)
    {
        Write(target, "<", prefix, "row r=\"");
        Write(target, writes.Number.ToString(CultureInfo.InvariantCulture), "\"", attributes);
        Write(target, ">");
        for (int next = 0; next < writes.Count; next++)
            WriteCell(target, prefix, writes.ColumnAt(next), writes.Number, writes.At(next));
        Write(target, "</", prefix, "row>");
    }

    private static void WriteStartTag(Stream target, RowView row, RowEdit writes)
    {
        // spans is only a hint, but one narrower than the cells counts as damage: rather none than a wrong one.
        int end = row.IsEmpty ? row.TagEnd - 2 : row.TagEnd - 1;
        int at = row.NameEnd;
        int from = 0;
        while (XmlAttributes.Next(row.Record, ref at, row.TagEnd, out Range name, out Range value))
        {
            bool isDropped = row.Record[name].SequenceEqual("spans"u8) ? !Covers(row.Record[value], writes)
                : writes.IsNew && row.Record[name].SequenceEqual("hidden"u8);
            if (!isDropped)
                continue;
            // With the blank before it.
            target.Write(row.Record[from..(name.Start.Value - 1)]);
            from = at;
        }

        target.Write(row.Record[from..end]);
        target.Write(">"u8);
    }

    private static bool Covers(ReadOnlySpan<byte> spans, RowEdit writes)
    {
        string[] ends = XmlText.Decode(spans).Split(':');
        return ends.Length == 2
            && int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], CultureInfo.InvariantCulture, out int last)
            && first <= writes.ColumnAt(0) && last >= writes.ColumnAt(writes.Count - 1);
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
        Stream target, string prefix, int column, int row, CellWrite write, int ownStyle = -1, bool showsPhonetic = false, bool isThere = false)
    {
        int style = write.Style ?? ownStyle;
        if (write.Content.IsBlank && style < 0 && !isThere)
            return;
        Write(target, "<", prefix, "c r=\"");
        Write(target, CellReference.Column(column), row.ToString(CultureInfo.InvariantCulture), "\"");
        if (style >= 0)
            Write(target, " s=\"", style.ToString(CultureInfo.InvariantCulture), "\"");
        Write(target, TypeOf(write.Content.Kind));
        if (showsPhonetic)
            Write(target, " ph=\"1\"");
        if (write.Content.IsBlank)
        {
            Write(target, "/>");
            return;
        }

        Write(target, ">");
        WriteContent(target, prefix, write.Content);
        Write(target, "</", prefix, "c>");
    }

    /// <summary>Text always goes in as a string, so that a leading '=' or '+' never becomes a formula.</summary>
    private static void WriteContent(Stream target, string prefix, CellContent content)
    {
        if (content.Kind != CellKind.Text)
        {
            string element = content.Kind == CellKind.Formula ? "f>" : "v>";
            Write(target, "<", prefix, element);
            Write(target, XmlText.Escape(content.Text));
            Write(target, "</", prefix, element);
            return;
        }

        Write(target, "<", prefix, "is><");
        Write(target, prefix, NeedsPreserve(content.Text) ? "t xml:space=\"preserve\">" : "t>", XmlText.EscapeCellText(content.Text));
        Write(target, "</", prefix, "t></");
        Write(target, prefix, "is>");
    }

    private static void Write(Stream target, string first, string second = "", string third = "")
    {
        Span<byte> bytes = stackalloc byte[256];
        foreach (string text in (ReadOnlySpan<string>)[first, second, third])
        {
            if (text.Length * 3 <= bytes.Length)
                target.Write(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
            else
                target.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    private static bool NeedsPreserve(string text) =>
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);

    private static string TypeOf(CellKind kind) => kind switch
    {
        CellKind.Text => " t=\"inlineStr\"",
        CellKind.Boolean => " t=\"b\"",
        CellKind.Error => " t=\"e\"",
        _ => "",
    };
}
