using System.Globalization;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Trials;

namespace CellsContact.External;

/// <summary>A touched workbook in LibreOffice: it opens, shows what was written, and what it saves is still the same ledger.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private readonly LibreOffice _libreOffice = new();

    [Fact]
    public async Task ReflectedWorkbook_Opened_ShowsWhatWasReflected()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();

        IReadOnlyDictionary<string, IReadOnlyList<string[]>> sheets = await _libreOffice.ToCsvAsync(folder.Workbook);

        IReadOnlyList<string[]> people = sheets["個人情報"];
        Assert.Equal("髙橋　太郎", Cell(people, "0032", "氏名"));
        Assert.Equal("ﾀｶﾊｼ ﾀﾛｳ", Cell(people, "0032", "フリガナ"));
        Assert.Equal("愛知県名古屋市中区栄1-2-3 𠮷田ビル201", Cell(people, "0032", "住所"));
        Assert.Equal("280000", Cell(people, "0032", "報酬月額通貨"));
        AssertShowsDate(new(1990, 5, 3), Cell(people, "0032", "生年月日"));
        AssertShowsDate(new(2026, 3, 31), Cell(people, "0012", "退社年月日"));
        Assert.Equal("自己都合", Cell(people, "0012", "退職理由"));
        Assert.Equal("渡邉　京子", Cell(people, "0027", "氏名"));
        Assert.Equal("530-0001", Cell(people, "0027", "郵便番号"));
        AssertShowsDate(new(2026, 3, 31), Cell(sheets["給与データ"], "0012", "退社年月日"));
        Assert.Equal(["中村　明", "中村　葵"], sheets["扶養親族"].Where(row => row[0] == "0019").Select(row => row[1]).Order(StringComparer.Ordinal));
        Assert.Equal(folder.Read()["連絡反映履歴"].Count + 1, sheets["連絡反映履歴"].Count);
        folder.Delete();
    }

    [Fact]
    public async Task ReflectedWorkbook_Printed_IsAPdf()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();

        byte[] pdf = await File.ReadAllBytesAsync(await _libreOffice.ToPdfAsync(folder.Workbook));

        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
        Assert.True(pdf.Length > 10_000, $"{pdf.Length} bytes are hardly the printed workbook.");
        folder.Delete();
    }

    [Fact]
    public async Task SavedByLibreOffice_AppliedAgain_AppliesNothingTwice()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();
        await SaveByLibreOfficeAsync(folder);
        string saved = folder.Read().ToLines();
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        IReadOnlyList<LedgerChangeSet> applied = await ReflectedOffice.AppliedAsync(office);

        IReadOnlyList<LedgerOutcome> outcomes = await office.Ledger.ApplyAsync(OfficeFolder.Establishment, applied, CancellationToken.None);

        Assert.Equal(10, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.IsType<LedgerOutcome.AlreadyApplied>(outcome));
        Assert.Equal(saved, folder.Read().ToLines());
        folder.Delete();
    }

    [Fact]
    public async Task SavedByLibreOffice_ReflectedInto_LosesNothing()
    {
        OfficeFolder folder = await ReflectedOffice.CreateAsync();
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        string before = ReflectedOffice.Lines(await ReflectedOffice.PeopleAsync(office));

        await SaveByLibreOfficeAsync(folder);

        Assert.Equal(before, ReflectedOffice.Lines(await ReflectedOffice.PeopleAsync(office)));
        await ExampleOffice.ReflectAsync(office, (await ExampleOffice.ReceiveAsync(office, ExampleOffice.Message(ReflectedOffice.Last)))[0]);
        IReadOnlyList<LedgerPerson> after = await ReflectedOffice.PeopleAsync(office);
        Assert.Equal(new DateOnly(2026, 7, 1), after.Single(person => person.Number.Value == "0031").Row[PersonFields.SocialInsuranceLostOn].AsDate());
        Assert.Equal(
            before.Split('\n').Where(line => !line.Contains("0031", StringComparison.Ordinal)),
            ReflectedOffice.Lines(after).Split('\n').Where(line => !line.Contains("0031", StringComparison.Ordinal)));
        AssertShowsDate(new(2026, 7, 1), Cell((await _libreOffice.ToCsvAsync(folder.Workbook))["個人情報"], "0031", "社保喪失年月日"));
        folder.Delete();
    }

    [Fact]
    public async Task RichWorkbook_ReflectedInto_OpensAndShowsTheNewRow()
    {
        OfficeFolder folder = await RichOffice.CreateAsync();

        IReadOnlyDictionary<string, IReadOnlyList<string[]>> sheets = await _libreOffice.ToCsvAsync(folder.Workbook);

        Assert.Equal(["鈴木　一郎", "佐藤　次郎", "髙橋　三郎", RichOffice.HiredName], sheets["個人情報"].Skip(1).Select(row => row[2]).Where(name => name.Length > 0));
        Assert.Contains(sheets["給与データ"], row => row.Contains(RichOffice.HiredName));
        Assert.True(new FileInfo(await _libreOffice.ToPdfAsync(folder.Workbook)).Length > 10_000);
        folder.Delete();
    }

    /// <inheritdoc/>
    public void Dispose() => _libreOffice.Dispose();

    private async Task SaveByLibreOfficeAsync(OfficeFolder folder)
    {
        byte[] before = await File.ReadAllBytesAsync(folder.Workbook);
        File.Copy(await _libreOffice.SaveAsync(folder.Workbook), folder.Workbook, overwrite: true);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(folder.Workbook));
    }

    private static string Cell(IReadOnlyList<string[]> rows, string number, string header) =>
        rows.Single(row => row[0] == number)[Array.IndexOf(rows[0], header)];

    /// <summary>LibreOffice shows a date in the manner of the machine's language; it is that date in all of them.</summary>
    private static void AssertShowsDate(DateOnly expected, string shown) => Assert.True(
        (DateOnly.TryParseExact(shown, "MM/dd/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) || JapaneseDate.TryParse(shown, out date)) && date == expected,
        $"'{shown}' is not {expected:O}.");
}
