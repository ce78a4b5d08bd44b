using System.CommandLine;
using CellsContact.Storage;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mypage deliver</c>: delivers what is due, once. <c>work</c> does it all the time.</summary>
internal static class MyPageDeliverCommand
{
    public static Command Create(OfficeDeskApp app) => app.Bind(new("deliver", "いま届けるべきものを1回届ける"), RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        Dictionary<long, int> before = (await Outgoing.AllAsync(session, token)).ToDictionary(entry => entry.Sequence, entry => entry.Attempts);
        int delivered = await session.Delivery.DeliverAsync(token);
        IReadOnlyList<OutboxEntry> left = await Outgoing.AllAsync(session, token);
        OutboxEntry[] failed = [.. left.Where(entry => entry.LastError is not null && entry.Attempts > before.GetValueOrDefault(entry.Sequence))];
        OutboxView view = new(context.Report, session.Clock);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteNumber("delivered", delivered);
                writer.WriteArray("failed", failed, entry => OutboxView.Json(writer, entry));
                writer.WriteNumber("left", left.Count);
            });
        }
        else
        {
            view.List(failed);
            context.Report.Line($"{delivered} 件をマイページに届けました。届かなかったもの {failed.Length} 件。", failed.Length == 0 ? Tone.Good : Tone.Warning);
        }

        return failed.Length == 0 ? ExitCode.Done : delivered > 0 ? ExitCode.Partly : ExitCode.NotUsable;
    }
}
