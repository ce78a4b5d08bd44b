using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>One attached file in a folder: a line of JSON that tells what is known of it, then its content.</summary>
internal static class AttachmentFile
{
    private const int LongestHeader = 1 << 20;

    internal static byte[] Header(StoredAttachment file)
    {
        HeaderDto dto = new(file.Key.Contact.ToString(), file.Key.Id, file.Name, file.MediaType, file.Size, file.Sha256, file.ReceivedAt, file.ErasedAt);
        return [.. JsonSerializer.SerializeToUtf8Bytes(dto, AttachmentFileContext.Default.HeaderDto), (byte)'\n'];
    }

    /// <summary>What is known of the file; the stream is then where its content begins.</summary>
    /// <exception cref="IOException">It is damaged: nothing is guessed.</exception>
    internal static StoredAttachment ReadHeader(FileStream stream)
    {
        try
        {
            HeaderDto dto = JsonSerializer.Deserialize(ReadLine(stream), AttachmentFileContext.Default.HeaderDto) ?? throw new JsonException();
            return new(new(ContactKey.Parse(dto.Contact), dto.Id), dto.Name, dto.MediaType, dto.Size, dto.Sha256, dto.ReceivedAt) { ErasedAt = dto.ErasedAt };
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            // Without the cause: what a reader says about a text may quote it.
            throw new AttachmentDamagedException(Path.GetFileName(stream.Name));
        }
    }

    /// <summary>The content, or <c>null</c> where it is not what was received.</summary>
    internal static byte[]? ReadContent(FileStream stream, StoredAttachment file)
    {
        if (stream.Length - stream.Position != file.Size)
            return null;
        byte[] content = new byte[file.Size];
        stream.ReadExactly(content);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256 ? content : null;
    }

    private static byte[] ReadLine(FileStream stream)
    {
        long begin = stream.Position;
        byte[] line = new byte[1024];
        int length = 0;
        while (stream.ReadAtLeast(line.AsSpan(length), line.Length - length, throwOnEndOfStream: false) is > 0 and var read)
        {
            int end = line.AsSpan(length, read).IndexOf((byte)'\n');
            if (end >= 0)
            {
                stream.Position = begin + length + end + 1;
                return line[..(length + end)];
            }

            length += read;
            if (length > LongestHeader)
                break;
            Array.Resize(ref line, line.Length * 2);
        }

        throw new FormatException("There is no line.");
    }
}

/// <summary>A file of the folder is not what was written to it.</summary>
internal sealed class AttachmentDamagedException(string file) : IOException(new BilingualText(
    $"添付ファイルの保管ファイル「{file}」が壊れています。推測せずに中止しました。バックアップから戻すか、削除してください。",
    $"The stored file {file} of an attachment is damaged. Nothing is guessed; restore it from a backup or delete it.").ToString());

internal sealed record HeaderDto(string Contact, string Id, string Name, string MediaType, long Size, string Sha256, DateTimeOffset ReceivedAt, DateTimeOffset? ErasedAt = null);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HeaderDto))]
internal sealed partial class AttachmentFileContext : JsonSerializerContext;
