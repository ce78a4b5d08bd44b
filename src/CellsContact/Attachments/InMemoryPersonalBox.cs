using System.Security.Cryptography;
using CellsContact.Contacts;

namespace CellsContact.Attachments;

/// <summary>Personal boxes for the life of the process only.</summary>
/// <remarks>Thread-safe. For tests and trials.</remarks>
public sealed class InMemoryPersonalBox : IPersonalBox
{
    private readonly Lock _lock = new();
    private readonly List<(BoxFile File, byte[] Content)> _files = [];

    /// <inheritdoc/>
    public ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(file);
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            BoxFile[] box = [.. Box(file.Source.Contact.Establishment, file.Number)];
            if (box.Any(other => other.Source == file.Source))
                return ValueTask.FromResult(BoxOutcome.AlreadyStored);
            if (box.Length >= IPersonalBox.MaxConfidentialFiles)
                return ValueTask.FromResult(BoxOutcome.Full);
            _files.Add((file, content.ToArray()));
            return ValueTask.FromResult(BoxOutcome.Stored);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
            return ValueTask.FromResult<IReadOnlyList<BoxFile>>([.. Box(establishment, number)]);
    }

    /// <inheritdoc/>
    public ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        lock (_lock)
        {
            (BoxFile? file, byte[]? content) = _files.FirstOrDefault(one => one.File.Number == number && one.File.Source == source && source.Contact.Establishment == establishment);
            return ValueTask.FromResult<AttachmentContent>(file is null ? new AttachmentContent.NotFound()
                : Convert.ToHexStringLower(SHA256.HashData(content!)) == file.Sha256 ? new AttachmentContent.Intact(content)
                : new AttachmentContent.Corrupt());
        }
    }

    private IEnumerable<BoxFile> Box(EstablishmentId establishment, EmployeeNumber number) =>
        _files.Select(one => one.File).Where(file => file.Number == number && file.Source.Contact.Establishment == establishment);
}
