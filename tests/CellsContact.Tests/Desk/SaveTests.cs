using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Tests.Desk;

public sealed class SaveTests : IDisposable
{
    private static readonly EstablishmentId s_e001 = OfficeScene.E001;
    private readonly UnreliableLedger _ledger = new();
    private readonly OfficeScene _office;

    public SaveTests()
    {
        _office = new(register: services => services.AddSingleton<ILedger>(_ledger));
        _ledger.Inner.Add(s_e001, Cast.Everybody());
    }

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("hire")]
    [InlineData("separation")]
    [InlineData("dependent-change")]
    [InlineData("dependent-removal")]
    [InlineData("address-name-change")]
    [InlineData("insurance-change")]
    public async Task Preview_OfEveryKind_EqualsWhatSavingDoes(string example)
    {
        ContactKey key = await _office.ReceiveExampleAsync(example);
        ContactDecision decision = ContactDecision.Reflect with { Publish = true, ReflectLossDates = true, ReflectAcquisitionDates = true };
        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, decision);
        Assert.Null(preview.Blocked);
        Assert.NotEmpty(preview.Changes);
        Assert.All(_ledger.Inner.People(s_e001), person => Assert.Contains(person.Number.Value, (string[])["0012", "0019", "0027", "0031"]));

        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
        Assert.Equal(LedgerChangeSet.HashOf(preview.Changes), saved.Receipt!.Hash);
        Assert.Equal(preview.StatusAfter, saved.Entry.Status);
        foreach (LedgerChange change in preview.Changes.Where(change => change.Table == LedgerTable.People))
        {
            string number = change.Row.Person.Number?.Value ?? saved.Receipt.AssignedNumbers[change.Row.Person.Slot!].Value;
            LedgerRow row = _ledger.Inner.People(s_e001).Single(person => person.Number.Value == number).Row;
            Assert.All(change.Fields, cell => Assert.Equal(cell.After, row[cell.Field]));
        }
    }

    [Fact]
    public async Task Save_AfterTheFrozenSetGotInButTheAnswerWasLost_IsFinishedOnceByTheSameRetry()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        _ledger.AfterApply = () => throw new IOException("the line went dead");
        await Assert.ThrowsAsync<IOException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.NotNull((await _office.EntryAsync(key)).OpenAttempt);

        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Equal(5, _ledger.Inner.People(s_e001).Count);
        Assert.Equal(ContactStatus.Registered, saved.Entry.Status);
        Assert.Equal("0032", Assert.Single(saved.Receipt!.AssignedNumbers).Value.Value);
    }

    [Fact]
    public async Task Save_EditedRetryAfterAnInterruptedSave_NeverClaimsTheEdits()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        _ledger.AfterApply = () => throw new IOException("the line went dead");
        await Assert.ThrowsAsync<IOException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));

        SaveResult retry = await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Edits = [Edit.Set("phoneAfter", "080-0000-1111")] });
        SaveResult.EarlierSaveFinished finished = Assert.IsType<SaveResult.EarlierSaveFinished>(retry);
        Assert.Equal(ContactStatus.Registered, finished.Entry.Status);
        Assert.Equal("080-1111-2222", Row("0012")[PersonFields.PhoneAfter].Text);
        Assert.Empty(finished.Entry.Attempts[0].Edits);
    }

    [Fact]
    public async Task Preview_OverOnesOwnInterruptedSave_ShowsAndFinishesTheFrozenSet()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        _ledger.AfterApply = () => throw new IOException("the line went dead");
        await Assert.ThrowsAsync<IOException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));

        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, ContactDecision.Reflect);
        Assert.Null(preview.Blocked);
        Assert.Contains(preview.Notes, note => note.Code == "save.pending");
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
        Assert.Equal(LedgerChangeSet.HashOf(preview.Changes), saved.Receipt!.Hash);
        Assert.Equal(5, _ledger.Inner.People(s_e001).Count);
    }

    [Fact]
    public async Task Save_WhenTheLedgerHasAnotherContentUnderTheId_GivesTheAttemptUpAndTheNextOneWorks()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        _ledger.BeforeApply = () => throw new InvalidOperationException("applied with another content");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Null((await _office.EntryAsync(key)).OpenAttempt);
        Assert.Equal(2, (await _office.ReflectAsync(key)).Receipt!.Id.Attempt);
    }

    [Fact]
    public async Task Save_WhileAnotherOperatorsSaveIsOpen_IsInProgressUntilResumed()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        _ledger.BeforeApply = () => throw new IOException("the line went dead");
        await Assert.ThrowsAsync<IOException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));

        Assert.Equal("sato", Assert.IsType<SaveResult.InProgress>(await _office.Desk.SaveAsync(key, OfficeScene.Colleague, ContactDecision.Reflect)).OperatorId);
        Assert.Equal("sato", Assert.IsType<SaveResult.InProgress>(await _office.Desk.SaveAsync(key, OfficeScene.Colleague, ContactDecision.Complete)).OperatorId);
        Assert.IsType<SaveResult.InProgress>((await _office.Desk.PreviewAsync(key, OfficeScene.Colleague, ContactDecision.Reflect)).Blocked);
        Assert.True(Row("0012")[PersonFields.LeftOn].IsEmpty);

        Assert.IsType<SaveResult.Saved>(await _office.Desk.ResumeAsync(key, OfficeScene.Colleague));
        Assert.Equal(Cast.Date(2026, 3, 31), Row("0012")[PersonFields.LeftOn]);
        Assert.Equal("sato", Assert.Single((await _office.EntryAsync(key)).History).OperatorId);
    }

    [Fact]
    public async Task Save_WhenTheLedgerChangedBetweenComputingAndApplying_IsAConflictAndLeavesEverything()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        _ledger.BeforeApply = () => Meddle("0012", PersonFields.LeftOn, Cast.Date(2026, 3, 15));
        SaveResult.Conflict conflict = Assert.IsType<SaveResult.Conflict>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));

        LedgerConflict field = Assert.Single(conflict.Conflicts);
        Assert.Equal((PersonFields.LeftOn, LedgerValue.Empty, Cast.Date(2026, 3, 15)), (field.Field!, field.Expected, field.Actual));
        ContactEntry entry = await _office.EntryAsync(key);
        Assert.Equal((ContactStatus.Unprocessed, AttemptState.Abandoned), (entry.Status, Assert.Single(entry.Attempts).State));
        Assert.True(Row("0012")[PersonFields.SeparationReason].IsEmpty);

        SavePreview again = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, ContactDecision.Reflect);
        SaveResult.Saved saved = Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(again.Token, OfficeScene.Clerk));
        Assert.Equal(2, saved.Receipt!.Id.Attempt);
    }

    [Fact]
    public async Task Save_WithAPreviewThatNoLongerHolds_IsOutdatedAndShowsTheNewOne()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, ContactDecision.Reflect);
        Meddle("0012", PersonFields.LeftOn, Cast.Date(2026, 3, 15));

        SaveResult.Outdated outdated = Assert.IsType<SaveResult.Outdated>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
        Assert.Contains(outdated.Preview.Notes, note => note.Code == ReflectionNote.OverwriteCode && note.Field == PersonFields.LeftOn);
        Assert.Equal(Cast.Date(2026, 3, 15), Row("0012")[PersonFields.LeftOn]);
    }

    [Fact]
    public async Task Save_ConfirmingOnlySomeOfTheFields_AsksForTheRest()
    {
        Meddle("0012", PersonFields.LeftOn, Cast.Date(2026, 3, 15));
        Meddle("0012", PersonFields.PhoneAfter, LedgerValue.OfText("03-0000-0000"));
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        SaveResult.NeedsConfirmation all = Assert.IsType<SaveResult.NeedsConfirmation>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        string[] keys = [.. all.Notes.Select(note => note.ConfirmationKey)];
        Assert.Contains("People.LeftOn", keys);
        Assert.Contains("People.PhoneAfter", keys);

        ContactDecision some = ContactDecision.Reflect with { Confirmed = [.. keys.Where(confirmed => confirmed != "People.PhoneAfter")] };
        SaveResult.NeedsConfirmation rest = Assert.IsType<SaveResult.NeedsConfirmation>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, some));
        Assert.Equal("People.PhoneAfter", Assert.Single(rest.Notes).ConfirmationKey);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, some with { Confirmed = keys }));
    }

    [Fact]
    public async Task Save_WhenTheLedgerIsBusy_GivesTheAttemptUpSoThatAnyoneMayTryAgain()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        _ledger.BeforeApply = () => throw new LedgerBusyException(new("使用中です。", "In use."));
        await Assert.ThrowsAsync<LedgerBusyException>(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Null((await _office.EntryAsync(key)).OpenAttempt);
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Colleague, ContactDecision.Reflect with { Edits = [Edit.Set("phoneAfter", "080-0000-1111")] }));
        Assert.Equal("080-0000-1111", Row("0012")[PersonFields.PhoneAfter].Text);
    }

    [Fact]
    public async Task Save_CancelledAfterTheLedgerCommitted_IsStillSaved()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        using CancellationTokenSource source = new();
        _ledger.AfterApply = source.Cancel;
        Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect, source.Token));
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task Save_ByTwentyTasksAtOnce_ReflectsOnce()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        SaveResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect))));
        Assert.Contains(results, result => result is SaveResult.Saved);
        Assert.All(results, result => Assert.True(result is SaveResult.Saved or SaveResult.NotAllowed or SaveResult.EarlierSaveFinished, result.GetType().Name));
        Assert.Equal(5, _ledger.Inner.People(s_e001).Count);
        Assert.Single((await _office.EntryAsync(key)).History);
    }

    [Theory]
    [InlineData("person.phon")]
    [InlineData("hireDate.year")]
    [InlineData("effectiveOn")]
    [InlineData("key")]
    [InlineData("dependents[x].name")]
    [InlineData("")]
    public async Task Save_WithAnEditOfAnUnknownField_IsInvalidAndNamesThePath(string path)
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        if (path.Length == 0)
        {
            Assert.Throws<ArgumentException>(() => Edit.Set(path, "x"));
            return;
        }

        SaveResult.Invalid invalid = Assert.IsType<SaveResult.Invalid>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Edits = [Edit.Set(path, "x")] }));
        Assert.Contains(invalid.Findings, finding => (finding.Path, finding.RuleId) == (path, "edit.path"));
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("id")]
    [InlineData("establishmentId")]
    [InlineData("myNumber")]
    [InlineData("dependents[0].myNumber")]
    [InlineData("attachments[0].fileName")]
    [InlineData("corrects")]
    public async Task Save_WithAnEditOfWhatIsNotEditable_IsInvalid(string path)
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        SaveResult.Invalid invalid = Assert.IsType<SaveResult.Invalid>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect with { Edits = [Edit.Set(path, "x")] }));
        Assert.Contains(invalid.Findings, finding => (finding.Path, finding.RuleId) == (path, "edit.notEditable"));
    }

    [Fact]
    public async Task Save_WithAMyNumberInAnEdit_IsInvalidByPathOnly()
    {
        ContactKey key = await _office.ReceiveExampleAsync("separation");
        SaveResult.Invalid invalid = Assert.IsType<SaveResult.Invalid>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Draft with { Edits = [Edit.Set("reasonText", "番号は 1234-5678-9018")] }));
        Assert.Contains(invalid.Findings, finding => (finding.Path, finding.RuleId) == ("reasonText", "mynumber.misplaced"));
        Assert.All(invalid.Findings, finding => Assert.DoesNotContain("9018", finding.Message.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WhereTheEmployeeNumberIsEditedToResolveAnAmbiguousPerson_ReflectsThatPerson()
    {
        _ledger.Inner.Add(s_e001, Cast.Person("0040", "佐藤　一郎", "ｻﾄｳ ｲﾁﾛｳ", new(1970, 1, 15), []));
        ContactKey key = await _office.ReceiveExampleAsync("separation", json => json["person"] = System.Text.Json.Nodes.JsonNode.Parse("""{"name":{"family":"佐藤","given":"一郎"},"birthDate":"1970-01-15"}"""));
        SaveResult.Refused refused = Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Contains(refused.Notes, note => note.Message.Japanese.Contains("0012", StringComparison.Ordinal) && note.Message.Japanese.Contains("0040", StringComparison.Ordinal));

        await _office.ReflectAsync(key, ContactDecision.Reflect with { Edits = [Edit.Set("person.employeeNumber", "0040")] });
        Assert.Equal(Cast.Date(2026, 3, 31), Row("0040")[PersonFields.LeftOn]);
        Assert.True(Row("0012")[PersonFields.LeftOn].IsEmpty);
    }

    [Fact]
    public async Task Save_OfACorrectedOrWithdrawnNotice_IsRefusedNamingTheOther()
    {
        ContactKey first = await _office.ReceiveExampleAsync("separation");
        ContactKey correction = await _office.ReceiveExampleAsync("separation", json =>
        {
            json["id"] = "c-2";
            json["corrects"] = first.Id.Value;
            json["separationDate"] = "2026-04-30";
        });
        SaveResult.Refused refused = Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(first, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Equal(correction, Assert.Single(refused.Notes).Contact);
        await _office.ReflectAsync(correction);

        ContactKey third = await _office.ReceiveExampleAsync("separation", json =>
        {
            json["id"] = "c-3";
            json["corrects"] = "c-2";
        });
        Assert.Contains(Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(third, OfficeScene.Clerk, ContactDecision.Reflect)).Notes, note => note.Code == "chain.reflected");

        ContactKey hire = await _office.ReceiveExampleAsync("hire");
        ContactKey withdrawal = await _office.ReceiveExampleAsync("hire", json =>
        {
            json["id"] = "c-4";
            json["withdraws"] = hire.Id.Value;
        });
        Assert.Contains(Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(hire, OfficeScene.Clerk, ContactDecision.Reflect)).Notes, note => note.Contact == withdrawal);
        Assert.IsType<SaveResult.Refused>(await _office.Desk.SaveAsync(withdrawal, OfficeScene.Clerk, ContactDecision.Reflect));
    }

    [Fact]
    public async Task Save_OfAMyNumberNotice_IsRefusedAndPointsToConfirming()
    {
        ContactKey key = await _office.ReceiveExampleAsync("my-number-update");
        SaveResult.NotAllowed refused = Assert.IsType<SaveResult.NotAllowed>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Reflect));
        Assert.Contains("確認済み", refused.Text.Japanese, StringComparison.Ordinal);
        Assert.Equal([ContactAction.Confirm], (await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Actions);
    }

    [Fact]
    public async Task Save_WithATextThatIsNoToken_IsAFormatErrorThatDoesNotRepeatIt()
    {
        FormatException error = await Assert.ThrowsAsync<FormatException>(() => _office.Desk.SaveAsync("bm90LWEtdG9rZW4", OfficeScene.Clerk));
        Assert.DoesNotContain("bm90", error.Message, StringComparison.Ordinal);
    }

    private LedgerRow Row(string number) => _ledger.Inner.People(s_e001).Single(person => person.Number.Value == number).Row;

    /// <summary>Someone types into the ledger.</summary>
    private void Meddle(string number, LedgerField field, LedgerValue value)
    {
        ContactKey somebody = ContactKey.Parse($"E001/typed-{Guid.NewGuid():N}");
        LedgerChange change = new(LedgerTable.People, new(LedgerPersonKey.Of(EmployeeNumber.Parse(number))), LedgerChangeAction.Update, [new(field, Row(number)[field], value)]);
        IReadOnlyList<LedgerOutcome> outcomes = _ledger.Inner.ApplyAsync(s_e001, [new(new(somebody, 1, ChangeSetPurpose.Apply), ContactKind.Separation, "typed", [change])], CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Assert.IsType<LedgerOutcome.Applied>(Assert.Single(outcomes));
    }
}
