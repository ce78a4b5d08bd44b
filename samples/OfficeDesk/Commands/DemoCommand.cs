using System.CommandLine;
using OfficeDesk.Demo;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>demo</c>: a guided tour that runs the other commands, one after another, on shipped notices and a shipped workbook.</summary>
internal static class DemoCommand
{
    public static Command Create(OfficeDeskApp app, Screen screen, TimeProvider time) => app.Bind(
        new("demo", "見本の連絡と台帳で、ひととおり案内する"),
        (context, token) =>
        {
            // With --json the tour goes where people read, and standard output holds the document only.
            Screen stage = context.Json ? new(screen.Error, screen.Error, isTerminal: false) : screen;
            return RunAsync(context, stage, new DemoClock(time), token);
        });

    private static async Task<int> RunAsync(CommandContext context, Screen stage, TimeProvider time, CancellationToken token)
    {
        DemoFolder folder = new(context.Folder.Subfolder("demo"));
        folder.Reset();
        Report report = context.Report;
        report.Line("CellsContact 連絡管理のデモです。人物と会社は架空のものです。 (A guided tour; all people are made up.)");
        report.Line("officedesk は dotnet run --project samples/OfficeDesk -- の略です。", Tone.Faint);
        int number = 0;
        foreach (DemoStep step in DemoScript.Steps(folder, DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime)))
        {
            report.Title($"{++number}. {step.Heading}");
            report.Line(step.Words);
            report.Line($"$ {(step.Input is { } line ? $"echo \"{line}\" | " : "")}officedesk --data {folder.Folder.Shown} {step.Typed}", Tone.Faint);
            int exitCode = await new OfficeDeskApp(stage.Inner(step.Input), time).RunAsync(["--data", folder.Folder.Shown, .. step.Arguments], token);
            if (exitCode != step.ExitCode)
            {
                throw new OfficeDeskException(
                    ExitCode.NotUsable,
                    $"デモの {number} 番目が予定と違う結果になりました（終了コード {exitCode}）。台帳を Excel で開いているときは閉じて、もう一度実行してください。",
                    $"Step {number} of the demo ended with {exitCode}, which was not planned. Close the workbook if it is open, and run it again.");
            }
        }

        report.Title("おわり (the end)");
        report.Line($"台帳: {folder.Workbook}（Excel や LibreOffice で開いてみてください）");
        report.Line($"連絡: {folder.Messages}　保管先: {Path.Combine(folder.Folder.Shown, Path.GetFileName(folder.Folder.StoreFile))}");
        report.Line($"続きを試す: dotnet run --project samples/OfficeDesk -- --data {folder.Folder.Shown} list", Tone.Good);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteNumber("steps", number);
                writer.WriteString("folder", folder.Folder.Root);
            });
        }

        return ExitCode.Done;
    }
}
