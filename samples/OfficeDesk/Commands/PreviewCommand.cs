using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>preview</c>: shows what 台帳に反映, or 「確認済み」, would change, and changes nothing.</summary>
internal static class PreviewCommand
{
    private static readonly Argument<string[]> s_ids = ContactArguments.Many();

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("preview", "台帳に反映したとき（マイナンバー更新連絡は確認済みにしたとき）の変更を確認する") { s_ids };
        DecisionOptions.AddTo(command);
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        IReadOnlyList<ContactDetail> details =
            await ContactArguments.OpenAllAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_ids), token);
        List<(ContactDetail Detail, SavePreview Preview, IReadOnlyList<FileResult> Files)> previews = [];
        foreach (ContactDetail detail in details)
        {
            ContactDecision decision = DecisionOf(context.Arguments, detail.Entry.Contact.Kind);
            SavePreview preview = await session.Desk.PreviewAsync(detail.Entry.Key, context.Operator, decision, token);
            previews.Add((detail, preview, await PlannedFiles.OfAsync(session, context.Operator, detail.Entry.Contact, preview, token)));
        }

        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
                writer.WriteArray("previews", previews, each => JsonSaves.Preview(writer, each.Preview, each.Detail.Entry.Contact, each.Files)));
        }
        else
        {
            SaveView view = new(context.Report, session.Labels);
            foreach ((ContactDetail detail, SavePreview preview, IReadOnlyList<FileResult> files) in previews)
                view.Preview(preview, detail, files);
        }

        return ExitCode.Of([.. previews.Select(each => each.Preview.Blocked is { } blocked ? OutcomeText.ExitCodeOf(blocked) : ExitCode.Done)]);
    }

    /// <summary>What saving would be: of a マイナンバー更新連絡 「確認済み」.</summary>
    private static ContactDecision DecisionOf(ParseResult arguments, ContactKind kind)
    {
        ContactDecision decision = DecisionOptions.Of(arguments, kind);
        return kind == ContactKind.MyNumberUpdate ? decision with { Action = ContactAction.Confirm } : decision;
    }
}
