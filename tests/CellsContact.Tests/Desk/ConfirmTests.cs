using System.Text.Json;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Desk;

/// <summary>「確認済み」: what it does in the ledger, the vault and the access log, once, through every crash; and numbers that come with other notices.</summary>
public sealed class ConfirmTests : IDisposable
{
    private static readonly string s_first = NumberScene.Number(1);
    private static readonly string s_second = NumberScene.Number(2);
    private static readonly MyNumberHold s_hold = new(new(2027, 1, 10), new("所得税の書類の保存期間（7年）", "tax papers, 7 years"));
    private readonly NumberScene _scene = new();

    public void Dispose() => _scene.Dispose();

    public static TheoryData<string, bool> Steps
    {
        get
        {
            TheoryData<string, bool> steps = [];
            foreach (string member in (string[])["IContactStore.PrepareAsync", "ILedger.ApplyAsync", "IMyNumberAccessLog.AppendAsync", "IMyNumberVault.LinkAsync", "IContactStore.CompleteAsync"])
            {
                steps.Add(member, true);
                steps.Add(member, false);
            }

            return steps;
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Confirm_Register_LinksTheNumberWritesOneRowAndMovesTheNotice(bool ofDependent)
    {
        ContactKey key = await _scene.ReceiveUpdateAsync("u-1", "register", s_first, ofDependent);
        MyNumberOwner owner = OwnerOf(ofDependent);
        Assert.Null(await _scene.Vault.FindAsync(owner, default));
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));

        Assert.Equal(ContactStatus.Registered, saved.Entry.Status);
        Assert.Equal(NumberScene.Own(key), (await _scene.Vault.FindAsync(owner, default))!.Slot);
        LedgerRow row = Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
        Assert.Equal(("取得", "確認済み", "u-1", ofDependent ? "中村　明" : "中村　美咲"), (row[HandlingBookFields.Handling].Text, row[HandlingBookFields.Result].Text, row[HandlingBookFields.ContactId].Text, row[HandlingBookFields.Subject].Text));
        Assert.Equal([MyNumberAccessKind.Receipt, MyNumberAccessKind.Registration], await KindsAsync());
        MyNumberAccess registration = (await _scene.RecordedAsync())[1];
        Assert.Equal(("sato", "0019", (bool?)ofDependent, "u-1", "myNumber"), (registration.ActorId, registration.EmployeeNumber, registration.IsDependent, registration.ContactId, registration.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Confirm_Change_TakesTheFormersPlaceAndErasesIt(bool ofDependent)
    {
        MyNumberSlot former = await _scene.GiveNumberAsync("u-1", s_first, ofDependent);
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "change", s_second, ofDependent);
        Assert.Equal(former, (await _scene.Vault.FindAsync(OwnerOf(ofDependent), default))!.Slot);
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));

        Assert.Equal(NumberScene.Own(key), (await _scene.Vault.FindAsync(OwnerOf(ofDependent), default))!.Slot);
        Assert.Null(await _scene.Vault.FindAsync(former, default));
        Assert.Equal([MyNumberAccessKind.Receipt, MyNumberAccessKind.Registration, MyNumberAccessKind.Receipt, MyNumberAccessKind.Change, MyNumberAccessKind.Erasure], await KindsAsync());
        Assert.Equal("u-1", (await _scene.RecordedAsync(MyNumberAccessKind.Erasure))[0].ContactId);
        Assert.Equal(2, _scene.Office.Ledger.HandlingBook(OfficeScene.E001).Count);
    }

