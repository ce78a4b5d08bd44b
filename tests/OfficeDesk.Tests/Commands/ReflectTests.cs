using System.Text.Json;
using OfficeDesk.Tests.Support;

namespace OfficeDesk.Tests.Commands;

public sealed class ReflectTests
{
    /// <summary>Each example but the My Number ones: options, what goes before, and a row that must be there afterwards.</summary>
    public static TheoryData<string, string[], string?, string, string, string, string> Examples => new()
    {
        { "c-20260401-0001", ["--acquisition-dates", "--publish"], null, "個人情報", "氏名", "髙橋　太郎", "社員No=0032;入社日=2026-04-01;社保取得年月日=2026-04-01;電話番号=090-1234-5678;マイページ公開=公開" },
        { "c-20260325-0002", ["--loss-dates"], null, "個人情報", "社員No", "0012", "退職日=2026-03-31;社保喪失年月日=2026-04-01;雇保喪失年月日=2026-04-01;退職理由=自己都合;担当メモ=引継ぎは小林さんへ" },
        { "c-20260410-0003", [], null, "扶養親族", "氏名", "中村　葵", "社員No=0019;続柄=子;扶養開始日=2026-04-08;税扶養開始日=2026-04-08" },
        { "c-20260601-0007", [], null, "扶養親族", "氏名", "中村　明", "扶養終了日=2026-05-31;税扶養=有;税扶養終了日=;扶養終了理由=収入増" },
        { "c-20260415-0004", [], null, "個人情報", "社員No", "0027", "氏名=渡邉　真理;旧姓=渡辺;住所=大阪府大阪市北区梅田2-4-9;住所変更年月日=2026-04-12" },
        { "c-20260501-0005", ["--confirm-overwrite"], null, "個人情報", "社員No", "0031", "社保取得年月日=2026-05-01;週所定労働時間=30:00;社保区分=短時間" },
        { "c-20260701-0008", ["--confirm-overwrite"], "c-20260501-0005", "個人情報", "社員No", "0031", "社保喪失年月日=2026-07-01;週所定労働時間=15:00" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Reflect_AnExample_DoesWhatThePreviewShowedOnce(string id, string[] options, string? before, string sheet, string column, string value, string cells)
    {
        using Office office = await Office.ReceivedAsync();
        if (before is not null)
            (await office.AskAsync("reflect", before, "--confirm-overwrite")).Exits(0);

        string[] previewOptions = [.. options.Where(option => option != "--confirm-overwrite"), "--json"];
        byte[] untouched = await File.ReadAllBytesAsync(office.Workbook);
        JsonElement preview = (await office.AskAsync(["preview", id, .. previewOptions])).Exits(0).Only("previews");
        Assert.Equal(untouched, await File.ReadAllBytesAsync(office.Workbook));

        JsonElement saved = (await office.AskAsync(["reflect", id, .. options, "--json"])).Exits(0).Only("results");
        Assert.Equal("saved", saved.GetProperty("outcome").GetString());
        Assert.Equal("registered", saved.GetProperty("status").GetString());
        Assert.Equal(Changes(preview), Changes(saved));
        IReadOnlyDictionary<string, string> row = Sheet.Row(office.Workbook, sheet, column, value);
        foreach (string[] cell in cells.Split(';').Select(cell => cell.Split('=')))
            Assert.Equal((cell[0], cell[1]), (cell[0], row[cell[0]]));

        byte[] reflected = await File.ReadAllBytesAsync(office.Workbook);
        (await office.AskAsync(["reflect", id, .. options])).Exits(1);
        Assert.Equal(reflected, await File.ReadAllBytesAsync(office.Workbook));
    }

    [Fact]
    public async Task Reflect_WithEdits_AreInTheLedgerAndNotInTheNotice()
    {
        using Office office = await Office.ReceivedAsync();
        (await office.AskAsync("reflect", "E001/c-20260401-0001", "--set", "person.phone=090-9999-0000", "--set", "monthlyWage.cash=300000")).Exits(0);
        IReadOnlyDictionary<string, string> row = Sheet.Row(office.Workbook, "個人情報", "氏名", "髙橋　太郎");
        Assert.Equal(("090-9999-0000", "300000"), (row["電話番号"], row["報酬月額通貨"]));
        JsonElement shown = await office.ShowAsync("c-20260401-0001");
        Assert.Equal("090-1234-5678", shown.GetProperty("contact").GetProperty("person").GetProperty("phone").GetString());
        JsonElement attempt = Assert.Single(shown.GetProperty("attempts").EnumerateArray());
        Assert.Equal(["person.phone", "monthlyWage.cash"], attempt.GetProperty("edits").EnumerateArray().Select(edit => edit.GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task Reflect_BadEdits_AreRefusedByFieldAndRule()
    {
        using Office office = await Office.ReceivedAsync();
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        const string Id = "c-20260401-0001";
        (await office.AskAsync("reflect", Id, "--set", "phone")).Exits(2);
        (await office.AskAsync("reflect", Id, "--set", "person.shoeSize=27")).Exits(2);
        (await office.AskAsync("reflect", Id, "--set", "monthlyWage.cash=many")).Exits(2);
        (await office.AskAsync("reflect", Id, "c-20260325-0002", "--set", "remarks=x")).Exits(2);
        Run invalid = (await office.AskAsync("reflect", Id, "--set", "hireDate=2026-02-30", "--json")).Exits(1);
        Assert.Contains("hireDate", invalid.Output, StringComparison.Ordinal);
        Assert.Equal("invalid", invalid.Only("results").GetProperty("outcome").GetString());
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
        Assert.Equal("unprocessed", (await office.ShowAsync(Id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reflect_Overwriting_NeedsConfirmationAndNamesTheValues()
    {
        using Office office = await Office.ReceivedAsync();
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        JsonElement result = (await office.AskAsync("reflect", "c-20260501-0005", "--json")).Exits(1).Only("results");
        Assert.Equal("needsConfirmation", result.GetProperty("outcome").GetString());
        JsonElement hours = Assert.Single(result.GetProperty("notes").EnumerateArray(), note => note.TryGetProperty("field", out JsonElement field) && field.GetString() == "People.WeeklyHours");
        Assert.Equal(("20:00", "30:00"), (hours.GetProperty("before").GetProperty("text").GetString(), hours.GetProperty("after").GetProperty("text").GetString()));
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
    }

    [Fact]
    public async Task Reflect_SomeDoneSomeRefused_Exits4()
    {
        using Office office = await Office.ReceivedAsync();
        Run run = (await office.AskAsync("reflect", "c-20260325-0002", "c-20260501-0005")).Exits(4);
        Assert.Contains("2 件中 1 件を反映しました。", run.Output, StringComparison.Ordinal);
        Assert.Equal("registered", (await office.ShowAsync("c-20260325-0002")).GetProperty("status").GetString());
        Assert.Equal("unprocessed", (await office.ShowAsync("c-20260501-0005")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Reflect_TheSameNoticeByThreeOperatorsAtOnce_IsAppliedOnce()
    {
        using Office office = await Office.ReceivedAsync();
        Run[] runs = await Task.WhenAll(new[] { "sato", "suzuki", "tanaka" }.Select(clerk => office.RunAsync("reflect", "c-20260410-0003", "--operator", clerk)));
        Assert.Single(runs, run => run.ExitCode == 0);
        Assert.All(runs, run => Assert.Contains(run.ExitCode, new[] { 0, 1, 3 }));
        Assert.Single(Sheet.Read(office.Workbook, "扶養親族"), row => row["氏名"] == "中村　葵");
        Assert.Single(Sheet.Read(office.Workbook, "連絡反映履歴"));
    }

    [Fact]
    public async Task Reflect_AnUnknownPerson_IsRefused()
    {
        using Office office = await Office.ReceivedAsync();
        await office.ReceiveAsync("separation", ("\"0012\"", "\"9999\""), ("c-20260325-0002", "c-unknown"));
        byte[] workbook = await File.ReadAllBytesAsync(office.Workbook);
        JsonElement result = (await office.AskAsync("reflect", "c-unknown", "--json")).Exits(1).Only("results");
        Assert.Equal("refused", result.GetProperty("outcome").GetString());
        Assert.Equal("person.notFound", Assert.Single(result.GetProperty("notes").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(workbook, await File.ReadAllBytesAsync(office.Workbook));
    }

    // The moment of recording in the handling book is the only thing that may differ.
    private static string Changes(JsonElement element) => string.Join('\n', element.GetProperty("changes").EnumerateArray().SelectMany(change =>
        change.GetProperty("fields").EnumerateArray()
            .Where(field => field.GetProperty("field").GetString() != "HandlingBook.RecordedAt")
            .Select(field => $"{change.GetProperty("table")} {change.GetProperty("row")} {change.GetProperty("action")} {field.GetProperty("field")} {field.GetProperty("before")} {field.GetProperty("after")}")));
}
