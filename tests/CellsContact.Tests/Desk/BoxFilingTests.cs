using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CellsContact.Tests.Desk;

public sealed class BoxFilingTests
{
    private const string FileName = "佐藤一郎の離職票";

    [Fact]
    public async Task ReflectAsync_BoxFails_IsSavedAndTheLogTellsThePlaceWithoutWhatTheSenderCallsTheFile()
    {
        CollectingLogger<ContactDesk> logger = new();
        using OfficeScene office = new(register: services => services.AddSingleton<IPersonalBox, QuotingBox>().AddSingleton<ILogger<ContactDesk>>(logger));
        ContactKey key = await office.ReceiveExampleAsync("separation", json => json["attachments"] = new JsonArray(
            new JsonObject { ["id"] = FileName, ["fileName"] = FileName, ["mediaType"] = "text/plain", ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(FileName)) }));

        SaveResult.Saved saved = await office.ReflectAsync(key, ContactDecision.Reflect with { StoreAttachments = true });

        Assert.Equal([new(new(key, FileName), FileOutcome.Failed)], saved.Files);
        Assert.True(saved.Entry.IsReflected);
        Assert.Contains(logger.Lines, line => line.Contains($"Attachment 1 of notice {key} was not put into the personal box: InvalidOperationException.", StringComparison.Ordinal));
        Assert.DoesNotContain(logger.Lines, line => line.Contains("佐藤", StringComparison.Ordinal));
    }

    /// <summary>A box that fails and quotes what it was given.</summary>
    private sealed class QuotingBox : IPersonalBox
    {
        public ValueTask<BoxOutcome> StoreAsync(BoxFile file, ReadOnlyMemory<byte> content, CancellationToken token) =>
            throw new InvalidOperationException($"Cannot store {file.Name}, {file.Description}: {Encoding.UTF8.GetString(content.Span)}");

        public ValueTask<IReadOnlyList<BoxFile>> ListAsync(EstablishmentId establishment, EmployeeNumber number, CancellationToken token) => new([]);

        public ValueTask<AttachmentContent> OpenAsync(EstablishmentId establishment, EmployeeNumber number, AttachmentKey source, CancellationToken token) =>
            new(new AttachmentContent.NotFound());
    }
}
