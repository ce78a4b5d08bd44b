using CellsContact.Contacts;

namespace CellsContact.Storage;

/// <summary>A notice as it was received: free of any マイナンバー and of attachments' content.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="SenderId">Who sent it: the authenticated sender.</param>
/// <param name="ContentHash">The SHA-256 of its canonical content, in lower-case hexadecimal digits.</param>
public sealed record ReceivedContact(Contact Contact, DateTimeOffset ReceivedAt, string SenderId, string ContentHash)
{
    /// <summary>Returns the notice's kind and key.</summary>
    public override string ToString() => Contact.ToString();
}

/// <summary>What adding a notice came to.</summary>
public enum AddOutcome
{
    /// <summary>Stored.</summary>
    Added = 1,

    /// <summary>The same id with the same content is there: nothing stored.</summary>
    Duplicate = 2,

    /// <summary>The same id with other content is there: nothing stored.</summary>
    DifferentContent = 3,

    /// <summary>The id was erased by retention (保管期間): nothing stored.</summary>
    Expired = 4,
}
