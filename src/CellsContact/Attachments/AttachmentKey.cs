using System.Diagnostics.CodeAnalysis;
using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>Which attached file (添付ファイル): the notice, and the sender's id of the file, unique within it.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="Id">The sender's id of the file. Never a path: nothing is ever opened by it.</param>
public readonly record struct AttachmentKey(ContactKey Contact, string Id)
{
    /// <summary>Reads a key written as <c>E001/c-0001/a1</c>.</summary>
    /// <param name="value">The text.</param>
    /// <param name="key">The key, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? value, out AttachmentKey key)
    {
        key = default;
        string[] parts = value?.Split('/', 3) ?? [];
        if (parts.Length != 3 || parts[2].Length == 0 || !ContactKey.TryParse($"{parts[0]}/{parts[1]}", out ContactKey contact))
            return false;
        key = new(contact, parts[2]);
        return true;
    }

    /// <summary>Returns the key as <c>E001/c-0001/a1</c>.</summary>
    public override string ToString() => $"{Contact}/{Id}";
}
