using System.CommandLine;
using CellsContact.Desk;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary><c>undo</c>: 取消. Takes a reflection back, where the ledger still has what it wrote.</summary>
internal static class UndoCommand
{
    private static readonly Argument<string> s_id = ContactArguments.One();

    public static Command Create(OfficeDeskApp app) => app.Bind(new("undo", "台帳への反映を取り消す") { s_id }, RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        ContactDetail detail = await ContactArguments.OpenAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_id), token);
        SavedItem item = await SavedItem.SaveAsync(
            detail.Entry.Key,
            () => session.Desk.SaveAsync(detail.Entry.Key, context.Operator, ContactDecision.Undo, token));
        return item.Answer(context, session);
    }
}
