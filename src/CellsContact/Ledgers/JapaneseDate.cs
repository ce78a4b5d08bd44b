using System.Globalization;
using System.Text.RegularExpressions;

namespace CellsContact.Ledgers;

/// <summary>An era (元号) of the Japanese calendar.</summary>
/// <param name="Name">The name, e.g. 令和.</param>
/// <param name="Letter">The letter, e.g. R.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day; of the present era, the last day there is.</param>
public sealed record JapaneseEra(string Name, char Letter, DateOnly FirstDay, DateOnly LastDay);

/// <summary>Dates as people write them into ledgers, 和暦 included, from a fixed table: never the machine's calendar.</summary>
/// <remarks>Thread-safe. Strict about eras: 昭和65年 is not a date. Works without ICU.</remarks>
public static partial class JapaneseDate
{
    /// <summary>The eras, oldest first. 明治 counts from the Gregorian calendar's start in Japan, 1873-01-01.</summary>
    public static IReadOnlyList<JapaneseEra> Eras { get; } =
    [
        new("明治", 'M', new(1873, 1, 1), new(1912, 7, 29)),
        new("大正", 'T', new(1912, 7, 30), new(1926, 12, 24)),
        new("昭和", 'S', new(1926, 12, 25), new(1989, 1, 7)),
        new("平成", 'H', new(1989, 1, 8), new(2019, 4, 30)),
        new("令和", 'R', new(2019, 5, 1), DateOnly.MaxValue),
    ];

    /// <summary>Reads a date: 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, 令和元年5月1日, R8.4.1, full width too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string? text, out DateOnly date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
            return false;
        string folded = LedgerMatching.FoldWidth(text).Trim();
        if (Western().Match(folded) is { Success: true } western)
            return TryDate(Number(western, "y"), Number(western, "m"), Number(western, "d"), out date);
        if (Eastern().Match(folded) is not { Success: true } eastern)
            return false;

        string name = eastern.Groups["era"].Value;
        JapaneseEra? era = Eras.FirstOrDefault(e => e.Name == name || (name.Length == 1 && e.Letter == char.ToUpperInvariant(name[0])));
        if (era is null)
            return false;
        int year = eastern.Groups["y"].Value == "元" ? 1 : Number(eastern, "y");
        int firstYear = era.Letter == 'M' ? 1868 : era.FirstDay.Year;
        return year >= 1
            && TryDate(firstYear + year - 1, Number(eastern, "m"), Number(eastern, "d"), out date)
            && date >= era.FirstDay
            && date <= era.LastDay;
    }

    /// <summary>The era of a date and the year within it, or <c>null</c> before 1873.</summary>
    /// <param name="date">The date.</param>
    public static (JapaneseEra Era, int Year)? EraOf(DateOnly date)
    {
        JapaneseEra? era = Eras.LastOrDefault(e => date >= e.FirstDay);
        return era is null ? null : (era, date.Year - (era.Letter == 'M' ? 1868 : era.FirstDay.Year) + 1);
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|年(?<m>\d{1,2})月(?<d>\d{1,2})日)$", RegexOptions.CultureInvariant)]
    private static partial Regex Western();

    [GeneratedRegex(@"^(?<era>明治|大正|昭和|平成|令和|[MTSHRmtshr])\s*(?<y>\d{1,2}|元)(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|年\s*(?<m>\d{1,2})月\s*(?<d>\d{1,2})日)$", RegexOptions.CultureInvariant)]
    private static partial Regex Eastern();

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }
}
