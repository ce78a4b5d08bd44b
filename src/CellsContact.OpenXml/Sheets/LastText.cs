using System.Runtime.CompilerServices;

namespace CellsContact.OpenXml.Sheets;

/// <summary>The nearest filled cell of a column, kept as it lies: most are never asked for.</summary>
internal struct LastText
{
    private byte[]? _cell;
    private int _length;

    /// <summary>Takes a cell over; nothing, for one that holds no text.</summary>
    public void Set(ReadOnlySpan<byte> cell)
    {
        if ((_cell?.Length ?? 0) < cell.Length)
            _cell = new byte[cell.Length * 2];
        cell.CopyTo(_cell);
        _length = cell.Length;
    }

    /// <summary>The text, or <c>null</c> if the cell holds none, or something other than text.</summary>
    public readonly string? Read(SharedStrings strings, int prefixLength)
    {
        if (_length == 0)
            return null;
        CellScanner cell = CellScanner.Parse(_cell.AsSpan(0, _length), prefixLength);
        CellContent content = cell.ReadContent(strings);
        bool isText = content.Kind == CellKind.Text || (content.Kind == CellKind.Formula && cell.Type.SequenceEqual("str"u8));
        return isText ? content.Text : null;
    }
}
