using System.CommandLine;
using CellsContact.Retention;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>sweep</c>: 保管期間. Erases what may not be kept any longer, or tells what would be.</summary>
internal static class SweepCommand
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;

    private static readonly Option<DateOnly?> s_asOf = new("--as-of") { Description = "この日に何が消去されるか（--dry-run とともに）", HelpName = "DATE" };
    private static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "何も消去せず、消去されるものを数える" };

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("sweep", "保管期間の終わった連絡と添付ファイルを消去する") { s_asOf, s_dryRun };
        command.Validators.Add(result =>
        {
            if (result.GetResult(s_asOf) is not null && !result.GetValue(s_dryRun))
                result.AddError("--as-of は --dry-run とともに指定してください。");
        });
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        DateOnly? asOf = context.Arguments.GetValue(s_asOf);
        if (asOf is { Year: < FirstYear or > LastYear })
        {
            throw OfficeDeskException.BadInput(
                $"--as-of は{FirstYear}年から{LastYear}年の日付を指定してください。", $"--as-of takes a day of the years {FirstYear} to {LastYear}.");
        }

        await using OfficeSession session = await context.OpenAsync(token);
        RetentionReport report = context.Arguments.GetValue(s_dryRun)
            ? await session.Retention.PreviewAsync(asOf ?? session.Clock.Today, token)
            : await session.Retention.SweepAsync(token);
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => RetentionView.Json(writer, report));
        else
            new RetentionView(context.Report, session.Clock).Show(report);
        return ExitCode.Done;
    }
}
