using System.CommandLine;
using System.Globalization;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mypage release</c>: gives a parked message another try.</summary>
internal static class MyPageReleaseCommand
{
    private static readonly Argument<long> s_sequence = new("N") { Description = "番号（mypage outbox で分かります）" };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("release", "停止したマイページへの連絡を再開する") { s_sequence },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        long sequence = context.Arguments.GetValue(s_sequence);
        string number = sequence.ToString(CultureInfo.InvariantCulture);
        if (!await session.Outbox.ReleaseAsync(sequence, session.Clock.Now, token))
        {
            throw OfficeDeskException.Refused(
                $"{number} 番は停止していません。mypage outbox で確かめてください。",
                $"Message {number} is not parked: look with mypage outbox.",
                "notParked");
        }

        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteNumber("sequence", sequence);
                writer.WriteString("outcome", "released");
            });
        }

        context.Report.Line($"{number} 番を再開しました。次に届けるとき（mypage deliver か work）に届きます。", Tone.Good);
        return ExitCode.Done;
    }
}
