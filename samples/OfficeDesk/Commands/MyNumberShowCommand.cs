using System.CommandLine;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mynumber show</c>: 「認証」, and the numbers of one notice. The only command that ever prints a number.</summary>
internal static class MyNumberShowCommand
{
    private const string ToCheckTheNotice = "連絡の確認";

    private static readonly Argument<string> s_id = ContactArguments.One();
    private static readonly Option<string> s_purpose = new("--purpose") { Description = "利用目的", HelpName = "TEXT", DefaultValueFactory = _ => ToCheckTheNotice };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("show", "認証して、連絡のマイナンバーを表示する（記録に残ります）") { s_id, s_purpose },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        string purpose = Choices.Purpose(session.MyNumbers.Purposes, context.Arguments.GetRequiredValue(s_purpose));
        ContactDetail detail = await ContactArguments.OpenAsync(session, context.Operator, context.Arguments.GetRequiredValue(s_id), token);
        if (detail.MyNumbers.Count == 0)
        {
            throw OfficeDeskException.Refused(
                $"連絡 {detail.Entry.Key} にマイナンバーはありません（削除の連絡にもありません）。",
                $"The notice {detail.Entry.Key} has no number; a deletion never has.",
                "noNumber");
        }

        MyNumberGrant grant = await AuthenticateAsync(context, session, purpose, MyNumberScope.Of(detail.Entry.Key), token);
        List<AskedNumber> numbers = [];
        foreach (MyNumberSlot slot in detail.MyNumbers)
            numbers.Add(new(slot, await session.MyNumbers.RevealAsync(grant, slot, purpose, token)));

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => MyNumberView.Json(writer, detail, grant, numbers));
        else
            new MyNumberView(context.Report).Show(detail, grant, numbers);
        return ExitCode.Of([.. numbers.Select(number => number.ExitCode)]);
    }

    private static async Task<MyNumberGrant> AuthenticateAsync(CommandContext context, OfficeSession session, string purpose, MyNumberScope scope, CancellationToken token)
    {
        using PassPhrase typed = context.Screen.PassPhrases.Read($"{Printable.Of(context.Operator.Id)} のパスフレーズ");
        return Authentication.Granted(
            await session.MyNumbers.AuthenticateAsync(context.Operator, purpose, scope, typed, token),
            session.Clock);
    }
}
