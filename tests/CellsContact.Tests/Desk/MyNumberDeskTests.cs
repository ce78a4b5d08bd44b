using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Desk;

/// <summary>「認証」 and showing a number: nobody sees one without a grant, and every look is on record before it happens.</summary>
public sealed class MyNumberDeskTests : IDisposable
{
    private static readonly string s_number = NumberScene.Number(1);
    private readonly NumberScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task Authenticate_Approved_GrantsWhatWasAskedForTheLifetimeAndIsOnRecord()
    {
        MyNumberScope scope = MyNumberScope.Of(ContactKey.Parse("E001/c-1"));
        using PassPhrase phrase = new("correct horse");
        MyNumberGrant grant = Assert.IsType<MyNumberAuthentication.Granted>(await _scene.Desk.AuthenticateAsync(OfficeScene.Clerk, NumberScene.Purpose, scope, phrase)).Grant;

        Assert.Equal(("sato", NumberScene.Purpose, scope, _scene.Office.Time.GetUtcNow().AddMinutes(5)), (grant.OperatorId, grant.Purpose, grant.Scope, grant.ExpiresAt));
        Assert.Same(phrase, _scene.Authenticator.Last!.Evidence);
        Assert.Equal([MyNumberAccessResult.Begun, MyNumberAccessResult.Done], await _scene.ResultsAsync(MyNumberAccessKind.Authentication));
        Assert.All(await _scene.RecordedAsync(), access => Assert.Equal(("sato", NumberScene.Purpose, "c-1", null), (access.ActorId, access.Purpose, access.ContactId, access.Path)));
    }

    [Theory]
    [InlineData(MyNumberVerdict.NotProven, typeof(MyNumberAuthentication.NotProven), MyNumberAccessResult.Failed)]
    [InlineData(MyNumberVerdict.NotEntitled, typeof(MyNumberAuthentication.Denied), MyNumberAccessResult.Denied)]
    public async Task Authenticate_NotApproved_IsRefusedAndOnRecord(MyNumberVerdict verdict, Type outcome, MyNumberAccessResult recorded)
    {
        _scene.Authenticator.Verdict = verdict;
        Assert.IsType(outcome, await AuthenticateAsync());
        Assert.Equal([MyNumberAccessResult.Begun, recorded], await _scene.ResultsAsync(MyNumberAccessKind.Authentication));
    }

    [Fact]
    public async Task Authenticate_WithNoAuthenticatorOfTheHost_IsDenied()
    {
        using OfficeScene office = new();
        Assert.IsType<MyNumberAuthentication.Denied>(await office.MyNumbers.AuthenticateAsync(OfficeScene.Clerk, NumberScene.Purpose, MyNumberScope.Of(OfficeScene.E001), "anything"));
    }

    [Fact]
    public async Task Authenticate_ForAPurposeThatIsNotOnTheList_IsDeniedUnjudgedAndThePurposeIsNotRepeated()
    {
        MyNumberAuthentication.Denied denied = Assert.IsType<MyNumberAuthentication.Denied>(await AuthenticateAsync(purpose: $"番号 {s_number}"));
        Assert.DoesNotContain(s_number, denied.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _scene.Authenticator.Judged);
        MyNumberAccess recorded = Assert.Single(await _scene.RecordedAsync());
        Assert.Equal((MyNumberAccessResult.Denied, null), (recorded.Result, recorded.Purpose));
    }

    [Fact]
    public async Task Authenticate_ForAnEstablishmentTheOperatorMayNotSee_IsDeniedUnjudged()
    {
        _scene.Policy.MaySee = (_, establishment) => establishment != OfficeScene.E001;
        Assert.IsType<MyNumberAuthentication.Denied>(await AuthenticateAsync());
        Assert.Equal(0, _scene.Authenticator.Judged);
        Assert.Equal([MyNumberAccessResult.Denied], await _scene.ResultsAsync(MyNumberAccessKind.Authentication));
    }

    [Fact]
    public async Task Authenticate_WhenTheAuthenticatorFails_IsRecordedAndPassedOnAndCounts()
    {
        _scene.Authenticator.Throws = new TimeoutException("the card reader is gone");
        for (int i = 0; i < 5; i++)
            await Assert.ThrowsAsync<TimeoutException>(() => AuthenticateAsync());
        Assert.Equal(5, (await _scene.ResultsAsync(MyNumberAccessKind.Authentication)).Count(result => result == MyNumberAccessResult.Failed));
        Assert.IsType<MyNumberAuthentication.LockedOut>(await AuthenticateAsync());
    }

