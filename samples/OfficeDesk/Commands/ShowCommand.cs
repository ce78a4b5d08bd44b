using System.CommandLine;
using CellsContact.Desk;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>show</c>: opens a notice (対象画面).</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> s_id = ContactArguments.One();

    public static Command Create(OfficeDeskApp app) => app.Bind(new("show", "連絡の内容を確認する") { s_id }, RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        ContactDetail detail = await ContactArguments.OpenAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_id), token);
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => JsonContacts.Detail(writer, detail));
        else
            new ContactView(context.Report, session.Labels, session.Clock).Detail(detail);
        return ExitCode.Done;
    }
}
