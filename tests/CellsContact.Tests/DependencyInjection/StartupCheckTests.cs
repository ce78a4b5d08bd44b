using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CellsContact.Tests.DependencyInjection;

public sealed class StartupCheckTests
{
    [Fact]
    public async Task Start_WithNothingNamed_ReportsEveryGapTogether()
    {
        await using ServiceProvider services = new ServiceCollection().AddCellsContact(_ => { }).BuildServiceProvider();
        CellsContactConfigurationException gaps = await Assert.ThrowsAsync<CellsContactConfigurationException>(() => StartAsync(services));
        Assert.Equal(9, gaps.Gaps.Count);
        Assert.Contains("台帳がありません", gaps.Message, StringComparison.Ordinal);
        Assert.Contains("No store", gaps.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithBadOptions_ReportsThemWithTheOtherGaps()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddCellsContact(c => c
                .AddEstablishment("E001", "青空商事").UseInMemoryStore().KeepMyNumbersInMemory()
                .ConfigureDesk(o => o.NewArrivalDays = 0)
                .ConfigureIntake(o => o.MaxMessageBytes = -1))
            .BuildServiceProvider();
        CellsContactConfigurationException gaps = await Assert.ThrowsAsync<CellsContactConfigurationException>(() => StartAsync(services));
        Assert.Equal(3, gaps.Gaps.Count);
        Assert.Contains(gaps.Gaps, gap => gap.Contains("NewArrivalDays", StringComparison.Ordinal));
        Assert.Contains(gaps.Gaps, gap => gap.Contains("MaxMessageBytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithEverythingNamed_Starts()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddCellsContact(c => c.AddEstablishment("E001", "青空商事").UseInMemoryLedger().UseInMemoryStore().KeepMyNumbersInMemory())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await StartAsync(services);
        Assert.NotNull(services.GetRequiredService<ContactDesk>());
        Assert.NotNull(services.GetRequiredService<ContactInbox>());
    }

    [Fact]
    public void AddCellsContact_AfterTheApplicationsOwnLedger_KeepsIt()
    {
        UnreliableLedger own = new();
        using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILedger>(own)
            .AddCellsContact(c => c.UseInMemoryLedger())
            .BuildServiceProvider();
        Assert.Same(own, services.GetRequiredService<ILedger>());
    }

    [Fact]
    public void AddEstablishment_TwiceButForCase_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCellsContact(c => c.AddEstablishment("E001", "甲").AddEstablishment("e001", "乙")));

    private static async Task StartAsync(IServiceProvider services)
    {
        foreach (IHostedService hosted in services.GetServices<IHostedService>())
            await ((IHostedLifecycleService)hosted).StartingAsync(CancellationToken.None);
    }
}
