using System.Collections;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Everything that comes out, searched as it comes. Thread-safe.</summary>
internal sealed class Haul(Hunter hunter)
{
    private static readonly JsonSerializerOptions s_json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ConcurrentQueue<Find> _finds = [];
    private readonly ConcurrentDictionary<(string Place, string Secret), byte> _atHome = [];
    private readonly ConcurrentDictionary<string, long> _amounts = [];

    /// <summary>What was found where it does not belong.</summary>
    internal IReadOnlyList<Find> Finds => [.. _finds.Distinct()];

    /// <summary>What was seen where it belongs: a secret that never went anywhere was not hunted.</summary>
    internal IReadOnlyCollection<(string Place, string Secret)> AtHome => [.. _atHome.Keys];

    /// <summary>How many bytes came from each kind of place: a place that gave nothing was not searched.</summary>
    internal IReadOnlyDictionary<string, long> Amounts => _amounts;

    internal void Add(string place, ReadOnlySpan<byte> content)
    {
        string kind = place.Split(' ')[0];
        long length = content.Length;
        _amounts.AddOrUpdate(kind, length, (_, amount) => amount + length);
        foreach ((Find find, bool isAtHome) in hunter.Search(place, content))
        {
            if (isAtHome)
                _atHome.TryAdd((find.Place, find.Secret), 0);
            else
                _finds.Enqueue(find);
        }
    }

    internal void Add(string place, string? text) => Add(place, Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>An object as anybody may print it: as text, as JSON by reflection, and item by item.</summary>
    internal void AddObject(string place, object? value)
    {
        if (value is Exception exception)
        {
            AddException(place, exception);
            return;
        }

        Add(place, value?.ToString());
        try
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, value?.GetType() ?? typeof(object), s_json);
            Add(place, json);
            AddTexts(place, json);
        }
        catch (Exception refused) when (refused is NotSupportedException or InvalidOperationException or ArgumentException or JsonException)
        {
            // What has no JSON form says so; that sentence is output as well.
            AddException(place, refused);
        }

        if (value is IEnumerable items and not string)
        {
            foreach (object? item in items)
                Add(place, item?.ToString());
        }
    }

    /// <summary>The texts within JSON as they were before they were escaped: one may be JSON itself.</summary>
    private void AddTexts(string place, byte[] json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 256 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                Add(place, reader.GetString());
        }
    }

    internal void AddException(string place, Exception exception)
    {
        string kind = $"exception in {place}";
        Add(kind, exception.ToString());
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            Add(kind, $"{current.Message}\n{current.StackTrace}\n{current.Source}\n{current.HelpLink}");
            foreach (DictionaryEntry pair in current.Data)
                Add(kind, $"{pair.Key}={pair.Value}");
            if (current is AggregateException aggregate)
                aggregate.InnerExceptions.ToList().ForEach(inner => AddException(place, inner));
        }
    }

    /// <summary>Every file of a folder: names and bytes, archives unpacked.</summary>
    internal void AddFolder(string place, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string where = $"{place} {Path.GetFileName(file)}";
            Add(where, Path.GetRelativePath(folder, file));
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream content = new();
            stream.CopyTo(content);
            Add(where, content.GetBuffer().AsSpan(0, (int)content.Length));
            if (content.GetBuffer().AsSpan(0, (int)content.Length).StartsWith("PK"u8))
                AddArchive(where, content);
        }
    }

    private void AddArchive(string place, MemoryStream archive)
    {
        archive.Position = 0;
        using ZipArchive zip = new(archive, ZipArchiveMode.Read, leaveOpen: true);
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            using Stream stream = part.Open();
            using MemoryStream content = new();
            stream.CopyTo(content);
            Add($"part {part.FullName} of {place}", content.GetBuffer().AsSpan(0, (int)content.Length));
            Add($"part name in {place}", $"{part.FullName}\n{part.Comment}");
        }
    }
}
