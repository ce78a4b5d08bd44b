using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.OpenXml.Tests;

public sealed class OpenXmlLedgerTests
{
    [Fact]
    public async Task ApplyAsync_HireInANewWorkbook_IsReadBackAndNumbered()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();

        LedgerReceipt receipt = await test.AppliedAsync(Sets.Hire("c-1"));

        Assert.Equal("0001", receipt.AssignedNumbers["hire"].Value);
        LedgerPerson person = await test.PersonAsync("0001");
        Assert.Equal("髙橋　太郎", person.Row[PersonFields.Name].Text);
        Assert.Equal("ﾀｶﾊｼ ﾀﾛｳ", person.Row[PersonFields.NameKana].Text);
        Assert.Equal(Sets.Day(1990, 5, 3), person.Row[PersonFields.BirthDate]);
        Assert.Equal(LedgerValue.OfChoice("male"), person.Row[PersonFields.Gender]);
        Assert.Equal(LedgerValue.OfNumber(280_000), person.Payroll![PayrollFields.WageInCash]);
        Assert.Equal(Sets.Text("0001"), person.Payroll[PayrollFields.EmployeeNumber]);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ApplyAsync_TheSameSetTwice_IsAppliedOnceWithTheSameReceipt()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerReceipt first = await test.AppliedAsync(Sets.Hire("c-1"));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        LedgerOutcome again = Assert.Single(await test.ApplyAsync(Sets.Hire("c-1")));

