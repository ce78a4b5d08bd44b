using System.Text.Json;

namespace OfficeDesk.Data;

/// <summary>The operators (担当者) that <c>operators.json</c> holds: who may authenticate, and the hashes of their pass phrases.</summary>
internal sealed class OperatorFile
{
    private readonly Dictionary<string, OperatorItem> _items;

    private OperatorFile(OperatorsDocument document) => _items = document.Operators.ToDictionary(item => item.Name, StringComparer.Ordinal);

    /// <summary>Reads the folder's operators; a folder without the file has none.</summary>
    /// <exception cref="OfficeDeskException">The file is not what this program writes.</exception>
    public static async Task<OperatorFile> ReadAsync(OfficeFolder folder, CancellationToken token)
    {
        if (!File.Exists(folder.OperatorsFile))
            return new(new([]));
        try
        {
            await using FileStream stream = File.OpenRead(folder.OperatorsFile);
            OperatorsDocument document = await JsonSerializer.DeserializeAsync(stream, OperatorsJson.Default.OperatorsDocument, token) ?? throw new JsonException();
            return document.Operators.All(item => item.PassPhrase.IsWellFormed()) ? new(document) : throw new JsonException();
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new OfficeDeskException(
                ExitCode.NotUsable,
                $"{folder.OperatorsFile} が壊れています。控えから戻すか、このファイルを除けて operator add をやり直してください。",
                $"{folder.OperatorsFile} is damaged. Restore it, or move it away and run operator add again.");
        }
    }

    /// <summary>Adds an operator, or puts one in the place of the one that was read; swaps the file in as a whole, one writer at a time.</summary>
    /// <exception cref="OfficeDeskException">Somebody else was faster: what is replaced is not there any more.</exception>
    public static async Task PutAsync(OfficeFolder folder, OperatorItem item, OperatorItem? replaced, CancellationToken token)
    {
        await using FileStream onlyWriter = OnlyWriter.Take(folder.OperatorsLock, "operator add");
        OperatorFile present = await ReadAsync(folder, token);
        if (!IsSame(present.Find(item.Name), replaced))
        {
            throw OfficeDeskException.Refused(
                $"担当者 {item.Name} のパスフレーズは、いま別に変更されました。何も変えていません。もう一度実行してください。",
                $"The pass phrase of {item.Name} was changed elsewhere meanwhile. Nothing was changed: run it again.");
        }

        OperatorsDocument document = new(
            [.. present._items.Values.Where(other => other.Name != item.Name).Append(item).OrderBy(each => each.Name, StringComparer.Ordinal)]);
        await WholeFile.WriteSecretAsync(folder.OperatorsFile, document, OperatorsJson.Default.OperatorsDocument, token);
    }

    /// <summary>The operator of exactly this name, or <c>null</c>.</summary>
    public OperatorItem? Find(string name) => _items.GetValueOrDefault(name);

    private static bool IsSame(OperatorItem? one, OperatorItem? other) =>
        one is null || other is null ? one is null && other is null : one.PassPhrase.Salt.AsSpan().SequenceEqual(other.PassPhrase.Salt);
}
