using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;

namespace CellsContact.OpenXml.Xml;

/// <summary>Bytes put together from many small pieces before they are written at once.</summary>
internal sealed class Utf8Buffer
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    public void Append(string text)
    {
        // No sign takes more than three bytes.
        Reserve(text.Length * 3);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Append(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>Writes them out; the buffer is empty afterwards.</summary>
    public void MoveTo(Stream target)
    {
        target.Write(_bytes.AsSpan(0, _length));
        _length = 0;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
