using System.Globalization;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CellsContact.Tests.Scenes;

/// <summary>The office with numbers: an authenticator that is told what to say, a retention that is told what to keep, and ports that may be interrupted.</summary>
internal sealed class NumberScene : IDisposable
{
    internal const string Purpose = "連絡の確認";
    internal const string OtherPurpose = "税の手続";

    internal NumberScene(Action<CellsContactBuilder>? configure = null) => Office = new(
        builder =>
        {
            builder.ConfigureMyNumbers(options => options.LogKey = [.. Enumerable.Repeat((byte)7, 32)]);
            configure?.Invoke(builder);
        },
        register: services =>
        {
            FakeTimeProvider time = (FakeTimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            Interruption.Into<ILedger>(services);
            Interruption.Into<IContactStore>(services, _ => new InMemoryContactStore());
            Interruption.Into<IMyNumberVault>(services, _ => new InMemoryMyNumberVault(time));
            Interruption.Into<IMyNumberAccessLog>(services, _ => Log);
            services.AddSingleton<IMyNumberAuthenticator>(Authenticator);
            services.AddSingleton<IMyNumberRetention>(Retention);
            services.AddSingleton<IOperatorPolicy>(Policy);
        });

    internal OfficeScene Office { get; }

    internal Interruption Interruption { get; } = new();

    internal InMemoryMyNumberAccessLog Log { get; } = new();

    internal ToldAuthenticator Authenticator { get; } = new();

    internal ToldRetention Retention { get; } = new();

    internal ToldPolicy Policy { get; } = new();

    internal MyNumberDesk Desk => Office.MyNumbers;

    internal IMyNumberVault Vault => Office.Vault;

    public void Dispose() => Office.Dispose();

    /// <summary>A valid number: eleven digits made of a seed, and the check digit.</summary>
    internal static string Number(int seed)
    {
        Random random = new(seed);
        byte[] digits = [.. Enumerable.Range(0, 11).Select(_ => (byte)random.Next(10))];
        return string.Concat(digits.Append((byte)MyNumber.CheckDigit(digits)).Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
    }

    internal static string Digits(MyNumber number)
    {
        char[] digits = new char[12];
        number.CopyDigitsTo(digits);
        return new(digits);
    }

    internal static MyNumberSlot Own(ContactKey key) => new(key, "myNumber");

    /// <summary>An employee of E001, or a dependent of one.</summary>
    internal static MyNumberOwner Owner(string number, DependentKey? dependent = null) => new(OfficeScene.E001, EmployeeNumber.Parse(number), dependent);

    /// <summary>0019's husband.</summary>
    internal static DependentKey Akira { get; } = new(new(1993, 7, 15), "明");

    /// <summary>Receives a マイナンバー更新連絡 about 0019 or her husband.</summary>
    internal Task<ContactKey> ReceiveUpdateAsync(string id, string change, string? number, bool ofDependent = false, string person = "0019") =>
        Office.ReceiveExampleAsync("my-number-update", update =>
        {
            update["id"] = id;
            update["person"]!["employeeNumber"] = person;
            update["change"] = change;
            update["subject"] = ofDependent ? OfficeScene.Example("my-number-deletion-dependent")["subject"]!.DeepClone() : "self";
            update.Remove("myNumber");
            if (number is not null)
                update["myNumber"] = number;
        });

    internal Task<SaveResult> ConfirmAsync(ContactKey key) => Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Confirm);

    /// <summary>Gives 0019 or her husband a number, as any other is given.</summary>
    internal async Task<MyNumberSlot> GiveNumberAsync(string id, string number, bool ofDependent = false, string person = "0019")
    {
        ContactKey key = await ReceiveUpdateAsync(id, "register", number, ofDependent, person);
        Assert.IsType<SaveResult.Saved>(await ConfirmAsync(key));
        return Own(key);
    }

    internal async Task<MyNumberGrant> GrantAsync(MyNumberScope? scope = null, string purpose = Purpose) =>
        Assert.IsType<MyNumberAuthentication.Granted>(await Desk.AuthenticateAsync(OfficeScene.Clerk, purpose, scope ?? MyNumberScope.Of(OfficeScene.E001), null)).Grant;

    /// <summary>What was recorded, oldest first.</summary>
    internal async Task<IReadOnlyList<MyNumberAccess>> RecordedAsync(MyNumberAccessKind? kind = null) =>
        [.. (await Office.Book.ListAsync(new() { Kind = kind, Limit = 1000 })).Reverse().Select(record => record.Access)];

    internal async Task<MyNumberAccessResult[]> ResultsAsync(MyNumberAccessKind kind) => [.. (await RecordedAsync(kind)).Select(access => access.Result)];
}

/// <summary>An authenticator that says what it is told, and counts.</summary>
internal sealed class ToldAuthenticator : IMyNumberAuthenticator
{
    private int _judged;

    internal MyNumberVerdict Verdict { get; set; } = MyNumberVerdict.Approved;

    internal Exception? Throws { get; set; }

    internal int Judged => _judged;

    internal MyNumberRequest? Last { get; private set; }

    public async ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token)
    {
        Interlocked.Increment(ref _judged);
        Last = request;
        await Task.Yield();
        return Throws is null ? Verdict : throw Throws;
    }
}

internal sealed class ToldRetention : IMyNumberRetention
{
    internal MyNumberHold? Hold { get; set; }

    public ValueTask<MyNumberHold?> FindHoldAsync(MyNumberOwner owner, CancellationToken token) => ValueTask.FromResult(Hold);
}

internal sealed class ToldPolicy : IOperatorPolicy
{
    internal Func<DeskOperator, EstablishmentId, bool> MaySee { get; set; } = (_, _) => true;

    public ValueTask<bool> MaySeeAsync(DeskOperator clerk, EstablishmentId establishment, CancellationToken token) => ValueTask.FromResult(MaySee(clerk, establishment));
}
