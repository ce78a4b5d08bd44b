using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Where a notice carried a マイナンバー: its wire path, e.g. <c>myNumber</c> or <c>dependents[0].myNumber</c>.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="Path">The wire path.</param>
public readonly record struct MyNumberSlot(ContactKey Contact, string Path)
{
    /// <summary>Returns key and path.</summary>
    public override string ToString() => $"{Contact} {Path}";
}
