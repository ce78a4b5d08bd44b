using System.CommandLine;
using CellsContact.Desk;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>reflect</c>: 台帳に反映.</summary>
internal static class ReflectCommand
{
    private static readonly Argument<string[]> s_ids = ContactArguments.Many();

    public static Command Create(OfficeDeskApp app)
    {
        Command command = new("reflect", "台帳に反映する") { s_ids };
        DecisionOptions.AddTo(command);
        ConfirmOption.AddTo(command);
        return app.Bind(command, RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        IReadOnlyList<ContactDetail> details =
            await ContactArguments.OpenAllAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_ids), token);
        ContactDecision[] decisions = [.. details.Select(detail => DecisionOptions.Of(context.Arguments, detail.Entry.Contact.Kind))];
        List<SavedItem> items = [];
        await context.Report.WithProgressAsync("台帳に反映", details.Count, async advance =>
        {
            foreach ((ContactDetail detail, ContactDecision decision) in details.Zip(decisions))
            {
                items.Add(await SavedItem.SaveAsync(detail.Entry.Key, () => ConfirmOption.SaveAsync(context, session.Desk, detail.Entry.Key, decision, token)));
                advance();
            }
        });

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => writer.WriteArray("results", items, item => item.Write(writer)));
        else
            Show(context, session, items);
        return ExitCode.Of([.. items.Select(item => item.ExitCode)]);
    }

    private static void Show(CommandContext context, OfficeSession session, List<SavedItem> items)
    {
        SaveView view = new(context.Report, session.Labels);
        foreach (SavedItem item in items)
            item.Show(context.Report, view);
        if (items.Count > 1)
            context.Report.Line($"{items.Count} 件中 {items.Count(item => item.ExitCode == ExitCode.Done)} 件を反映しました。");
    }
}
