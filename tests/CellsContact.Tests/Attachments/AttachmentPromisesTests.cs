using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Promises;

namespace CellsContact.Tests.Attachments;

public sealed class AttachmentPromisesTests
{
    public static TheoryData<string> StoreNames => [.. AttachmentStorePromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> BoxNames => [.. PersonalBoxPromises.All.Select(promise => promise.Name)];

    /// <summary>For every promise a store that breaks it.</summary>
    private static Dictionary<string, Func<InMemoryAttachmentHarness>> BrokenStores { get; } = new()
    {
        ["A file comes back as it was put: what is known of it, and every byte."] =
            Broken(inner => new(inner) { File = file => file with { ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(file.ReceivedAt.ToUnixTimeMilliseconds()) } }),
        ["Whatever a file is called, and whatever its id, it is kept under its key and comes back with its name."] = Broken(inner => new(inner) { File = file => file with { Name = FileNames.Safe(file.Name) } }),
        ["The same file again is there already, and changes nothing."] = Broken(inner => new RefusesTheSame(inner)),
        ["Another content under a known key is refused, and the first one kept."] = Broken(inner => new(inner) { Answer = _ => true }),
        ["A file nobody put is neither known nor opened."] = Opened<AttachmentContent.NotFound>(new AttachmentContent.Expired()),
        ["Files of another id, notice or establishment are other files, by case too."] = Broken(inner => new(inner) { Key = key => key with { Id = key.Id.ToLowerInvariant() } }),
        ["A content that is not what its hash says is corrupt and not handed out; put again it is whole."] = Opened<AttachmentContent.Corrupt>(new AttachmentContent.Intact(default)),
        ["What the caller does with the bytes afterwards does not reach the store."] = Broken(inner => new KeepsTheCallersBytes(inner)),
        ["Of twenty who put two contents under one key at once one content is kept, and every other is refused."] = Broken(inner => new(inner) { Answer = _ => true }),
        ["Putting and erasing that are cancelled before they begin change nothing."] = Broken(inner => new(inner) { Token = _ => CancellationToken.None }),
        ["Every file is still there after reopening, expired ones expired."] = () => new(losesEverything: true),
        ["An erased content is expired, and the record that there was one stays."] = Opened<AttachmentContent.Expired>(new AttachmentContent.NotFound()),
        ["Erasing a content again, or one that is not there, changes nothing."] = Broken(inner => new ErasesAnew(inner)),
        ["A content that was erased by its clock stays erased when it is put again."] = Broken(inner => new KeepsTheExpired(inner)),
        ["Erasing a notice's files takes all of them and every record, and no other's."] = Broken(inner => new LeavesTheRecords(inner)),
        ["A list of files is newest receipt first, then by establishment, notice and id."] = Broken(inner => new(inner) { Files = files => files.OrderByDescending(file => file.ReceivedAt).ThenBy(file => file.Key.Id) }),
        ["A page of files ends at its limit, and the next begins after its last file."] = Asked(query => query with { After = query.After is { } after ? after with { ReceivedAt = after.ReceivedAt.AddMicroseconds(1) } : null }),
        ["A list of files can be of some establishments; of none it is empty."] = Asked(query => query.Establishments is [] ? query with { Establishments = null } : query),
        ["A list of files can be of one notice."] = Asked(query => query with { Contact = null }),
        ["A list of files can end before an instant of receipt."] = Asked(query => query with { ReceivedBefore = query.ReceivedBefore?.AddMicroseconds(1) }),
        ["A list of files can be of those that are still kept."] = Asked(query => query with { OnlyKept = false }),
        ["Every condition of a list of files has to be met."] = Asked(query => query with { Establishments = null }),
    };

    /// <summary>For every promise boxes that break it.</summary>
    private static Dictionary<string, Func<InMemoryBoxHarness>> BrokenBoxes { get; } = new()
    {
        ["A file comes back as it was stored: what is known of it, and every byte."] = Boxed(inner => new(inner) { Files = files => files.Select(file => file with { Description = file.Name }) }),
        ["A box is listed oldest first."] = Boxed(inner => new(inner) { Files = files => files.Reverse() }),
        ["The same source again is stored already, in a full box too, and changes nothing."] = Boxed(inner => new(inner) { Outcome = outcome => outcome == BoxOutcome.AlreadyStored ? BoxOutcome.Full : outcome }),
        ["The eleventh file is told that the box is full, and not stored."] = Boxed(inner => new(inner) { Outcome = outcome => outcome == BoxOutcome.Full ? BoxOutcome.Stored : outcome }),
        ["Each person has a box of their own: by number exactly as written, and by establishment."] = Boxed(inner => new(inner) { Number = Folding.Folded }),
        ["A file that is not in the box is not found, from another establishment neither."] = Boxed(inner => new(inner) { Opened = content => content is AttachmentContent.NotFound ? new AttachmentContent.Corrupt() : content }),
        ["Of twenty who store at once ten win, and ten are told that the box is full."] = Boxed(inner => new CountsThenStores(inner)),
        ["Of twenty who store one source at once one stores it."] = Boxed(inner => new CountsThenStores(inner)),
        ["A content that is not what its hash says is corrupt and not handed out."] = Boxed(inner => new(inner) { Opened = content => content is AttachmentContent.Corrupt ? new AttachmentContent.Intact(default) : content }),
        ["What the caller does with the bytes afterwards does not reach the box."] = Boxed(inner => new BoxesTheCallersBytes(inner)),
        ["Storing that is cancelled before it begins stores nothing."] = Boxed(inner => new(inner) { Token = _ => CancellationToken.None }),
        ["A box is still full after reopening, with everything in it."] = () => new(losesEverything: true),
    };

    [Theory, MemberData(nameof(StoreNames))]
    public Task InMemoryStore_Keeps(string name) => StorePromise(name).RunAsync(new InMemoryAttachmentHarness());

    [Theory, MemberData(nameof(StoreNames))]
    public async Task FileSystemStore_Keeps(string name)
    {
        using AttachmentFolders folders = new();
        await StorePromise(name).RunAsync(folders);
    }

    [Theory, MemberData(nameof(BoxNames))]
    public Task InMemoryBox_Keeps(string name) => BoxPromise(name).RunAsync(new InMemoryBoxHarness());

    [Theory, MemberData(nameof(StoreNames))]
    public Task Promise_SomeBrokenStore_IsBroken(string name) => IsBrokenAsync(name, () => StorePromise(name).RunAsync(BrokenStores[name]()));

    [Theory, MemberData(nameof(BoxNames))]
    public Task Promise_SomeBrokenBox_IsBroken(string name) => IsBrokenAsync(name, () => BoxPromise(name).RunAsync(BrokenBoxes[name]()));

    [Fact]
    public void Names_AreUniqueAndEachHasADefect()
    {
        Assert.Equal(AttachmentStorePromises.All.Select(promise => promise.Name).Order(), BrokenStores.Keys.Order());
        Assert.Equal(PersonalBoxPromises.All.Select(promise => promise.Name).Order(), BrokenBoxes.Keys.Order());
    }

    private static async Task IsBrokenAsync(string name, Func<Task> run)
    {
        PromiseBrokenException broken = await Assert.ThrowsAsync<PromiseBrokenException>(run);
        Assert.StartsWith(name, broken.Message, StringComparison.Ordinal);
        Assert.True(broken.InnerException is PromiseBrokenException, broken.Message);
    }

    private static Func<InMemoryAttachmentHarness> Broken(Func<IAttachmentStore, BrokenAttachmentStore> wrap) => () => new(wrap);

    private static Func<InMemoryAttachmentHarness> Asked(Func<AttachmentQuery, AttachmentQuery> query) => Broken(inner => new(inner) { Query = query });

    private static Func<InMemoryAttachmentHarness> Opened<T>(AttachmentContent instead)
        where T : AttachmentContent => Broken(inner => new(inner) { Opened = content => content is T ? instead : content });

    private static Func<InMemoryBoxHarness> Boxed(Func<IPersonalBox, BrokenBox> wrap) => () => new(wrap);

    private static Promise<IAttachmentStoreHarness> StorePromise(string name) => AttachmentStorePromises.All.Single(promise => promise.Name == name);

    private static Promise<IPersonalBoxHarness> BoxPromise(string name) => PersonalBoxPromises.All.Single(promise => promise.Name == name);
}
