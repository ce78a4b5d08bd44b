using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Ledgers;

public class EmployeeNumberingTests
{
    [Theory]
    [InlineData("", "", "0001")]
    [InlineData("0027", "", "0028")]
    [InlineData("0027 0031 A-7", "", "0032")]
    [InlineData("A-007 0027 A-009", "", "A-010")]
    [InlineData("A-007 0027", "", "0028")]
    [InlineData("0027 A-007", "", "A-008")]
    [InlineData("27 28", "", "29")]
    [InlineData("0027", "0028", "0029")]
    [InlineData("0027", "0050", "0051")]
    [InlineData("9998 9999", "", "10000")]
    [InlineData("9998 9999 10000", "", "10001")]
    [InlineData("9998 9999", "10000", "10001")]
    [InlineData("0027 0028 29", "", "0030")]
    [InlineData("００２７", "", "0028")]
    [InlineData("社長", "", "0001")]
    [InlineData("12345678901234567890", "", "0001")]
    [InlineData("99", "", "100")]
    public void Next_ContinuesTheShape(string present, string assigned, string expected) =>
        Assert.Equal(expected, EmployeeNumbering.Next(Numbers(present), Numbers(assigned)).Value);

    private static IEnumerable<EmployeeNumber> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EmployeeNumber.Parse);
}
