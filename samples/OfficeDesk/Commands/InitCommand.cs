using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.OpenXml;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary><c>init</c>: registers an establishment and makes its workbook, or adopts the one the office has.</summary>
internal static class InitCommand
{
    private static readonly Option<string> s_establishment = new("--establishment") { Description = "事業所ID", HelpName = "ID", Required = true };
    private static readonly Option<string?> s_name = new("--name") { Description = "事業所名", HelpName = "NAME" };
    private static readonly Option<string?> s_workbook = new("--workbook") { Description = "台帳（あればそのまま採用）", HelpName = "PATH" };
    private static readonly Option<bool> s_allColumns = new("--all-columns") { Description = "任意の列もすべて追加する" };
    private static readonly Option<bool> s_publication = new("--publication") { Description = "マイページ公開設定を有効にする" };

    public static Command Create(OfficeDeskApp app) => app.Bind(
        new("init", "事業所を登録し、台帳を作成または採用する") { s_establishment, s_name, s_workbook, s_allColumns, s_publication },
        RunAsync);

    private static async Task<int> RunAsync(CommandContext context, CancellationToken token)
    {
        ParseResult arguments = context.Arguments;
        OfficeFolder folder = context.Folder;
        if (!EstablishmentId.TryParse(arguments.GetValue(s_establishment), out EstablishmentId id))
        {
            throw OfficeDeskException.BadInput(
                "事業所IDは英数字で始まり英数字で終わる64文字以内の英数字・ピリオド・下線・ハイフンです。",
                "An establishment id has 1 to 64 letters, digits, periods, underscores and hyphens, and begins and ends with a letter or digit.");
        }

        Directory.CreateDirectory(folder.Root);
        EstablishmentFile present = EstablishmentFile.Read(folder);
        EstablishmentItem? known = present.FindItem(id);
        string workbook = WorkbookFor(folder, id, known, arguments.GetValue(s_workbook));
        await CheckAsync(present, id, workbook, token);

        OpenXmlAdoption? adoption = await PrepareAsync(workbook, arguments.GetValue(s_allColumns), token);
        EstablishmentItem item = new(
            id.Value,
            arguments.GetValue(s_name) ?? known?.Name ?? id.Value,
            arguments.GetValue(s_publication) || known is { PublicationEnabled: true },
            folder.Keep(workbook));
        await EstablishmentFile.PutAsync(folder, item, token);
        await using (OfficeSession session = await context.OpenAsync(token))
        {
            // Opening creates the store, so that a bad folder is known now and not at the first notice.
        }

        if (context.Json)
            JsonOutput.Write(context.Screen.Output, writer => InitView.Json(writer, item, workbook, adoption));
        else
            InitView.Show(context.Report, item, workbook, adoption);
        return ExitCode.Done;
    }

    private static string WorkbookFor(OfficeFolder folder, EstablishmentId id, EstablishmentItem? known, string? asked)
    {
        string? registered = known is null ? null : folder.Resolve(known.Workbook);
        string workbook = asked is null ? registered ?? folder.DefaultWorkbook(id) : Path.GetFullPath(asked);
        if (registered is not null && registered != workbook)
        {
            throw OfficeDeskException.Refused(
                $"事業所 {id} の台帳はすでに {registered} です。台帳を移すときは establishments.json の workbook を書き換えてください。",
                $"The establishment {id} has the workbook {registered} already. To move it, change workbook in establishments.json.");
        }

        return Path.GetExtension(workbook).ToUpperInvariant() is ".XLSX" or ".XLSM" || File.Exists(workbook)
            ? workbook
            : throw OfficeDeskException.BadInput(
                "台帳のファイル名は .xlsx か .xlsm で終わるようにしてください。",
                "A workbook's name ends in .xlsx or .xlsm.");
    }

    private static async Task CheckAsync(EstablishmentFile present, EstablishmentId id, string workbook, CancellationToken token)
    {
        foreach (Establishment other in await present.ListAsync(token))
        {
            if (other.Id == id)
                continue;
            if (string.Equals(other.Id.Value, id.Value, StringComparison.OrdinalIgnoreCase))
            {
                throw OfficeDeskException.Refused(
                    $"大文字・小文字だけが違う事業所 {other.Id} が登録されています。別の事業所IDにしてください。",
                    $"The establishment {other.Id} differs only by upper and lower case: choose another id.");
            }

            if (string.Equals(present.WorkbookOf(other.Id), workbook, StringComparison.OrdinalIgnoreCase))
            {
                throw OfficeDeskException.Refused(
                    $"この台帳は事業所 {other.Id} のものです。台帳は事業所ごとに分けてください。",
                    $"This is the workbook of the establishment {other.Id}: each establishment needs its own.");
            }
        }
    }

    private static async Task<OpenXmlAdoption?> PrepareAsync(string workbook, bool allColumns, CancellationToken token)
    {
        if (!File.Exists(workbook))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(workbook)!);
            OpenXmlWorkbook.Create(workbook);
            return null;
        }

        OpenXmlAdoption adoption = await OpenXmlWorkbook.AdoptAsync(workbook, allColumns: allColumns, cancellationToken: token);
        return adoption.Unresolved.Count == 0
            ? adoption
            : throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"台帳の次の列が決まりません: {string.Join("、", adoption.Unresolved)}。列名の重複などを直して、もう一度実行してください。",
                $"These columns of the workbook cannot be settled: {string.Join(", ", adoption.Unresolved)}. Correct them (e.g. two of the same name) and run it again.");
    }
}
