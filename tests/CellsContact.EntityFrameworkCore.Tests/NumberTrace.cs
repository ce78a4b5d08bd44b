using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Every form a number could have in a file.</summary>
internal static class NumberTrace
{
    /// <summary>The forms of a number that are found in some bytes.</summary>
    public static IReadOnlyList<string> Find(byte[] bytes, string digits) =>
        [.. Forms(digits).Where(form => bytes.AsSpan().IndexOf(form.Bytes) >= 0).Select(form => form.Name)];

    private static IEnumerable<(string Name, byte[] Bytes)> Forms(string digits)
    {
        string fullWidth = string.Concat(digits.Select(digit => (char)(digit - '0' + '０')));
        string grouped = $"{digits[..4]} {digits[4..8]} {digits[8..]}";
        string reversed = string.Concat(digits.Reverse());
        foreach (string text in (string[])[digits, fullWidth, grouped, grouped.Replace(' ', '-'), reversed])
        {
            yield return ($"UTF-8 {text}", Encoding.UTF8.GetBytes(text));
            yield return ($"UTF-16 {text}", Encoding.Unicode.GetBytes(text));
            yield return ($"UTF-16BE {text}", Encoding.BigEndianUnicode.GetBytes(text));
        }

        foreach (byte[] raw in (byte[][])[Encoding.ASCII.GetBytes(digits), Encoding.Unicode.GetBytes(digits)])
        {
            yield return ("hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexString(raw)));
            yield return ("hexadecimal in lower case", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(raw)));

            // Wherever it begins within a longer text: the groups of four characters that hold nothing else.
            for (int before = 0; before < 3; before++)
            {
                string base64 = Convert.ToBase64String([.. new byte[before], .. raw]);
                yield return ($"base64 after {before}", Encoding.ASCII.GetBytes(base64[(before == 0 ? 0 : 4)..(base64.Length / 4 * 4 - 4)]));
            }
        }

        yield return ("values of digits", [.. digits.Select(digit => (byte)(digit - '0'))]);
        byte[] number = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, long.Parse(digits, CultureInfo.InvariantCulture));
        yield return ("an integer", number[3..]);
        yield return ("an integer backwards", [.. number[3..].Reverse()]);
    }
}
