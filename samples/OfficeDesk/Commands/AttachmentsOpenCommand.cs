using System.CommandLine;
using CellsContact.Attachments;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>attachments open</c>: hands out a file, checked against its hash, where the operator says. No path ever comes from a sender's name.</summary>
internal static class AttachmentsOpenCommand
{
    private const string StandardOutput = "-";

    private static readonly Argument<string> s_file = FileArguments.One();
    private static readonly Option<string> s_out = new("--out") { Description = "書き出すファイル。- は標準出力", HelpName = "FILE", Required = true };
    private static readonly Option<bool> s_force = new("--force") { Description = "すでにあるファイルを置き換える" };

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("open", "添付ファイルを取り出す") { s_file, s_out, s_force };
        command.Validators.Add(result =>
        {
            if (result.GetValue(CommonOptions.Json) && result.GetValue(s_out) == StandardOutput)
                result.AddError("--json のときは --out に - を指定できません。");
        });
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        AttachmentKey key = FileArguments.Of(context.Arguments.GetRequiredValue(s_file));
        string target = context.Arguments.GetRequiredValue(s_out);
        ReadOnlyMemory<byte> content = await session.Files.OpenAsync(key, context.Operator, token) switch
        {
            AttachmentContent.Intact intact => intact.Bytes,
            AttachmentContent.Expired => throw OfficeDeskException.Refused(
                "この添付ファイルは保管期間が終わり、消去されました。", "This attached file has expired and is erased.", "expired"),
            AttachmentContent.Corrupt => throw OfficeDeskException.Refused(
                "この添付ファイルは受信したものと一致しないため（破損）、取り出しません。控えから戻すか、送り直してもらってください。",
                "This attached file is not what was received (corrupt), so it is not handed out. Restore the store, or ask for it again.",
                "corrupt"),
            _ => throw FileArguments.NotFound(key),
        };
        StoredAttachment file = (await session.Files.ListAsync(new() { Contact = key.Contact, Limit = 1000 }, context.Operator, token)).First(each => each.Key == key);
        if (target == StandardOutput)
        {
            await using Stream output = Console.OpenStandardOutput();
            await output.WriteAsync(content, token);
            return ExitCode.Done;
        }

        await OutputFile.WriteAsync(target, file.Name, content, context.Arguments.GetValue(s_force), token);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                new FileView(context.Report, session.Clock, session.RetentionPolicy).Json(writer, file);
                writer.WriteString("writtenTo", Path.GetFullPath(target));
            });
        }

        context.Report.Line($"{Shown.Of(file.Name)} を {Printable.Of(target)} に取り出しました。", Tone.Good);
        return ExitCode.Done;
    }
}
