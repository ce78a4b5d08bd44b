using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Writes changed and new rows of a sheet; every byte of a changed row that is not a changed cell stays.</summary>
/// <param name="target">The sheet's part.</param>
/// <param name="prefix">The prefix of its elements with the colon, or nothing.</param>
internal sealed class RowWriter(Stream target, string prefix)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(prefix);
    private readonly Utf8Buffer _row = new();

    /// <summary>Rewrites the cells in <paramref name="writes"/> of an existing row; a prepared row that is filled is shown.</summary>
    public void Rewrite(RowView row, RowEdit writes)
    {
        WriteStartTag(row, writes);
        var cells = row.Cells(_prefix.Length);
        int copied = row.TagEnd;
        int next = 0;
        while (next < writes.Count && cells.Read())
        {
            while (next < writes.Count && writes.ColumnAt(next) < cells.Column)
            {
                Copy(row, ref copied, cells.Start);
                WriteCell(writes.ColumnAt(next), writes.Number, writes.At(next));
                next++;
            }

            if (next < writes.Count && writes.ColumnAt(next) == cells.Column)
            {
                Copy(row, ref copied, cells.Start);
                WriteCell(cells.Column, writes.Number, writes.At(next), cells.Style, cells.ShowsPhonetic, isThere: true);
                copied = cells.End;
                next++;
            }
        }

        // The rest goes behind the last cell, before an extension list or the end tag.
        if (next < writes.Count)
            Copy(row, ref copied, LastCellEnd(row));
        for (; next < writes.Count; next++)
            WriteCell(writes.ColumnAt(next), writes.Number, writes.At(next));
        if (row.IsEmpty)
            Close("row>"u8);
        else
            Copy(row, ref copied, row.Record.Length);
        _row.MoveTo(target);
    }

    /// <summary>Writes a row that is not there yet, with the attributes of the row above.</summary>
    public void Append(RowEdit writes, string attributes)
    {
        Open("row r=\""u8);
        _row.Append(writes.Number);
        _row.Append("\""u8);
        _row.Append(attributes);
        _row.Append(">"u8);
        for (int next = 0; next < writes.Count; next++)
            WriteCell(writes.ColumnAt(next), writes.Number, writes.At(next));
        Close("row>"u8);
        _row.MoveTo(target);
    }

    private void WriteStartTag(RowView row, RowEdit writes)
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
            _row.Append(row.Record[from..(name.Start.Value - 1)]);
            from = at;
        }

        _row.Append(row.Record[from..end]);
        _row.Append(">"u8);
    }

    private static bool Covers(ReadOnlySpan<byte> spans, RowEdit writes)
    {
        string[] ends = XmlText.Decode(spans).Split(':');
        return ends.Length == 2
            && int.TryParse(ends[0], CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], CultureInfo.InvariantCulture, out int last)
            && first <= writes.ColumnAt(0) && last >= writes.ColumnAt(writes.Count - 1);
    }

    private int LastCellEnd(RowView row)
    {
        var cells = row.Cells(_prefix.Length);
        int end = row.TagEnd;
        while (cells.Read())
            end = cells.End;
        return end;
    }

    private void Copy(RowView row, ref int copied, int to)
    {
        _row.Append(row.Record[copied..to]);
        copied = to;
    }

    private void WriteCell(int column, int row, CellWrite write, int ownStyle = -1, bool showsPhonetic = false, bool isThere = false)
    {
        int style = write.Style ?? ownStyle;
        if (write.Content.IsBlank && style < 0 && !isThere)
            return;
        Open("c r=\""u8);
        Span<byte> letters = stackalloc byte[3];
        _row.Append(letters[..CellReference.WriteColumn(column, letters)]);
        _row.Append(row);
        if (style >= 0)
        {
            _row.Append("\" s=\""u8);
            _row.Append(style);
        }

        _row.Append("\""u8);
        _row.Append(TypeOf(write.Content.Kind));
        if (showsPhonetic)
            _row.Append(" ph=\"1\""u8);
        if (write.Content.IsBlank)
        {
            _row.Append("/>"u8);
            return;
        }

        _row.Append(">"u8);
        WriteContent(write.Content);
        Close("c>"u8);
    }

    /// <summary>Text always goes in as a string, so that a leading '=' or '+' never becomes a formula.</summary>
    private void WriteContent(CellContent content)
    {
        if (content.Kind != CellKind.Text)
        {
            ReadOnlySpan<byte> element = content.Kind == CellKind.Formula ? "f>"u8 : "v>"u8;
            Open(element);
            _row.Append(XmlText.Escape(content.Text));
            Close(element);
            return;
        }

        Open("is>"u8);
        Open(NeedsPreserve(content.Text) ? "t xml:space=\"preserve\">"u8 : "t>"u8);
        _row.Append(XmlText.EscapeCellText(content.Text));
        Close("t>"u8);
        Close("is>"u8);
    }

    private void Open(ReadOnlySpan<byte> tag)
    {
        _row.Append("<"u8);
        _row.Append(_prefix);
        _row.Append(tag);
    }

    private void Close(ReadOnlySpan<byte> tag)
    {
        _row.Append("</"u8);
        _row.Append(_prefix);
        _row.Append(tag);
    }

    private static bool NeedsPreserve(string text) =>
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal);

    private static ReadOnlySpan<byte> TypeOf(CellKind kind) => kind switch
    {
        CellKind.Text => " t=\"inlineStr\""u8,
        CellKind.Boolean => " t=\"b\""u8,
        CellKind.Error => " t=\"e\""u8,
        _ => ""u8,
    };
}
