using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Xml;
using CellsContact.OpenXml.Zip;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("ガギグゲゴ　パピプペポ　ヴァイオリン", "ｶﾞｷﾞｸﾞｹﾞｺﾞ ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ ｳﾞｧｲｵﾘﾝ")]
    [InlineData("アイチケン１－２ー３", "ｱｲﾁｹﾝ1-2ｰ3")]
    [InlineData("たかはし たろう", "ﾀｶﾊｼ ﾀﾛｳ")]
    [InlineData("漢字・ヰ", "漢字･ヰ")]
    public void Kana_ToHalfWidth(string text, string half) => Assert.Equal(half, KanaText.To(KanaWidth.Half, text));

    [Theory]
    [InlineData("ｶﾞｷﾞ ﾊﾟﾋﾟ ｳﾞ", "ガギ　パピ　ヴ")]
    [InlineData("ﾀｶﾊｼｰ ﾀﾛｳ", "タカハシー　タロウ")]
    public void Kana_ToFullWidth(string text, string full) => Assert.Equal(full, KanaText.To(KanaWidth.Full, text));

    [Theory]
    [InlineData("令和8年4月1日", "令和元年5月1日")]
    [InlineData("令和08年04月01日", "令和元年05月01日")]
    [InlineData("R8.4.1", "R1.5.1")]
    [InlineData("r8/04/01", "r1/05/01")]
    [InlineData("Ｒ８．４．１", "R１.５.１")]
    [InlineData("2026/4/1", "2019/5/1")]
    [InlineData("2026/04/01", "2019/05/01")]
    [InlineData("2026-12-31", "2019-05-01")]
    [InlineData("2026年4月1日", "2019年5月1日")]
    public void TextDates_AreWrittenInTheFormOfTheColumn(string like, string expected) =>
        Assert.Equal(expected, TextDateForm.Of(like)!.Format(new DateOnly(2019, 5, 1)));

    [Theory]
    [InlineData("令和8年4月1日")]
    [InlineData("H31.4.30")]
    [InlineData("S64.1.7")]
    [InlineData("令和元年5月1日")]
    [InlineData("2026/04/01")]
    public void TextDates_ComeBackAsTheyWere(string text)
    {
        Assert.True(JapaneseDate.TryParse(text, out DateOnly date));
        Assert.Equal(text, TextDateForm.Of(text)!.Format(date));
    }

    [Theory]
    [InlineData("未定")]
    [InlineData("昭和65年1月1日")]
    [InlineData("")]
    public void TextThatIsNoDate_HasNoForm(string text) => Assert.Null(TextDateForm.Of(text));

    [Theory]
    [InlineData(1900, 1, 1, 1)]
    [InlineData(1900, 2, 28, 59)]
    [InlineData(1900, 3, 1, 61)]
    [InlineData(2026, 4, 1, 46113)]
    public void SerialDates_OfThe1900System(int year, int month, int day, int serial)
    {
        Assert.Equal(serial, SerialDate.FromDate(new DateOnly(year, month, day), is1904: false));
        Assert.Equal(new DateOnly(year, month, day), SerialDate.ToDate(serial, is1904: false));
    }

    [Fact]
    public void SerialDates_OutsideTheCalendar_AreNone()
    {
        Assert.Null(SerialDate.ToDate(60, is1904: false));
        Assert.Null(SerialDate.ToDate(0, is1904: false));
        Assert.Null(SerialDate.ToDate(1.5m, is1904: false));
        Assert.Null(SerialDate.ToDate(-1, is1904: true));
        Assert.Null(SerialDate.FromDate(new DateOnly(1899, 12, 31), is1904: false));
        Assert.Null(SerialDate.FromDate(new DateOnly(1903, 12, 31), is1904: true));
        Assert.Equal(0, SerialDate.FromDate(new DateOnly(1904, 1, 1), is1904: true));
    }

    [Fact]
    public void SerialDates_RoundTrip() => Gen.Int[new DateOnly(1904, 1, 1).DayNumber, new DateOnly(9999, 12, 31).DayNumber]
        .Select(Gen.Bool)
        .Sample((day, is1904) =>
            SerialDate.ToDate(SerialDate.FromDate(DateOnly.FromDayNumber(day), is1904)!.Value, is1904) == DateOnly.FromDayNumber(day));

    [Fact]
    public void NumberBook_NumbersAsTheContractDoes()
    {
        Gen<string> number = Gen.OneOf(
            Gen.Int[0, 12].Select(n => n.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Int[0, 12].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Int[7, 10].Select(n => "A-" + n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Const("9999"), Gen.Const("役員"), Gen.Const("００１２"));
        Gen.Select(number.List[0, 12], number.List[0, 4]).Sample((present, former) =>
        {
            var book = new NumberBook();
            foreach (string n in present)
                book.Note(ShownNumber.Of(n));
            foreach (string n in former)
                book.NoteFormer(ShownNumber.Of(n));
            return book.Next() == EmployeeNumbering.Next(present.Select(EmployeeNumber.Parse), former.Select(EmployeeNumber.Parse));
        });
    }

    [Fact]
    public void NumberBook_TakenBack_IsAsBefore()
    {
        var book = new NumberBook();
        book.Note(ShownNumber.Of("0001"));
        EmployeeNumber next = book.Next();
        book.Add(ShownNumber.Of(next.Value))();
        Assert.Equal(next, book.Next());
    }

    [Fact]
    public void CellText_RoundTripsAnyText() => Gen.String.Sample(text =>
        XmlText.UnescapeCellText(XmlText.Decode(System.Text.Encoding.UTF8.GetBytes(XmlText.EscapeCellText(text)))) == text);

    [Fact]
    public void Crc32_IsTheOneOfZip()
    {
        Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));
        Gen.Select(Gen.Byte.Array, Gen.Byte.Array).Sample((a, b) =>
            Crc32.Append(Crc32.Append(0, a), b) == Crc32.Append(0, [.. a, .. b]));
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void ColumnLetters_BothWays(int column, string letters)
    {
        Assert.Equal(letters, CellReference.Column(column));
        Assert.Equal((column, 7), CellReference.Parse(System.Text.Encoding.ASCII.GetBytes(letters + "7")));
    }
}
