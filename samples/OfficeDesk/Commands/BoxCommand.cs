using System.CommandLine;
using CellsContact.Attachments;
using CellsContact.Contacts;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>box list</c>: a person's 個人ボックス.</summary>
internal static class BoxCommand
{
    private static readonly Option<string> s_establishment = new("--establishment") { Description = "事業所", HelpName = "ID", Required = true };
    private static readonly Option<string> s_number = new("--number") { Description = "社員番号（台帳のとおり）", HelpName = "NUMBER", Required = true };

    public static Command Create(OfficeDeskApp app) => new("box", "個人ボックスを見る")
    {
        app.Bind(new("list", "個人ボックスのファイルを古い順に一覧する") { s_establishment, s_number }, ListAsync),
    };

    private static async Task<int> ListAsync(CommandContext context, CancellationToken token)
    {
        await using OfficeSession session = await context.OpenAsync(token);
        EstablishmentId establishment = Choices.Establishment(session.Establishments, context.Arguments.GetRequiredValue(s_establishment));
        if (!EmployeeNumber.TryParse(context.Arguments.GetRequiredValue(s_number), out EmployeeNumber number))
        {
            throw OfficeDeskException.BadInput(
                "社員番号の指定に誤りがあります。台帳にあるとおりに指定してください。例: --number 0012",
                "This is no employee number: write it as the ledger has it, e.g. --number 0012.");
        }

        IReadOnlyList<BoxFile> files = await session.Boxes.ListAsync(establishment, number, token);
        if (context.Json)
        {
            JsonOutput.Write(context.Screen.Output, writer =>
            {
                writer.WriteString("establishment", establishment.Value);
                writer.WriteString("employeeNumber", number.Value);
                writer.WriteNumber("places", IPersonalBox.MaxConfidentialFiles);
                writer.WriteArray("files", files, file => BoxView.Json(writer, file));
            });
        }
        else
        {
            new BoxView(context.Report, session.Clock).List(number, files);
        }

        return ExitCode.Done;
    }
}
