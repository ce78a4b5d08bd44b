using System.CommandLine;
using CellsContact.Desk;
using CellsContact.Storage;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>list</c>: 連絡管理の一覧.</summary>
internal static class ListCommand
{
    private static readonly Option<string?> s_establishment = new("--establishment") { Description = "この事業所だけ", HelpName = "ID" };
    private static readonly Option<DateOnly?> s_since = new("--since") { Description = "この日以降に受信したもの", HelpName = "DATE" };
    private static readonly Option<bool> s_allDates = new("--all-dates") { Description = "表示日「すべて」（事業所が必要）" };
    private static readonly Option<string?> s_kind = new("--kind") { Description = "連絡種類", HelpName = "KIND" };
    private static readonly Option<string?> s_status = new("--status") { Description = "処理区分", HelpName = "STATUS" };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("list", "連絡を一覧する（初期表示は新着設定日数）") { s_establishment, s_since, s_allDates, s_kind, s_status },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        ContactQuery query = QueryOf(context.Arguments, session);
        List<ContactListItem> items = [];
        do
        {
            ContactPage page = await session.Desk.ListAsync(query, context.Operator, token);
            items.AddRange(page.Items);
            query = query with { Cursor = page.NextCursor };
        }
        while (query.Cursor is not null);

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("contacts", items, item => JsonContacts.Item(writer, item, session.Labels)));
        else
            new ContactView(context.Report, session.Labels, session.Clock).List(items);
        return ExitCode.Done;
    }

    private static ContactQuery QueryOf(ParseResult arguments, OfficeSession session) => new()
    {
        Establishment = arguments.GetValue(s_establishment) is { } written ? Choices.Establishment(session.Establishments, written) : null,
        From = arguments.GetValue(s_since),
        AllDates = arguments.GetValue(s_allDates),
        Kind = arguments.GetValue(s_kind) is { } kind ? Choices.Kind(kind) : null,
        Status = arguments.GetValue(s_status) is { } status ? Choices.Status(status, session.Labels) : null,
        PageSize = 200,
    };
}
