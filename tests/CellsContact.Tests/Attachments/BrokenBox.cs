using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;

namespace CellsContact.Tests.Attachments;

/// <summary>Personal boxes with one defect.</summary>
internal class BrokenBox(IPersonalBox inner) : IPersonalBox
{
    public Func<EmployeeNumber, EmployeeNumber> Number { get; init; } = number => number;

    public Func<BoxOutcome, BoxOutcome> Outcome { get; init; } = outcome => outcome;

    public Func<AttachmentContent, AttachmentContent> Opened { get; init; } = content => content;

    public Func<IReadOnlyList<BoxFile>, IEnumerable<BoxFile>> Files { get; init; } = files => files;

    public Func<CancellationToken, CancellationToken> Token { get; init; } = token => token;

    public virtual async ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token) =>
        Outcome(await inner.StoreAsync(file with { Number = Number(file.Number) }, content, Token(token)));

    public async ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token) =>
        [.. Files(await inner.ListAsync(establishment, Number(number), token))];

    public virtual async ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token) =>
        Opened(await inner.OpenAsync(establishment, Number(number), source, token));
}

/// <summary>Counts first and stores later: whoever counted in between is told the same.</summary>
internal sealed class CountsThenStores(IPersonalBox inner) : BrokenBox(inner)
{
    public override async ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        bool hasRoom = (await ListAsync(file.Source.Contact.Establishment, file.Number, token)).Count < IPersonalBox.MaxConfidentialFiles;
        await Task.Delay(TimeSpan.FromMilliseconds(100), token);
        await base.StoreAsync(file, content, token);
        return hasRoom ? BoxOutcome.Stored : BoxOutcome.Full;
    }
}

/// <summary>Keeps the caller's own bytes.</summary>
internal sealed class BoxesTheCallersBytes(IPersonalBox inner) : BrokenBox(inner)
{
    private ReadOnlyMemory<byte> _content;

    public override ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token)
    {
        _content = content;
        return base.StoreAsync(file, content, token);
    }

    public override ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token) =>
        ValueTask.FromResult<AttachmentContent>(new AttachmentContent.Intact(_content));
}

internal static class Folding
{
    internal static EmployeeNumber Folded(EmployeeNumber number) => EmployeeNumber.Parse(number.Value.Normalize(NormalizationForm.FormKC).PadLeft(4, '0'));
}
