using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary><c>status</c>: moves a notice without the ledger: 未, 登録不可, 手続完了, and back.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string> s_id = ContactArguments.One();
    private static readonly Argument<string> s_status = new("STATUS") { Description = "未・登録不可・手続完了（unprocessed, declined, completed）" };
    private static readonly Option<string?> s_memo = new("--memo") { Description = "事務所メモ（顧問先には見えません）", HelpName = "TEXT" };
    private static readonly Option<string?> s_message = new("--message") { Description = "顧問先へのメッセージ（登録不可では必須）", HelpName = "TEXT" };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("status", "処理区分を変更する") { s_id, s_status, s_memo, s_message },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        ParseResult arguments = context.Arguments;
        ContactStatus target = Choices.Status(arguments.GetRequiredValue(s_status), session.Labels);
        ContactDetail detail = await ContactArguments.OpenAsync(session, context.Operator, arguments.GetRequiredValue(s_id), token);
        ContactDecision decision = DecisionFor(detail, target) with
        {
            Memo = arguments.GetValue(s_memo),
            MessageToClient = arguments.GetValue(s_message),
        };

        SavedItem item = await SavedItem.SaveAsync(
            detail.Entry.Key,
            () => session.Desk.SaveAsync(detail.Entry.Key, context.Operator, decision, token));
        return item.Answer(context, session);
    }

    /// <summary>The decision that leads from the present status to the wanted one.</summary>
    /// <exception cref="OfficeDeskException">登録済 is wanted, which only reflecting or confirming leads to.</exception>
    private static ContactDecision DecisionFor(ContactDetail detail, ContactStatus target)
    {
        ContactStatus present = detail.Entry.Status;
        if (present != target && StatusTable.Next(present, detail.Entry.IsReflected, ContactAction.Reopen) == target)
            return ContactDecision.Reopen;
        ContactKey key = detail.Entry.Key;
        return target switch
        {
            ContactStatus.Unprocessed when present == ContactStatus.Unprocessed => ContactDecision.Draft with { Edits = detail.Entry.Draft },
            ContactStatus.Unprocessed => ContactDecision.Reopen,
            ContactStatus.Declined => ContactDecision.Decline,
            ContactStatus.Completed => ContactDecision.Complete,
            _ when detail.Entry.Contact.Kind == ContactKind.MyNumberUpdate => throw OfficeDeskException.Refused(
                $"済にするには、「確認済み」にしてください: officedesk mynumber confirm {key}",
                $"Registered comes from confirming: officedesk mynumber confirm {key}"),
            _ => throw OfficeDeskException.Refused(
                $"登録済にするには、台帳に反映してください: officedesk reflect {key}",
                $"Registered comes from reflecting: officedesk reflect {key}"),
        };
    }
}
