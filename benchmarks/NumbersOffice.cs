using System.Globalization;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Trials;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CellsContact.Benchmarks;

/// <summary>An office whose numbers are kept durably: SQLite, and keys in a folder. Time stands still.</summary>
internal sealed class NumbersOffice : IAsyncDisposable
{
    internal const string Purpose = "連絡の確認";
    internal const string OtherPurpose = "税の手続";

    private readonly ServiceProvider _services;

    private NumbersOffice(ServiceProvider services, OfficeFolder folder) => (_services, Folder) = (services, folder);

    internal static byte[] LogKey { get; } = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];

    internal static TimeProvider Time { get; } = new Still();

    internal OfficeFolder Folder { get; }

    internal IMyNumberVault Vault => _services.GetRequiredService<IMyNumberVault>();

    internal IMyNumberAccessLog Log => _services.GetRequiredService<IMyNumberAccessLog>();

    internal MyNumberAccessBook Book => _services.GetRequiredService<MyNumberAccessBook>();

    internal MyNumberDesk Desk => _services.GetRequiredService<MyNumberDesk>();

    internal static async Task<NumbersOffice> OpenAsync()
    {
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(Time);
        services.AddSingleton<IMyNumberAuthenticator, Everybody>();
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(folder.Path, "keys")));
        services.AddCellsContact(builder => builder
            .AddEstablishment(OfficeFolder.Establishment.Value, "株式会社テスト")
            .ConfigureMyNumbers(options => options.LogKey = LogKey)
            .UseInMemoryLedger()
            .UseEntityFrameworkCore(options => options.UseSqlite(folder.Database)));
        ServiceProvider provider = services.BuildServiceProvider();
        foreach (IHostedLifecycleService service in provider.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(CancellationToken.None);
        foreach (IHostedService service in provider.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        return new(provider, folder);
    }

    internal async Task<MyNumberGrant> GrantAsync() => await GrantAsync(Desk);

    internal static async Task<MyNumberGrant> GrantAsync(MyNumberDesk desk) =>
        await desk.AuthenticateAsync(TrialOffice.Clerk, Purpose, MyNumberScope.Of(OfficeFolder.Establishment), null) is MyNumberAuthentication.Granted granted
            ? granted.Grant
            : throw new InvalidOperationException("Not granted.");

    internal static MyNumberSlot SlotOf(int notice) => new(new(OfficeFolder.Establishment, ContactId.Parse(string.Create(CultureInfo.InvariantCulture, $"n-{notice}"))), "myNumber");

    internal static MyNumberOwner OwnerOf(int person) => new(OfficeFolder.Establishment, EmployeeNumber.Parse(person.ToString("00000", CultureInfo.InvariantCulture)));

    /// <summary>A valid number for each value from 1.</summary>
    internal static MyNumber NumberOf(int value)
    {
        byte[] digits = [.. value.ToString("00000000000", CultureInfo.InvariantCulture).Select(digit => (byte)(digit - '0'))];
        string text = string.Create(CultureInfo.InvariantCulture, $"{value:00000000000}{MyNumber.CheckDigit(digits)}");
        return MyNumber.TryParse(text, out MyNumber? number) ? number : throw new InvalidOperationException("No number.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IHostedService service in _services.GetServices<IHostedService>().Reverse())
            await service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        Folder.Delete();
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 1, 0, 30, 0, TimeSpan.Zero);
    }

    internal sealed class Everybody : IMyNumberAuthenticator
    {
        public ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token) => ValueTask.FromResult(MyNumberVerdict.Approved);
    }
}
