using System.CommandLine;
using CellsContact.Storage;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mypage outbox</c>: messages that wait to be delivered, and those that are parked.</summary>
internal static class MyPageOutboxCommand
{
    public static Command Create(OfficeDeskApp app) => app.Bind(new("outbox", "マイページへの連絡の待ちと停止を一覧する"), RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        IReadOnlyList<OutboxEntry> messages = await Outgoing.AllAsync(session, token);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("messages", messages, entry => OutboxView.Json(writer, entry)));
            return ExitCode.Done;
        }

        new OutboxView(context.Report, session.Clock).List(messages);
        context.Report.Line($"{messages.Count} 件{(messages.Count == Outgoing.Most ? "（ほかにもあります）" : "")}", Tone.Faint);
        if (messages.Any(entry => entry.State == OutboxState.Parked))
            context.Report.Line("停止したものは、原因を直してから officedesk mypage release 番号 で再開します。", Tone.Faint);
        return ExitCode.Done;
    }
}
