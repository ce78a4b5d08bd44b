namespace CellsContact.Attachments;

/// <summary>What only some stores of attached files can do: tell which records are damaged (破損), and clear them away. Implement it beside <see cref="IAttachmentStore"/>.</summary>
/// <remarks>
/// Thread-safe. Whose file it was cannot be told any more, so that no list shows it: lists and the sweep go on with the others.
/// Receiving the file again mends it, and erasing its notice's files may take it along.
/// </remarks>
public interface IAttachmentMaintenance
{
    /// <summary>Damaged records, in no particular order.</summary>
    /// <param name="limit">How many at most, 1 to 1000.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<IReadOnlyList<DamagedAttachment>> ListDamagedAsync(int limit, CancellationToken token);

    /// <summary>Erases a damaged record with its content. Idempotent; one that has been mended meanwhile stays.</summary>
    /// <param name="file">One that was listed.</param>
    /// <param name="token">Cancels.</param>
    ValueTask EraseDamagedAsync(DamagedAttachment file, CancellationToken token);
}

/// <summary>A damaged record of an attached file. Holds nothing of its name or content.</summary>
/// <param name="Place">Where in the store it is: the name of a file in its folder, or a row of a table. The store's own word, never the sender's.</param>
/// <param name="ReceivedBy">The file was received at this instant or before; <c>null</c> where even that cannot be told.</param>
public sealed record DamagedAttachment(string Place, DateTimeOffset? ReceivedBy)
{
    /// <summary>Returns the place.</summary>
    public override string ToString() => Place;
}
