using System.Globalization;
using CellsContact.MyNumbers;

namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Valid numbers from a seed, for tests only.</summary>
internal static class KnownNumbers
{
    internal static IReadOnlyList<string> Of(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(random))];
    }

    private static string One(Random random)
    {
        byte[] digits = [.. Enumerable.Range(0, 11).Select(_ => (byte)random.Next(10))];
        return string.Concat(digits.Append((byte)MyNumber.CheckDigit(digits)).Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
    }
}
