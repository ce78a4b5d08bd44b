using System.CommandLine;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>work</c>: runs the workers until Ctrl+C or SIGTERM: sweeps every hour, delivers every few seconds.</summary>
internal static class WorkCommand
{
    public const string Name = "work";

    /// <summary>How long stopping may take: the message or batch that was begun is finished.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public static Command Create(OfficeDeskApp app) => app.Bind(new(Name, "保管期間の消去とマイページへの配信を、止めるまで続ける"), RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using (OfficeSession session = await context.OpenWithWorkersAsync(token))
        {
            context.Report.Line("動作中です。保管期間の消去とマイページへの配信をします。Ctrl+C で止まります。", Tone.Good);
            TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (token.Register(stopping.SetResult))
                await stopping.Task;
        }

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteString("outcome", "stopped"));
        context.Report.Line("止まりました。途中のものはありません。残りは次に動かしたときに続けます。", Tone.Good);
        return ExitCode.Done;
    }
}
