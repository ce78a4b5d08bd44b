using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.MyNumbers;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mynumber log</c>: the access log (アクセスログ), or whether it holds.</summary>
internal static class MyNumberLogCommand
{
    private const int MaxLimit = 1000;

    private static readonly Option<string?> s_establishment = new("--establishment") { Description = "この事業所だけ", HelpName = "ID" };
    private static readonly Option<int> s_limit = new("--limit") { Description = $"新しいほうから何件（1～{MaxLimit}）", HelpName = "N", DefaultValueFactory = _ => 100 };
    private static readonly Option<bool> s_verify = new("--verify") { Description = "改変・削除・挿入がないか検証し、控えを表示する" };
    private static readonly Option<string?> s_anchor = new("--anchor") { Description = "前に表示した控えと照合する（--verify とともに）", HelpName = "TEXT" };
    private static readonly Option<string?> s_anchorFile = new("--anchor-file") { Description = "控えのファイルと照合する（前の --verify の出力をそのまま保存したものでもよい）", HelpName = "FILE" };

    static MyNumberLogCommand() => s_limit.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > MaxLimit)
            result.AddError($"--limit は1から{MaxLimit}です。");
    });

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("log", "アクセスログを新しい順に表示する、または検証する") { s_establishment, s_limit, s_verify, s_anchor, s_anchorFile };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(s_verify) && (result.GetValue(s_anchor) ?? result.GetValue(s_anchorFile)) is not null)
                result.AddError("--anchor と --anchor-file は --verify とともに指定してください。");
        });
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        EstablishmentId? only = context.Arguments.GetValue(s_establishment) is { } written ? Choices.Establishment(session.Establishments, written) : null;
        return context.Arguments.GetValue(s_verify)
            ? await VerifyAsync(context, session, only, token)
            : await ListAsync(context, session, only, token);
    }

    private static async Task<int> ListAsync(CommandContext context, OfficeSession session, EstablishmentId? only, CancellationToken token)
    {
        IReadOnlyList<MyNumberAccessRecord> records = await session.AccessLog.ListAsync(new() { Establishment = only, Limit = context.Arguments.GetValue(s_limit) }, token);
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("records", records, record => AccessLogView.Json(writer, record)));
        else
            new AccessLogView(context.Report, session.Clock).List(records);
        return ExitCode.Done;
    }

    private static async Task<int> VerifyAsync(CommandContext context, OfficeSession session, EstablishmentId? only, CancellationToken token)
    {
        IReadOnlyList<MyNumberLogAnchor> anchors = LogAnchors.Read(context.Arguments.GetValue(s_anchor), context.Arguments.GetValue(s_anchorFile), only);
        List<VerifiedLog> logs = [];
        foreach (EstablishmentId establishment in await EstablishmentsAsync(session, anchors, only, token))
            logs.Add(await VerifiedLog.OfAsync(session.AccessLog, establishment, [.. anchors.Where(anchor => anchor.Establishment == establishment)], token));
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("establishments", logs, log => AccessLogView.Json(writer, log)));
        else
            new AccessLogView(context.Report, session.Clock).Verified(logs);
        return logs.All(log => log.Verification.Holds) ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<IReadOnlyList<EstablishmentId>> EstablishmentsAsync(OfficeSession session, IReadOnlyList<MyNumberLogAnchor> anchors, EstablishmentId? only, CancellationToken token)
    {
        if (only is { } one)
            return [one];
        IReadOnlyList<Establishment> registered = await session.Establishments.ListAsync(token);
        return
        [
            .. registered.Select(establishment => establishment.Id)
                .Concat(await session.AccessLog.ListEstablishmentsAsync(token))
                .Concat(anchors.Select(anchor => anchor.Establishment))
                .Distinct()
                .OrderBy(id => id.Value, StringComparer.Ordinal),
        ];
    }
}
