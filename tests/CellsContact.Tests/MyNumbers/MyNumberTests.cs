using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CsCheck;

namespace CellsContact.Tests.MyNumbers;

public sealed class MyNumberTests
{
    private static readonly Gen<string> s_valid = Gen.Byte[0, 9].Array[11].Where(digits => digits.Any(d => d != 0)).Select(digits =>
        string.Concat(digits.Append((byte)MyNumber.CheckDigit(digits)).Select(d => d.ToString(CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("123456789018")]
    [InlineData("621498320257")]
    [InlineData("１２３４５６７８９０１８")]
    public void TryParse_SourcedNumber_IsRead(string text) => Assert.True(MyNumber.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("123456708900")]
    [InlineData("123456078900")]
    [InlineData("123456789019")]
    [InlineData("000000000000")]
    [InlineData("12345678901")]
    [InlineData("1234567890180")]
    [InlineData("1234 5678 9018")]
    [InlineData("12345678901a")]
    public void TryParse_Other_IsNotRead(string text) => Assert.False(MyNumber.TryParse(text, out _));

    [Fact]
    public void TryParse_ExactlyOneCheckDigit_IsRight() => s_valid.Sample(text =>
        Enumerable.Range(0, 10).Count(last => MyNumber.TryParse($"{text[..11]}{last}", out _)) == 1);

    [Fact]
    public void CheckDigit_NotElevenDigits_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => MyNumber.CheckDigit([1, 2, 3]));

    [Fact]
    public void Print_AnyNumber_ShowsTheMaskOnly() => s_valid.Sample(text =>
    {
        MyNumber number = Read(text);
        MyNumberSlot slot = new(ContactKey.Parse("E001/a"), "myNumber");
        return number.ToString() == MyNumber.Mask
            && $"{number}" == MyNumber.Mask
            && string.Format(CultureInfo.InvariantCulture, "{0,20}", number).Trim() == MyNumber.Mask
            && !(slot, number).ToString().Contains(text[..4], StringComparison.Ordinal)
            && (object)number is not (IFormattable or IConvertible or IComparable)
            && JsonSerializer.Serialize(number) == "{}";
    });

    [Fact]
    public void Equality_AnyTwoNumbers_IsByDigitsAndTheHashTellsNothing() => Gen.Select(s_valid, s_valid).Sample((left, right) =>
    {
        MyNumber a = Read(left);
        MyNumber again = Read(left);
        MyNumber b = Read(right);
        return a.Equals(again) && a.Equals((object?)again) && !a.Equals(null) && a.Equals(b) == (left == right) && a.GetHashCode() == b.GetHashCode();
    });

    private static MyNumber Read(string text) => MyNumber.TryParse(text, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(text));
}
