using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class OperatorTests
{
    private const string Id = "c-20260502-0006";

    [Fact]
    public async Task Add_SamePassPhraseTwice_KeepsDifferentSaltedHashesOnly()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskWithInputAsync(Office.Phrase + "\n", "operator", "add", "yamada", "--json")).Exits(0);
        Assert.Equal("added", run.Json.GetProperty("outcome").GetString());
        (await office.AskWithInputAsync(Office.Phrase, "operator", "add", "佐藤 花子")).Exits(0);

        string file = Path.Combine(office.Data, "operators.json");
        string kept = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain(Office.Phrase, kept + run.Output + run.Error, StringComparison.Ordinal);
        string[] hashes = [.. kept.Split('\n').Where(line => line.Contains("\"hash\"", StringComparison.Ordinal))];
        Assert.Equal(2, hashes.Distinct().Count());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("1234567\n", "yamada")]
    [InlineData("", "yamada")]
    [InlineData("long enough\n", " ")]
    [InlineData("long enough\n", "ya\u001bmada")]
    public async Task Add_BadInput_AddsNobody(string input, string name)
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskWithInputAsync(input, "operator", "add", name)).Exits(2);
        Assert.False(File.Exists(Path.Combine(office.Data, "operators.json")));
    }

    [Fact]
    public async Task Add_Existing_NeedsThePresentPassPhrase()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        string file = Path.Combine(office.Data, "operators.json");
        byte[] before = await File.ReadAllBytesAsync(file);

        Run refused = (await office.AskWithInputAsync("not the present one\nanother phrase\n", "operator", "add", "yamada")).Exits(1);
        Assert.Contains("認証できませんでした", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));

        Run changed = (await office.AskWithInputAsync($"{Office.Phrase}\nanother phrase\n", "operator", "add", "yamada", "--json")).Exits(0);
        Assert.Equal("changed", changed.Json.GetProperty("outcome").GetString());
        (await office.ShowNumberAsync(Id)).Exits(1).HasNoNumber("621498320257");
        (await office.ShowNumberAsync(Id, "another phrase")).Exits(0);
    }

    [Fact]
    public async Task Add_GuessingThePresentPassPhrase_LocksOutEverywhere()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        for (int guess = 0; guess < 5; guess++)
            (await office.AskWithInputAsync($"guess {guess}\nanother phrase\n", "operator", "add", "yamada")).Exits(1);
        Run locked = (await office.AskWithInputAsync($"{Office.Phrase}\nanother phrase\n", "operator", "add", "yamada")).Exits(1);
        Assert.Contains("一時的に停止", locked.Error, StringComparison.Ordinal);
        (await office.ShowNumberAsync(Id)).Exits(1).HasNoNumber("621498320257");
    }

    [Fact]
    public async Task Add_TheSameNameByTwoProcessesAtOnce_IsOnesPassPhrase()
    {
        using Office office = await Office.ReceivedAsync();
        Run[] runs = await Task.WhenAll(new[] { "first phrase", "second phrase" }.Select(phrase => office.RunWithInputAsync(phrase + "\n", "operator", "add", "yamada")));
        int winner = Array.FindIndex(runs, run => run.ExitCode == 0);
        Assert.Single(runs, run => run.ExitCode == 0);
        (await office.ShowNumberAsync(Id, winner == 0 ? "first phrase" : "second phrase")).Exits(0);
    }

    [Fact]
    public async Task Show_OperatorsDamaged_NamesTheFile()
    {
        using Office office = await Office.ReceivedAsync();
        await office.AddOperatorAsync();
        string file = Path.Combine(office.Data, "operators.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("600000", "1", StringComparison.Ordinal));
        Run run = (await office.ShowNumberAsync(Id)).Exits(3).HasNoNumber("621498320257");
        Assert.Contains("operators.json", run.Error, StringComparison.Ordinal);
    }
}
