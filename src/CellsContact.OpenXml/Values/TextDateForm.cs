using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CellsContact.Ledgers;

namespace CellsContact.OpenXml.Values;

/// <summary>How a date is written as text in a column, so that a new one is written the same way: 令和8年4月1日, R8.4.1, 2026/4/1.</summary>
internal sealed partial record TextDateForm
{
    private enum EraStyle
    {
        None,
        Name,
        Letter,
        LowerLetter,
    }

    private EraStyle Era { get; init; }

    private string AfterYear { get; init; } = "/";

    private string AfterMonth { get; init; } = "/";

    private string AfterDay { get; init; } = "";

    private bool PadsYear { get; init; }

    private bool PadsMonthAndDay { get; init; }

    private bool IsFullWidth { get; init; }

    /// <summary>2026/4/1: for days that a column of real dates cannot hold.</summary>
    public static TextDateForm Plain { get; } = new();

    /// <summary>The form of a text that is a date; <c>null</c> for other text.</summary>
    public static TextDateForm? Of(string text)
    {
        if (!JapaneseDate.TryParse(text, out _))
            return null;
        Match match = Parts().Match(LedgerMatching.FoldWidth(text).Trim());
        if (!match.Success)
            return null;
        string era = match.Groups["era"].Value;
        string month = match.Groups["m"].Value;
        string day = match.Groups["d"].Value;
        return new TextDateForm
        {
            Era = era switch
            {
                "" => EraStyle.None,
                { Length: > 1 } => EraStyle.Name,
                _ when char.IsLower(era[0]) => EraStyle.LowerLetter,
                _ => EraStyle.Letter,
            },
            AfterYear = match.Groups["s1"].Value,
            AfterMonth = match.Groups["s2"].Value,
            AfterDay = match.Groups["s3"].Value,
            PadsYear = era.Length > 0 && match.Groups["y"].Value.StartsWith('0'),
            PadsMonthAndDay = month.StartsWith('0') || day.StartsWith('0')
                || (match.Groups["s1"].Value == "-" && era.Length == 0 && month.Length == 2 && day.Length == 2),
            IsFullWidth = text.Any(c => c is >= '０' and <= '９'),
        };
    }

    public string Format(DateOnly date)
    {
        (JapaneseEra Era, int Year)? era = Era == EraStyle.None ? null : JapaneseDate.EraOf(date);
        if (Era != EraStyle.None && era is null)
            return Plain.Format(date);

        var text = new StringBuilder();
        text.Append(Era switch
        {
            EraStyle.Name => era!.Value.Era.Name,
            EraStyle.Letter => era!.Value.Era.Letter.ToString(),
            EraStyle.LowerLetter => char.ToLowerInvariant(era!.Value.Era.Letter).ToString(),
            _ => "",
        });
        text.Append(Year(date, era?.Year)).Append(AfterYear)
            .Append(Number(date.Month, PadsMonthAndDay)).Append(AfterMonth)
            .Append(Number(date.Day, PadsMonthAndDay)).Append(AfterDay);
        if (!IsFullWidth)
            return text.ToString();
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                text[i] = (char)(text[i] + ('０' - '0'));
        }

        return text.ToString();
    }

    private string Year(DateOnly date, int? eraYear) => eraYear switch
    {
        null => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        1 when Era == EraStyle.Name => "元",
        { } year => Number(year, PadsYear),
    };

    private static string Number(int number, bool pads) => number.ToString(pads ? "00" : "0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>\D*?)\s*(?<y>\d+|元)(?<s1>[-/.年])\s*(?<m>\d+)(?<s2>[-/.月])\s*(?<d>\d+)(?<s3>日?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
