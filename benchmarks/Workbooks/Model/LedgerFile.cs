using System.IO.Compression;
using System.Text;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Writes a <see cref="Ledger"/> as the .xlsm that Excel would leave: shared strings with phonetic runs, a table, macros, a chart, comments.</summary>
public static class LedgerFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Ledger ledger, string path)
    {
        using ZipArchive zip = new(File.Create(path), ZipArchiveMode.Create);
        SharedStringTable strings = new();
        foreach ((string name, string xml) in FixedParts.Head(ledger))
            Add(zip, name, writer => writer.Write(xml));
        for (int at = 0; at < ledger.Sheets.Count; at++)
        {
            Sheet sheet = ledger.Sheets[at];
            (string head, string tail) = SheetFrames.Of(ledger, at);
            Add(zip, $"xl/worksheets/sheet{at + 1}.xml", writer =>
            {
                writer.Write(head);
                WriteRows(writer, sheet, strings);
                writer.Write(tail);
            });
        }

        Add(zip, "xl/sharedStrings.xml", strings.WriteTo);
        Add(zip, "xl/calcChain.xml", writer => WriteCalcChain(writer, ledger));
        foreach ((string name, string xml) in FixedParts.Tail(ledger))
            Add(zip, name, writer => writer.Write(xml));
        byte[] macros = new byte[60_000];
        new Random(1).NextBytes(macros);
        using (Stream part = zip.CreateEntry("xl/vbaProject.bin").Open())
            part.Write(macros);
        using (Stream part = zip.CreateEntry("vendor/stamp.bin").Open())
            part.Write(macros.AsSpan(0, 500));
    }

    private static void Add(ZipArchive zip, string name, Action<TextWriter> content)
    {
        using StreamWriter writer = new(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), s_utf8, 1 << 16);
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n");
        content(writer);
    }

    private static void WriteRows(TextWriter writer, Sheet sheet, SharedStringTable strings)
    {
        string[] letters = [.. Enumerable.Range(1, sheet.Columns.Count).Select(LettersOf)];
        for (int record = 0; record <= sheet.Records; record++)
        {
            writer.Write($"<row r=\"{record + 1}\" spans=\"1:{sheet.Columns.Count}\" x14ac:dyDescent=\"0.4\">");
            for (int at = 0; at < letters.Length; at++)
            {
                Column column = sheet.Columns[at];
                object? value = record == 0 ? column.Header : column.Value(record);
                writer.Write($"<c r=\"{letters[at]}{record + 1}\"");
                if (column.Style != Ledger.General)
                    writer.Write($" s=\"{column.Style}\"");
                writer.Write(value switch
                {
                    null => "/>",
                    string or PhoneticText => $" t=\"s\"><v>{strings.IndexOf(value)}</v></c>",
                    Formula formula => $"><f>{formula.Expression.Replace("\"", "&quot;", StringComparison.Ordinal)}</f><v>{formula.Result}</v></c>",
                    DateOnly day => $"><v>{SerialOf(day)}</v></c>",
                    _ => $"><v>{value}</v></c>",
                });
            }

            writer.Write("</row>");
        }
    }

    private static void WriteCalcChain(TextWriter writer, Ledger ledger)
    {
        writer.Write($"<calcChain {FixedParts.Main}>");
        for (int sheet = 0; sheet < ledger.Sheets.Count; sheet++)
        {
            IReadOnlyList<Column> columns = ledger.Sheets[sheet].Columns;
            for (int at = 0; at < columns.Count; at++)
            {
                if (columns[at].Value(1) is not Formula)
                    continue;
                for (int record = 1; record <= ledger.Sheets[sheet].Records; record++)
                    writer.Write($"<c r=\"{LettersOf(at + 1)}{record + 1}\" i=\"{sheet + 1}\"/>");
            }
        }

        writer.Write("</calcChain>");
    }

    public static string LettersOf(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : $"{(char)('A' + ((column - 1) / 26) - 1)}{(char)('A' + ((column - 1) % 26))}";

    public static int SerialOf(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;
}
