using System.Buffers.Binary;
using System.Text;

namespace CellsContact.OpenXml.Files;

/// <summary>The files by which Excel (<c>~$name</c>) and LibreOffice (<c>.~lock.name#</c>) say that they have a workbook open.</summary>
internal static class OwnerFile
{
    /// <summary>Whether the workbook is open, and by whom if the file tells.</summary>
    public static bool IsOpen(IWorkbookFiles files, string workbook, out string? owner)
    {
        string folder = Path.GetDirectoryName(workbook)!;
        string name = Path.GetFileName(workbook);
        string excel = Path.Combine(folder, "~$" + name);
        string office = Path.Combine(folder, $".~lock.{name}#");
        owner = null;
        if (files.Stamp(excel) is not null)
        {
            owner = ReadExcel(Head(files, excel));
            return true;
        }

        if (files.Stamp(office) is not null)
        {
            // ",user,host,date,profile;": the first field that says something is the person.
            owner = Encoding.UTF8.GetString(Head(files, office)).Split(',', ';').FirstOrDefault(f => !string.IsNullOrWhiteSpace(f));
            return true;
        }

        return false;
    }

    private static byte[] Head(IWorkbookFiles files, string path)
    {
        try
        {
            using Stream stream = files.OpenRead(path);
            var head = new byte[512];
            return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Excel keeps its file to itself on some shares; that it is there says enough.
            return [];
        }
    }

    /// <summary>A length byte and the name in the user's code page, then at 55 the length and the name in UTF-16.</summary>
    private static string? ReadExcel(byte[] head)
    {
        const int At = 55;
        if (head.Length < At + 2)
            return null;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(At));
        if (length is 0 or > 52 || head.Length < At + 2 + (length * 2))
            return null;
        string name = Encoding.Unicode.GetString(head, At + 2, length * 2).Trim('\0', ' ');
        return name.Length == 0 || name.Any(char.IsControl) ? null : name;
    }
}
