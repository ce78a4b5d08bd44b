using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyPages;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.MyPages;

/// <summary>The client sees what the office did: at least once, in order, the newest at the end.</summary>
public sealed class MyPageDeliveryTests : IDisposable
{
    private static readonly ContactDecision s_published = ContactDecision.Reflect with { Publish = true };
    private readonly FailingPage _page = new();
    private readonly OfficeScene _office;

    public MyPageDeliveryTests() => _office = new(register: services => services.AddSingleton<IMyPage>(_page));

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Deliver_APublishedHire_ShowsThePersonAndTheStatus()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        await _office.ReflectAsync(key, s_published);

        Assert.Equal(2, await Delivery.DeliverAsync());

        PublishedPerson person = Assert.Single(_page.Inner.People(OfficeScene.E001));
        Assert.Equal("0032", person.Person!.Number.Value);
        SharedStatus status = Assert.Single(_page.Inner.Statuses(OfficeScene.E001));
        Assert.Equal((key, "登録完了"), (status.Contact, status.Label));
        Assert.Empty(await Outbox.ListAsync(null, 10, default));
    }

    [Fact]
    public async Task Deliver_NotPublished_SharesTheStatusOnly()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("hire"));
        await Delivery.DeliverAsync();

        Assert.Empty(_page.Inner.People(OfficeScene.E001));
        Assert.Single(_page.Inner.Statuses(OfficeScene.E001));
    }

    [Fact]
    public async Task Deliver_ADecline_ShowsTheMessageAndNeverTheMemo()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Decline with { MessageToClient = "退職届を添えてください。", Memo = "電話で確認" });
        await Delivery.DeliverAsync();

        SharedStatus status = Assert.Single(_page.Inner.Statuses(OfficeScene.E001));
        Assert.Equal((ContactStatus.Declined, "登録保留", "退職届を添えてください。"), (status.Status, status.Label, status.MessageToClient));
    }

    [Fact]
    public async Task Deliver_ADraft_TellsNothing()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Draft with { Edits = [Edit.Set("phoneAfter", "090-0000-0000")] });
        Assert.Equal(0, await Delivery.DeliverAsync());
    }

    [Fact]
    public async Task Deliver_TwoNoticesAboutOnePersonRetriedOutOfOrder_EndsWithTheNewest()
    {
        ContactKey hire = await _office.ReceiveExampleAsync("hire");
        await _office.ReflectAsync(hire, s_published);
        _page.FailPeople = 1;
        await Delivery.DeliverAsync();
        ContactKey change = await _office.ReceiveExampleAsync("address-name-change", json =>
        {
            json["person"] = new JsonObject { ["employeeNumber"] = "0032" };
            json["newName"]!["family"] = "新田";
        });
        SavePreview preview = await _office.Desk.PreviewAsync(change, OfficeScene.Clerk, s_published);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));

        for (int round = 0; round < 5; round++)
        {
            _office.Time.Advance(TimeSpan.FromMinutes(1));
            await Delivery.DeliverAsync();
        }

        PublishedPerson shown = Assert.Single(_page.Inner.People(OfficeScene.E001));
        Assert.StartsWith("新田", shown.Person!.Row[PersonFields.Name].Text, StringComparison.Ordinal);
        Assert.Equal(_page.Versions.Order(), _page.Versions);
    }

    [Theory]
    [InlineData("separation", "2026-06-30")]
    [InlineData("dependent-change", "中村　葵")]
    [InlineData("address-name-change", "大阪府大阪市北区梅田2-4-9")]
    [InlineData("insurance-change", "2026-05-01")]
    public async Task Deliver_OfEveryOtherKind_RefreshesWhatTheClientSeesOfAPublishedPerson(string example, string change)
    {
        PublishedPerson before = await PublishAHireAsync();
        Assert.DoesNotContain(change, Texts(before));

        await SaveAboutTheHiredAsync(example, s_published);
        await Delivery.DeliverAsync();

        PublishedPerson after = Assert.Single(_page.Inner.People(OfficeScene.E001));
        Assert.Contains(change, Texts(after));
        Assert.True(after.Version > before.Version);
    }

    [Theory]
    [InlineData("separation")]
    [InlineData("dependent-change")]
    [InlineData("address-name-change")]
    [InlineData("insurance-change")]
    public async Task Deliver_OfEveryOtherKindWithoutPublishing_LeavesWhatTheClientSeesAndSharesTheStatus(string example)
    {
        PublishedPerson before = await PublishAHireAsync();

        ContactKey key = await SaveAboutTheHiredAsync(example, ContactDecision.Reflect);
        await Delivery.DeliverAsync();

        Assert.Equal(before, Assert.Single(_page.Inner.People(OfficeScene.E001)));
        Assert.Equal("登録完了", _page.Inner.Statuses(OfficeScene.E001).Single(status => status.Contact == key).Label);
    }

    [Fact]
    public async Task Deliver_EachStatus_ShowsItsLabel()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        foreach ((ContactDecision decision, string label) in ((ContactDecision, string)[])
            [(ContactDecision.Decline with { MessageToClient = "保留します。" }, "登録保留"), (ContactDecision.Reopen, "未処理"), (ContactDecision.Reflect, "登録完了"), (ContactDecision.Complete, "手続完了")])
        {
            Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, decision));
            await Delivery.DeliverAsync();
            Assert.Equal(label, Assert.Single(_page.Inner.Statuses(OfficeScene.E001)).Label);
        }
    }

    [Fact]
    public async Task Deliver_ThatFails_WaitsLongerEachTimeAndIsParkedVisibly()
    {
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("separation"));
        _page.FailStatuses = int.MaxValue;
        List<TimeSpan> waits = [];
        for (int i = 0; i < 20; i++)
        {
            await Delivery.DeliverAsync();
            OutboxEntry entry = Assert.Single(await Outbox.ListAsync(null, 10, default));
            waits.Add(entry.NextAttemptAt - _office.Time.GetUtcNow());
            _office.Time.Advance(TimeSpan.FromHours(2));
        }

        Assert.True(waits[0] > TimeSpan.Zero && waits[0] <= TimeSpan.FromSeconds(5));
        Assert.True(waits[5] > waits[0] && waits[15] <= TimeSpan.FromHours(1));
        OutboxEntry parked = Assert.Single(await Outbox.ListAsync(OutboxState.Parked, 10, default));
        Assert.Equal((20, nameof(InvalidOperationException)), (parked.Attempts, parked.LastError));

        _page.FailStatuses = 0;
        Assert.True(await Outbox.ReleaseAsync(parked.Sequence, _office.Time.GetUtcNow(), default));
        Assert.Equal(1, await Delivery.DeliverAsync());
    }

    [Fact]
    public async Task Deliver_APoisonedMessage_HoldsUpNobodyElse()
    {
        ContactKey poisoned = await _office.ReceiveExampleAsync("separation");
        await _office.ReflectAsync(poisoned);
        await _office.ReflectAsync(await _office.ReceiveExampleAsync("hire"));
        _page.Poisoned = poisoned;

        Assert.Equal(1, await Delivery.DeliverAsync());
        Assert.Equal("c-20260401-0001", Assert.Single(_page.Inner.Statuses(OfficeScene.E001)).Contact.Id.Value);
    }

    [Fact]
    public async Task Deliver_WhereNoPageIsSetUp_TellsNobody()
    {
        using OfficeScene office = new(register: services => services.AddSingleton<IMyPage>(_page), publication: false);
        await office.ReflectAsync(await office.ReceiveExampleAsync("separation"));
        await office.Service<MyPageDelivery>().DeliverAsync();
        Assert.Empty(_page.Inner.Statuses(OfficeScene.E001));
    }

    [Fact]
    public async Task Deliver_AHireTakenBack_ShowsNobody()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        await _office.ReflectAsync(key, s_published);
        await Delivery.DeliverAsync();
        await _office.ReflectAsync(key, ContactDecision.Undo);
        await Delivery.DeliverAsync();

        Assert.Empty(_page.Inner.People(OfficeScene.E001));
        Assert.Equal("未処理", Assert.Single(_page.Inner.Statuses(OfficeScene.E001)).Label);
    }

    private async Task<PublishedPerson> PublishAHireAsync()
    {
        ContactKey hire = await _office.ReceiveExampleAsync("hire", json => json["socialInsurance"] = new JsonObject { ["join"] = false });
        await _office.ReflectAsync(hire, s_published);
        await Delivery.DeliverAsync();
        return Assert.Single(_page.Inner.People(OfficeScene.E001));
    }

    private async Task<ContactKey> SaveAboutTheHiredAsync(string example, ContactDecision decision)
    {
        ContactKey key = await _office.ReceiveExampleAsync(example, json =>
        {
            json["person"] = new JsonObject { ["employeeNumber"] = "0032" };
            if (example == "separation")
                json["separationDate"] = "2026-06-30";
        });
        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, decision);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
        return key;
    }

    private static IEnumerable<string> Texts(PublishedPerson person) =>
        person.Person!.Dependents.Append(person.Person.Row).SelectMany(row => row.Values).Select(field => field.Value.Text);

    private MyPageDelivery Delivery => _office.Service<MyPageDelivery>();

    private IOutbox Outbox => _office.Service<IOutbox>();

    /// <summary>A page that fails as often as it is told to.</summary>
    private sealed class FailingPage : IMyPage
    {
        internal InMemoryMyPage Inner { get; } = new();

        internal int FailPeople { get; set; }

        internal int FailStatuses { get; set; }

        internal ContactKey? Poisoned { get; set; }

        internal List<long> Versions { get; } = [];

        public ValueTask PublishAsync(PublishedPerson person, CancellationToken token)
        {
            if (FailPeople-- > 0)
                throw new InvalidOperationException("the page is down");
            Versions.Add(person.Version);
            return Inner.PublishAsync(person, token);
        }

        public ValueTask ShareAsync(SharedStatus status, CancellationToken token)
        {
            if (FailStatuses-- > 0 || status.Contact == Poisoned)
                throw new InvalidOperationException("the page is down");
            return Inner.ShareAsync(status, token);
        }
    }
}
