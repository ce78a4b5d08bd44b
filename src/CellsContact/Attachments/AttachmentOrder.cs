namespace CellsContact.Attachments;

/// <summary>The order of every list of attached files, and who is in it: newest receipt first, then by establishment, notice and id, ordinally.</summary>
internal sealed class AttachmentOrder : IComparer<StoredAttachment>
{
    private static readonly AttachmentOrder s_instance = new();

    private AttachmentOrder()
    {
    }

    /// <summary>The page that a query asks for.</summary>
    internal static IReadOnlyList<StoredAttachment> Page(IEnumerable<StoredAttachment> files, AttachmentQuery query) =>
        [.. files.Where(file => Meets(file, query)).Order(s_instance).Take(query.Limit)];

    public int Compare(StoredAttachment? x, StoredAttachment? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return y.ReceivedAt.CompareTo(x.ReceivedAt) is not 0 and var newest ? newest
            : string.CompareOrdinal(x.Key.Contact.Establishment.Value, y.Key.Contact.Establishment.Value) is not 0 and var establishment ? establishment
            : string.CompareOrdinal(x.Key.Contact.Id.Value, y.Key.Contact.Id.Value) is not 0 and var contact ? contact
            : string.CompareOrdinal(x.Key.Id, y.Key.Id);
    }

    private static bool Meets(StoredAttachment file, AttachmentQuery query) =>
        (query.Establishments is not { } establishments || establishments.Contains(file.Key.Contact.Establishment))
        && (query.Contact is not { } contact || file.Key.Contact == contact)
        && (query.ReceivedBefore is not { } before || file.ReceivedAt < before)
        && (!query.OnlyKept || file.ErasedAt is null)
        && (query.After is not { } after || s_instance.Compare(file, after) > 0);
}
