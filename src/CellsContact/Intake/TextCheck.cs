using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CellsContact.Attachments;
using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Checks one text of the wire format against what its property holds.</summary>
/// <remarks>Pure.</remarks>
internal static partial class TextCheck
{
    internal static void Check(FindingList findings, string path, string text, WireText expected)
    {
        if (expected.Kind is WireTextKind.FileName or WireTextKind.MediaType)
        {
            // Whatever they are, the file is kept, under what is safe of them.
            findings.AddWhen(expected.Kind == WireTextKind.FileName && FileNames.Safe(text) != text, path, TextRules.AttachmentFileName);
            findings.AddWhen(expected.Kind == WireTextKind.MediaType && !MediaType().IsMatch(text), path, TextRules.AttachmentMediaType);
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Add(path, TextRules.Blank);
            return;
        }

        findings.AddWhen(text.EnumerateRunes().Any(rune => IsControl(rune, expected.HasLines)), path, TextRules.Control);
        if (IsTooLong(text, expected))
        {
            findings.Add(path, TextRules.Length, new(
                string.Create(CultureInfo.InvariantCulture, $"文字数が上限({expected.MaxLength}文字)を超えています。"),
                string.Create(CultureInfo.InvariantCulture, $"The text is longer than {expected.MaxLength} characters.")));
        }

        CheckKind(findings, path, text, expected.Kind);
        if (expected.InEApplication)
        {
            foreach (string character in EApplicationText.NotCarried(text))
                findings.Add(path, TextRules.NotForEApplication, NotCarried(character));
        }
    }

    private static void CheckKind(FindingList findings, string path, string text, WireTextKind kind)
    {
        switch (kind)
        {
            case WireTextKind.NameKana:
                findings.AddWhen(text.Any(c => !IsKana(c)), path, TextRules.Kana);
                break;
            case WireTextKind.AddressKana:
                findings.AddWhen(text.Any(c => !IsKana(c) && !IsAddressSign(c)), path, TextRules.Kana);
                break;
            case WireTextKind.PostalCode:
                findings.AddWhen(!PostalCode().IsMatch(text), path, FieldRules.PostalCode);
                break;
            case WireTextKind.Phone:
                findings.AddWhen(!Phone().IsMatch(text) || text.Count(char.IsAsciiDigit) is < 9 or > 15, path, FieldRules.Phone);
                break;
            case WireTextKind.BasicPensionNumber:
                findings.AddWhen(!BasicPensionNumber().IsMatch(text), path, FieldRules.BasicPensionNumber);
                break;
            case WireTextKind.InsuredNumber:
                findings.AddWhen(!InsuredNumber().IsMatch(text), path, FieldRules.InsuredNumber);
                break;
            case WireTextKind.CorporateNumber:
                findings.AddWhen(!CorporateNumber.IsValid(text), path, FieldRules.CorporateNumber);
                break;
            default:
                break;
        }
    }

    private static bool IsTooLong(string text, WireText expected) =>
        text.Length > expected.MaxLength && new StringInfo(text).LengthInTextElements > expected.MaxLength;

    private static bool IsControl(Rune rune, bool hasLines) => rune.Value switch
    {
        '\n' or '\r' or '\t' => !hasLines,
        0x061C or 0x200B or 0x200E or 0x200F or 0x2028 or 0x2029 or 0x2060 or 0xFEFF => true,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        _ => Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE,
    };

    private static bool IsKana(char c) =>
        c is (>= 'ァ' and <= 'ヺ') or 'ー' or 'ヽ' or 'ヾ' or (>= 'ｦ' and <= 'ﾟ') or ' ' or '　';

    private static bool IsAddressSign(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ')
        || "-‐‑–—―−－.．,，/／()（）#＃&＆'’・･".Contains(c, StringComparison.Ordinal);

    private static BilingualText NotCarried(string character)
    {
        string codePoints = string.Join(' ', character.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")));
        return new($"「{character}」({codePoints})は電子申請で使えません。", $"{character} ({codePoints}) cannot be carried by e-application.");
    }

    [GeneratedRegex(@"\A(?!000)[0-9]{3}-?[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"\A\+?[0-9(][0-9()\- ]*[0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A(?!0000)[0-9]{4}-?(?!000000)[0-9]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BasicPensionNumber();

    [GeneratedRegex(@"\A[0-9]{4}-?[0-9]{6}-?[0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex InsuredNumber();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*(\s*;\s*[A-Za-z0-9_-]+=[A-Za-z0-9_.""-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
