using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Desk;

/// <summary>取消: a reflection is taken back, whole or not at all.</summary>
public sealed class UndoTests : IDisposable
{
    private static readonly ContactDecision s_everything =
        ContactDecision.Reflect with { Publish = true, ReflectLossDates = true, ReflectAcquisitionDates = true };

    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("hire")]
    [InlineData("separation")]
    [InlineData("dependent-change")]
    [InlineData("dependent-removal")]
    [InlineData("address-name-change")]
    [InlineData("insurance-change")]
    public async Task Undo_OfEveryKind_GivesTheLedgerBackAsItWas(string example)
    {
        string[] before = Contents();
        ContactKey key = await ReflectedAsync(example);
        Assert.NotEqual(before, Contents());

        SaveResult.Saved undone = await TakeBackAsync(key);

        Assert.Equal(before, Contents());
        Assert.Equal((ContactStatus.Unprocessed, false), (undone.Entry.Status, undone.Entry.IsReflected));
        Assert.Equal(ContactAction.Undo, undone.Entry.History[^1].Action);
    }

    [Fact]
    public async Task Undo_ThenReflectingAgain_IsAHireWithANumberNeverUsedBefore()
    {
        ContactKey key = await ReflectedAsync("hire");
        await TakeBackAsync(key);

        SaveResult.Saved again = await SaveAsync(key, s_everything);

        Assert.Equal("0033", Assert.Single(again.Receipt!.AssignedNumbers).Value.Value);
        await TakeBackAsync(key);
        Assert.Equal(["0012", "0019", "0027", "0031"], _office.Ledger.People(OfficeScene.E001).Select(person => person.Number.Value).Order());
    }

    [Fact]
    public async Task Undo_AfterTheOfficeChangedTheRow_IsAConflictAndChangesNothing()
    {
        ContactKey key = await ReflectedAsync("separation");
        ContactKey later = await _office.ReceiveExampleAsync("separation", json =>
        {
            json["id"] = "c-later";
            json["corrects"] = null;
            json["separationDate"] = "2026-04-30";
        });
        await SaveAsync(later, s_everything);
        string[] before = Contents();

        SaveResult result = await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo);

        Assert.NotEmpty(Assert.IsType<SaveResult.Conflict>(result).Conflicts);
        Assert.Equal(before, Contents());
        Assert.Equal(ContactStatus.Registered, (await _office.EntryAsync(key)).Status);
    }

    [Fact]
    public async Task Undo_OfAHireWithANumber_AddsARowToTheHandlingBookAndRemovesNone()
    {
        ContactKey key = await ReflectedAsync("hire");
        IReadOnlyList<LedgerRow> before = _office.Ledger.HandlingBook(OfficeScene.E001);
        await TakeBackAsync(key);

        IReadOnlyList<LedgerRow> after = _office.Ledger.HandlingBook(OfficeScene.E001);
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(before.Count * 2, after.Count);
        Assert.All(after.Skip(before.Count), row => Assert.Equal("取消", row[HandlingBookFields.Handling].Text));
    }

    [Fact]
    public async Task Undo_WhatWasNotReflected_IsNotOffered()
    {
        ContactKey key = await _office.ReceiveExampleAsync("hire");
        Assert.DoesNotContain(ContactAction.Undo, (await _office.Desk.OpenAsync(key, OfficeScene.Clerk))!.Actions);
        Assert.IsType<SaveResult.NotAllowed>(await _office.Desk.SaveAsync(key, OfficeScene.Clerk, ContactDecision.Undo));
    }

    private async Task<ContactKey> ReflectedAsync(string example)
    {
        ContactKey key = await _office.ReceiveExampleAsync(example);
        await SaveAsync(key, s_everything);
        return key;
    }

    private Task<SaveResult.Saved> TakeBackAsync(ContactKey key) => SaveAsync(key, ContactDecision.Undo);

    private async Task<SaveResult.Saved> SaveAsync(ContactKey key, ContactDecision decision)
    {
        SavePreview preview = await _office.Desk.PreviewAsync(key, OfficeScene.Clerk, decision);
        Assert.Null(preview.Blocked);
        return Assert.IsType<SaveResult.Saved>(await _office.Desk.SaveAsync(preview.Token, OfficeScene.Clerk));
    }

    /// <summary>Everything the ledger says of its people, line by line; an empty value is none.</summary>
    private string[] Contents() =>
    [
        .. _office.Ledger.People(OfficeScene.E001)
            .SelectMany(person => new[] { person.Row, person.Payroll }.OfType<LedgerRow>().Concat(person.Dependents)
                .SelectMany(row => row.Values.Where(value => !value.Value.IsEmpty).Select(value => $"{person.Number} {value.Key} {value.Value.Kind} {value.Value.Text}")))
            .Order(StringComparer.Ordinal),
    ];
}
