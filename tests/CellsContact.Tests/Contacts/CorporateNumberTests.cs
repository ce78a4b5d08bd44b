using System.Globalization;
using CellsContact.Contacts;
using CsCheck;

namespace CellsContact.Tests.ContactFormat;

public sealed class CorporateNumberTests
{
    [Theory]
    [InlineData("7123456789012")]
    [InlineData("4011001098993")]
    public void IsValid_SourcedNumber_IsTrue(string number) => Assert.True(CorporateNumber.IsValid(number));

    [Theory]
    [InlineData("")]
    [InlineData("8123456789012")]
    [InlineData("0123456789012")]
    [InlineData("712345678901")]
    [InlineData("71234567890123")]
    [InlineData("７１２３４５６７８９０１２")]
    [InlineData("712345678901a")]
    public void IsValid_Other_IsFalse(string number) => Assert.False(CorporateNumber.IsValid(number));

    [Fact]
    public void IsValid_ExactlyOneFirstDigit_IsRight() => Gen.Long[0, 999_999_999_999].Sample(body =>
    {
        string digits = body.ToString("000000000000", CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Count(first => CorporateNumber.IsValid($"{first}{digits}")) == 1
            && CorporateNumber.CheckDigit(digits) is >= 1 and <= 9;
    });

    [Theory]
    [InlineData("1")]
    [InlineData("12345678901x")]
    public void CheckDigit_NotTwelveDigits_Throws(string digits) => Assert.Throws<ArgumentException>(() => CorporateNumber.CheckDigit(digits));
}
