using System.Globalization;
using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>Assigns the next employee number (付番): for whoever implements <see cref="ILedger"/>.</summary>
/// <remarks>
/// <para>Pure and thread-safe. A number's shape is what stands before its last run of digits, and how many digits that run has:
/// <c>A-012</c> is <c>A-</c> with three. The ledger's shape is the one most numbers have; among several the one of the row
/// furthest down. A ledger without such numbers begins with 0001.</para>
/// <para>The next number is the highest of that shape, among those in the ledger and those ever assigned, + 1 with as many zeros;
/// a number that is taken (0031 is by a numeric 31) or was ever assigned is passed over. 9999 is followed by 10000.</para>
/// </remarks>
public static class EmployeeNumbering
{
    private const int MaxDigits = 15;

    /// <summary>The next number.</summary>
    /// <param name="numbers">The numbers in the ledger, in the order of its rows.</param>
    /// <param name="everAssigned">The numbers that were ever assigned, also those no longer in the ledger.</param>
    public static EmployeeNumber Next(IEnumerable<EmployeeNumber> numbers, IEnumerable<EmployeeNumber> everAssigned)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(everAssigned);
        List<EmployeeNumber> present = [.. numbers];
        List<EmployeeNumber> all = [.. present, .. everAssigned];
        (string prefix, int digits) = ShapeOf(present);
        HashSet<string> taken = all.Select(number => LedgerMatching.FoldNumber(number.Value)).ToHashSet(StringComparer.Ordinal);
        ulong next = all.Select(Read).Where(shaped => shaped is { } s && (s.Prefix, s.Digits) == (prefix, digits)).Max(shaped => shaped?.Value) ?? 0;
        string candidate;
        do
        {
            next++;
            candidate = prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        }
        while (taken.Contains(LedgerMatching.FoldNumber(candidate)));

        return EmployeeNumber.Parse(candidate);
    }

    private static (string Prefix, int Digits) ShapeOf(List<EmployeeNumber> present)
    {
        Dictionary<(string, int), (int Count, int LastRow)> shapes = [];
        for (int row = 0; row < present.Count; row++)
        {
            if (Read(present[row]) is { } shaped)
                shapes[(shaped.Prefix, shaped.Digits)] = (shapes.GetValueOrDefault((shaped.Prefix, shaped.Digits)).Count + 1, row);
        }

        return shapes.Count == 0 ? ("", 4) : shapes.MaxBy(shape => shape.Value).Key;
    }

    private static (string Prefix, int Digits, ulong Value)? Read(EmployeeNumber number)
    {
        string text = LedgerMatching.FoldWidth(number.Value);
        int digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        return digits is > 0 and <= MaxDigits && text.Length < EmployeeNumber.MaxLength
            ? (text[..^digits], digits, ulong.Parse(text.AsSpan(text.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }
}