    [Fact]
    public async Task Authenticate_WhenTheLogFails_IsNotJudged()
    {
        _scene.Interruption.Before = "IMyNumberAccessLog.AppendAsync";
        await Assert.ThrowsAsync<IOException>(() => AuthenticateAsync());
        Assert.Equal(0, _scene.Authenticator.Judged);
    }

    [Fact]
    public async Task Authenticate_AfterFiveFailures_IsLockedOutUntilTheFirstOfThemIsOldEnough()
    {
        DateTimeOffset first = _scene.Office.Time.GetUtcNow();
        await FailAsync(5, apart: TimeSpan.FromMinutes(1));
        _scene.Authenticator.Verdict = MyNumberVerdict.Approved;

        MyNumberAuthentication.LockedOut locked = Assert.IsType<MyNumberAuthentication.LockedOut>(await AuthenticateAsync());
        Assert.Equal(first.AddMinutes(15), locked.Until);
        Assert.Equal(5, _scene.Authenticator.Judged);
        Assert.Equal(MyNumberAccessResult.LockedOut, (await _scene.ResultsAsync(MyNumberAccessKind.Authentication))[^1]);

        _scene.Office.Time.SetUtcNow(locked.Until - TimeSpan.FromMicroseconds(1));
        Assert.IsType<MyNumberAuthentication.LockedOut>(await AuthenticateAsync());
        _scene.Office.Time.SetUtcNow(locked.Until);
        Assert.IsType<MyNumberAuthentication.Granted>(await AuthenticateAsync());
    }

    [Fact]
    public async Task Authenticate_LockedOutForOneEstablishment_IsLockedOutForAllAndOthersAreNot()
    {
        await FailAsync(5);
        _scene.Authenticator.Verdict = MyNumberVerdict.Approved;
        Assert.IsType<MyNumberAuthentication.LockedOut>(await _scene.Desk.AuthenticateAsync(OfficeScene.Clerk, NumberScene.Purpose, MyNumberScope.Of(EstablishmentId.Parse("E002")), null));
        Assert.IsType<MyNumberAuthentication.Granted>(await _scene.Desk.AuthenticateAsync(OfficeScene.Colleague, NumberScene.Purpose, MyNumberScope.Of(OfficeScene.E001), null));
    }

    [Fact]
    public async Task Authenticate_FloodedWhileLockedOut_NeitherUnlocksNorLocksLonger()
    {
        await FailAsync(5);
        _scene.Authenticator.Verdict = MyNumberVerdict.Approved;
        DateTimeOffset until = Assert.IsType<MyNumberAuthentication.LockedOut>(await AuthenticateAsync()).Until;
        for (int i = 0; i < 1200; i++)
            Assert.Equal(until, Assert.IsType<MyNumberAuthentication.LockedOut>(await AuthenticateAsync()).Until);
        Assert.Equal(5, _scene.Authenticator.Judged);
        _scene.Office.Time.SetUtcNow(until);
        Assert.IsType<MyNumberAuthentication.Granted>(await AuthenticateAsync());
    }

    [Fact]
    public async Task Authenticate_Success_ResetsTheCount()
    {
        await FailAsync(4);
        _scene.Authenticator.Verdict = MyNumberVerdict.Approved;
        Assert.IsType<MyNumberAuthentication.Granted>(await AuthenticateAsync());
        await FailAsync(4);
        _scene.Authenticator.Verdict = MyNumberVerdict.Approved;
        Assert.IsType<MyNumberAuthentication.Granted>(await AuthenticateAsync());
    }

