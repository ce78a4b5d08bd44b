using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>An employee's number (社員番号) as it was written: leading zeros and widths are kept.</summary>
/// <remarks>
/// Equality is exact. Whether two numbers mean the same person is asked with
/// <c>LedgerMatching.SameNumber</c>, which folds width and leading zeros.
/// The default value is unset and refused everywhere. A person is (establishment, number).
/// </remarks>
[JsonConverter(typeof(EmployeeNumberJsonConverter))]
public readonly record struct EmployeeNumber
{
    /// <summary>The greatest length, in text elements.</summary>
    public const int MaxLength = 20;

    private readonly string? _value;

    private EmployeeNumber(string value) => _value = value;

    /// <summary>The number as text.</summary>
    /// <exception cref="InvalidOperationException">The number is unset.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The EmployeeNumber is unset.");

    /// <summary>Whether this is the default value, which stands for no number.</summary>
    public bool IsUnset => _value is null;

    /// <summary>Reads a number: 1 to 20 text elements, no control characters, no blank at either end.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text cannot be a number.</exception>
    public static EmployeeNumber Parse(string value) => TryParse(value, out EmployeeNumber number)
        ? number
        : throw new FormatException($"社員番号は1文字以上{MaxLength}文字以内で、前後に空白を含みません。 (An employee number has 1 to {MaxLength} characters and no blank at either end.)");

    /// <summary>Reads a number without throwing.</summary>
    /// <param name="value">The text.</param>
    /// <param name="number">The number, or the unset value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out EmployeeNumber number)
    {
        bool valid = !string.IsNullOrWhiteSpace(value)
            && value.Length <= MaxLength * 8
            && value.AsSpan().Trim().Length == value.Length
            && new StringInfo(value).LengthInTextElements <= MaxLength
            && !value.Any(char.IsControl);
        number = valid ? new(value!) : default;
        return valid;
    }

    /// <summary>Returns the number, or an empty text when it is unset.</summary>
    public override string ToString() => _value ?? "";
}
