using System.Text.Json.Nodes;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CellsContact.Tests.Intake;

/// <summary>An inbox with everything around it in memory, on 3 July 2026.</summary>
internal sealed class Receiving
{
    internal static readonly EstablishmentId E001 = EstablishmentId.Parse("E001");

    internal Receiving(Action<IntakeOptions>? configure = null, IContactStore? store = null, IMyNumberVault? vault = null)
    {
        IntakeOptions options = new();
        configure?.Invoke(options);
        Clock = new(Time, Options.Create(new OfficeOptions()));
        Validator = new(Options.Create(options), Clock);
        Book = new(AccessLog, Time, Options.Create(new MyNumberOptions { LogKey = new byte[32] }));
        Inbox = new(store ?? Store, vault ?? Vault, Book, Attachments, Directory, Store, Validator, Clock, Options.Create(options), Logger);
    }

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 7, 3, 9, 0, 0, TimeSpan.FromHours(9)));

    internal OfficeClock Clock { get; }

    internal InMemoryContactStore Store { get; } = new();

    internal InMemoryMyNumberVault Vault { get; } = new();

    internal InMemoryAttachmentStore Attachments { get; } = new();

    internal InMemoryMyNumberAccessLog AccessLog { get; } = new();

    internal MyNumberAccessBook Book { get; }

    internal EstablishmentList Directory { get; } = new([new(E001, "株式会社サンプル"), new(EstablishmentId.Parse("E002"), "有限会社見本")]);

    internal ContactValidator Validator { get; }

    internal ContactInbox Inbox { get; }

    internal CollectingLogger<ContactInbox> Logger { get; } = new();

    internal static Sender Sender { get; } = new("client-e001", [E001]);

    internal static ContactKey Key(string id) => new(E001, ContactId.Parse(id));

    internal async Task<IReadOnlyList<IntakeResult>> ReceiveAsync(Stream message, Sender? sender = null)
    {
        List<IntakeResult> results = [];
        await foreach (IntakeResult result in Inbox.ReceiveAsync(message, sender ?? Sender))
            results.Add(result);
        return results;
    }

    internal async Task<IntakeResult> ReceiveAsync(JsonNode contact, Sender? sender = null) =>
        Assert.Single(await ReceiveAsync(Wire.Stream(contact), sender));

    internal async Task<IReadOnlyList<ContactFinding>> FindingsAsync(JsonNode contact) => FindingsOf(await ReceiveAsync(contact));

    internal async Task<IReadOnlyList<ContactFinding>> FindingsAsync(string message) => FindingsOf((await ReceiveAsync(Wire.Stream(message)))[^1]);

    internal static IReadOnlyList<ContactFinding> FindingsOf(IntakeResult result) => result switch
    {
        IntakeResult.Accepted accepted => accepted.Findings,
        IntakeResult.Rejected rejected => rejected.Findings,
        _ => [],
    };
}
