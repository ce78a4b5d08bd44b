using System.CommandLine;
using CellsContact.Desk;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary><c>mynumber confirm</c>: 「確認済み」. Needs no authentication: no number is shown.</summary>
internal static class MyNumberConfirmCommand
{
    private static readonly Argument<string> s_id = ContactArguments.One();

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("confirm", "マイナンバー更新連絡を「確認済み」にする（取り消せません）") { s_id };
        ConfirmOption.AddTo(command);
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        ContactDetail detail = await ContactArguments.OpenAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_id), token);
        SavedItem item = await SavedItem.SaveAsync(
            detail.Entry.Key,
            () => ConfirmOption.SaveAsync(context, session.Desk, detail.Entry.Key, ContactDecision.Confirm, token));
        return item.Answer(context, session);
    }
}