    [Fact]
    public async Task Confirm_ChangeWhileTheFormerIsHeld_KeepsItUntilThen()
    {
        MyNumberSlot former = await _scene.GiveNumberAsync("u-1", s_first);
        _scene.Retention.Hold = s_hold;
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "change", s_second);
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));

        MyNumberEntry kept = (await _scene.Vault.FindAsync(former, default))!;
        Assert.Equal((MyNumberState.Former, s_hold.Until, NumberScene.Owner("0019")), (kept.State, kept.KeepUntil, kept.Owner));
        Assert.Empty(await _scene.RecordedAsync(MyNumberAccessKind.Erasure));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Confirm_Delete_ErasesTheNumberAndShowsNone(bool ofDependent)
    {
        MyNumberSlot slot = await _scene.GiveNumberAsync("u-1", s_first, ofDependent);
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "delete", null, ofDependent);
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));

        Assert.Null(await _scene.Vault.FindAsync(slot, default));
        Assert.Equal(("sato", "u-2", null, ofDependent), (await _scene.RecordedAsync(MyNumberAccessKind.Erasure)).Select(access => (access.ActorId, access.ContactId, access.Path, access.IsDependent == true)).Single());
        Assert.Equal("削除", _scene.Office.Ledger.HandlingBook(OfficeScene.E001)[1][HandlingBookFields.Handling].Text);
    }

    [Fact]
    public async Task Confirm_DeleteWhileTheNumberIsHeld_IsRefusedWithTheReasonAndChangesNothing()
    {
        MyNumberSlot slot = await _scene.GiveNumberAsync("u-1", s_first);
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "delete", null);
        _scene.Retention.Hold = s_hold;
        ReflectionNote note = Assert.Single(Assert.IsType<SaveResult.Refused>(await _scene.ConfirmAsync(key)).Notes, note => note.Level == NoteLevel.Refusal);

        Assert.Equal(NoteCodes.MyNumberHeld, note.Code);
        Assert.Contains("2027-01-10", note.Message.Japanese, StringComparison.Ordinal);
        Assert.Contains("所得税の書類の保存期間", note.Message.Japanese, StringComparison.Ordinal);
        Assert.Equal(MyNumberState.Linked, (await _scene.Vault.FindAsync(slot, default))!.State);
        Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
        Assert.Equal(ContactStatus.Unprocessed, (await _scene.Office.EntryAsync(key)).Status);

        _scene.Retention.Hold = null;
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
    }

    [Fact]
    public async Task Confirm_WhatIsOdd_WarnsWithoutADigit()
    {
        await _scene.GiveNumberAsync("u-1", s_first);
        Assert.Equal([NoteCodes.MyNumberDifferent], await WarningsAsync(await _scene.ReceiveUpdateAsync("u-2", "register", s_second)));
        Assert.Equal([NoteCodes.MyNumberUnchanged], await WarningsAsync(await _scene.ReceiveUpdateAsync("u-3", "change", s_first)));
        Assert.Equal([NoteCodes.MyNumberShared], await WarningsAsync(await _scene.ReceiveUpdateAsync("u-4", "register", s_first, person: "0012")));
        Assert.Equal([NoteCodes.MyNumberNone], await WarningsAsync(await _scene.ReceiveUpdateAsync("u-5", "delete", null, person: "0012")));
        Assert.Empty(await WarningsAsync(await _scene.ReceiveUpdateAsync("u-6", "change", s_second)));
    }

    [Fact]
    public async Task Confirm_Twice_WritesOneRowAndLinksOnce()
    {
        ContactKey key = await _scene.ReceiveUpdateAsync("u-1", "register", s_first);
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
        Assert.IsType<SaveResult.NotAllowed>(await _scene.ConfirmAsync(key));
        Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
        Assert.Equal([MyNumberAccessKind.Receipt, MyNumberAccessKind.Registration], await KindsAsync());
    }

    [Fact]
    public async Task Confirm_ByTwentyAtOnce_WritesOneRowAndLinksOnce()
    {
        ContactKey key = await _scene.ReceiveUpdateAsync("u-1", "register", s_first);
        SaveResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _scene.ConfirmAsync(key))));
        Assert.Contains(results, result => result is SaveResult.Saved);
        Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));
        Assert.Single(await _scene.RecordedAsync(MyNumberAccessKind.Registration));
    }

    [Fact]
    public async Task Confirm_IsNotTakenBack()
    {
        ContactKey key = (await _scene.GiveNumberAsync("u-1", s_first)).Contact;
        SaveResult.NotAllowed refused = Assert.IsType<SaveResult.NotAllowed>(await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo));
        Assert.Contains("取り消せません", refused.Text.Japanese, StringComparison.Ordinal);
        Assert.DoesNotContain(ContactAction.Undo, (await _scene.Office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Actions);
    }

    /// <summary>A change is the hardest: link, former erased, four records. It dies at each step, before it and after it.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Confirm_ThatDiedAtAnyStep_EndsTheSameAfterARetry(string member, bool before)
    {
        MyNumberSlot former = await _scene.GiveNumberAsync("u-1", s_first);
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "change", s_second);
        if (before)
            _scene.Interruption.Before = member;
        else
            _scene.Interruption.After = member;
        await Assert.ThrowsAsync<IOException>(() => _scene.ConfirmAsync(key));

        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await RetryAsync(key));
        Assert.Equal((ContactStatus.Registered, true), (saved.Entry.Status, saved.Entry.OpenAttempt is null));
        Assert.Equal(2, _scene.Office.Ledger.HandlingBook(OfficeScene.E001).Count);
        Assert.Equal(NumberScene.Own(key), (await _scene.Vault.FindAsync(NumberScene.Owner("0019"), default))!.Slot);
        Assert.Null(await _scene.Vault.FindAsync(former, default));
        Assert.Equal([MyNumberAccessKind.Receipt, MyNumberAccessKind.Registration, MyNumberAccessKind.Receipt, MyNumberAccessKind.Change, MyNumberAccessKind.Erasure], await KindsAsync());
    }

    [Theory]
    [InlineData("IMyNumberAccessLog.AppendAsync", true)]
    [InlineData("IMyNumberAccessLog.AppendAsync", false)]
    [InlineData("IMyNumberVault.EraseAsync", true)]
    [InlineData("IMyNumberVault.EraseAsync", false)]
    [InlineData("IContactStore.CompleteAsync", true)]
    [InlineData("IContactStore.CompleteAsync", false)]
    public async Task Confirm_DeletionThatDied_EndsTheSameAfterARetry(string member, bool before)
    {
        MyNumberSlot slot = await _scene.GiveNumberAsync("u-1", s_first);
        ContactKey key = await _scene.ReceiveUpdateAsync("u-2", "delete", null);
        if (before)
            _scene.Interruption.Before = member;
        else
            _scene.Interruption.After = member;
        await Assert.ThrowsAsync<IOException>(() => _scene.ConfirmAsync(key));

        Assert.IsType<SaveResult.Saved>(await RetryAsync(key));
        Assert.Null(await _scene.Vault.FindAsync(slot, default));
        Assert.Single(await _scene.RecordedAsync(MyNumberAccessKind.Erasure));
        Assert.Equal(2, _scene.Office.Ledger.HandlingBook(OfficeScene.E001).Count);
    }

    [Fact]
    public async Task Confirm_WhoseNumberWasErasedElsewhere_IsRefusedAndSaysWhatToDo()
    {
        ContactKey key = await _scene.ReceiveUpdateAsync("u-1", "register", s_first);
        await _scene.Vault.EraseHeldAsync(key, default);
        Assert.Equal(NoteCodes.MyNumberMissing, Assert.Single(Assert.IsType<SaveResult.Refused>(await _scene.ConfirmAsync(key)).Notes, note => note.Level == NoteLevel.Refusal).Code);
        Assert.Empty(_scene.Office.Ledger.HandlingBook(OfficeScene.E001));

        Assert.IsType<IntakeResult.Duplicate>(Assert.Single(await _scene.Office.ReceiveAsync(OfficeScene.Example("my-number-update", update =>
        {
            update["id"] = "u-1";
            update["person"]!["employeeNumber"] = "0019";
            update["myNumber"] = s_first;
        }).ToJsonString())));
        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
    }

    [Fact]
    public async Task Confirm_WhoseNumberIsErasedAfterTheLedgerHasTheRow_IsFinishedWithoutALink()
    {
        ContactKey key = await _scene.ReceiveUpdateAsync("u-1", "register", s_first);
        _scene.Interruption.After = "ILedger.ApplyAsync";
        await Assert.ThrowsAsync<IOException>(() => _scene.ConfirmAsync(key));
        await _scene.Vault.EraseHeldAsync(key, default);

        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(key));
        Assert.Null(await _scene.Vault.FindAsync(NumberScene.Owner("0019"), default));
        Assert.Empty(await _scene.RecordedAsync(MyNumberAccessKind.Registration));
    }

    [Fact]
    public async Task Reflect_AHireWithNumbers_LinksEachToItsOwnerAndUndoUnlinks()
    {
        ContactKey key = await ReceiveHireAsync();
        await _scene.Office.ReflectAsync(key);
        MyNumberOwner hired = NumberScene.Owner("0032");
        MyNumberOwner wife = NumberScene.Owner("0032", new(new(1992, 11, 20), "花子"));
        Assert.Equal(NumberScene.Own(key), (await _scene.Vault.FindAsync(hired, default))!.Slot);
        Assert.Equal(new(key, "dependents[0].myNumber"), (await _scene.Vault.FindAsync(wife, default))!.Slot);
        Assert.Equal(2, _scene.Office.Ledger.HandlingBook(OfficeScene.E001).Count);
        Assert.Equal([MyNumberAccessKind.Receipt, MyNumberAccessKind.Receipt, MyNumberAccessKind.Registration, MyNumberAccessKind.Registration], await KindsAsync());

        Assert.IsType<SaveResult.Saved>(await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo));
        Assert.Null(await _scene.Vault.FindAsync(hired, default));
        Assert.Null(await _scene.Vault.FindAsync(wife, default));
        Assert.Equal(MyNumberState.Held, (await _scene.Vault.FindAsync(NumberScene.Own(key), default))!.State);
        Assert.Equal(2, (await _scene.RecordedAsync(MyNumberAccessKind.Unlinking)).Count);

        await _scene.Office.ReflectAsync(key);
        Assert.Equal(NumberScene.Own(key), (await _scene.Vault.FindAsync(NumberScene.Owner(_scene.Office.Ledger.People(OfficeScene.E001)[^1].Number.Value), default))!.Slot);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Reflect_AHireWithNumbersThatDiedAtAnyStep_EndsTheSameAfterARetry(string member, bool before)
    {
        ContactKey key = await ReceiveHireAsync();
        if (before)
            _scene.Interruption.Before = member;
        else
            _scene.Interruption.After = member;
        await Assert.ThrowsAsync<IOException>(() => _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));

        Assert.IsType<SaveResult.Saved>(await RetryAsync(key, ContactDecision.Reflect));
        Assert.Equal(5, _scene.Office.Ledger.People(OfficeScene.E001).Count);
        Assert.Equal(2, _scene.Office.Ledger.HandlingBook(OfficeScene.E001).Count);
        Assert.Equal(2, (await _scene.RecordedAsync(MyNumberAccessKind.Registration)).Count);
        Assert.Equal(MyNumberState.Linked, (await _scene.Vault.FindAsync(new MyNumberSlot(key, "dependents[0].myNumber"), default))!.State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Undo_OfAHireWhoWasGivenANumberByAnotherNotice_IsRefusedUntilItsDeletionIsConfirmed(bool withFirst)
    {
        ContactKey hire = await _scene.Office.ReceiveExampleAsync("hire", json =>
        {
            json.Remove("myNumber");
            if (withFirst)
                json["myNumber"] = s_first;
        });
        await _scene.Office.ReflectAsync(hire);
        MyNumberSlot given = await _scene.GiveNumberAsync("u-1", s_second, person: "0032");
        SaveResult.Refused refused = Assert.IsType<SaveResult.Refused>(await _scene.Office.Desk.SaveAsync(hire, OfficeScene.Clerk, ContactDecision.Undo));
        Assert.Equal(NoteCodes.MyNumberElsewhere, Assert.Single(refused.Notes).Code);
        Assert.Equal(given, (await _scene.Vault.FindAsync(NumberScene.Owner("0032"), default))!.Slot);
        Assert.Equal(5, _scene.Office.Ledger.People(OfficeScene.E001).Count);

        Assert.IsType<SaveResult.Saved>(await _scene.ConfirmAsync(await _scene.ReceiveUpdateAsync("u-2", "delete", null, person: "0032")));
        Assert.IsType<SaveResult.Saved>(await _scene.Office.Desk.SaveAsync(hire, OfficeScene.Clerk, ContactDecision.Undo));
        Assert.Null(await _scene.Vault.FindAsync(NumberScene.Owner("0032"), default));
    }

    [Fact]
    public async Task Reflect_AnAddedDependentWithANumber_LinksIt()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("dependent-change", change => change["dependent"]!["myNumber"] = s_first);
        await _scene.Office.ReflectAsync(key);
        Assert.Equal(new(key, "dependent.myNumber"), (await _scene.Vault.FindAsync(NumberScene.Owner("0019", new(new(2026, 4, 8), "葵")), default))!.Slot);
        Assert.Equal("取得", Assert.Single(_scene.Office.Ledger.HandlingBook(OfficeScene.E001))[HandlingBookFields.Handling].Text);
    }

    [Theory]
    [InlineData("dependents")]
    [InlineData("dependents[0]")]
    public async Task Reflect_WithAnEditThatReplacesWhoseNumberItIs_IsInvalid(string path)
    {
        ContactKey key = await ReceiveHireAsync();
        JsonNode dependent = OfficeScene.Example("hire")["dependents"]![0]!.DeepClone();
        JsonElement value = JsonSerializer.SerializeToElement(path == "dependents" ? new JsonArray(dependent) : dependent);
        SaveResult.Invalid invalid = Assert.IsType<SaveResult.Invalid>(await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Edits = [Edit.Set(path, value)] }));
        Assert.Contains(invalid.Findings, finding => (finding.Path, finding.RuleId) == (path, "edit.notEditable"));
    }

    [Theory]
    [InlineData("memo")]
    [InlineData("messageToClient")]
    [InlineData("procedureNumber")]
    public async Task Save_WithANumberInWhatTheOperatorWrites_IsInvalidByPathOnlyAndNothingIsKept(string path)
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("separation");
        string text = $"番号は {s_first[..4]}-{s_first[4..8]}-{s_first[8..]}";
        ContactDecision decision = path switch
        {
            "memo" => ContactDecision.Draft with { Memo = text },
            "messageToClient" => ContactDecision.Decline with { MessageToClient = text },
            _ => ContactDecision.Draft with { ProcedureNumber = text },
        };
        Assert.Equal("", (await _scene.Office.Desk.PreviewAsync(key, OfficeScene.Clerk, decision)).Token);
        ContactFinding finding = Assert.Single(Assert.IsType<SaveResult.Invalid>(await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, decision)).Findings);
        Assert.Equal((path, "mynumber.misplaced"), (finding.Path, finding.RuleId));
        Assert.Empty((await _scene.Office.EntryAsync(key)).History);
    }

    [Fact]
    public async Task Save_WithANumberInAnEditsPath_DoesNotRepeatIt()
    {
        ContactKey key = await _scene.Office.ReceiveExampleAsync("separation");
        SaveResult.Invalid invalid = Assert.IsType<SaveResult.Invalid>(await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Draft with { Edits = [Edit.Set($"person.{s_first}", "x")] }));
        Assert.All(invalid.Findings, finding => Assert.DoesNotContain(s_first, finding.ToString(), StringComparison.Ordinal));
    }

    private Task<ContactKey> ReceiveHireAsync() => _scene.Office.ReceiveExampleAsync("hire", hire =>
    {
        hire["myNumber"] = s_first;
        hire["dependents"]![0]!["myNumber"] = s_second;
    });

    /// <summary>What was done although the answer was lost is not done again: then the notice is saved already.</summary>
    private async Task<SaveResult> RetryAsync(ContactKey key, ContactDecision? decision = null)
    {
        SaveResult result = await _scene.Office.Desk.SaveAsync(key, OfficeScene.Clerk, decision ?? ContactDecision.Confirm);
        return result is SaveResult.NotAllowed ? await _scene.Office.Desk.ResumeAsync(key, OfficeScene.Clerk) : result;
    }

    private async Task<string[]> WarningsAsync(ContactKey key)
    {
        SavePreview preview = await _scene.Office.Desk.PreviewAsync(key, OfficeScene.Clerk, ContactDecision.Confirm);
        Assert.Null(preview.Blocked);
        Assert.All(preview.Notes, note => Assert.All([s_first, s_second], number => Assert.DoesNotContain(number[^4..], note.Message.ToString(), StringComparison.Ordinal)));
        return [.. preview.Notes.Where(note => note.Code.StartsWith("mynumber.", StringComparison.Ordinal)).Select(note => note.Code)];
    }

    private async Task<MyNumberAccessKind[]> KindsAsync() => [.. (await _scene.RecordedAsync()).Select(access => access.Kind)];

    private static MyNumberOwner OwnerOf(bool dependent) => NumberScene.Owner("0019", dependent ? NumberScene.Akira : null);
}
