using CellsContact.Intake;

namespace CellsContact.Tests.Intake;

public sealed class EApplicationTextTests
{
    [Theory]
    [InlineData("高橋 太郎")]
    [InlineData("渡邉　亜唖娃阿熙瑤")]
    [InlineData("ABCabc012!~ｱｲｳﾞﾟ｡")]
    [InlineData("アイウヴヶー々〆〇、。・「」（）")]
    [InlineData("〜～−－–‐―—∥‖¢£¬￠￡￢")]
    [InlineData("αβΣЯж─┼╂")]
    public void NotCarried_JisX0208_IsEmpty(string text) => Assert.Empty(EApplicationText.NotCarried(text));

    [Theory]
    [InlineData("髙橋", "髙")]
    [InlineData("山﨑濵田", "﨑,濵")]
    [InlineData("①㈱Ⅲ№℡", "①,㈱,Ⅲ,№,℡")]
    [InlineData("ⅰ纊丨", "ⅰ,纊,丨")]
    [InlineData("𠮷野𠮷田", "𠮷")]
    [InlineData("葛󠄀城", "葛󠄀")]
    [InlineData("芦\uFE00屋", "芦\uFE00")]
    [InlineData("한글é", "한,글,é")]
    [InlineData("外字\uE000", "\uE000")]
    public void NotCarried_OtherCharacters_AreNamedOnceEach(string text, string expected) =>
        Assert.Equal(expected.Split(','), EApplicationText.NotCarried(text));

    [Fact]
    public async Task Receive_CharactersOutsideNames_AreNotWarnedAbout()
    {
        IReadOnlyList<ContactFinding> findings = await new Receiving().FindingsAsync(Wire.Example("separation", c => (c["remarks"], c["sentBy"]) = ("髙①", "髙橋")));

        Assert.Empty(findings);
    }

    [Fact]
    public async Task Receive_VariationSequence_NamesBothCodePoints()
    {
        ContactFinding finding = Assert.Single(await new Receiving().FindingsAsync(Wire.Example("address-name-change", c => c["newName"]!["family"] = "葛󠄀城")));

        Assert.Equal("newName.family", finding.Path);
        Assert.Contains("(U+845B U+E0100)", finding.Message.Japanese, StringComparison.Ordinal);
    }
}
