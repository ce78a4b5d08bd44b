using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CellsContact.MyNumbers;

/// <summary>A マイナンバー (個人番号): twelve digits with a check digit. It has no printable form.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="ToString"/> masks; there is no JSON form, no formatting, no ordering.
/// <see cref="CopyDigitsTo"/> is the one way out: for a vault that encrypts, and for the screen of somebody who was shown it.
/// Equality runs in constant time; the hash code is the same for every number, so that none leaks a digit.
/// The check digit follows 番号法総務省令 第5条.
/// </remarks>
[DebuggerDisplay("************")]
public sealed class MyNumber : IEquatable<MyNumber>
{
    /// <summary>What stands in every place where a number would: twelve asterisks.</summary>
    public const string Mask = "************";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _digits;

    private MyNumber(byte[] digits) => _digits = digits;

    /// <summary>Reads a number: twelve digits (full width folded) with a valid check digit, not all zeros.</summary>
    /// <param name="text">The text; it is never repeated in an error.</param>
    /// <param name="number">The number, or <c>null</c>.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out MyNumber? number)
    {
        if (TryParseDigits(text, out number) && number.HasCheckDigit)
            return true;
        number = null;
        return false;
    }

    /// <summary>Reads twelve digits (full width folded), not all zeros, whatever the last one is: for a vault that reads back, and where the check is switched off.</summary>
    /// <remarks>Sample numbers of some authorities fail the check.</remarks>
    /// <param name="text">The text; it is never repeated in an error.</param>
    /// <param name="number">The number, or <c>null</c>.</param>
    public static bool TryParseDigits(ReadOnlySpan<char> text, [NotNullWhen(true)] out MyNumber? number)
    {
        number = null;
        if (text.Length != 12)
            return false;
        byte[] digits = new byte[12];
        for (int i = 0; i < 12; i++)
        {
            if (DigitOf(text[i]) is not (>= 0 and var digit))
                return false;
            digits[i] = (byte)digit;
        }

        if (!digits.AsSpan().ContainsAnyExcept((byte)0))
            return false;
        number = new MyNumber(digits);
        return true;
    }

    /// <summary>The check digit of eleven digits: 11 − (ΣPn·Qn mod 11), or 0 where that remainder is 0 or 1.</summary>
    /// <param name="digits">Eleven values from 0 to 9, most significant first.</param>
    public static int CheckDigit(ReadOnlySpan<byte> digits)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digits.Length, 11);
        int sum = 0;
        for (int n = 1; n <= 11; n++)
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /// <summary>Whether the last digit is the check digit of the others.</summary>
    internal bool HasCheckDigit => _digits[11] == CheckDigit(_digits.AsSpan(0, 11));

    /// <summary>Writes the twelve digits, half width, where the caller can wipe them again (<see cref="CryptographicOperations.ZeroMemory"/>).</summary>
    /// <param name="destination">At least twelve characters.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyDigitsTo(Span<char> destination)
    {
        if (destination.Length < _digits.Length)
            throw new ArgumentException("The destination is shorter than twelve characters.", nameof(destination));
        for (int i = 0; i < _digits.Length; i++)
            destination[i] = (char)('0' + _digits[i]);
    }

    /// <summary>Whether two numbers are the same, in constant time.</summary>
    /// <param name="other">The other number.</param>
    public bool Equals(MyNumber? other) => other is not null && CryptographicOperations.FixedTimeEquals(_digits, other._digits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MyNumber);

    /// <summary>Returns the same value for every number: a hash would tell digits.</summary>
    public override int GetHashCode() => 12;

    /// <summary>Returns the mask, never a digit.</summary>
    public override string ToString() => Mask;

    /// <summary>The value of a half- or full-width digit, or −1.</summary>
    internal static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };
}
