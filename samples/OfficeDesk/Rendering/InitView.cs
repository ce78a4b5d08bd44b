using System.Text.Json;
using CellsContact.OpenXml;
using OfficeDesk.Data;

namespace OfficeDesk.Rendering;

/// <summary>Shows what <c>init</c> made of an establishment and its workbook.</summary>
internal static class InitView
{
    public static void Show(Report report, EstablishmentItem item, string workbook, OpenXmlAdoption? adoption)
    {
        report.Line($"事業所 {item.Id} {Printable.Of(item.Name)} を登録しました。マイページ公開設定: {(item.PublicationEnabled ? "有効" : "なし")}", Tone.Good);
        if (adoption is null)
        {
            report.Line($"台帳を作成しました: {workbook}");
            return;
        }

        report.Line($"台帳を採用しました: {workbook}");
        report.Line($"追加したシートと列: {(adoption.Added.Count == 0 ? "なし" : "")}");
        BySheet(report, adoption.Added);
        if (adoption.Missing.Count == 0)
            return;
        report.Line("ない列（値は「列がないため未反映」と表示します。--all-columns で追加できます）:", Tone.Faint);
        BySheet(report, adoption.Missing);
    }

    // Names are 個人情報 for a sheet and 個人情報!社員番号 for a column.
    private static void BySheet(Report report, IReadOnlyList<string> names)
    {
        foreach (IGrouping<string, string> sheet in names.GroupBy(name => name.Split('!')[0]))
            report.Line($"  {Printable.Of(sheet.Key)}: {Printable.Of(string.Join("、", sheet.Where(name => name != sheet.Key).Select(name => name[(sheet.Key.Length + 1)..])))}", Tone.Faint);
    }

    public static void Json(Utf8JsonWriter writer, EstablishmentItem item, string workbook, OpenXmlAdoption? adoption)
    {
        writer.WriteString("establishment", item.Id);
        writer.WriteString("name", item.Name);
        writer.WriteBoolean("publicationEnabled", item.PublicationEnabled);
        writer.WriteString("workbook", workbook);
        writer.WriteBoolean("created", adoption is null);
        WriteList(writer, "found", adoption?.Found ?? []);
        WriteList(writer, "added", adoption?.Added ?? []);
        WriteList(writer, "missing", adoption?.Missing ?? []);
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> items)
    {
        writer.WriteStartArray(name);
        foreach (string item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
