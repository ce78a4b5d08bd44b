using System.Globalization;
using CellsContact.Contacts;
using CsCheck;

namespace CellsContact.Tests.Contacts;

/// <summary>Days are read as the framework's own parser reads them with <c>yyyy-MM-dd</c>.</summary>
public sealed class IsoDateTests
{
    [Fact]
    public void TryParse_ReadsEveryDay()
    {
        for (DateOnly day = new(1868, 1, 1); day < new DateOnly(2101, 1, 1); day = day.AddDays(1))
        {
            Assert.True(IsoDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out DateOnly read));
            Assert.Equal(day, read);
        }
    }

    [Fact]
    public void TryParse_AgreesWithTheFramework_OnAnything() =>
        Gen.OneOf(
            Gen.Select(Gen.Int[0, 10_100], Gen.Int[0, 14], Gen.Int[0, 33]).Select((year, month, day) => $"{year:0000}-{month:00}-{day:00}"),
            Gen.String[Gen.Char["0123456789-/ ２年T"], 8, 12],
            Gen.Select(Gen.Int[0, 9], Gen.Char).Select((at, c) => "2026-04-01"[..at] + c + "2026-04-01"[(at + 1)..])).Sample(text =>
        {
            bool expected = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
            Assert.Equal(expected, IsoDate.TryParse(text, out DateOnly read));
            Assert.Equal(day, read);
        }, iter: 20_000);
}
