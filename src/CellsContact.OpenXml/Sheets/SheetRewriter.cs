using System.Runtime.CompilerServices;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>
/// Streams a sheet into its new form: untouched rows byte for byte, changed and new rows written in their places. Where
/// the plan has told where the changed rows lie, all between them is copied without being looked at; rows are only
/// counted again behind the data, where the new ones go.
/// </summary>
internal static class SheetRewriter
{
    public static void Rewrite(ZipReader package, SheetInfo sheet, SheetEdit edit, Stream target, CancellationToken token)
    {
        // Not read ahead: every processor has blocks to deflate.
        using var rows = new SheetRows(package, sheet, ahead: false);
        var growth = new SheetGrowth(edit);
        growth.WritePrologue(rows.Prologue, target);
        var pending = new Queue(edit);
        var writer = new RowWriter(target, rows.Prefix);
        while (pending.NextKnown is { } known)
        {
            token.ThrowIfCancellationRequested();
            rows.CopyTo(target, known.Offset, known.Number - 1);
            if (!rows.TryRead() || pending.Take(rows.Number) is not { } writes)
                throw WorkbookFormatException.Damaged("A row is not where it was read before.");
            writer.Rewrite(rows.Row, writes);
        }

        rows.CopyTo(target, edit.DataEnd, edit.LastDataRow);
        while (rows.TryRead())
        {
            token.ThrowIfCancellationRequested();
            pending.AppendBefore(rows.Number, writer);
            target.Write(rows.Gap);
            if (pending.Take(rows.Number) is { } writes)
                writer.Rewrite(rows.Row, pending.WithTemplate(rows, writes));
            else
                target.Write(rows.Bytes);
        }

        pending.AppendBefore(int.MaxValue, writer);
        growth.WriteEpilogue(rows.ReadEpilogue(), target);
    }

    /// <summary>The rows of an edit that are still to be written.</summary>
    private sealed class Queue(SheetEdit edit)
    {
        private readonly List<RowEdit> _rows = edit.Rows();
        private int _next;

        /// <summary>The next row, if the plan has told where it lies.</summary>
        public RowEdit? NextKnown => _next < _rows.Count && _rows[_next].Offset > 0 ? _rows[_next] : null;

        public RowEdit? Take(int row) => _next < _rows.Count && _rows[_next].Number == row ? _rows[_next++] : null;

        public void AppendBefore(int row, RowWriter writer)
        {
            for (; _next < _rows.Count && _rows[_next].Number < row; _next++)
                writer.Append(_rows[_next].Styled(edit.Template.Styles, null), edit.Template.Attributes);
        }

        /// <summary>A new row that falls on an empty prepared row keeps that row's own formats.</summary>
        public RowEdit WithTemplate(SheetRows rows, RowEdit writes)
        {
            if (!writes.IsNew)
                return writes;
            var present = new HashSet<int>();
            CellScanner cells = rows.Row.Cells(rows.PrefixLength);
            while (cells.Read())
            {
                if (cells.Style >= 0 || !cells.Content.IsEmpty)
                    present.Add(cells.Column);
            }

            return writes.Styled(edit.Template.Styles, present);
        }
    }
}
