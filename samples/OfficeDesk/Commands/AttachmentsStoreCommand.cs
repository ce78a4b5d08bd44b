using System.CommandLine;
using CellsContact.Attachments;
using CellsContact.Desk;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>attachments store</c>: puts a file into its person's box without reflecting.</summary>
internal static class AttachmentsStoreCommand
{
    private static readonly Argument<string> s_file = FileArguments.One();

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("store", "添付ファイルを個人ボックスに保管する（台帳には反映しません）") { s_file },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        AttachmentKey key = FileArguments.Of(context.Arguments.GetRequiredValue(s_file));
        FilingResult.Done done = await session.Files.StoreAsync(key, context.Operator, token) switch
        {
            FilingResult.Done stored => stored,
            FilingResult.NoPerson refused => throw OfficeDeskException.Refused(refused.Text.Japanese, refused.Text.English, "noPerson"),
            _ => throw FileArguments.NotFound(key),
        };
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteString("key", key.ToString());
                writer.WriteString("employeeNumber", done.Number.Value);
                writer.WriteString("outcome", JsonOutput.NameOf(done.Outcome));
                writer.WriteText(FileOutcomeText.Of(done.Outcome));
            });
        }
        else
        {
            context.Report.Line($"{Printable.Of(key.ToString())} → 社員番号 {done.Number} の個人ボックス: {FileOutcomeText.Of(done.Outcome).Japanese}", FileOutcomeText.ToneOf(done.Outcome));
        }

        return done.Outcome is FileOutcome.Stored or FileOutcome.AlreadyStored ? ExitCode.Done : ExitCode.Refused;
    }
}
