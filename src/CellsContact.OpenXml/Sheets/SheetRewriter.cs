using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Sheets;

/// <summary>Streams a sheet into its new form: untouched rows byte for byte, changed and new rows written in their places.</summary>
internal static class SheetRewriter
{
    public static void Rewrite(ZipReader package, SheetInfo sheet, SheetEdit edit, Stream target, CancellationToken token)
    {
        using var rows = new SheetRows(package, sheet);
        var growth = new SheetGrowth(edit);
        growth.WritePrologue(rows.Prologue, target);
        using var pending = new Queue(edit);
        while (rows.TryRead())
        {
            token.ThrowIfCancellationRequested();
            pending.AppendBefore(rows.Number, rows.Prefix, target);
            target.Write(rows.Gap);
            if (pending.Take(rows.Number) is { } writes)
                RowWriter.Rewrite(target, rows.Row, rows.Number, rows.Prefix, pending.WithTemplate(rows, writes), edit.NewRows.Contains(rows.Number));
            else
                target.Write(rows.Bytes);
        }

        pending.AppendBefore(int.MaxValue, rows.Prefix, target);
        growth.WriteEpilogue(rows.ReadEpilogue(), target);
    }

    /// <summary>The rows of an edit that are still to be written.</summary>
    private sealed class Queue : IDisposable
    {
        private readonly SheetEdit _edit;
        private readonly IEnumerator<KeyValuePair<int, SortedList<int, CellWrite>>> _rows;
        private bool _hasCurrent;

        public Queue(SheetEdit edit)
        {
            _edit = edit;
            _rows = edit.Rows.GetEnumerator();
            _hasCurrent = _rows.MoveNext();
        }

        public SortedList<int, CellWrite>? Take(int row)
        {
            if (!_hasCurrent || _rows.Current.Key != row)
                return null;
            SortedList<int, CellWrite> writes = _rows.Current.Value;
            _hasCurrent = _rows.MoveNext();
            return writes;
        }

        public void AppendBefore(int row, string prefix, Stream target)
        {
            while (_hasCurrent && _rows.Current.Key < row)
            {
                int number = _rows.Current.Key;
                RowWriter.Append(target, number, _edit.Template.Attributes, prefix, Styled(_rows.Current.Value, []));
                _hasCurrent = _rows.MoveNext();
            }
        }

        /// <summary>A new row that falls on an empty prepared row keeps that row's own formats.</summary>
        public SortedList<int, CellWrite> WithTemplate(SheetRows rows, SortedList<int, CellWrite> writes)
        {
            if (!_edit.NewRows.Contains(rows.Number))
                return writes;
            var present = new HashSet<int>();
            CellScanner cells = rows.Row.Cells(rows.PrefixLength);
            while (cells.Read())
            {
                if (cells.Style >= 0 || !cells.Content.IsEmpty)
                    present.Add(cells.Column);
            }

            return Styled(writes, present);
        }

        public void Dispose() => _rows.Dispose();

        private SortedList<int, CellWrite> Styled(SortedList<int, CellWrite> writes, HashSet<int> present)
        {
            var styled = new SortedList<int, CellWrite>(writes);
            foreach ((int at, int style) in _edit.Template.Styles)
            {
                if (!styled.TryGetValue(at, out CellWrite write))
                {
                    if (!present.Contains(at))
                        styled[at] = new CellWrite(CellContent.Blank, style);
                }
                else if (write.Style is null && !present.Contains(at))
                {
                    styled[at] = write with { Style = style };
                }
            }

            return styled;
        }
    }
}
