using System.Globalization;
using System.Text;

namespace CellsContact.OpenXml.Values;

/// <summary>
/// Knows which employee numbers were ever given and finds the next (付番): of the shape most rows use, i.e. the same
/// prefix and count of digits, the highest + 1.
/// </summary>
internal sealed class NumberBook
{
    private const int DefaultDigits = 4;
    private const int MaxDigits = 18;

    private readonly Dictionary<(string Prefix, int Digits), (long Highest, int Count)> _shapes = [];

    /// <summary>Numbers without a prefix: 28 and 0028 are of different shapes but the same number.</summary>
    private readonly HashSet<long> _plain = [];

    /// <summary>Takes note of a number in use.</summary>
    /// <returns>What takes the note back.</returns>
    public Action Add(string number) => Add(number, 1);

    /// <summary>Takes note of a number that was used once; it is not given again but says nothing about the usual shape.</summary>
    public void AddFormer(string number) => Add(number, 0);

    /// <summary>The next number; it counts as given only once it is added.</summary>
    public string Next()
    {
        (string prefix, int digits) = _shapes.Count == 0
            ? ("", DefaultDigits)
            : _shapes.OrderByDescending(s => s.Value.Count).ThenByDescending(s => s.Key.Digits)
                .ThenBy(s => s.Key.Prefix, StringComparer.Ordinal).First().Key;
        long next = HighestOf(prefix, digits);
        do
        {
            next++;
            // 9999 is followed by 10000, or by what comes after the five-digit numbers there already are.
            while (digits < MaxDigits && next >= PowerOfTen(digits))
                next = Math.Max(next, HighestOf(prefix, ++digits) + 1);
        }
        while (prefix.Length == 0 && _plain.Contains(next));
        return prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private Action Add(string number, int count)
    {
        if (Split(number) is not { } parts)
            return () => { };
        var shape = (parts.Prefix, parts.Digits);
        bool isNewShape = !_shapes.TryGetValue(shape, out (long Highest, int Count) before);
        bool isNewNumber = parts.Prefix.Length == 0 && _plain.Add(parts.Value);
        _shapes[shape] = (Math.Max(before.Highest, parts.Value), before.Count + count);
        return () =>
        {
            if (isNewShape)
                _shapes.Remove(shape);
            else
                _shapes[shape] = before;
            if (isNewNumber)
                _plain.Remove(parts.Value);
        };
    }

    private long HighestOf(string prefix, int digits) => _shapes.GetValueOrDefault((prefix, digits)).Highest;

    private static long PowerOfTen(int digits)
    {
        long power = 1;
        for (int i = 0; i < digits; i++)
            power *= 10;
        return power;
    }

    /// <summary>Width does not make a shape: ００２７ counts as 0027.</summary>
    private static (string Prefix, int Digits, long Value)? Split(string number)
    {
        string folded = number.Normalize(NormalizationForm.FormKC).Trim();
        int digits = 0;
        while (digits < folded.Length && digits < MaxDigits && char.IsAsciiDigit(folded[folded.Length - 1 - digits]))
            digits++;
        return digits == 0
            ? null
            : (folded[..^digits], digits, long.Parse(folded.AsSpan(folded.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
