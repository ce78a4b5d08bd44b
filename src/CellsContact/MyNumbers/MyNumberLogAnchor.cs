using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>How far a chain had got, kept somewhere else (控え): what is removed at the very end is found against it.</summary>
/// <remarks>Immutable. Print it, mail it, write it to another machine; it tells nothing about anybody.</remarks>
/// <param name="Establishment">The chain.</param>
/// <param name="Number">The last record's number then; 0 for an empty chain.</param>
/// <param name="Seal">The last record's seal then; empty for an empty chain.</param>
public sealed record MyNumberLogAnchor(EstablishmentId Establishment, long Number, string Seal)
{
    private const int SealLength = 64;

    /// <summary>Reads an anchor written as <c>E001:12:3f…</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anchor">The anchor, or <c>null</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MyNumberLogAnchor? anchor)
    {
        anchor = null;
        if (text?.Split(':') is not [var establishment, var number, var seal]
            || !EstablishmentId.TryParse(establishment, out EstablishmentId id)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long last)
            || seal.Length != (last == 0 ? 0 : SealLength)
            || !seal.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        anchor = new(id, last, seal);
        return true;
    }

    /// <summary>Returns the anchor as <c>E001:12:3f…</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Establishment}:{Number}:{Seal}");
}
