using System.Globalization;
using System.Runtime.CompilerServices;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Values;

/// <summary>
/// <see cref="EmployeeNumbering"/> (付番) kept up to date while rows stream by, so that numbering a batch does not go
/// through all numbers once for each hire.
/// </summary>
internal sealed class NumberBook
{
    private const int DefaultDigits = 4;
    private const int MaxDigits = 15;

    /// <summary>The shapes seen; <c>null</c> for what no employee number can look like, whatever a cell holds.</summary>
    private readonly Dictionary<string, Shape?> _shapes = new(StringComparer.Ordinal);
    private readonly NumberSet _taken = new();
    private Shape? _last;
    private int _rows;

    /// <summary>Takes note of a number in 個人情報, in the order of the rows.</summary>
    [MethodImpl(HotCode.Optimized)]
    public void Note(ShownNumber number)
    {
        _taken.Add(number);
        if (ShapeOf(number, out ulong value) is not { } shape)
            return;
        shape.Highest = Math.Max(shape.Highest, value);
        shape.Count++;
        shape.LastRow = ++_rows;
    }

    /// <summary>Takes note of a number that is or was used elsewhere: not given again, but no sign of the usual shape.</summary>
    [MethodImpl(HotCode.Optimized)]
    public void NoteFormer(ShownNumber number)
    {
        _taken.Add(number);
        if (ShapeOf(number, out ulong value) is { } shape)
            shape.Highest = Math.Max(shape.Highest, value);
    }

    /// <summary>Takes note of all that another book holds, as used elsewhere.</summary>
    public void NoteFormer(NumberBook others)
    {
        _taken.UnionWith(others._taken);
        foreach (Shape? other in others._shapes.Values)
        {
            if (other is not null && Find(other.Prefix, other.Digits) is { } shape)
                shape.Highest = Math.Max(shape.Highest, other.Highest);
        }
    }

    /// <summary>Notes the number of somebody who is being added.</summary>
    /// <returns>What takes the note back.</returns>
    public Action Add(ShownNumber number)
    {
        bool isNew = !_taken.Contains(number);
        Shape? shape = ShapeOf(number, out _);
        (ulong highest, int count, int lastRow) = shape is null ? default : (shape.Highest, shape.Count, shape.LastRow);
        Note(number);
        return () =>
        {
            if (isNew)
                _taken.Remove(number);
            if (shape is not null)
                (shape.Highest, shape.Count, shape.LastRow) = (highest, count, lastRow);
        };
    }

    /// <summary>The next number; it counts as given only once it is added.</summary>
    public EmployeeNumber Next()
    {
        Shape? usual = null;
        foreach (Shape? shape in _shapes.Values)
        {
            if (shape is { Count: > 0 } && (usual is null || (shape.Count, shape.LastRow).CompareTo((usual.Count, usual.LastRow)) > 0))
                usual = shape;
        }

        usual ??= _shapes.GetValueOrDefault(KeyOf("", DefaultDigits)) ?? new Shape("", DefaultDigits);
        ulong next = usual.Highest;
        string candidate;
        do
        {
            next++;
            candidate = usual.Prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(usual.Digits, '0');
        }
        while (_taken.Contains(ShownNumber.Of(candidate)));
        return EmployeeNumber.Parse(candidate);
    }

    /// <summary>The shape of a number, and what its digits count; <c>null</c> if it does not end in digits. Width does not make a shape: ００２７ counts as 0027.</summary>
    [MethodImpl(HotCode.Optimized)]
    private Shape? ShapeOf(ShownNumber number, out ulong value)
    {
        value = number.Value;
        if (number.Text is not null)
            return Split(number.Text, out value);
        if (number.Digits is 0 or > MaxDigits)
            return null;
        return _last is { Prefix: "" } last && last.Digits == number.Digits ? last : _last = Find("", number.Digits);
    }

    private Shape? Split(string number, out ulong value)
    {
        string text = LedgerMatching.FoldWidth(number);
        int digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        value = 0;
        if (digits is 0 or > MaxDigits || text.Length >= EmployeeNumber.MaxLength)
            return null;
        value = ulong.Parse(text.AsSpan(text.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return Find(text[..^digits], digits);
    }

    private Shape? Find(string prefix, int digits)
    {
        string key = KeyOf(prefix, digits);
        if (!_shapes.TryGetValue(key, out Shape? shape))
            _shapes[key] = shape = EmployeeNumber.TryParse(prefix.PadRight(prefix.Length + digits, '0'), out _) ? new Shape(prefix, digits) : null;
        return shape;
    }

    private static string KeyOf(string prefix, int digits) => (char)digits + prefix;

    private sealed class Shape(string prefix, int digits)
    {
        public string Prefix => prefix;

        public int Digits => digits;

        public ulong Highest { get; set; }

        public int Count { get; set; }

        public int LastRow { get; set; }
    }
}
