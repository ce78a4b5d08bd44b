using System.Globalization;
using System.Text;

namespace CellsContact.Attachments;

/// <summary>Makes a file's name safe to show and to save under (ファイル名の無害化). The name as it was sent stays in the notice.</summary>
/// <remarks>
/// Pure. No directory survives, no control character and none that changes the writing direction, no name of a device, no
/// blank or dot at the end; 255 bytes of UTF-8 at most, the extension kept.
/// </remarks>
public static class FileNames
{
    /// <summary>The name of a file that has none.</summary>
    public const string Unnamed = "無題";

    /// <summary>The media type of a file that has none.</summary>
    public const string UnknownType = "application/octet-stream";

    private const int MaxBytes = 255;
    private const int MaxExtension = 20;
    private const int MaxTypeLength = 127;

    private static readonly HashSet<string> s_devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" }), "COM¹", "COM²", "COM³", "LPT¹", "LPT²", "LPT³"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The safe form of a name.</summary>
    /// <param name="name">The name as it was sent.</param>
    public static string Safe(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string kept = Characters(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]).Trim().TrimEnd('.', ' ', '\u3000');
        if (kept.Trim('.', ' ').Length == 0)
            return Unnamed;
        if (s_devices.Contains(kept.Split('.')[0].Trim()))
            kept = "_" + kept;
        return Shortened(kept);
    }

    /// <summary>The media type in lower case, or <see cref="UnknownType"/> where it is none.</summary>
    /// <param name="mediaType">The media type as it was sent.</param>
    public static string SafeType(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        string[] parts = mediaType.Split(';')[0].Trim().ToLowerInvariant().Split('/');
        return mediaType.Length <= MaxTypeLength && parts.Length == 2 && parts.All(IsToken) ? string.Join('/', parts) : UnknownType;
    }

    private static string Characters(string name)
    {
        StringBuilder kept = new(Math.Min(name.Length, 1024));
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || rune == Rune.ReplacementChar)
            {
                continue;
            }

            kept.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? "_" : rune.ToString());
        }

        return kept.ToString();
    }

    private static string Shortened(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        string extension = Path.GetExtension(name) is { Length: <= MaxExtension } kept ? kept : "";
        int room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        StringBuilder stem = new();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(name[..^extension.Length]);
        while (elements.MoveNext())
        {
            string element = elements.GetTextElement();
            room -= Encoding.UTF8.GetByteCount(element);
            if (room < 0)
                break;
            stem.Append(element);
        }

        string shortened = stem.ToString().TrimEnd('.', ' ', '\u3000');
        return (shortened.Length == 0 ? Unnamed : shortened) + extension;
    }

    private static bool IsToken(string part) => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '!' or '#' or '$' or '&' or '-' or '^' or '_' or '.' or '+');
}
