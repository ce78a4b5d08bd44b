using System.Buffers;
using System.Globalization;

namespace CellsContact.Intake;

/// <summary>Wire paths as findings show them, e.g. <c>dependents[0].name.family</c>.</summary>
internal static class WirePath
{
    /// <summary>What stands for a property name that a path must not repeat.</summary>
    internal const string Unnamed = "*";

    private const int MaxNameLength = 64;
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-$");

    /// <summary>The path of a property. A name that is not a plain one is the sender's text and may hold anything: it is shown as <c>*</c>.</summary>
    internal static string Property(string path, string name)
    {
        string shown = IsPlain(name) ? name : Unnamed;
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }

    /// <summary>The path of an element of a list.</summary>
    internal static string Element(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && !name.AsSpan().ContainsAnyExcept(s_nameCharacters)
        && name.Count(char.IsAsciiDigit) < 8;
}
