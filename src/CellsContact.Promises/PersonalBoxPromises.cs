using System.Globalization;
using CellsContact.Attachments;
using CellsContact.Contacts;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.ContactStoreComparison;
using static CellsContact.Promises.PersonalBoxScene;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>What <see cref="IPersonalBox"/> promises, sentence by sentence.</summary>
public static class PersonalBoxPromises
{
    /// <summary>All promises; a later version may add some.</summary>
    public static IReadOnlyList<Promise<IPersonalBoxHarness>> All { get; } =
    [
        new("A file comes back as it was stored: what is known of it, and every byte.", AsStored),
        new("A box is listed oldest first.", OldestFirst),
        new("The same source again is stored already, in a full box too, and changes nothing.", Again),
        new("The eleventh file is told that the box is full, and not stored.", Full),
        new("Each person has a box of their own: by number exactly as written, and by establishment.", OtherBoxes),
        new("A file that is not in the box is not found, from another establishment neither.", NotThere),
        new("Of twenty who store at once ten win, and ten are told that the box is full.", Race),
        new("Of twenty who store one source at once one stores it.", OneSource),
        new("A content that is not what its hash says is corrupt and not handed out.", Corrupt),
        new("What the caller does with the bytes afterwards does not reach the box.", Copied),
        new("Storing that is cancelled before it begins stores nothing.", Cancelled),
        new("A box is still full after reopening, with everything in it.", Reopened),
    ];

    private static async Task AsStored(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        byte[] every = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
        foreach ((int i, byte[] content) in ((byte[][])[[], "\0\n"u8.ToArray(), every]).Index())
            await scene.IsAsync(await scene.StoredAsync($"../{i}", content: content).ConfigureAwait(false), content).ConfigureAwait(false);
    }

    private static async Task OldestFirst(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxFile[] files = [await scene.StoredAsync("b").ConfigureAwait(false), await scene.StoredAsync("a").ConfigureAwait(false), await scene.StoredAsync("c").ConfigureAwait(false)];
        await scene.HoldsAsync(E001, "0027", files).ConfigureAwait(false);
    }

    private static async Task Again(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxFile first = await scene.StoredAsync("a1", content: "content"u8.ToArray()).ConfigureAwait(false);
        Same("storing it again", BoxOutcome.AlreadyStored, await scene.StoreAsync(first with { StoredBy = "clerk-2", Description = "別" }, "other"u8.ToArray()).ConfigureAwait(false));
        await scene.HoldsAsync(E001, "0027", first).ConfigureAwait(false);
        for (int i = 2; i <= 10; i++)
            await scene.StoredAsync($"a{i}").ConfigureAwait(false);
        Same("storing it again in a full box", BoxOutcome.AlreadyStored, await scene.StoreAsync(first, "content"u8.ToArray()).ConfigureAwait(false));
        await scene.IsAsync(first, "content"u8.ToArray()).ConfigureAwait(false);
    }

    private static async Task Full(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        List<BoxFile> files = [];
        for (int i = 1; i <= IPersonalBox.MaxConfidentialFiles; i++)
            files.Add(await scene.StoredAsync($"a{i}").ConfigureAwait(false));
        Same("the eleventh", BoxOutcome.Full, await scene.StoreAsync(File("a11", [1]), [1]).ConfigureAwait(false));
        await scene.HoldsAsync(E001, "0027", [.. files]).ConfigureAwait(false);
    }

    private static async Task OtherBoxes(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        for (int i = 1; i <= IPersonalBox.MaxConfidentialFiles; i++)
            await scene.StoredAsync($"a{i}").ConfigureAwait(false);
        BoxFile wide = await scene.StoredAsync("a1", number: "００２７").ConfigureAwait(false);
        BoxFile unpadded = await scene.StoredAsync("a1", number: "27").ConfigureAwait(false);
        BoxFile elsewhere = await scene.StoredAsync("a1", establishment: E002).ConfigureAwait(false);
        await scene.HoldsAsync(E001, "００２７", wide).ConfigureAwait(false);
        await scene.HoldsAsync(E001, "27", unpadded).ConfigureAwait(false);
        await scene.HoldsAsync(E002, "0027", elsewhere).ConfigureAwait(false);
    }

