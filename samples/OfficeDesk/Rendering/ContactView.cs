using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace OfficeDesk.Rendering;

/// <summary>Shows the list (一覧) and an opened notice (対象画面).</summary>
internal sealed class ContactView(Report report, StatusLabels labels, OfficeClock clock)
{
    private static readonly string[] s_columns = ["連絡", "連絡種類", "対象者", "受信日", "処理区分"];

    public void List(IReadOnlyList<ContactListItem> items)
    {
        if (items.Count > 0)
            report.Table(s_columns, [.. items.Select(Row)]);
        report.Line($"{items.Count} 件", Tone.Faint);
    }

    public void Detail(ContactDetail detail)
    {
        ContactEntry entry = detail.Entry;
        Contact contact = entry.Contact;
        report.Title(HeadingOf(contact));
        report.Line($"事業所: {Printable.Of(detail.Establishment?.Name ?? "（未登録）")}（{entry.Key.Establishment}）");
        report.Line($"受信: {Time(entry.Received.ReceivedAt)}　送信: {Time(contact.SentAt)} {Printable.Of(contact.SentBy ?? "")}");
        report.Line($"処理区分: {detail.Label.OnDesk}（マイページ: {detail.Label.OnMyPage}）　{Reflected(entry)}");
        if (entry.OpenAttempt is { } open)
            report.Line($"保存の途中です（担当者 {Printable.Of(open.Move.OperatorId)}）。同じ担当者がもう一度同じ保存を実行すると完了します。", Tone.Warning);
        report.Line();
        foreach ((string label, string value) in ContactFields.Of(contact))
            report.Line($"  {label}: {value}");
        MyNumberLines.Show(report, detail);
        Draft(entry.Draft);
        FindingLines.Show(report, detail.Findings);
        History(entry);
        string actions = string.Join("、", detail.Actions.Select(Labels.Of));
        report.Line($"保存時に選べるもの: {(actions.Length == 0 ? "なし" : actions)}", Tone.Faint);
    }

    /// <summary>Kind, change and key of a notice.</summary>
    public static string HeadingOf(Contact contact) =>
        $"{ContactKinds.LabelOf(contact.Kind)}{(Labels.ChangeOf(contact) is { } change ? $"（{change}）" : "")} {contact.Key}";

    /// <summary>The person a notice is about: 氏名, or 社員番号.</summary>
    public static string PersonOf(Contact contact) => contact switch
    {
        HireContact { Person.Name: var name } => NameOf(name),
        SeparationContact { Person: var person } => PersonOf(person),
        DependentChangeContact { Person: var person } => PersonOf(person),
        AddressNameChangeContact { Person: var person } => PersonOf(person),
        InsuranceChangeContact { Person: var person } => PersonOf(person),
        MyNumberUpdateContact { Person: var person } => PersonOf(person),
        _ => "",
    };

    public static string NameOf(PersonName name) => Printable.Of($"{name.Family} {name.Given}");

    private static string Reflected(ContactEntry entry) => entry.Contact.Kind == ContactKind.MyNumberUpdate
        ? $"取扱状況記録簿: {(entry.IsReflected ? "記録済み" : "未記録")}"
        : $"台帳: {(entry.IsReflected ? "反映済み" : "未反映")}";

    private void Draft(IReadOnlyList<Edit> draft)
    {
        foreach (Edit edit in draft)
            report.Line($"  下書き {Printable.Of(edit.Path)} = {Printable.Of(edit.Value.ToString())}", Tone.Warning);
    }

    private void History(ContactEntry entry)
    {
        if (entry.History.Count == 0)
            return;
        report.Line();
        report.Line("履歴");
        foreach (ContactMove move in entry.History)
        {
            report.Line($"  {Time(move.At)} {Label(entry, move.From)} → {Label(entry, move.To)} {Labels.Of(move.Action)}（担当者 {Printable.Of(move.OperatorId)}）");
            if (move.Memo is { } memo)
                report.Line($"      事務所メモ: {Printable.Of(memo)}");
            if (move.MessageToClient is { } message)
                report.Line($"      顧問先へ: {Printable.Of(message)}");
        }
    }

    private string[] Row(ContactListItem item) =>
    [
        item.Key.ToString(),
        Labels.Short(item.Contact.Kind),
        PersonOf(item.Contact),
        clock.DayOf(item.Received.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        labels.For(item.Contact.Kind, item.Status).OnDesk + (item.HasOpenAttempt ? "（保存中）" : ""),
    ];

    private static string PersonOf(PersonReference person) =>
        person.EmployeeNumber is { } number ? Printable.Of(number.Value) : person.Name is { } name ? NameOf(name) : "";

    private string Label(ContactEntry entry, ContactStatus status) => labels.For(entry.Contact.Kind, status).OnDesk;

    private string Time(DateTimeOffset instant) =>
        instant.ToOffset(clock.Now.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
