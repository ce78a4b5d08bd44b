using System.IO.Compression;
using System.Text;

namespace CellsContact.Torture;

/// <summary>Spoils a workbook: its bytes, its parts, or the XML in them.</summary>
internal sealed class WorkbookMutator(Random random)
{
    private static readonly uint[] s_fields = [0, 1, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    /// <summary>A spoiled copy.</summary>
    internal byte[] Mutate(byte[] workbook) => random.Next(10) switch
    {
        0 => workbook[..random.Next(workbook.Length)],
        1 => Flipped(workbook),
        2 => Overwritten(workbook),
        3 => [.. workbook.AsSpan(0, random.Next(workbook.Length)), .. workbook.AsSpan(random.Next(workbook.Length))],
        _ => Rezipped(workbook),
    };

    private byte[] Flipped(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        for (int times = random.Next(1, 20); times > 0; times--)
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    /// <summary>Sizes, offsets and counts that say something else: in the directory at the end, or anywhere.</summary>
    private byte[] Overwritten(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        int from = random.Next(2) == 0 ? 0 : Math.Max(0, copy.Length - 1000);
        for (int times = random.Next(1, 4); times > 0; times--)
            BitConverter.TryWriteBytes(copy.AsSpan(random.Next(from, copy.Length - 4)), s_fields[random.Next(s_fields.Length)]);
        return copy;
    }

    private byte[] Rezipped(byte[] workbook)
    {
        List<(string Name, byte[] Content)> parts = Unzip(workbook);
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(parts.Count);
            switch (random.Next(12))
            {
                case 0 when parts.Count > 1:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Add(parts[at]);
                    break;
                case 2:
                    int other = random.Next(parts.Count);
                    (parts[at], parts[other]) = ((parts[at].Name, parts[other].Content), (parts[other].Name, parts[at].Content));
                    break;
                case 3:
                    parts[at] = (parts[at].Name, WithBrokenText(parts[at].Content));
                    break;
                default:
                    parts[at] = (parts[at].Name, Spoiled(parts[at].Content));
                    break;
            }
        }

        using MemoryStream zipped = new();
        using (ZipArchive archive = new(zipped, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return zipped.ToArray();
    }

    private static List<(string Name, byte[] Content)> Unzip(byte[] workbook)
    {
        using ZipArchive archive = new(new MemoryStream(workbook));
        return
        [
            .. archive.Entries.Select(entry =>
            {
                using MemoryStream content = new();
                using Stream stream = entry.Open();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    /// <summary>A run of text, often a long one, that ends or begins in the middle of a character.</summary>
    private byte[] WithBrokenText(byte[] content)
    {
        byte[][] broken = [[0xC3], [0xC3, 0x28], [0xE9, 0xAB], [0xF0, 0xA0, 0xAE], [0xED, 0xA0, 0x80], [0xFF], [0x00], [0x00, 0xD8]];
        byte[] run = Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? 'x' : '髙', random.Next(3) == 0 ? random.Next(100_000) : random.Next(100)));
        byte[] end = broken[random.Next(broken.Length)];
        int[] places = [.. Enumerable.Range(0, content.Length).Where(at => content[at] == '<')];
        int place = places.Length == 0 || random.Next(4) == 0 ? random.Next(content.Length + 1) : places[random.Next(places.Length)];
        return random.Next(2) == 0
            ? [.. content.AsSpan(0, place), .. run, .. end, .. content.AsSpan(place)]
            : [.. content.AsSpan(0, place), .. end, .. run, .. content.AsSpan(place)];
    }

    /// <summary>XML in whatever encoding it says by its byte order mark.</summary>
    private byte[] Spoiled(byte[] content)
    {
        Encoding encoding = content switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetBytes(new XmlMutator(random).Mutate(encoding.GetString(content)));
    }
}