        LedgerReceipt receipt = Assert.IsType<LedgerOutcome.AlreadyApplied>(again).Receipt;
        Assert.Equal((first.Id, first.Hash, first.AppliedAt), (receipt.Id, receipt.Hash, receipt.AppliedAt));
        Assert.Equal(first.AssignedNumbers, receipt.AssignedNumbers);
        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task ApplyAsync_TheSameIdWithAnotherContent_IsAProgrammerErrorAndWritesNothing()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));
        byte[] before = await File.ReadAllBytesAsync(test.Path);

        await Assert.ThrowsAsync<InvalidOperationException>(() => test.ApplyAsync(Sets.Hire("c-2"), Sets.Hire("c-1", "鈴木　一郎")));

        Assert.Equal(before, await File.ReadAllBytesAsync(test.Path));
    }

    [Fact]
    public async Task ApplyAsync_OneSetConflicts_TheOthersAreAppliedInOneSave()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));

        IReadOnlyList<LedgerOutcome> outcomes = await test.ApplyAsync(
            Sets.Of("c-2", Sets.Update(LedgerTable.People, "0001", PersonFields.Phone.To(Sets.Text("03-0000-0000")))),
            Sets.Of("c-3", Sets.Update(
                LedgerTable.People,
                "0001",
                PersonFields.Name.To(Sets.Text("別人"), Sets.Text("山本　太郎")),
                PersonFields.PostalCode.To(Sets.Text("100-0001"), Sets.Text("100-0002")),
                PersonFields.Phone.To(Sets.Text("03-0000-0000"), Sets.Text("03-1111-1111")))),
            Sets.Hire("c-4", "鈴木　一郎"));

        Assert.IsType<LedgerOutcome.Applied>(outcomes[0]);
        IReadOnlyList<LedgerConflict> conflicts = Assert.IsType<LedgerOutcome.Conflict>(outcomes[1]).Conflicts;
        Assert.Equal([PersonFields.Name, PersonFields.PostalCode], conflicts.Select(c => c.Field));
        Assert.All(conflicts, c => Assert.Equal(LedgerConflictReason.ValueChanged, c.Reason));
        Assert.Equal(Sets.Text("460-0008"), conflicts[1].Actual);
        Assert.Equal("0002", Assert.IsType<LedgerOutcome.Applied>(outcomes[2]).Receipt.AssignedNumbers["hire"].Value);
        Assert.Equal("03-0000-0000", (await test.PersonAsync("0001")).Row[PersonFields.Phone].Text);
    }

    [Fact]
    public async Task ApplyAsync_AConflictingHire_UsesNoNumberUp()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerChangeSet failing = Sets.Of(
            "c-1",
            [.. Sets.Hire("x").Changes, Sets.Update(LedgerTable.People, "0999", PersonFields.Phone.To(Sets.Text("1")))]);

        IReadOnlyList<LedgerOutcome> outcomes = await test.ApplyAsync(failing, Sets.Hire("c-2"));

        LedgerConflict conflict = Assert.Single(Assert.IsType<LedgerOutcome.Conflict>(outcomes[0]).Conflicts);
        Assert.Equal(LedgerConflictReason.RowMissing, conflict.Reason);
        Assert.Equal("0001", Assert.IsType<LedgerOutcome.Applied>(outcomes[1]).Receipt.AssignedNumbers["hire"].Value);
        Assert.Equal("0001", Package.Value(test.Path, "個人情報", "A2"));
        Assert.Null(Package.Cell(test.Path, "個人情報", "A3"));
    }

    [Fact]
    public async Task ApplyAsync_UndoOfAHire_ClearsItsRowsAndNeverGivesTheNumberAgain()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));
        LedgerChange[] undo =
        [
            .. Sets.Hire("c-1").Changes.Reverse().Select(c => new LedgerChange(
                c.Table,
                new LedgerRowKey(Sets.Person("0001")),
                LedgerChangeAction.Remove,
                [.. c.Fields.Select(f => new FieldChange(f.Field, f.After, LedgerValue.Empty))])),
        ];

        await test.AppliedAsync(Sets.Of("c-1", 1, ChangeSetPurpose.Undo, undo));
        Assert.Empty((await test.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("0001")))).People);
        LedgerReceipt next = await test.AppliedAsync(Sets.Hire("c-2"));

        Assert.Equal("0002", next.AssignedNumbers["hire"].Value);
        Validate.Workbook(test.Path);
    }

    [Fact]
    public async Task ApplyAsync_RemoveOfARowThatSaysMore_ListsWhatIsMore()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));

        IReadOnlyList<LedgerConflict> conflicts = await test.ConflictsAsync(Sets.Of(
            "c-2", Sets.Remove(LedgerTable.People, "0001", PersonFields.Name.To(Sets.Text("髙橋　太郎"), LedgerValue.Empty))));

        Assert.Contains(conflicts, c => c.Field == PersonFields.HiredOn && c.Expected.IsEmpty && c.Actual == Sets.Day(2026, 4, 1));
        Assert.DoesNotContain(conflicts, c => c.Field == PersonFields.EmployeeNumber);
    }

    [Fact]
    public async Task ApplyAsync_HandlingBook_NumbersRowsAndNeverRemovesThem()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerChange row = Sets.Add(
            LedgerTable.HandlingBook,
            Sets.Person("0001"),
            HandlingBookFields.RecordedAt.To(Sets.Text("2026-04-01 09:00")),
            HandlingBookFields.Subject.To(Sets.Text("髙橋　太郎")),
            HandlingBookFields.Handling.To(Sets.Text("取得")),
            HandlingBookFields.Operator.To(Sets.Text("担当")),
            HandlingBookFields.ContactId.To(Sets.Text("c-1")));
        await test.ApplyAsync(Sets.Hire("c-0"), Sets.Of("c-1", row), Sets.Of("c-2", row));

        string sheet = "マイナンバー取扱状況記録簿";
        Assert.Equal("1", Package.Value(test.Path, sheet, "A2"));
        Assert.Equal("2", Package.Value(test.Path, sheet, "A3"));
        Assert.Equal("0001", Package.Value(test.Path, sheet, "C3"));
        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(
            Sets.Of("c-3", row with { Action = LedgerChangeAction.Remove, Fields = [] })));
        Assert.Equal(LedgerConflictReason.NotRemovable, conflict.Reason);
    }

    [Fact]
    public async Task ApplyAsync_TheLog_HoldsIdsAndHashesButNoNameAndNoValue()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        LedgerChangeSet set = Sets.Hire("c-1");

        await test.AppliedAsync(set);

        string[] log = [.. "ABCDEFGHI".Select(c => Package.Value(test.Path, "連絡反映履歴", $"{c}2")!)];
        Assert.Equal(
            ["2026-04-01T09:00:00+09:00", "E001/c-1/1/apply", "c-1", "入社連絡", "0001", "反映", "担当 花子", set.Hash, "hire=0001"], log);
        Assert.DoesNotContain("髙橋", Package.Text(test.Path, Package.PartOf(test.Path, "連絡反映履歴")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_DependentsWithOneName_FindsTheOneWithTheBeforeValues()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        var birth = new DateOnly(2010, 1, 2);
        FieldChange[] Child(DateOnly from) =>
        [
            DependentFields.Name.To(Sets.Text("髙橋　花子")),
            DependentFields.Relationship.To(LedgerValue.OfChoice("child")),
            DependentFields.BirthDate.To(LedgerValue.OfDate(birth)),
            DependentFields.SocialInsurance.To(LedgerValue.OfYesNo(true)),
            DependentFields.SocialInsuranceFrom.To(LedgerValue.OfDate(from)),
        ];
        await test.ApplyAsync(
            Sets.Hire("c-0"),
            Sets.Of("c-1", Sets.Dependent(LedgerChangeAction.Add, "0001", birth, "花子", Child(new(2020, 1, 1)))),
            Sets.Of("c-2", Sets.Dependent(
                LedgerChangeAction.Update, "0001", birth, "花子", DependentFields.SocialInsuranceTo.To(Sets.Day(2021, 1, 1)))),
            Sets.Of("c-3", Sets.Dependent(LedgerChangeAction.Add, "0001", birth, "花子", Child(new(2022, 1, 1)))));

        LedgerConflict exists = Assert.Single(await test.ConflictsAsync(
            Sets.Of("c-4", Sets.Dependent(LedgerChangeAction.Add, "0001", birth, "花子", Child(new(2023, 1, 1))))));
        await test.AppliedAsync(Sets.Of("c-5", Sets.Dependent(
            LedgerChangeAction.Update, "0001", birth, "花子",
            DependentFields.SocialInsuranceTo.To(Sets.Day(2021, 1, 1), Sets.Day(2021, 2, 1)))));

        Assert.Equal(LedgerConflictReason.RowExists, exists.Reason);
        IReadOnlyList<LedgerRow> rows = (await test.PersonAsync("0001")).Dependents;
        Assert.Equal([Sets.Day(2021, 2, 1), LedgerValue.Empty], rows.Select(r => r[DependentFields.SocialInsuranceTo]));
    }

    [Fact]
    public async Task ApplyAsync_APersonWhoseNumberIsTaken_IsAConflictInWhateverWriting()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Known("c-1", "0027", "鈴木　一郎", new(1980, 1, 1)));

        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(Sets.Known("c-2", "27", "佐藤　次郎", new(1981, 1, 1))));

        Assert.Equal((LedgerConflictReason.RowExists, null), (conflict.Reason, conflict.Field));
    }

    [Fact]
    public async Task ApplyAsync_PayrollOfNobody_IsAConflict()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();

        LedgerConflict conflict = Assert.Single(await test.ConflictsAsync(
            Sets.Of("c-1", Sets.Add(LedgerTable.Payroll, Sets.Person("0001"), PayrollFields.Name.To(Sets.Text("髙橋　太郎"))))));

        Assert.Equal(LedgerConflictReason.RowMissing, conflict.Reason);
    }

    [Fact]
    public async Task ApplyAsync_ASetOfAnotherEstablishment_IsRefused()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await test.Ledger.ApplyAsync(EstablishmentId.Parse("E002"), [Sets.Hire("c-1")], CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => test.ApplyAsync(Sets.Hire("c-1"), Sets.Hire("c-1")));
    }

    [Fact]
    public async Task ReadAsync_ByNameAndBirthDate_FoldsWidthAndKana()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        await test.AppliedAsync(Sets.Hire("c-1"));
        var name = new PersonName { Family = "高橋", Given = "太郎", FamilyKana = "たかはし", GivenKana = "たろう" };

        LedgerSnapshot found = await test.ReadAsync(
            PersonQuery.ByNameAndBirthDate(name, new(1990, 5, 3)), PersonQuery.ByNumber(EmployeeNumber.Parse("１")));
        LedgerSnapshot notFound = await test.ReadAsync(PersonQuery.ByNameAndBirthDate(name, new(1990, 5, 4)));

        Assert.Equal("0001", Assert.Single(found.People).Number.Value);
        Assert.Empty(notFound.People);
    }

    [Fact]
    public async Task ReadAsync_NoQuery_TellsTheFields()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();

        LedgerSnapshot snapshot = await test.ReadAsync();

        Assert.Empty(snapshot.People);
        Assert.Equal(LedgerFields.All.Count, snapshot.Fields.Count);
    }

    [Fact]
    public async Task ApplyAsync_Cancelled_LeavesTheWorkbookAndNoTemporaryFile()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await test.Ledger.ApplyAsync(Sets.E001, [Sets.Hire("c-1")], cancelled.Token));

        Assert.Equal(["E001.xlsx"], test.Folder.Names());
    }
}
