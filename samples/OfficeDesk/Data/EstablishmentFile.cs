using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Establishments;

namespace OfficeDesk.Data;

/// <summary>The directory of establishments (顧問先の事業所) that <c>establishments.json</c> holds, and where their workbooks are.</summary>
internal sealed class EstablishmentFile : IEstablishmentDirectory
{
    private readonly OfficeFolder _folder;
    private readonly Dictionary<EstablishmentId, EstablishmentItem> _items;
    private readonly EstablishmentList _list;

    private EstablishmentFile(OfficeFolder folder, EstablishmentsDocument document)
    {
        _folder = folder;
        _items = document.Establishments.ToDictionary(item => EstablishmentId.Parse(item.Id));
        _list = new(_items.Select(pair => new Establishment(pair.Key, pair.Value.Name) { PublicationEnabled = pair.Value.PublicationEnabled }));
    }

    /// <summary>Reads the folder's directory; a folder without one has no establishments.</summary>
    /// <exception cref="OfficeDeskException">The file is not what this program writes.</exception>
    public static EstablishmentFile Read(OfficeFolder folder)
    {
        if (!File.Exists(folder.EstablishmentsFile))
            return new(folder, new([]));
        try
        {
            using FileStream stream = File.OpenRead(folder.EstablishmentsFile);
            return new(folder, JsonSerializer.Deserialize(stream, EstablishmentsJson.Default.EstablishmentsDocument) ?? throw new JsonException());
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException)
        {
            throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"{folder.EstablishmentsFile} が壊れています。控えから戻すか、このファイルを除けて init をやり直してください。連絡と台帳はそのままです。",
                $"{folder.EstablishmentsFile} is damaged. Restore it, or move it away and run init again; notices and ledgers are as they were.");
        }
    }

    /// <summary>Adds or replaces one establishment and swaps the file in as a whole, one writer at a time.</summary>
    public static async Task PutAsync(OfficeFolder folder, EstablishmentItem item, CancellationToken token)
    {
        Directory.CreateDirectory(folder.Root);
        await using FileStream onlyWriter = OnlyWriter.Take(folder.EstablishmentsLock, "init");
        EstablishmentFile present = Read(folder);
        EstablishmentsDocument document = new(
            [.. present._items.Values.Where(other => other.Id != item.Id).Append(item).OrderBy(each => each.Id, StringComparer.Ordinal)]);
        await WholeFile.WriteAsync(folder.EstablishmentsFile, document, EstablishmentsJson.Default.EstablishmentsDocument, token);
    }

    /// <summary>The workbook of an establishment.</summary>
    /// <exception cref="OfficeDeskException">The establishment is not registered.</exception>
    public string WorkbookOf(EstablishmentId id) => FindItem(id) is { } item
        ? _folder.Resolve(item.Workbook)
        : throw OfficeDeskException.BadInput(
            $"事業所 {id} は登録されていません。init --establishment {id} で登録してください。",
            $"The establishment {id} is not registered: register it with init --establishment {id}.");

    /// <summary>What is kept of an establishment with exactly this id, or <c>null</c>.</summary>
    public EstablishmentItem? FindItem(EstablishmentId id) => _items.GetValueOrDefault(id);

    /// <inheritdoc/>
    public ValueTask<Establishment?> FindAsync(EstablishmentId id, CancellationToken token) => _list.FindAsync(id, token);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Establishment>> ListAsync(CancellationToken token) => _list.ListAsync(token);
}
