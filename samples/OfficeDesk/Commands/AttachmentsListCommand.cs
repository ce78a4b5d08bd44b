using System.CommandLine;
using CellsContact.Attachments;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>attachments list</c>: the files attached to all notices, expired ones included.</summary>
internal static class AttachmentsListCommand
{
    private static readonly Option<string?> s_establishment = new("--establishment") { Description = "この事業所だけ", HelpName = "ID" };
    private static readonly Option<string?> s_contact = new("--contact") { Description = "この連絡だけ（E001/c-… または c-…）", HelpName = "ID" };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("list", "添付ファイルを新しい順に一覧する") { s_establishment, s_contact },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        AttachmentQuery query = new()
        {
            Establishments = context.Arguments.GetValue(s_establishment) is { } written ? [Choices.Establishment(session.Establishments, written)] : null,
            Contact = context.Arguments.GetValue(s_contact) is { } contact ? (await ContactArguments.OpenAsync(session, context.Operator, contact, token)).Entry.Key : null,
            Limit = 1000,
        };
        IReadOnlyList<StoredAttachment> files = await AllAsync(session, context, query, token);
        IReadOnlyList<DamagedAttachment> damaged = await session.Files.ListDamagedAsync(context.Operator, token);
        FileView view = new(context.Report, session.Clock, session.RetentionPolicy);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteArray("files", files, file => view.Json(writer, file));
                writer.WriteArray("damaged", damaged, file => writer.WriteString("place", file.Place));
            });
        }
        else
        {
            view.List(files);
            view.Damaged(damaged);
        }

        return ExitCode.Done;
    }

    private static async Task<IReadOnlyList<StoredAttachment>> AllAsync(OfficeSession session, CommandContext context, AttachmentQuery query, CancellationToken token)
    {
        List<StoredAttachment> files = [];
        while (true)
        {
            IReadOnlyList<StoredAttachment> page = await session.Files.ListAsync(query, context.Operator, token);
            files.AddRange(page);
            if (page.Count < query.Limit)
                return files;
            query = query with { After = page[^1] };
        }
    }
}
