using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Intake;
using OfficeDesk.Commands;

namespace OfficeDesk.Rendering;

/// <summary>Shows what receiving (受信) came to.</summary>
internal static class IntakeView
{
    public static void Show(Report report, IReadOnlyList<ReceivedItem> items)
    {
        foreach (ReceivedItem item in items)
            Show(report, item);
        if (items.Any(item => item.CarriesMyNumber))
            report.Line("マイナンバーは連絡から外し、暗号化して保管しました。連絡には「あり」とだけ残ります。", Tone.Faint);
        report.Line(
            $"受信 {Count<IntakeResult.Accepted>(items)} 件、重複 {Count<IntakeResult.Duplicate>(items)} 件、拒否 {items.Count(item => item.ExitCode != ExitCode.Done)} 件",
            Tone.Faint);
    }

    public static void Json(Utf8JsonWriter writer, IReadOnlyList<ReceivedItem> items)
    {
        writer.WriteArray("results", items, item =>
        {
            writer.WriteString("file", item.File);
            writer.WriteNumber("exitCode", item.ExitCode);
            if (item.Failure is { } failure)
                writer.WriteFailure(failure);
            if (item.Result is not { } result)
                return;
            writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(result.GetType().Name));
            if (KeyOf(result) is { } key)
                writer.WriteKey(key);
            writer.WriteBoolean("carriesMyNumber", item.CarriesMyNumber);
            writer.WriteFindings(FindingsOf(result));
        });
    }

    private static void Show(Report report, ReceivedItem item)
    {
        switch (item.Result)
        {
            case IntakeResult.Accepted accepted:
                report.Line($"受信しました: {accepted.Key} {(item.Contact is { } contact ? ContactKinds.LabelOf(contact.Kind) : "")}", Tone.Good);
                break;
            case IntakeResult.Duplicate duplicate:
                report.Line($"受信済みです（重複）: {duplicate.Key} 何も変わりません。", Tone.Faint);
                break;
            case IntakeResult.Expired expired:
                report.Line($"拒否しました: {expired.Key} 保管期間を過ぎて消去した連絡です。必要なら新しいIDで送り直してもらってください。", Tone.Bad);
                break;
            case IntakeResult.Rejected rejected:
                report.Line($"拒否しました: {rejected.Key?.ToString() ?? item.File} 何も保管していません。", Tone.Bad);
                break;
            default:
                report.Line($"{Printable.Of(item.File)}: {item.Failure!.Text.Japanese}", Tone.Bad);
                break;
        }

        FindingLines.Show(report, item.Result is null ? [] : FindingsOf(item.Result));
    }

    private static int Count<T>(IReadOnlyList<ReceivedItem> items) => items.Count(item => item.Result is T);

    private static ContactKey? KeyOf(IntakeResult result) => result switch
    {
        IntakeResult.Accepted accepted => accepted.Key,
        IntakeResult.Duplicate duplicate => duplicate.Key,
        IntakeResult.Expired expired => expired.Key,
        IntakeResult.Rejected rejected => rejected.Key,
        _ => null,
    };

    private static IReadOnlyList<ContactFinding> FindingsOf(IntakeResult result) => result switch
    {
        IntakeResult.Accepted accepted => accepted.Findings,
        IntakeResult.Rejected rejected => rejected.Findings,
        _ => [],
    };
}
