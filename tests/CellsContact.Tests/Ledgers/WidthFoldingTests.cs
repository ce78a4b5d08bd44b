using CellsContact.Ledgers;

namespace CellsContact.Tests.Ledgers;

public sealed class WidthFoldingTests
{
    [Theory]
    [InlineData("ﾜﾀﾅﾍﾞ ﾏﾘ", "ワタナベ マリ")]
    [InlineData("ﾊﾟﾋﾟﾌﾟ ｳﾞ", "パピプ ヴ")]
    [InlineData("０１２３－ＡＢｃ（有）", "0123-ABc(有)")]
    [InlineData("か\u3099は\u309A", "がぱ")]
    [InlineData("\uFA19\uFA1B", "\u795E\u798F")]
    [InlineData("髙﨑濵𠮷葛\U000E0100", "髙﨑濵𠮷葛\U000E0100")]
    [InlineData("ﾞ", "\u3099")]
    [InlineData("", "")]
    public void FoldWidth_OfJapaneseText_GivesOneWidth(string text, string expected) => Assert.Equal(expected, LedgerMatching.FoldWidth(text));

    /// <summary>The expected text is Unicode's compatibility form of every full-width sign and half-width kana.</summary>
    [Fact]
    public void FoldWidth_OfEveryHalfWidthKanaAndFullWidthSign_IsUnicodesCompatibilityForm() => Assert.Equal(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン",
        LedgerMatching.FoldWidth("！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～｡｢｣､･ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ"));

    [Fact]
    public void FoldWidth_OfHalfASurrogatePair_LeavesIt() => Assert.Equal("\uD842", LedgerMatching.FoldWidth("\uD842"));
}
