using CellsContact.Contacts;

namespace CellsContact.OpenXml.Ledgers;

/// <summary>付番 as the log's cell has it: <c>slot=0028; other=0029</c>, with the three signs that matter escaped.</summary>
internal static class AssignedNumbersText
{
    private static readonly Dictionary<string, EmployeeNumber> None = [];

    public static string Format(IReadOnlyDictionary<string, EmployeeNumber> numbers) =>
        numbers.Count == 0 ? "" : string.Join("; ", numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{Escape(n.Key)}={Escape(n.Value.Value)}"));

    public static IReadOnlyDictionary<string, EmployeeNumber> Parse(string text)
    {
        if (text.Length == 0)
            return None;
        var numbers = new Dictionary<string, EmployeeNumber>(StringComparer.Ordinal);
        foreach (string pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=') is [var slot, var number] && EmployeeNumber.TryParse(Unescape(number), out EmployeeNumber parsed))
                numbers[Unescape(slot)] = parsed;
        }

        return numbers;
    }

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("=", "%3D", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal);

    private static string Unescape(string text) => text
        .Replace("%3B", ";", StringComparison.Ordinal)
        .Replace("%3D", "=", StringComparison.Ordinal)
        .Replace("%25", "%", StringComparison.Ordinal);
}
