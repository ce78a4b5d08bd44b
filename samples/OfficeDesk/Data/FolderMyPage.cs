using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.MyPages;
using OfficeDesk.Rendering;

namespace OfficeDesk.Data;

/// <summary>事業所マイページ as a file for each establishment, in place of a web site: swapped in as a whole, one writer at a time, newer versions win.</summary>
internal sealed class FolderMyPage(OfficeFolder folder) : IMyPage
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <inheritdoc/>
    public async ValueTask PublishAsync(PublishedPerson person, CancellationToken token) => await ChangeAsync(
        person.Establishment,
        page => page.People.Any(shown => shown.Number == person.Number.Value && shown.Version >= person.Version)
            ? page
            : page with { People = [.. page.People.Where(shown => shown.Number != person.Number.Value).Append(MyPageText.Of(person)).OrderBy(shown => shown.Number, StringComparer.Ordinal)] },
        token);

    /// <inheritdoc/>
    public async ValueTask ShareAsync(SharedStatus status, CancellationToken token)
    {
        string contact = status.Contact.ToString();
        await ChangeAsync(
            status.Contact.Establishment,
            page => page.Statuses.Any(shown => shown.Contact == contact && shown.Version >= status.Version)
                ? page
                : page with { Statuses = [.. page.Statuses.Where(shown => shown.Contact != contact).Append(MyPageText.Of(status)).OrderBy(shown => shown.Contact, StringComparer.Ordinal)] },
            token);
    }

    /// <summary>What an establishment's client sees; nothing before anything was delivered.</summary>
    /// <exception cref="OfficeDeskException">The file is not what this program writes.</exception>
    public static async Task<MyPageDocument> ReadAsync(OfficeFolder folder, EstablishmentId establishment, CancellationToken token)
    {
        string file = folder.MyPageFile(establishment);
        if (!File.Exists(file))
            return MyPageDocument.Empty;
        try
        {
            await using FileStream stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync(stream, MyPageJson.Default.MyPageDocument, token) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"{file} が壊れています。控えから戻すか、このファイルを除けてください。除けると、次の変更から新しく書きます。",
                $"{file} is damaged. Restore it, or move it away: it is then begun anew with the next change.");
        }
    }

    private async Task ChangeAsync(EstablishmentId establishment, Func<MyPageDocument, MyPageDocument> change, CancellationToken token)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.MyPageFolder);
        else
            Directory.CreateDirectory(folder.MyPageFolder, OwnerOnly);
        string file = folder.MyPageFile(establishment);
        await using FileStream onlyWriter = await OnlyWriter.WaitAsync(Path.ChangeExtension(file, ".lock"), token);
        MyPageDocument page = await ReadAsync(folder, establishment, token);
        MyPageDocument changed = change(page);
        if (!ReferenceEquals(page, changed))
            await WholeFile.WriteSecretAsync(file, changed, MyPageJson.Default.MyPageDocument, token);
    }
}
