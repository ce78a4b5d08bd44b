using System.CommandLine;
using CellsContact.Contacts;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>mypage</c>: what the client sees, and what is still to be told.</summary>
internal static class MyPageCommand
{
    private static readonly Option<string> s_establishment = new("--establishment") { Description = "事業所", HelpName = "ID", Required = true };

    public static Command Create(OfficeDeskApp app) => new("mypage", "事業所マイページを見る・届ける")
    {
        app.Bind(new("show", "顧問先に見えているものを表示する") { s_establishment }, ShowAsync),
        MyPageDeliverCommand.Create(app),
        MyPageOutboxCommand.Create(app),
        MyPageReleaseCommand.Create(app),
    };

    private static async Task<int> ShowAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        EstablishmentId id = Choices.Establishment(session.Establishments, context.Arguments.GetRequiredValue(s_establishment));
        EstablishmentItem establishment = session.Establishments.FindItem(id)!;
        MyPageDocument page = await FolderMyPage.ReadAsync(context.Folder, id, token);
        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => MyPageView.Json(writer, establishment, page));
        else
            new MyPageView(context.Report, session.Clock).Show(establishment, page);
        return ExitCode.Done;
    }
}
