using CellsContact.Attachments;
using CellsContact.Promises;

namespace CellsContact.Tests.Attachments;

/// <summary>Fresh stores in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryAttachmentHarness(Func<IAttachmentStore, IAttachmentStore>? wrap = null, bool losesEverything = false) : IAttachmentStoreHarness
{
    public ValueTask<IAttachmentStore> CreateAsync(CancellationToken token)
    {
        InMemoryAttachmentStore store = new();
        return ValueTask.FromResult(wrap is null ? store : wrap(store));
    }

    public ValueTask<IAttachmentStore?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<IAttachmentStore?>(losesEverything ? new InMemoryAttachmentStore() : null);
}

/// <summary>Fresh boxes in memory, each seen through a wrapper where a test wants one broken.</summary>
internal sealed class InMemoryBoxHarness(Func<IPersonalBox, IPersonalBox>? wrap = null, bool losesEverything = false) : IPersonalBoxHarness
{
    public ValueTask<IPersonalBox> CreateAsync(CancellationToken token)
    {
        InMemoryPersonalBox box = new();
        return ValueTask.FromResult(wrap is null ? box : wrap(box));
    }

    public ValueTask<IPersonalBox?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<IPersonalBox?>(losesEverything ? new InMemoryPersonalBox() : null);
}

/// <summary>A folder of its own, opened as often as a test likes.</summary>
internal sealed class AttachmentFolders : IAttachmentStoreHarness, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cellscontact-").FullName;

    public string Folder => Path.Combine(_root, "files");

    public FileSystemAttachmentStore Open() => new(Folder);

    public ValueTask<IAttachmentStore> CreateAsync(CancellationToken token) => ValueTask.FromResult<IAttachmentStore>(Open());

    public ValueTask<IAttachmentStore?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<IAttachmentStore?>(Open());

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
