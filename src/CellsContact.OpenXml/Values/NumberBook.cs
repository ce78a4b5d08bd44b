using System.Globalization;
using System.Text;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Values;

/// <summary>
/// <see cref="EmployeeNumbering"/> (付番) kept up to date while rows stream by, so that numbering a batch does not go
/// through all numbers once for each hire.
/// </summary>
internal sealed class NumberBook
{
    private const int DefaultDigits = 4;
    private const int MaxDigits = 15;

    private readonly Dictionary<(string Prefix, int Digits), Shape> _shapes = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _rows;

    /// <summary>Takes note of a number in 個人情報, in the order of the rows.</summary>
    /// <returns>What takes the note back.</returns>
    public Action Add(string number) => Add(number, 1);

    /// <summary>Takes note of a number that is or was used elsewhere: not given again, but no sign of the usual shape.</summary>
    /// <returns>What takes the note back.</returns>
    public Action AddFormer(string number) => Add(number, 0);

    /// <summary>The next number; it counts as given only once it is added.</summary>
    public EmployeeNumber Next()
    {
        ((string prefix, int digits), _) = _shapes.Where(s => s.Value.Count > 0)
            .DefaultIfEmpty(new(("", DefaultDigits), default))
            .MaxBy(s => (s.Value.Count, s.Value.LastRow));
        ulong next = _shapes.GetValueOrDefault((prefix, digits)).Highest;
        string candidate;
        do
        {
            next++;
            candidate = prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        }
        while (_taken.Contains(LedgerMatching.FoldNumber(candidate)));
        return EmployeeNumber.Parse(candidate);
    }

    private Action Add(string number, int count)
    {
        string folded = LedgerMatching.FoldNumber(number);
        bool isNew = _taken.Add(folded);
        Action undo = () =>
        {
            if (isNew)
                _taken.Remove(folded);
        };
        if (Split(number) is not { } parts)
            return undo;

        var key = (parts.Prefix, parts.Digits);
        Shape before = _shapes.GetValueOrDefault(key);
        _shapes[key] = new Shape(
            Math.Max(before.Highest, parts.Value), before.Count + count, count > 0 ? ++_rows : before.LastRow);
        return undo + (() => _shapes[key] = before);
    }

    /// <summary>Width does not make a shape: ００２７ counts as 0027.</summary>
    private static (string Prefix, int Digits, ulong Value)? Split(string number)
    {
        string text = LedgerMatching.FoldWidth(number);
        int digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        return digits is > 0 and <= MaxDigits && text.Length < EmployeeNumber.MaxLength
            ? (text[..^digits], digits, ulong.Parse(text.AsSpan(text.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }

    private readonly record struct Shape(ulong Highest, int Count, int LastRow);
}
