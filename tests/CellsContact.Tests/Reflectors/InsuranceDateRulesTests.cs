using System.Globalization;
using CellsContact.Reflectors;

namespace CellsContact.Tests.Reflectors;

public class InsuranceDateRulesTests
{
    private readonly InsuranceDateRules _rules = new();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-03-31", "2026-04-01")]
    [InlineData("2026-08-31", "2026-09-01")]
    [InlineData("2026-02-28", "2026-03-01")]
    [InlineData("2028-02-28", "2028-02-29")]
    [InlineData("2028-02-29", "2028-03-01")]
    [InlineData("2026-12-31", "2027-01-01")]
    [InlineData("2026-04-15", "2026-04-16")]
    [InlineData("9999-12-31", "9999-12-31")]
    public void LossDate_IsTheNextDay(string lastDay, string expected) =>
        Assert.Equal(Day(expected), _rules.LossDate(Day(lastDay)));

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2028-02-29")]
    public void EmploymentInsuranceSeparationDate_IsTheDayItself(string lastDay) =>
        Assert.Equal(Day(lastDay), _rules.EmploymentInsuranceSeparationDate(Day(lastDay)));

    [Theory]
    [InlineData("1956-05-10", "2026-05-09")]
    [InlineData("1956-05-01", "2026-04-30")]
    [InlineData("1956-03-01", "2026-02-28")]
    [InlineData("1956-01-01", "2025-12-31")]
    [InlineData("1956-02-29", "2026-02-28")]
    [InlineData("1962-03-01", "2032-02-29")]
    [InlineData("9990-01-01", "9999-12-31")]
    public void PensionLostByAge_IsTheDayBeforeThe70thBirthday(string born, string expected) =>
        Assert.Equal(Day(expected), _rules.PensionLostByAge(Day(born)));

    [Theory]
    [InlineData("1951-05-10", "2026-05-10")]
    [InlineData("1951-05-01", "2026-05-01")]
    [InlineData("1952-02-29", "2027-03-01")]
    [InlineData("9990-01-01", "9999-12-31")]
    public void HealthInsuranceLostByAge_IsThe75thBirthdayItself(string born, string expected) =>
        Assert.Equal(Day(expected), _rules.HealthInsuranceLostByAge(Day(born)));
}
