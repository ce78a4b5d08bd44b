using System.CommandLine;
using CellsContact.Desk;
using CellsContact.Establishments;
using CellsContact.Intake;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>receive</c>: 受信. Takes in messages from files or standard input.</summary>
internal static class ReceiveCommand
{
    private const string StandardInput = "-";

    private static readonly Argument<string[]> s_files = new("FILE")
    {
        Description = "連絡のJSON（1件または配列）。- は標準入力",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Create(OfficeDeskApp app) => app.Bind(new("receive", "顧問先からの連絡を受信する") { s_files }, RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        IReadOnlyList<Establishment> own = await session.Establishments.ListAsync(token);

        // Whoever may run this program may hand in notices for the office's own establishments, and for no others.
        Sender sender = new($"officedesk:{context.Operator.Id}", [.. own.Select(establishment => establishment.Id)]);
        string[] files = context.Arguments.GetRequiredValue(s_files);
        List<ReceivedItem> items = [];
        await context.Report.WithProgressAsync("受信", files.Length, async advance =>
        {
            foreach (string file in files)
            {
                await ReceiveAsync(session, context.Operator, sender, file, items, token);
                advance();
            }
        });

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => IntakeView.Json(writer, items));
        else
            IntakeView.Show(context.Report, items);
        return ExitCode.Of([.. items.Select(item => item.ExitCode)]);
    }

    private static async Task ReceiveAsync(
        OfficeSession session, DeskOperator clerk, Sender sender, string file, List<ReceivedItem> items, CancellationToken token)
    {
        try
        {
            await using Stream message = Open(file);
            await foreach (IntakeResult result in session.Inbox.ReceiveAsync(message, sender, token))
            {
                // Ctrl+C ends standard input in the middle: what then looks like a broken message is none.
                if (result is IntakeResult.Rejected)
                    token.ThrowIfCancellationRequested();
                ContactDetail? stored = result is IntakeResult.Accepted accepted ? await session.Desk.OpenAsync(accepted.Key, clerk, CancellationToken.None) : null;
                items.Add(new(file, result, stored?.Entry.Contact, null));
            }
        }
        catch (Exception error) when (error is IOException or OfficeDeskException or OperationCanceledException)
        {
            items.Add(new(file, null, null, Failure.From(error)));
        }
    }

    private static Stream Open(string file)
    {
        if (file == StandardInput)
            return Console.OpenStandardInput();
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OfficeDeskException.BadInput(
                $"ファイル {Printable.Of(file)} を読めません。パスと権限を確かめてください。",
                $"The file {Printable.Of(file)} cannot be read: check the path and its permissions.");
        }
    }
}
