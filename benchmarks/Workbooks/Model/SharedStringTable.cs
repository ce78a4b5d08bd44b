namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Shared strings in the order of their first use, as Excel writes them.</summary>
internal sealed class SharedStringTable
{
    private readonly Dictionary<object, int> _indexes = [];
    private readonly List<object> _items = [];
    private int _uses;

    public int IndexOf(object text)
    {
        _uses++;
        if (!_indexes.TryGetValue(text, out int index))
        {
            _indexes[text] = index = _items.Count;
            _items.Add(text);
        }

        return index;
    }

    public void WriteTo(TextWriter writer)
    {
        writer.Write($"<sst {FixedParts.Main} count=\"{_uses}\" uniqueCount=\"{_items.Count}\">");
        foreach (object item in _items)
        {
            writer.Write(item is PhoneticText name
                ? $"<si><t>{name.Text}</t><rPh sb=\"0\" eb=\"{name.Text.Length}\"><t>{name.Kana}</t></rPh><phoneticPr fontId=\"1\"/></si>"
                : $"<si><t>{item}</t></si>");
        }

        writer.Write("</sst>");
    }
}
