namespace CellsContact.Contacts;

/// <summary>The 法人番号 of a company: thirteen digits, the first of which is a check digit. Public, unlike a マイナンバー.</summary>
/// <remarks>Pure and thread-safe. The check digit follows the 法人番号の指定等に関する省令: 9 − (ΣPn·Qn mod 9).</remarks>
public static class CorporateNumber
{
    /// <summary>Whether a text is a 法人番号: thirteen half-width digits with a valid check digit.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == 13
        && !text.ContainsAnyExceptInRange('0', '9')
        && text[0] - '0' == CheckDigit(text[1..]);

    /// <summary>The check digit of the twelve digits of a 会社法人等番号 and the like.</summary>
    /// <param name="digits">Twelve half-width digits.</param>
    /// <exception cref="ArgumentException">The text is not twelve half-width digits.</exception>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 12 || digits.ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("Twelve half-width digits are needed.", nameof(digits));
        int sum = 0;
        for (int n = 1; n <= 12; n++)
            sum += (digits[12 - n] - '0') * (n % 2 == 1 ? 1 : 2);
        return 9 - (sum % 9);
    }
}