    [Fact]
    public async Task Authenticate_AHundredGuessesAtOnce_NoMoreThanFiveAreJudged()
    {
        _scene.Authenticator.Verdict = MyNumberVerdict.NotProven;
        MyNumberAuthentication[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => AuthenticateAsync())));
        Assert.InRange(_scene.Authenticator.Judged, 1, 5);
        Assert.Equal(_scene.Authenticator.Judged, answers.Count(answer => answer is MyNumberAuthentication.NotProven));
        Assert.All(answers, answer => Assert.True(answer is MyNumberAuthentication.NotProven or MyNumberAuthentication.LockedOut));
    }

    [Fact]
    public async Task Reveal_Granted_ShowsTheNumberAndTheRecordWasThereBefore()
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberGrant grant = await _scene.GrantAsync(MyNumberScope.Of(slot.Contact));
        MyNumberReveal.Shown shown = Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));

        Assert.Equal(s_number, NumberScene.Digits(shown.Number));
        Assert.DoesNotContain(s_number, shown.ToString(), StringComparison.Ordinal);
        Assert.Equal(new(OfficeScene.E001, "sato", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done) { Purpose = NumberScene.Purpose, ContactId = slot.Contact.Id.Value, Path = "myNumber" }, shown.Record.Access);
        Assert.Equal([shown.Record.Access], await _scene.RecordedAsync(MyNumberAccessKind.Reveal));
        Assert.True((await _scene.Office.Book.VerifyAsync(OfficeScene.E001)).Holds);
    }

    [Fact]
    public async Task Reveal_WhenTheVaultFails_IsOnRecordAsDoneAndAsFailed()
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberGrant grant = await _scene.GrantAsync();
        _scene.Interruption.Before = "IMyNumberVault.RevealAsync";
        await Assert.ThrowsAsync<IOException>(() => _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));
        Assert.Equal([MyNumberAccessResult.Done, MyNumberAccessResult.Failed], await _scene.ResultsAsync(MyNumberAccessKind.Reveal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reveal_WhenTheLogFails_ShowsNothing(bool before)
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberGrant grant = await _scene.GrantAsync();
        if (before)
            _scene.Interruption.Before = "IMyNumberAccessLog.AppendAsync";
        else
            _scene.Interruption.After = "IMyNumberAccessLog.AppendAsync";
        await Assert.ThrowsAsync<IOException>(() => _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Reveal_AtTheInstantOfExpiry_IsExpiredAndJustBeforeIsNot()
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberGrant grant = await _scene.GrantAsync();
        _scene.Office.Time.SetUtcNow(grant.ExpiresAt - TimeSpan.FromTicks(1));
        Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));
        _scene.Office.Time.SetUtcNow(grant.ExpiresAt);
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));
        Assert.Equal([MyNumberAccessResult.Done, MyNumberAccessResult.Expired], await _scene.ResultsAsync(MyNumberAccessKind.Reveal));
        Assert.Equal(1, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Reveal_OutsideOfTheGrant_IsDeniedAndOnRecord()
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberSlot elsewhere = NumberScene.Own(await _scene.Office.ReceiveExampleAsync("hire"));
        MyNumberGrant notice = await _scene.GrantAsync(MyNumberScope.Of(slot.Contact));
        MyNumberGrant other = await _scene.GrantAsync(MyNumberScope.Of(EstablishmentId.Parse("E002")));

        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(notice, elsewhere, NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(notice, slot, NumberScene.OtherPurpose));
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(notice, slot, s_number));
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(other, slot, NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(notice, NumberScene.Owner("0019"), NumberScene.Purpose));
        Assert.Equal(Enumerable.Repeat(MyNumberAccessResult.Denied, 5), await _scene.ResultsAsync(MyNumberAccessKind.Reveal));
        Assert.Equal([NumberScene.Purpose, NumberScene.OtherPurpose, null, NumberScene.Purpose, NumberScene.Purpose], (await _scene.RecordedAsync(MyNumberAccessKind.Reveal)).Select(access => access.Purpose));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Reveal_WithAGrantForTheEstablishment_ShowsEachOfItsNotices()
    {
        MyNumberSlot slot = await HeldAsync();
        Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(await _scene.GrantAsync(), slot, NumberScene.Purpose));
    }

    [Fact]
    public async Task Reveal_AfterTheOperatorLostTheEstablishment_IsDenied()
    {
        MyNumberSlot slot = await HeldAsync();
        MyNumberGrant grant = await _scene.GrantAsync();
        _scene.Policy.MaySee = (_, _) => false;
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Reveal_OfAPathThatTheNoticeDoesNotHave_IsNoNumberAndThePathIsNotRecorded()
    {
        MyNumberSlot slot = await HeldAsync();
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(await _scene.GrantAsync(), slot with { Path = s_number }, NumberScene.Purpose));
        MyNumberAccess recorded = Assert.Single(await _scene.RecordedAsync(MyNumberAccessKind.Reveal));
        Assert.Equal((MyNumberAccessResult.NoNumber, null), (recorded.Result, recorded.Path));
    }

    [Fact]
    public async Task Ask_WithANumberTypedWhereAnIdBelongs_IsOnRecordWithoutIt()
    {
        MyNumberGrant grant = await _scene.GrantAsync();
        ContactKey mistyped = ContactKey.Parse($"E001/{s_number}");
        await _scene.Desk.AuthenticateAsync(OfficeScene.Clerk, NumberScene.Purpose, MyNumberScope.Of(mistyped), null);
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(mistyped), NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Owner(s_number), NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.Denied>(await _scene.Desk.RevealAsync(grant, NumberScene.Owner(s_number), NumberScene.OtherPurpose));
        Assert.All((await _scene.RecordedAsync()).Skip(2), access => Assert.Equal((null, null), (access.ContactId, access.EmployeeNumber)));
        Assert.Equal(7, (await _scene.RecordedAsync()).Count);
    }

    [Fact]
    public async Task Reveal_OfADeletionOrAnUnknownNotice_IsNoNumber()
    {
        ContactKey deletion = await _scene.ReceiveUpdateAsync("d-1", "delete", null);
        MyNumberGrant grant = await _scene.GrantAsync();
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(deletion), NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(ContactKey.Parse("E001/nothing")), NumberScene.Purpose));
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Owner("0019"), NumberScene.Purpose));
        Assert.Equal(0, _scene.Interruption.CallsOf("IMyNumberVault.RevealAsync"));
    }

    [Fact]
    public async Task Reveal_ThroughANumbersLife_FollowsItFromTheNoticeToItsOwnerAndBack()
    {
        ContactKey hire = await _scene.Office.ReceiveExampleAsync("hire", json => json["myNumber"] = s_number);
        MyNumberGrant grant = await _scene.GrantAsync();
        await _scene.Office.ReflectAsync(hire);
        MyNumberOwner owner = NumberScene.Owner("0032");
        Assert.Equal(s_number, await ShownAsync(grant, NumberScene.Own(hire)));
        Assert.Equal(s_number, NumberScene.Digits(Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(grant, owner, NumberScene.Purpose)).Number));
        Assert.Equal(("0032", false), (await _scene.RecordedAsync(MyNumberAccessKind.Reveal)).Select(access => (access.EmployeeNumber, access.IsDependent)).Last());

        Assert.IsType<SaveResult.Saved>(await _scene.Office.Desk.SaveAsync(hire, OfficeScene.Clerk, ContactDecision.Undo));
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, owner, NumberScene.Purpose));
        Assert.Equal(s_number, await ShownAsync(grant, NumberScene.Own(hire)));

        await _scene.Vault.EraseHeldAsync(hire, default);
        Assert.IsType<MyNumberReveal.NoNumber>(await _scene.Desk.RevealAsync(grant, NumberScene.Own(hire), NumberScene.Purpose));
    }

    [Fact]
    public async Task Reveal_OfAnUnsetNotice_IsTheCallersMistake()
    {
        MyNumberGrant grant = await _scene.GrantAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => _scene.Desk.RevealAsync(grant, default(MyNumberSlot), NumberScene.Purpose));
        await Assert.ThrowsAsync<ArgumentException>(() => _scene.Desk.AuthenticateAsync(new(" "), NumberScene.Purpose, MyNumberScope.Of(OfficeScene.E001), null));
    }

    private async Task<MyNumberSlot> HeldAsync() => NumberScene.Own(await _scene.ReceiveUpdateAsync("u-1", "register", s_number));

    private async Task<string> ShownAsync(MyNumberGrant grant, MyNumberSlot slot) =>
        NumberScene.Digits(Assert.IsType<MyNumberReveal.Shown>(await _scene.Desk.RevealAsync(grant, slot, NumberScene.Purpose)).Number);

    private Task<MyNumberAuthentication> AuthenticateAsync(string purpose = NumberScene.Purpose) =>
        _scene.Desk.AuthenticateAsync(OfficeScene.Clerk, purpose, MyNumberScope.Of(OfficeScene.E001), null);

    private async Task FailAsync(int times, TimeSpan apart = default)
    {
        _scene.Authenticator.Verdict = MyNumberVerdict.NotProven;
        for (int i = 0; i < times; i++)
        {
            Assert.IsType<MyNumberAuthentication.NotProven>(await AuthenticateAsync());
            _scene.Office.Time.Advance(apart);
        }
    }
}
