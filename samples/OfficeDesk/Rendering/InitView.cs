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
        report.Line($"見つかった列: {adoption.Found.Count}　追加したもの: {(adoption.Added.Count == 0 ? "なし" : string.Join("、", adoption.Added))}");
        if (adoption.Missing.Count > 0)
            report.Line($"ない列（値は「列がないため未反映」と表示されます。--all-columns で追加できます）: {string.Join("、", adoption.Missing)}", Tone.Faint);
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
