using System.Text;
using CellsContact.MyNumbers;
using OfficeDesk.Input;

namespace OfficeDesk.Tests.Input;

public sealed class LineInputTests
{
    [Theory]
    [InlineData("合言葉は山と川\nsecond\n", "合言葉は山と川", "second")]
    [InlineData("first\r\nsecond", "first", "second")]
    [InlineData(" blanks stay \n\n", " blanks stay ", "")]
    public void Read_Lines_AreReadOneByOneAsTheyAre(string piped, string first, string second)
    {
        LineInput input = new(new MemoryStream(Encoding.UTF8.GetBytes(piped)));
        Assert.Equal((first, second), (Text(input), Text(input)));
        Assert.False(input.IsTyped);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x83, 0x70, 0x83, 0x58, (byte)'\n' })]
    [InlineData(null)]
    public void Read_NothingOrNoUtf8OrTooLong_IsBadInputWithoutIt(byte[]? piped)
    {
        LineInput input = new(new MemoryStream(piped ?? Encoding.UTF8.GetBytes(new string('x', 100_000))));
        OfficeDeskException error = Assert.Throws<OfficeDeskException>(() => input.Read("?"));
        Assert.Equal(ExitCode.BadInput, error.Failure.ExitCode);
        Assert.DoesNotContain("xx", error.ToString(), StringComparison.Ordinal);
    }

    private static string Text(LineInput input)
    {
        using PassPhrase phrase = input.Read("?");
        char[] characters = new char[phrase.Length];
        phrase.CopyTo(characters);
        return new(characters);
    }
}