    private static async Task NotThere(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxFile file = await scene.StoredAsync("a1").ConfigureAwait(false);
        foreach ((EstablishmentId establishment, string number, AttachmentKey source) in ((EstablishmentId, string, AttachmentKey)[])
            [(E001, "0028", file.Source), (E002, "0027", file.Source), (E001, "0027", file.Source with { Id = "A1" }), (E001, "0027", file.Source with { Contact = Key("c-2") })])
        {
            AttachmentContent opened = await scene.Box.OpenAsync(establishment, EmployeeNumber.Parse(number), source, token).ConfigureAwait(false);
            ThrowUnless(opened is AttachmentContent.NotFound, $"{source} of {establishment}/{number} opens as {opened.GetType().Name}");
        }
    }

    private static async Task Race(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => scene.StoreAsync(File(string.Create(CultureInfo.InvariantCulture, $"a{i}"), [1]), [1]), token))).ConfigureAwait(false);
        Same("how many are stored", 10, outcomes.Count(outcome => outcome == BoxOutcome.Stored));
        Same("how many are told that it is full", 10, outcomes.Count(outcome => outcome == BoxOutcome.Full));
        Same("how many are in the box", 10, (await scene.Box.ListAsync(E001, EmployeeNumber.Parse("0027"), token).ConfigureAwait(false)).Count);
    }

    private static async Task OneSource(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scene.StoreAsync(File("a1", [1]), [1]), token))).ConfigureAwait(false);
        Same("how many stored it", 1, outcomes.Count(outcome => outcome == BoxOutcome.Stored));
        Same("how many are told that it is there", 19, outcomes.Count(outcome => outcome == BoxOutcome.AlreadyStored));
        await scene.HoldsAsync(E001, "0027", File("a1", [1])).ConfigureAwait(false);
    }

    private static async Task Corrupt(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        BoxFile file = File("a1", "content"u8.ToArray());
        await scene.StoreAsync(file, "c0ntent"u8.ToArray()).ConfigureAwait(false);
        AttachmentContent opened = await scene.OpenAsync(file).ConfigureAwait(false);
        ThrowUnless(opened is AttachmentContent.Corrupt, $"it opens as {opened.GetType().Name}");
    }

    private static async Task Copied(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        byte[] content = "content"u8.ToArray();
        BoxFile file = await scene.StoredAsync("a1", content: content).ConfigureAwait(false);
        Array.Clear(content);
        await scene.IsAsync(file, "content"u8.ToArray()).ConfigureAwait(false);
    }

    private static async Task Cancelled(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        await ContactStoreScene.ThrowsAsync<OperationCanceledException>("storing", async () => await scene.Box.StoreAsync(File("a1", []), default, new(true)).ConfigureAwait(false)).ConfigureAwait(false);
        await scene.HoldsAsync(E001, "0027").ConfigureAwait(false);
    }

    private static async Task Reopened(IPersonalBoxHarness harness, CancellationToken token)
    {
        PersonalBoxScene scene = await OpenAsync(harness, token).ConfigureAwait(false);
        List<BoxFile> files = [];
        for (int i = 1; i <= IPersonalBox.MaxConfidentialFiles; i++)
            files.Add(await scene.StoredAsync($"a{i}", content: [(byte)i]).ConfigureAwait(false));
        PersonalBoxScene reopened = await scene.ReopenedAsync().ConfigureAwait(false);
        await reopened.HoldsAsync(E001, "0027", [.. files]).ConfigureAwait(false);
        await reopened.IsAsync(files[9], [10]).ConfigureAwait(false);
        Same("the eleventh", BoxOutcome.Full, await reopened.StoreAsync(File("a11", [1]), [1]).ConfigureAwait(false));
        Same("the first one again", BoxOutcome.AlreadyStored, await reopened.StoreAsync(files[0], [1]).ConfigureAwait(false));
    }
}
