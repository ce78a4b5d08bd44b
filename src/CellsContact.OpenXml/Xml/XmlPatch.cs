using System.Text;

namespace CellsContact.OpenXml.Xml;

/// <summary>Replacements in a part's bytes; everything between them stays as it is.</summary>
internal sealed class XmlPatch(ReadOnlyMemory<byte> original)
{
    private readonly List<Edit> _edits = [];

    public void Replace(Range range, string content)
    {
        (int offset, int length) = range.GetOffsetAndLength(original.Length);
        Add(new Edit(offset, offset + length, Encoding.UTF8.GetBytes(content)));
    }

    public void Insert(int at, string content) => Add(new Edit(at, at, Encoding.UTF8.GetBytes(content)));

    public void WriteTo(Stream target)
    {
        int at = 0;
        foreach (Edit edit in _edits)
        {
            target.Write(original.Span[at..edit.Start]);
            target.Write(edit.Content);
            at = edit.End;
        }

        target.Write(original.Span[at..]);
    }

    public byte[] ToArray()
    {
        using var result = new MemoryStream(original.Length + 256);
        WriteTo(result);
        return result.ToArray();
    }

    /// <summary>Keeps them in order; insertions at one place stay in the order they were asked for.</summary>
    private void Add(Edit edit)
    {
        int at = _edits.Count;
        while (at > 0 && _edits[at - 1].Start > edit.Start)
            at--;
        _edits.Insert(at, edit);
    }

    private sealed record Edit(int Start, int End, byte[] Content);
}
