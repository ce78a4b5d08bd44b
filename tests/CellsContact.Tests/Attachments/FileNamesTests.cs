using System.Text;
using CellsContact.Attachments;
using CsCheck;

namespace CellsContact.Tests.Attachments;

/// <summary>Whatever a sender calls a file, what is kept of the name can be shown and saved under.</summary>
public sealed class FileNamesTests
{
    [Theory]
    [InlineData("住民票.pdf", "住民票.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\windows\\system32\\cmd.exe", "cmd.exe")]
    [InlineData("C:\\Users\\x\\a.pdf", "a.pdf")]
    [InlineData("..", FileNames.Unnamed)]
    [InlineData(".", FileNames.Unnamed)]
    [InlineData("", FileNames.Unnamed)]
    [InlineData("   ", FileNames.Unnamed)]
    [InlineData("a/", FileNames.Unnamed)]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("a\r\nb.pdf", "ab.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\u200Bb\uFEFFc.pdf", "abc.pdf")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Com1.tar.gz", "_Com1.tar.gz")]
    [InlineData("LPT¹.txt", "_LPT¹.txt")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("a.pdf. . .", "a.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("e\u0301.pdf", "e\u0301.pdf")]
    [InlineData(".htaccess", ".htaccess")]
    public void Safe_OfAHostileName_IsWhatCanBeShownAndSaved(string name, string safe) => Assert.Equal(safe, FileNames.Safe(name));

    [Fact]
    public void Safe_OfTenThousandCharacters_IsShortAndKeepsTheExtension()
    {
        string safe = FileNames.Safe(new string('あ', 10_000) + ".pdf");
        Assert.EndsWith(".pdf", safe, StringComparison.Ordinal);
        Assert.Equal(255 - ((255 - 4) % 3), Encoding.UTF8.GetByteCount(safe));
        Assert.True(Encoding.UTF8.GetByteCount(FileNames.Safe("a." + new string('x', 10_000))) <= 255);
    }

    [Fact]
    public void Safe_NeverCutsATextElementInHalf()
    {
        string family = string.Concat(Enumerable.Repeat("👨‍👩‍👧", 50));
        string safe = FileNames.Safe("か" + string.Concat(Enumerable.Repeat("か\u3099", 60)) + family);
        Assert.True(Encoding.UTF8.GetByteCount(safe) <= 255);
        Assert.DoesNotContain('\uFFFD', safe);
    }

    [Fact]
    public void Safe_OfAnything_IsSafeAndStaysAsItIs() => Gen.String[Gen.Char, 0, 400].Sample(name =>
    {
        string safe = FileNames.Safe(name);
        return safe.Length > 0
            && safe is not ("." or "..")
            && safe.IndexOfAny(['/', '\\', '\0', ':', '<', '>', '|', '?', '*', '"']) < 0
            && !safe.Any(char.IsControl)
            && !safe.EndsWith('.')
            && Encoding.UTF8.GetByteCount(safe) <= 255
            && FileNames.Safe(safe) == safe;
    });

    [Theory]
    [InlineData("application/pdf", "application/pdf")]
    [InlineData("Application/PDF; charset=utf-8", "application/pdf")]
    [InlineData("text/html\r\nX-Injected: 1", FileNames.UnknownType)]
    [InlineData("pdf", FileNames.UnknownType)]
    [InlineData("a/b/c", FileNames.UnknownType)]
    [InlineData("", FileNames.UnknownType)]
    public void SafeType_OfAnything_IsATypeOrUnknown(string sent, string kept) => Assert.Equal(kept, FileNames.SafeType(sent));
}
