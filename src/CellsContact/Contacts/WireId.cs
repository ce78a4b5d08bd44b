using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CellsContact.Contacts;

/// <summary>The one shape that ids of the wire format have.</summary>
internal static partial class WireId
{
    internal const string Pattern = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$";

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    internal static bool IsValid([NotNullWhen(true)] string? value) => value is not null && Shape().IsMatch(value);

    internal static FormatException Invalid(string what) => new(
        $"{what}は英数字で始まり英数字で終わる64文字以内の英数字・ピリオド・下線・ハイフンです。 ({what} must match {Pattern}.)");
}
