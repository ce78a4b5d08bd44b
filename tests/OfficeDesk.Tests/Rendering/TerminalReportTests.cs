using OfficeDesk.Rendering;
using Spectre.Console;

namespace OfficeDesk.Tests.Rendering;

public sealed class TerminalReportTests
{
    [Fact]
    public void Tables_FullWidthText_KeepTheirBordersAt80Columns()
    {
        using StringWriter screen = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.No });
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = true;
        TerminalReport report = new(console, console);

        report.Table(["連絡", "連絡種類", "対象者"], [["E001/c-20260401-0001", "マイナンバー更新", "𠮷田 葛󠄀"], ["E001/c-1", "入社", "ﾀｶﾊｼ ﾀﾛｳ"]]);
        report.Difference("個人情報", [new("住所フリガナ", "ｷｮｳﾄﾌｷｮｳﾄｼｼﾓｷﾞｮｳｸ1-1", "オオサカフオオサカシキタクウメダ2-4-9　オオサカビル12345号室"), new("電話番号", "（空欄）", "090-1234-5678")]);

        string[] lines = [.. screen.ToString().Split('\n').Where(line => line.StartsWith('│'))];
        Assert.True(lines.Length >= 6);
        Assert.All(lines, line => Assert.EndsWith("│", line.TrimEnd(), StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.TrimEnd().GetCellWidth(), 1, 80));
        Assert.Equal(2, lines.Select(line => line.TrimEnd().GetCellWidth()).Distinct().Count());
    }

    [Theory]
    [InlineData("髙橋　太郎", "髙橋　太郎")]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\u202Eb\u2066c", "a\uFFFDb\uFFFDc")]
    [InlineData("行1\n行2", "行1\uFFFD行2")]
    [InlineData("葛󠄀𠮷", "葛󠄀𠮷")]
    public void Printable_TextFromOutside_CannotMoveTheCursor(string text, string printed) => Assert.Equal(printed, Printable.Of(text));
}
