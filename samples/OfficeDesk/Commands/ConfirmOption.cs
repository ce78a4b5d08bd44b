using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;

namespace OfficeDesk.Commands;

/// <summary><c>--confirm-overwrite</c>: the operator has seen what the preview shows.</summary>
internal static class ConfirmOption
{
    private static readonly Option<bool> s_confirm = new("--confirm-overwrite") { Description = "preview で確認した上書きなど、要確認の内容を承認する" };

    public static void AddTo(Command command) => command.Add(s_confirm);

    /// <summary>Saves a decision: with the option what a preview shows now, without it only what needs no confirmation.</summary>
    public static async Task<SaveResult> SaveAsync(CommandContext context, ContactDesk desk, ContactKey key, ContactDecision decision, CancellationToken token)
    {
        if (!context.Arguments.GetValue(s_confirm))
            return await desk.SaveAsync(key, context.Operator, decision, token);
        SavePreview preview = await desk.PreviewAsync(key, context.Operator, decision, token);
        return preview.Blocked ?? await desk.SaveAsync(preview.Token, context.Operator, token);
    }
}
