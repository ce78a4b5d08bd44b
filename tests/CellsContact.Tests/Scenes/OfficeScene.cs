using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Retention;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CellsContact.Tests.Scenes;

/// <summary>An office with one client: the real inbox and desk over a ledger and a store in memory.</summary>
internal sealed class OfficeScene : IDisposable
{
    internal static readonly EstablishmentId E001 = EstablishmentId.Parse("E001");
    internal static readonly DeskOperator Clerk = new("sato", "佐藤");
    internal static readonly DeskOperator Colleague = new("ito", "伊藤");

    private readonly ServiceProvider _services;

    internal OfficeScene(Action<CellsContactBuilder>? configure = null, IEnumerable<LedgerField>? fields = null, Action<IServiceCollection>? register = null, bool publication = true)
    {
        Ledger = new InMemoryLedger(fields ?? LedgerFields.All, Time);
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILedger>(Ledger);
        register?.Invoke(services);
        services.AddCellsContact(c =>
        {
            c.AddEstablishment("E001", "青空商事", publication).AddEstablishment("E002", "海辺工業").UseInMemoryStore().KeepMyNumbersInMemory();
            configure?.Invoke(c);
        });
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Ledger.Add(E001, Cast.Everybody());
    }

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));

    internal InMemoryLedger Ledger { get; }

    internal IContactStore Store => _services.GetRequiredService<IContactStore>();

    internal IIntakeLog IntakeLog => _services.GetRequiredService<IIntakeLog>();

    internal ContactInbox Inbox => _services.GetRequiredService<ContactInbox>();

    internal IMyNumberVault Vault => _services.GetRequiredService<IMyNumberVault>();

    internal MyNumberDesk MyNumbers => _services.GetRequiredService<MyNumberDesk>();

    internal MyNumberAccessBook Book => _services.GetRequiredService<MyNumberAccessBook>();

    internal MyNumberSweep Sweep => _services.GetRequiredService<MyNumberSweep>();

    internal ContactDesk Desk => _services.GetRequiredService<ContactDesk>();

    public void Dispose() => _services.Dispose();

    internal T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    internal static JsonObject Example(string name, Action<JsonObject>? change = null)
    {
        JsonObject json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wire-examples", name + ".json")))!.AsObject();
        change?.Invoke(json);
        return json;
    }

    internal async Task<IReadOnlyList<IntakeResult>> ReceiveAsync(string message, string establishment = "E001")
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(message));
        List<IntakeResult> results = [];
        await foreach (IntakeResult result in Inbox.ReceiveAsync(stream, new Sender("client", [EstablishmentId.Parse(establishment)])))
            results.Add(result);
        return results;
    }

    /// <summary>Receives an example, changed, and returns its key.</summary>
    internal async Task<ContactKey> ReceiveExampleAsync(string name, Action<JsonObject>? change = null)
    {
        JsonObject json = Example(name, change);
        IntakeResult result = Assert.Single(await ReceiveAsync(json.ToJsonString(), json["establishmentId"]!.GetValue<string>()));
        return Assert.IsType<IntakeResult.Accepted>(result).Key;
    }

    internal LedgerPerson Person(string number) => Ledger.People(E001).Single(person => person.Number.Value == number);

    internal async Task<ContactEntry> EntryAsync(ContactKey key) => (await Store.FindAsync(key, CancellationToken.None))!;

    internal async Task<SaveResult.Saved> ReflectAsync(ContactKey key, ContactDecision? decision = null) =>
        Assert.IsType<SaveResult.Saved>(await Desk.SaveAsync(key, Clerk, decision ?? ContactDecision.Reflect));
}
