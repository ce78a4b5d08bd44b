using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CellsContact.OpenXml.Tests.Support;

/// <summary>
/// What a save may have changed in a workbook, found with other code than the one under test: entries and bytes by
/// .NET's own zip reader, sheets row by row, the rest of a touched part character by character.
/// </summary>
internal static partial class Fidelity
{
    /// <param name="before">The workbook as the office had it.</param>
    /// <param name="after">The workbook after the save.</param>
    /// <param name="rows">The rows that may have changed or come in, by part; sheets not named here must keep every byte.</param>
    /// <returns>Everything that changed and should not have; empty if the save was clean.</returns>
    public static IReadOnlyList<string> Violations(byte[] before, byte[] after, IReadOnlyDictionary<string, IReadOnlySet<int>> rows)
    {
        var found = new List<string>();
        List<(string Name, byte[] Content)> old = Entries(before);
        List<(string Name, byte[] Content)> now = Entries(after);
        if (!old.Select(e => e.Name).SequenceEqual(now.Take(old.Count).Select(e => e.Name)))
            found.Add("the entries or their order changed");
        foreach ((string name, byte[] content) in old)
        {
            if (now.FirstOrDefault(e => e.Name == name).Content is not { } written)
                found.Add($"{name}: lost");
            else if (!written.AsSpan().SequenceEqual(content))
                found.AddRange(Changes(name, content, written, rows).Select(change => $"{name}: {change}"));
        }

        return found;
    }

    private static List<(string Name, byte[] Content)> Entries(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(e => (e.FullName, Content(e)))];
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        var content = new MemoryStream();
        try
        {
            stream.CopyTo(content);
        }
        catch (InvalidDataException)
        {
            // A part that was damaged before: what the directory says of it must be the same.
            return Encoding.UTF8.GetBytes($"damaged: {entry.Length} {entry.CompressedLength} {entry.Crc32}");
        }

        return content.ToArray();
    }

    private static List<string> Changes(string name, byte[] before, byte[] after, IReadOnlyDictionary<string, IReadOnlySet<int>> rows)
    {
        string part = name.Replace('\\', '/').TrimStart('/');
        return rows.FirstOrDefault(r => r.Key.Equals(part, StringComparison.OrdinalIgnoreCase)).Value is { } changed
            ? SheetChanges(SheetText.Of(before), SheetText.Of(after), changed)
            : OtherChange(part, SheetText.Decode(before), SheetText.Decode(after)) is { } change ? [change] : [];
    }

    /// <summary>What more changed in a part than may: formats and lines are added, a table's range grows.</summary>
    private static string? OtherChange(string part, string before, string after)
    {
        if (before.Contains("<cellXfs", StringComparison.Ordinal) || before.Contains(":cellXfs", StringComparison.Ordinal))
            return IsInsertion(FormatCount().Replace(before, "$1"), FormatCount().Replace(after, "$1")) ? null : "more changed than formats added";
        if (TableStart().IsMatch(before))
            return Ranges().Replace(before, "$1") == Ranges().Replace(after, "$1") ? null : "more changed than the table's range";
        bool isList = part.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || WorkbookStart().IsMatch(before);
        return isList && IsInsertion(before, after) ? null : isList ? "more changed than lines added" : "changed";
    }

    private static List<string> SheetChanges(SheetText before, SheetText after, IReadOnlySet<int> changed)
    {
        var found = new List<string>();
        if (Dimension().Replace(before.Head, "$1") != Dimension().Replace(after.Head, "$1"))
            found.Add("the head changed");
        if (GrowingRanges(before.Tail) != GrowingRanges(after.Tail))
            found.Add("the tail changed");
        Dictionary<int, string> now = after.Rows.ToDictionary(r => r.Number, r => r.Text);
        if (after.Rows.Zip(after.Rows.Skip(1), (a, b) => a.Number < b.Number).Contains(false))
            found.Add("rows are out of order");
        foreach ((int number, string text) in before.Rows)
        {
            if (!now.Remove(number, out string? written))
                found.Add($"row {number}: lost");
            else if (written != text)
                found.AddRange(changed.Contains(number) ? CellChanges(number, text, written) : [$"row {number}: changed"]);
        }

        found.AddRange(now.Keys.Where(n => !changed.Contains(n)).Select(n => $"row {n}: came from nowhere"));
        return found;
    }

    private static IEnumerable<string> CellChanges(int number, string before, string after)
    {
        SortedDictionary<int, string> now = SheetText.Cells(after);
        return SheetText.Cells(before)
            .Where(cell => now.GetValueOrDefault(cell.Key) != cell.Value && !IsBlank(cell.Value))
            .Select(cell => $"row {number}: the cell in column {cell.Key} changed");
    }

    private static bool IsBlank(string cell) => cell.EndsWith("/>", StringComparison.Ordinal) || EmptyCell().IsMatch(cell);

    /// <summary>Whether one text is the other with something put in at places between its tags.</summary>
    private static bool IsInsertion(string before, string after)
    {
        int start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        return after.Length >= before.Length && after.EndsWith(before[start..], StringComparison.Ordinal);
    }

    private static string GrowingRanges(string tail) => Growing().Replace(tail, m => AreaText().Replace(Ranges().Replace(m.Value, "$1"), "$1"));

    [GeneratedRegex("""(<(?:\w+:)?cellXfs[^>]*?) count=(?:"[0-9]*"|'[0-9]*')""")]
    private static partial Regex FormatCount();

    [GeneratedRegex("""(\b(?:ref|sqref))=(?:"[^"]*"|'[^']*')""")]
    private static partial Regex Ranges();

    [GeneratedRegex("""(<(?:\w+:)?dimension\b[^>]*?\bref)=(?:"[^"]*"|'[^']*')""")]
    private static partial Regex Dimension();

    [GeneratedRegex("""<(\w+:)?(conditionalFormatting|dataValidation|ignoredError)\b[^>]*>|<(\w+:)?sqref>[^<]*<""")]
    private static partial Regex Growing();

    [GeneratedRegex("(sqref>)[^<]*<")]
    private static partial Regex AreaText();

    [GeneratedRegex(@"^[^<]*(<\?[^>]*>\s*)*(<!--.*?-->\s*)*<(\w+:)?table[\s>]", RegexOptions.Singleline)]
    private static partial Regex TableStart();

    [GeneratedRegex(@"^[^<]*(<\?[^>]*>\s*)*(<!--.*?-->\s*)*<(\w+:)?workbook[\s>]", RegexOptions.Singleline)]
    private static partial Regex WorkbookStart();

    [GeneratedRegex(@"^<(\w+:)?c\b[^>]*>\s*</(\w+:)?c\s*>$")]
    private static partial Regex EmptyCell();
}
