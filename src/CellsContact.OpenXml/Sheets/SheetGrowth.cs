using CellsContact.OpenXml.Xml;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// What grows around the rows when rows are added: the dimension, and the ranges of data validations, conditional
/// formats (their extensions too) and ignored errors that cover the last data row. Everything else stays: print
/// areas, filters of the sheet, defined names and charts' ranges are the office's.
/// </summary>
internal sealed class SheetGrowth(SheetEdit edit)
{
    private readonly int _anchor = Math.Max(edit.LastDataRow, edit.HeaderRow + 1);
    private readonly int _last = edit.LastNewRow;

    /// <summary>Extends an area that holds the last data row and at least one row above it, if it ends before the new last row.</summary>
    public CellArea Grow(CellArea area)
    {
        bool coversData = area.Top <= _anchor && area.Bottom >= _anchor;
        bool isColumn = area.Top < _anchor || _anchor == edit.HeaderRow + 1;
        return coversData && isColumn && area.Bottom < _last ? area with { Bottom = _last } : area;
    }

    public void WritePrologue(byte[] prologue, Stream target)
    {
        var patch = new XmlPatch(prologue);
        var scanner = new XmlScanner(prologue, XmlEncoding.CheckStart(prologue));
        while (scanner.Read())
        {
            if (scanner.Token == XmlToken.Start && scanner.Depth == 1 && scanner.LocalName.SequenceEqual("dimension"u8)
                && scanner.TryGetAttribute("ref"u8, out Range range)
                && CellArea.Parse(XmlText.Decode(prologue.AsSpan()[range])) is { } area && Widen(area) is var wider && wider != area)
            {
                patch.Replace(range, wider.ToString());
            }
        }

        patch.WriteTo(target);
    }

    public void WriteEpilogue(byte[] epilogue, Stream target)
    {
        var patch = new XmlPatch(epilogue);
        if (_last > 0)
            CollectRanges(epilogue, patch);
        patch.WriteTo(target);
    }

    private CellArea Widen(CellArea area)
    {
        if (edit.IsEmpty)
            return area;
        foreach (RowEdit row in edit.Rows())
        {
            area = new CellArea(
                Math.Min(area.Left, row.ColumnAt(0)),
                Math.Min(area.Top, row.Number),
                Math.Max(area.Right, row.ColumnAt(row.Count - 1)),
                Math.Max(area.Bottom, row.Number));
        }

        return area;
    }

    private void CollectRanges(byte[] epilogue, XmlPatch patch)
    {
        var scanner = new XmlScanner(epilogue);
        bool isGrowing = false;
        while (scanner.Read())
        {
            ReadOnlySpan<byte> name = scanner.LocalName;
            if (scanner.Token == XmlToken.Start && IsGrowing(name))
            {
                isGrowing = !scanner.IsEmpty;
                if (scanner.TryGetAttribute("sqref"u8, out Range range))
                    Replace(patch, epilogue, range);
            }
            else if (scanner.Token == XmlToken.End && IsGrowing(name))
            {
                isGrowing = false;
            }
            else if (isGrowing && scanner.Token == XmlToken.Start && !scanner.IsEmpty && name.SequenceEqual("sqref"u8))
            {
                // The extensions of 2010 (x14) state their range as an element's text.
                int from = scanner.End;
                scanner.Skip();
                Replace(patch, epilogue, from..scanner.Start);
            }
        }
    }

    private static bool IsGrowing(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("dataValidation"u8) || name.SequenceEqual("conditionalFormatting"u8) || name.SequenceEqual("ignoredError"u8);

    private void Replace(XmlPatch patch, byte[] epilogue, Range range)
    {
        string before = XmlText.Decode(epilogue.AsSpan()[range]);
        string after = string.Join(
            ' ',
            before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(part => CellArea.Parse(part) is { } area && Grow(area) is var grown && grown != area ? grown.ToString() : part));
        if (after != before)
            patch.Replace(range, after);
    }
}
