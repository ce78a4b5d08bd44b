using CellsContact.Attachments;
using CellsContact.Contacts;
using static CellsContact.Promises.ContactStoreCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Fresh boxes, and the few words every promise is told in.</summary>
internal sealed class PersonalBoxScene
{
    private readonly IPersonalBoxHarness _harness;

    private PersonalBoxScene(IPersonalBoxHarness harness, IPersonalBox box, CancellationToken token) => (_harness, Box, Token) = (harness, box, token);

    internal IPersonalBox Box { get; }

    internal CancellationToken Token { get; }

    internal static async Task<PersonalBoxScene> OpenAsync(IPersonalBoxHarness harness, CancellationToken token) =>
        new(harness, await harness.CreateAsync(token).ConfigureAwait(false), token);

    /// <summary>The same data through another instance, or through this one where the boxes do not outlive it.</summary>
    internal async Task<PersonalBoxScene> ReopenedAsync() => new(_harness, await _harness.ReopenAsync(Token).ConfigureAwait(false) ?? Box, Token);

    internal static BoxFile File(string id, byte[] content, string number = "0027", EstablishmentId? establishment = null) => new(
        EmployeeNumber.Parse(number), AttachmentStoreScene.FileKey(id, "c-1", establishment), "雇用契約書 𠮷田.pdf", "application/pdf", content.Length,
        AttachmentStoreScene.Hash(content), "𠮷田 葛太郎 入社連絡 添付ファイル", "clerk-1", Noon);

    internal async Task<BoxOutcome> StoreAsync(BoxFile file, byte[] content) => await Box.StoreAsync(file, content, Token).ConfigureAwait(false);

    internal async Task<BoxFile> StoredAsync(string id, string number = "0027", EstablishmentId? establishment = null, byte[]? content = null)
    {
        byte[] bytes = content ?? AttachmentStoreScene.Bytes(id);
        BoxFile file = File(id, bytes, number, establishment);
        BoxOutcome outcome = await StoreAsync(file, bytes).ConfigureAwait(false);
        ThrowUnless(outcome == BoxOutcome.Stored, $"storing {file} answers {outcome}");
        return file;
    }

    internal async Task<AttachmentContent> OpenAsync(BoxFile file) =>
        await Box.OpenAsync(file.Source.Contact.Establishment, file.Number, file.Source, Token).ConfigureAwait(false);

    /// <summary>The file is in its box as this, with this content.</summary>
    internal async Task IsAsync(BoxFile expected, byte[] content)
    {
        IReadOnlyList<BoxFile> box = await Box.ListAsync(expected.Source.Contact.Establishment, expected.Number, Token).ConfigureAwait(false);
        ThrowUnless(box.Contains(expected), $"{expected} is not in the box, or not as it was stored");
        AttachmentContent opened = await OpenAsync(expected).ConfigureAwait(false);
        ThrowUnless(opened is AttachmentContent.Intact intact && intact.Bytes.Span.SequenceEqual(content), $"{expected} opens as {opened.GetType().Name}, or with another content");
    }

    /// <summary>The box holds exactly these files, oldest first.</summary>
    internal async Task HoldsAsync(EstablishmentId establishment, string number, params BoxFile[] expected)
    {
        IReadOnlyList<BoxFile> box = await Box.ListAsync(establishment, EmployeeNumber.Parse(number), Token).ConfigureAwait(false);
        ThrowUnless(box.SequenceEqual(expected), $"the box holds [{string.Join(", ", box)}] instead of [{string.Join<BoxFile>(", ", expected)}], or not as they were stored");
    }
}
