using System.Security.Cryptography;
using System.Text;

namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Every shape in which twelve digits, or a text, are looked for.</summary>
internal static class Forms
{
    /// <summary>Enough of a hash to tell it: whoever truncates one further keeps less than a number tells.</summary>
    private const int HashPrefix = 8;

    private static readonly Encoding[] s_encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    internal static IReadOnlyList<Form> Of(string digits, byte[] key)
    {
        List<Form> forms = [];
        foreach ((string name, string text) in Writings(digits))
        {
            foreach (Encoding encoding in s_encodings)
                AddBytes(forms, $"{name}, {encoding.WebName}", encoding.GetBytes(text));
            AddEscaped(forms, name, text);
        }

        foreach ((string name, byte[] packed) in Packed(digits))
            AddBytes(forms, name, packed);
        foreach ((string name, byte[] hash) in Hashes(digits, key))
            AddBytes(forms, name, hash[..HashPrefix]);
        return Distinct(forms);
    }

    /// <summary>A text as it is, and in what it is commonly wrapped in or made into.</summary>
    internal static IReadOnlyList<Form> OfText(string text, byte[] key)
    {
        List<Form> forms = [];
        foreach (Encoding encoding in s_encodings)
            AddBytes(forms, $"text, {encoding.WebName}", encoding.GetBytes(text));
        AddEscaped(forms, "text", text);
        foreach ((string name, byte[] hash) in Hashes([.. s_encodings.Select(encoding => (encoding.WebName, encoding.GetBytes(text)))], key))
            AddBytes(forms, name, hash[..HashPrefix]);
        return Distinct(forms);
    }

    /// <summary>As it may be written: half or full width, forwards or backwards, whole or in groups.</summary>
    private static IEnumerable<(string Name, string Text)> Writings(string digits)
    {
        foreach ((string order, string ordered) in new[] { ("forwards", digits), ("backwards", Reversed(digits)) })
        {
            foreach ((string width, string text) in new[] { ("half", ordered), ("full", FullWidth(ordered)) })
            {
                yield return ($"{order}, {width} width", text);
                foreach (int size in (int[])[1, 2, 3, 4, 6])
                {
                    foreach (string separator in (string[])[" ", "　", "-", ".", "－"])
                        yield return ($"{order}, {width} width, by {size} with U+{(int)separator[0]:X4}", string.Join(separator, text.Chunk(size).Select(group => new string(group))));
                }
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Packed(string digits)
    {
        byte[] values = [.. digits.Select(digit => (byte)(digit - '0'))];
        yield return ("digit values", values);
        yield return ("packed decimal", [.. values.Chunk(2).Select(pair => (byte)((pair[0] << 4) | pair[1]))]);
        yield return ("packed decimal, swapped", [.. values.Chunk(2).Select(pair => (byte)((pair[1] << 4) | pair[0]))]);
    }

    private static IEnumerable<(string Name, byte[] Hash)> Hashes(string digits, byte[] key)
    {
        List<(string Name, byte[] Input)> inputs = [.. s_encodings.Select(encoding => (encoding.WebName, encoding.GetBytes(digits)))];
        inputs.Add(("full width", Encoding.UTF8.GetBytes(FullWidth(digits))));
        inputs.Add(("grouped", Encoding.UTF8.GetBytes(string.Join('-', digits.Chunk(4).Select(group => new string(group))))));
        inputs.AddRange(Packed(digits));
        return Hashes(inputs, key);
    }

    private static IEnumerable<(string Name, byte[] Hash)> Hashes(IReadOnlyList<(string Name, byte[] Input)> inputs, byte[] key)
    {
        foreach ((string input, byte[] bytes) in inputs)
        {
            yield return ($"MD5 of {input}", MD5.HashData(bytes));
            yield return ($"SHA-1 of {input}", SHA1.HashData(bytes));
            yield return ($"SHA-256 of {input}", SHA256.HashData(bytes));
            yield return ($"SHA-384 of {input}", SHA384.HashData(bytes));
            yield return ($"SHA-512 of {input}", SHA512.HashData(bytes));
            foreach ((string keyed, byte[] with) in new[] { ("no key", Array.Empty<byte>()), ("the log's key", key) })
            {
                yield return ($"HMAC-SHA-1 of {input} with {keyed}", HMACSHA1.HashData(with, bytes));
                yield return ($"HMAC-SHA-256 of {input} with {keyed}", HMACSHA256.HashData(with, bytes));
                yield return ($"HMAC-SHA-512 of {input} with {keyed}", HMACSHA512.HashData(with, bytes));
            }
        }
    }

    /// <summary>The bytes themselves, in hexadecimal digits, and in base64 wherever they begin in a longer text.</summary>
    private static void AddBytes(List<Form> forms, string name, byte[] bytes)
    {
        forms.Add(new(name, bytes));
        forms.Add(new($"{name}, hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes))));
        forms.Add(new($"{name}, HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes))));
        for (int before = 0; before < 3; before++)
        {
            // Only the characters that no neighbour changes: six bits each.
            string whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
            int first = ((before * 8) + 5) / 6;
            int end = (before + bytes.Length) * 8 / 6;
            string sure = whole[first..end];
            forms.Add(new($"{name}, base64 at {before}", Encoding.ASCII.GetBytes(sure)));
            forms.Add(new($"{name}, base64url at {before}", Encoding.ASCII.GetBytes(sure.Replace('+', '-').Replace('/', '_'))));
        }
    }

    private static void AddEscaped(List<Form> forms, string name, string text)
    {
        forms.Add(new($"{name}, in a URL", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text))));
        forms.Add(new($"{name}, in a url", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text).ToLowerInvariant())));
        forms.Add(new($"{name}, \\u escaped", Encoding.ASCII.GetBytes(string.Concat(text.Select(unit => char.IsAscii(unit) ? $"{unit}" : $"\\u{(int)unit:X4}")))));
        forms.Add(new($"{name}, \\u all escaped", Encoding.ASCII.GetBytes(string.Concat(text.Select(unit => $"\\u{(int)unit:x4}")))));
    }

    private static IReadOnlyList<Form> Distinct(List<Form> forms) => [.. forms.DistinctBy(form => Convert.ToHexString(form.Bytes))];

    private static string FullWidth(string text) => string.Concat(text.Select(digit => (char)(digit - '0' + '０')));

    private static string Reversed(string text) => new([.. text.Reverse()]);
}
