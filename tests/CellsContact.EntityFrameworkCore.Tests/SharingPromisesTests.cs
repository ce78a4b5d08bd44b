using CellsContact.Promises;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SharingPromisesTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public static TheoryData<string> OutboxNames => [.. OutboxPromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> AttachmentNames => [.. AttachmentStorePromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> BoxNames => [.. PersonalBoxPromises.All.Select(promise => promise.Name)];

    public void Dispose() => _file.Dispose();

    [Theory, MemberData(nameof(OutboxNames))]
    public Task SqliteOutbox_Keeps(string name) => OutboxPromises.All.Single(promise => promise.Name == name).RunAsync(_file);

    [Theory, MemberData(nameof(AttachmentNames))]
    public Task SqliteAttachmentStore_Keeps(string name) => AttachmentStorePromises.All.Single(promise => promise.Name == name).RunAsync(_file);

    [Theory, MemberData(nameof(BoxNames))]
    public Task SqliteBox_Keeps(string name) => PersonalBoxPromises.All.Single(promise => promise.Name == name).RunAsync(_file);
}
