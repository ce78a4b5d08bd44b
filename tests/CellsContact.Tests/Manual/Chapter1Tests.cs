using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>１．顧問先からの連絡データを確認する。</summary>
public sealed class Chapter1Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Step1_DeskWithoutAnAuthenticatedOperator_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _office.Desk.ListAsync(new(), null!));
        await Assert.ThrowsAsync<ArgumentException>(() => _office.Desk.OpenAsync(ContactKey.Parse("E001/c-1"), new DeskOperator(" ")));
    }

    [Fact]
    public async Task Step2_ListAtFirst_ReachesBackTheNewArrivalDays()
    {
        using OfficeScene office = new(c => c.ConfigureDesk(o => o.NewArrivalDays = 7));
        ContactKey old = await office.ReceiveExampleAsync("separation");
        office.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(old, Assert.Single((await office.Desk.ListAsync(new(), OfficeScene.Clerk)).Items).Key);

        office.Time.Advance(TimeSpan.FromDays(1));
        ContactKey fresh = await office.ReceiveExampleAsync("insurance-leave");
        Assert.Equal(fresh, Assert.Single((await office.Desk.ListAsync(new(), OfficeScene.Clerk)).Items).Key);
    }

    [Fact]
    public async Task Step2_NewArrivalDays_TurnAtMidnightInTokyoWhereverTheHostIs()
    {
        using OfficeScene office = new(c => c.ConfigureDesk(o => o.NewArrivalDays = 1));
        office.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 14, 59, 0, TimeSpan.Zero));
        await office.ReceiveExampleAsync("separation");
        Assert.Single((await office.Desk.ListAsync(new(), OfficeScene.Clerk)).Items);

        office.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 15, 0, 0, TimeSpan.Zero));
        Assert.Empty((await office.Desk.ListAsync(new(), OfficeScene.Clerk)).Items);
    }

    [Fact]
    public async Task Step3_Filters_NarrowTheList()
    {
        ContactKey hire = await _office.ReceiveExampleAsync("hire");
        ContactKey separation = await _office.ReceiveExampleAsync("separation");
        ContactKey elsewhere = await _office.ReceiveExampleAsync("insurance-leave", json => json["establishmentId"] = "E002");
        await _office.ReflectAsync(separation);

        Assert.Equal([elsewhere, separation, hire], await Keys(new()));
        Assert.Equal([separation, hire], await Keys(new() { Establishment = OfficeScene.E001 }));
        Assert.Equal([hire], await Keys(new() { Kind = ContactKind.Hire }));
        Assert.Equal([separation], await Keys(new() { Status = ContactStatus.Registered }));
        Assert.Equal([separation, hire], await Keys(new() { Establishment = OfficeScene.E001, AllDates = true }));
        Assert.Equal([elsewhere, separation, hire], await Keys(new() { From = new(2026, 7, 3), To = new(2026, 7, 3) }));
        Assert.Empty(await Keys(new() { To = new(2026, 7, 2) }));
    }

    [Fact]
    public async Task Step3_AllDatesWithoutEstablishment_IsRefusedInTheManualsWords()
    {
        ContactQueryException refused = await Assert.ThrowsAsync<ContactQueryException>(() => _office.Desk.ListAsync(new() { AllDates = true }, OfficeScene.Clerk));
        Assert.Equal("表示日を「すべて」にする場合は、事業所名を選択してください。", refused.Text.Japanese);
    }

    [Fact]
    public async Task Step3_Pages_ShowEveryNoticeOnceWhileNewOnesArrive()
    {
        for (int i = 0; i < 7; i++)
            await _office.ReceiveExampleAsync("separation", json => json["id"] = $"c-{i}");
        List<ContactKey> seen = [];
        string? cursor = null;
        do
        {
            ContactPage page = await _office.Desk.ListAsync(new() { PageSize = 3, Cursor = cursor }, OfficeScene.Clerk);
            seen.AddRange(page.Items.Select(item => item.Key));
            cursor = page.NextCursor;
            await _office.ReceiveExampleAsync("separation", json => json["id"] = $"new-{seen.Count}");
        }
        while (cursor is not null);

        Assert.Equal(["c-6", "c-5", "c-4", "c-3", "c-2", "c-1", "c-0"], seen.Select(key => key.Id.Value));
    }

    [Fact]
    public async Task Step4_Open_ShowsTheNoticeAsReceived()
    {
        ContactKey key = await _office.ReceiveExampleAsync("address-name-change");
        ContactDetail detail = (await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!;
        AddressNameChangeContact contact = Assert.IsType<AddressNameChangeContact>(detail.Effective);

        Assert.Equal("大阪府大阪市北区梅田2-4-9", contact.NewAddress!.Address);
        Assert.Equal("未", detail.Label.OnDesk);
        Assert.Contains(ContactAction.Reflect, detail.Actions);
        Assert.Equal("青空商事", detail.Establishment!.Name);
        Assert.Null(await _office.Desk.OpenAsync(ContactKey.Parse("E001/none"), OfficeScene.Clerk));
    }

    [Fact]
    public async Task WholeChapter_OperatorWhoMayNotSeeAnEstablishment_FindsNothingOfIt()
    {
        using OfficeScene office = new(register: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IOperatorPolicy>(services, new OnlyE002()));
        ContactKey hidden = await office.ReceiveExampleAsync("separation");
        ContactKey shown = await office.ReceiveExampleAsync("separation", json => json["establishmentId"] = "E002");

        Assert.Equal(shown, Assert.Single((await office.Desk.ListAsync(new(), OfficeScene.Clerk)).Items).Key);
        Assert.Empty((await office.Desk.ListAsync(new() { Establishment = OfficeScene.E001 }, OfficeScene.Clerk)).Items);
        Assert.Null(await office.Desk.OpenAsync(hidden, OfficeScene.Clerk));
        Assert.IsType<SaveResult.NotFound>(await office.Desk.SaveAsync(hidden, OfficeScene.Clerk, ContactDecision.Complete));
        Assert.IsType<SaveResult.NotFound>((await office.Desk.PreviewAsync(hidden, OfficeScene.Clerk, ContactDecision.Reflect)).Blocked);
    }

    private async Task<IEnumerable<ContactKey>> Keys(ContactQuery query) =>
        (await _office.Desk.ListAsync(query, OfficeScene.Clerk)).Items.Select(item => item.Key);

    private sealed class OnlyE002 : IOperatorPolicy
    {
        public ValueTask<bool> MaySeeAsync(DeskOperator clerk, EstablishmentId establishment, CancellationToken token) => ValueTask.FromResult(establishment.Value == "E002");
    }
}
