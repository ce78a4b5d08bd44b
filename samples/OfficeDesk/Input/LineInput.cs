using System.Security.Cryptography;
using System.Text;
using CellsContact.MyNumbers;

namespace OfficeDesk.Input;

/// <summary>Pass phrases piped in, one a line, in UTF-8. Read byte by byte: no buffer keeps a copy.</summary>
internal sealed class LineInput(Stream input) : PassPhraseInput
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override bool IsTyped => false;

    public override PassPhrase Read(string prompt)
    {
        byte[] line = new byte[s_utf8.GetMaxByteCount(MaxLength)];
        char[] characters = new char[line.Length];
        try
        {
            return new(characters.AsSpan(0, s_utf8.GetChars(ReadLine(line), characters)));
        }
        catch (DecoderFallbackException)
        {
            throw OfficeDeskException.BadInput(
                "標準入力のパスフレーズを読めません。UTF-8 で渡すか、端末で入力してください。",
                "The pass phrase on standard input cannot be read: pass it as UTF-8, or type it on a terminal.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(line);
            Array.Clear(characters);
        }
    }

    private ReadOnlySpan<byte> ReadLine(Span<byte> line)
    {
        int length = 0;
        int next;
        while ((next = input.ReadByte()) is not (-1 or '\n'))
        {
            if (length == line.Length)
                throw TooLong();
            line[length++] = (byte)next;
        }

        if (next == -1 && length == 0)
        {
            throw OfficeDeskException.BadInput(
                "標準入力にパスフレーズがありません。1行に1つ渡すか、端末で入力してください。",
                "There is no pass phrase on standard input: pass one a line, or type it on a terminal.");
        }

        return line[..(length > 0 && line[length - 1] == '\r' ? length - 1 : length)];
    }
}
