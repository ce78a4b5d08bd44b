using CellsContact.Attachments;
using CellsContact.DependencyInjection;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CellsContact.Tests.DependencyInjection;

/// <summary>Attached files in a folder, named at the one door in.</summary>
public sealed class AttachmentFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cellscontact-").FullName;

    private string Folder => Path.Combine(_root, "files");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory, InlineData(true), InlineData(false)]
    public async Task UseAttachmentFolder_BeforeOrAfterTheStore_KeepsFilesInTheFolder(bool before)
    {
        await using ServiceProvider services = Build(c => _ = before ? c.UseAttachmentFolder(Folder).UseInMemoryStore() : c.UseInMemoryStore().UseAttachmentFolder(Folder));
        await StartAsync(services);
        Assert.True(Directory.Exists(Folder));
        FileSystemAttachmentStore files = Assert.IsType<FileSystemAttachmentStore>(services.GetRequiredService<IAttachmentStore>());
        StoredAttachment file = new(new(new(OfficeScene.E001, CellsContact.Contacts.ContactId.Parse("c-1")), "a1"), "契約書.pdf", "application/pdf", 0, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([])), DateTimeOffset.UnixEpoch);
        Assert.True(await files.PutAsync(file, default, default));
        Assert.Single(Directory.EnumerateFiles(Folder, "*.attachment"));
    }

    [Fact]
    public async Task UseAttachmentFolder_BesideTheApplicationsOwnStore_LeavesThatOne()
    {
        InMemoryAttachmentStore own = new();
        await using ServiceProvider services = Build(c => c.UseInMemoryStore().UseAttachmentFolder(Folder), own);
        await StartAsync(services);
        Assert.Same(own, services.GetRequiredService<IAttachmentStore>());
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task UseAttachmentFolder_ThatCannotBeMade_IsReportedWithTheOtherGaps()
    {
        await File.WriteAllTextAsync(Folder, "");
        await using ServiceProvider services = Build(c => c.UseInMemoryStore().UseAttachmentFolder(Folder).ConfigureDesk(o => o.NewArrivalDays = 0));
        CellsContactConfigurationException gaps = await Assert.ThrowsAsync<CellsContactConfigurationException>(() => StartAsync(services));
        Assert.Equal(2, gaps.Gaps.Count);
        Assert.Contains(gaps.Gaps, gap => gap.Contains(Folder, StringComparison.Ordinal));
    }

    [Fact]
    public void UseAttachmentFolder_TwiceOrBlank_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Build(c => c.UseAttachmentFolder(Folder).UseAttachmentFolder(Folder)));
        Assert.Throws<ArgumentException>(() => Build(c => c.UseAttachmentFolder(" ")));
    }

    private static ServiceProvider Build(Action<CellsContactBuilder> configure, IAttachmentStore? own = null)
    {
        ServiceCollection services = new();
        if (own is not null)
            services.AddSingleton(own);
        return services
            .AddCellsContact(c => configure(c.AddEstablishment("E001", "青空商事").UseInMemoryLedger().KeepMyNumbersInMemory()))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static async Task StartAsync(ServiceProvider services)
    {
        foreach (IHostedLifecycleService service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
            await service.StartingAsync(default);
    }
}
