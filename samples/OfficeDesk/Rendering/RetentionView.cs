using System.Globalization;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Retention;

namespace OfficeDesk.Rendering;

/// <summary>Shows what a sweep erased, or would (保管期間).</summary>
internal sealed class RetentionView(Report report, OfficeClock clock)
{
    public void Show(RetentionReport done)
    {
        string verb = done.IsDryRun ? "消去されるもの（まだ何も消していません）" : "消去しました";
        string numbers = done.IsDryRun ? "" : $"、マイナンバー {done.Numbers} 件";
        report.Line($"{Day(done.AsOf)} {verb}: 連絡 {done.Contacts} 件、添付ファイル {done.Attachments} 件{numbers}", Tone.Good);
        if (done.Oldest is { } oldest)
            report.Line($"最も古い連絡の受信: {Day(clock.DayOf(oldest))}", Tone.Faint);
        if (done.Left > 0)
            report.Line($"期限は過ぎていますが残した連絡（保存の途中など）: {done.Left} 件", Tone.Warning);
        if (done.DamagedAttachments > 0)
            report.Line($"記録が破損している添付ファイル（期限はまだ分かりません）: {done.DamagedAttachments} 件", Tone.Warning);
        if (done.Unforgotten > 0)
            report.Line($"台帳が使用中などのため、連絡反映履歴に残した記録: {done.Unforgotten} 件", Tone.Warning);
        report.Line(done.NextDue is { } next ? $"次に連絡が消去される日: {Day(next)}" : "次に消去される連絡はありません。", Tone.Faint);
        foreach (ExpiringContact soon in done.Expiring)
            report.Line($"【注意】{soon.Key} は未処理のまま、{Day(soon.LastDay)} の終わりに消去されます（あと {soon.DaysLeft} 日）", Tone.Warning);
    }

    public static void Json(Utf8JsonWriter writer, RetentionReport done)
    {
        writer.WriteString("asOf", Day(done.AsOf));
        writer.WriteBoolean("dryRun", done.IsDryRun);
        writer.WriteNumber("contacts", done.Contacts);
        writer.WriteNumber("attachments", done.Attachments);
        if (!done.IsDryRun)
            writer.WriteNumber("numbers", done.Numbers);
        writer.WriteNumber("left", done.Left);
        writer.WriteNumber("damagedAttachments", done.DamagedAttachments);
        if (!done.IsDryRun)
            writer.WriteNumber("unforgotten", done.Unforgotten);
        if (done.Oldest is { } oldest)
            writer.WriteString("oldest", oldest);
        if (done.NextDue is { } next)
            writer.WriteString("nextDue", Day(next));
        writer.WriteArray("expiring", done.Expiring, soon =>
        {
            writer.WriteKey(soon.Key);
            writer.WriteString("lastDay", Day(soon.LastDay));
            writer.WriteNumber("daysLeft", soon.DaysLeft);
        });
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
