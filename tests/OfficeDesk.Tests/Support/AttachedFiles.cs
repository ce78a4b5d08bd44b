using System.Text;
using System.Text.Json;

namespace OfficeDesk.Tests.Support;

/// <summary>Attached files as a notice carries them.</summary>
internal static class AttachedFiles
{
    /// <summary>The change that gives an example without files some: their ids, and the names they are sent with.</summary>
    public static (string Text, string Replacement) Of(params (string Id, string Name)[] files) => (
        "\"attachments\": []",
        "\"attachments\": " + JsonSerializer.Serialize(files.Select(file => new { id = file.Id, fileName = file.Name, mediaType = "application/pdf", content = Convert.ToBase64String(ContentOf(file.Id)) })));

    /// <summary>The content of a file.</summary>
    public static byte[] ContentOf(string id) => Encoding.UTF8.GetBytes($"content of {id}");
}
