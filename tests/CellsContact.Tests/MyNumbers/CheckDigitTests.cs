using CellsContact.MyNumbers;

namespace CellsContact.Tests.MyNumbers;

/// <summary>The check digit against its sources, and what it cannot catch: the official rule gives 0 for two remainders.</summary>
public sealed class CheckDigitTests
{
    private const int Sample = 20_000;

    /// <summary>The weights of 番号法総務省令 第5条, most significant digit first; the check digit counts once.</summary>
    private static readonly int[] s_weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

    [Theory]
    [InlineData("12345678901", 8)]
    [InlineData("62149832025", 7)]
    [InlineData("00000000000", 0)]
    public void CheckDigit_OfTheSourcedExamples_IsTheirs(string digits, int expected) => Assert.Equal(expected, MyNumber.CheckDigit(Values(digits)));

    [Theory]
    [InlineData("123456789018", true)]
    [InlineData("621498320257", true)]
    [InlineData("１２３４５６７８９０１８", true)]
    [InlineData("６２１４９８３２０２５７", true)]
    [InlineData("000000000000", false)]
    [InlineData("123456708900", false)]
    [InlineData("123456078900", false)]
    [InlineData("１２３４５６７０８９００", false)]
    public void TryParse_OfTheSourcedExamples_IsAsTheOrdinanceSays(string text, bool valid) => Assert.Equal(valid, MyNumber.TryParse(text, out _));

    [Fact]
    public void CheckDigit_OfAnyDigits_IsTheOrdinancesFormula()
    {
        Random random = new(1);
        for (int i = 0; i < Sample; i++)
        {
            byte[] digits = [.. Enumerable.Range(0, 11).Select(_ => (byte)random.Next(10))];
            int remainder = digits.Select((digit, at) => digit * s_weights[at]).Sum() % 11;
            Assert.Equal(remainder <= 1 ? 0 : 11 - remainder, MyNumber.CheckDigit(digits));
        }
    }

    /// <summary>
    /// One digit typed wrong passes only where the remainder goes from 0 to 1 or from 1 to 0: both have the check digit 0.
    /// Remainders are even, and a wrong digit among the first eleven always moves it: 2/11 × 1/10 = 1/55 of those, 1/60 of all.
    /// </summary>
    [Fact]
    public void SingleDigitErrors_OverASeededSample_OneInSixtyPasses()
    {
        (long all, long passed) = Count(Sample, SingleErrors);
        Assert.Equal((2_160_000L, 36_616L), (all, passed));
        Assert.Equal(1.0 / 60, (double)passed / all, 0.0005);
    }

    [Fact]
    public void WrongCheckDigit_NeverPasses() => Assert.Equal(0, Count(Sample, digits => SingleErrors(digits).Where(wrong => wrong.AsSpan(0, 11).SequenceEqual(digits.AsSpan(0, 11)))).Passed);

    /// <summary>Neighbours have different weights, so that it is as with one wrong digit; an exchanged check digit passes a little more often. By exact counting over all numbers: 1.837 %.</summary>
    [Fact]
    public void AdjacentTranspositions_OverASeededSample_OneInFiftyFourPasses()
    {
        (long all, long passed) = Count(Sample, digits => Transpositions(digits, 1));
        Assert.Equal((198_282L, 3_739L), (all, passed));
        Assert.Equal(0.01837, (double)passed / all, 0.0010);
    }

    /// <summary>The weights 6, 5, 4, 3, 2 come twice, six places apart: exchanging such a pair always passes, five pairs of 66. By exact counting: 9.290 %.</summary>
    [Fact]
    public void Transpositions_OverASeededSample_OneInElevenPasses()
    {
        (long all, long passed) = Count(Sample, digits => Transpositions(digits, 11));
        Assert.Equal((1_188_226L, 110_672L), (all, passed));
        Assert.Equal(0.0929, (double)passed / all, 0.0010);
    }

    [Fact]
    public void Transpositions_OfDigitsSixPlacesApart_AlwaysPass()
    {
        (long all, long passed) = Count(Sample, digits => Enumerable.Range(0, 5)
            .Where(at => digits[at] != digits[at + 6])
            .Select(at => With(With(digits, at, digits[at + 6]), at + 6, digits[at])));
        Assert.Equal(all, passed);
        Assert.True(all > Sample * 4);
    }

    /// <summary>How many mistakes there are in a sample of valid numbers, and how many of them make another valid number.</summary>
    private static (long All, long Passed) Count(int numbers, Func<byte[], IEnumerable<byte[]>> mistakes)
    {
        Random random = new(20260901);
        long all = 0;
        long passed = 0;
        for (int i = 0; i < numbers; i++)
        {
            byte[] eleven = [.. Enumerable.Range(0, 11).Select(_ => (byte)random.Next(10))];
            byte[] digits = [.. eleven, (byte)MyNumber.CheckDigit(eleven)];
            foreach (byte[] wrong in mistakes(digits))
            {
                all++;
                if (MyNumber.CheckDigit(wrong.AsSpan(0, 11)) == wrong[11])
                    passed++;
            }
        }

        return (all, passed);
    }

    private static IEnumerable<byte[]> SingleErrors(byte[] digits)
    {
        for (int at = 0; at < 12; at++)
        {
            for (byte typed = 0; typed < 10; typed++)
            {
                if (typed != digits[at])
                    yield return With(digits, at, typed);
            }
        }
    }

    /// <summary>Two different digits exchanged, at most so far apart.</summary>
    private static IEnumerable<byte[]> Transpositions(byte[] digits, int apart)
    {
        for (int left = 0; left < 12; left++)
        {
            for (int right = left + 1; right < 12 && right - left <= apart; right++)
            {
                if (digits[left] != digits[right])
                    yield return With(With(digits, left, digits[right]), right, digits[left]);
            }
        }
    }

    private static byte[] With(byte[] digits, int at, byte digit)
    {
        byte[] changed = [.. digits];
        changed[at] = digit;
        return changed;
    }

    private static byte[] Values(string digits) => [.. digits.Select(digit => (byte)(digit - '0'))];
}
