using System.Text;

namespace CellsContact.OpenXml.Xml;

/// <summary>Replacements in a part's bytes; everything between them stays as it is.</summary>
internal sealed class XmlPatch(ReadOnlyMemory<byte> original)
{
    private readonly List<(int Start, int End, byte[] Content)> _edits = [];

    public void Replace(Range range, string content)
    {
        (int offset, int length) = range.GetOffsetAndLength(original.Length);
        _edits.Add((offset, offset + length, Encoding.UTF8.GetBytes(content)));
    }

    public void Insert(int at, string content) => _edits.Add((at, at, Encoding.UTF8.GetBytes(content)));

    public void WriteTo(Stream target)
    {
        int at = 0;
        // OrderBy is stable: insertions at one place stay in the order they were asked for.
        foreach ((int start, int end, byte[] content) in _edits.OrderBy(e => e.Start))
        {
            target.Write(original.Span[at..start]);
            target.Write(content);
            at = end;
        }

        target.Write(original.Span[at..]);
    }

    public byte[] ToArray()
    {
        using var result = new MemoryStream(original.Length + 256);
        WriteTo(result);
        return result.ToArray();
    }
}
