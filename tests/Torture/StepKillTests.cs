using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A host is killed (SIGKILL) at every step boundary of its work, started again, and asked for the same again.</summary>
public sealed class StepKillTests(ExampleTemplate template) : IClassFixture<ExampleTemplate>
{
    private static readonly string[] s_saveSteps =
    [
        "store.prepare.before", "store.prepare.after", "ledger.apply.before", "ledger.apply.after", "store.complete.before", "store.complete.after",
    ];

    public static TheoryData<string, string> Saves()
    {
        // 保険喪失 needs its 取得 first, which is another notice's save. Where time is short each step has the hire, and another kind in turn.
        string[] examples = [.. ExampleOffice.Reflectable.Where(example => example != "insurance-leave.json")];
        TheoryData<string, string> data = [];
        for (int step = 0; step < s_saveSteps.Length; step++)
        {
            foreach (string example in Trial.IsShort ? ["hire.json", examples.Where(other => other != "hire.json").ElementAt(step % (examples.Length - 1))] : examples)
                data.Add(example, s_saveSteps[step]);
        }

        return data;
    }

    public static TheoryData<string, string, string, string> EditedSaves()
    {
        TheoryData<string, string, string, string> data = [];
        foreach (string step in s_saveSteps)
        {
            data.Add("hire.json", "person.phone", "090-0000-0000", step);
            data.Add("separation.json", "phoneAfter", "090-0000-0000", step);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Saves))]
    public async Task Save_KilledAtAStepAndRetried_IsInTheLedgerOnce(string example, string step)
    {
        ContactKey key = template.Keys[example];
        OfficeFolder folder = template.Copy();
        string[] save = [$"key={key}", "action=Reflect", "operator=clerk-1"];
        string undisturbed = await template.UndisturbedAsync(example, save);

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, save);

        Assert.Equal([step == "store.complete.after" ? "NotAllowed" : "Saved"], again.Results);
        await AssertDoneOnceAsync(folder, key);
        Assert.Equal(undisturbed, folder.Read().ToLines(OfficeChecks.Time));
        folder.Delete();
    }

    [Theory]
    [MemberData(nameof(EditedSaves))]
    public async Task Save_KilledAtAStepAndRetriedWithAnEdit_NeverClaimsWhatTheLedgerDoesNotHold(string example, string path, string edited, string step)
    {
        ContactKey key = template.Keys[example];
        OfficeFolder folder = template.Copy();
        string[] save = [$"key={key}", "action=Reflect", "operator=clerk-1"];

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, [.. save, $"edit={path}", $"value={edited}"]);

        string expected = step switch
        {
            "store.prepare.before" => "Saved",
            "store.complete.after" => "NotAllowed",
            _ => "EarlierSaveFinished",
        };
        Assert.Equal([expected], again.Results);
        Assert.Equal(expected == "Saved", folder.Read()[OfficeChecks.People].Any(row => row.Values.Contains(edited)));
        await AssertDoneOnceAsync(folder, key);
        folder.Delete();
    }

    [Theory]
    [InlineData("hire.json", "store.prepare.after")]
    [InlineData("hire.json", "ledger.apply.after")]
    [InlineData("hire.json", "store.complete.before")]
    [InlineData("dependent-change.json", "store.complete.before")]
    public async Task Save_KilledAtAStepAndRetriedWhileTheWorkbookIsOpenInExcel_IsInTheLedgerOnce(string example, string step)
    {
        ContactKey key = template.Keys[example];
        OfficeFolder folder = template.Copy();
        string[] save = [$"key={key}", "action=Reflect", "operator=clerk-1"];
        string undisturbed = await template.UndisturbedAsync(example, save);

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        string owner = await OpenInExcelAsync(folder);
        (_, VictimProcess whileOpen) = await VictimProcess.RunAsync("save", folder, save);
        File.Delete(owner);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, save);

        Assert.Equal(["LedgerBusyException"], whileOpen.Results);
        Assert.Equal(["Saved"], again.Results);
        await AssertDoneOnceAsync(folder, key);
        Assert.Equal(undisturbed, folder.Read().ToLines(OfficeChecks.Time));
        folder.Delete();
    }

    [Theory]
    [InlineData("ledger.apply.before", "store.takeup.before")]
    [InlineData("ledger.apply.before", "store.takeup.after")]
    [InlineData("ledger.apply.after", "store.takeup.before")]
    [InlineData("ledger.apply.after", "store.takeup.after")]
    public async Task Save_KilledAtAStepAndAgainWhileTakenOver_IsInTheLedgerOnce(string step, string again)
    {
        ContactKey key = template.Keys["dependent-change.json"];
        OfficeFolder folder = template.Copy();
        string[] save = [$"key={key}", "action=Reflect", "operator=clerk-1"];
        string undisturbed = await template.UndisturbedAsync("dependent-change.json", save);

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={again}"])).Alive);
        (_, VictimProcess last) = await VictimProcess.RunAsync("save", folder, save);

        Assert.Equal(["Saved"], last.Results);
        await AssertDoneOnceAsync(folder, key);
        Assert.Equal(undisturbed, folder.Read().ToLines(OfficeChecks.Time));
        folder.Delete();
    }

    [Theory]
    [InlineData("store.abandon.before")]
    [InlineData("store.abandon.after")]
    public async Task Save_KilledWhileGivingUp_CanBeSavedOnceTheWorkbookIsFree(string step)
    {
        ContactKey key = template.Keys["separation.json"];
        OfficeFolder folder = template.Copy();
        string[] save = [$"key={key}", "action=Reflect", "operator=clerk-1"];
        string owner = await OpenInExcelAsync(folder);
        string before = folder.Read().ToLines();

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        Assert.Equal(before, folder.Read().ToLines());
        File.Delete(owner);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, save);

        Assert.Equal(["Saved"], again.Results);
        await AssertDoneOnceAsync(folder, key);
        folder.Delete();
    }

    [Theory]
    [InlineData("Decline", ContactStatus.Declined, "store.move.before")]
    [InlineData("Decline", ContactStatus.Declined, "store.move.after")]
    [InlineData("Complete", ContactStatus.Completed, "store.move.before")]
    [InlineData("Complete", ContactStatus.Completed, "store.move.after")]
    public async Task Move_KilledAtAStepAndRetried_IsMadeOnce(string action, ContactStatus status, string step)
    {
        ContactKey key = template.Keys["separation.json"];
        OfficeFolder folder = template.Copy();
        string before = folder.Read().ToLines();
        string[] save = [$"key={key}", $"action={action}", "operator=clerk-1"];

        Assert.False((await VictimProcess.RunAsync("save", folder, [.. save, $"kill={step}"])).Alive);
        (_, VictimProcess again) = await VictimProcess.RunAsync("save", folder, save);

        Assert.Equal([step == "store.move.before" ? "Saved" : "NotAllowed"], again.Results);
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        ContactDetail detail = Assert.IsType<ContactDetail>(await office.Desk.OpenAsync(key, TrialOffice.Clerk));
        Assert.Equal(status, detail.Entry.Status);
        Assert.Equal(status, Assert.Single(detail.Entry.History).To);
        Assert.Equal(before, folder.Read().ToLines());
        folder.Delete();
    }

    [Theory]
    [InlineData("store.add.before", "Accepted", "Accepted", "Accepted")]
    [InlineData("store.add.after", "Duplicate", "Accepted", "Accepted")]
    [InlineData("vault.put.before", "Duplicate", "Duplicate", "Accepted")]
    [InlineData("vault.put.after", "Duplicate", "Duplicate", "Accepted")]
    public async Task Receive_KilledAtAStepAndSentAgain_IsStoredOnce(string step, params string[] again)
    {
        OfficeFolder folder = OfficeFolder.CreateTemporary();
        string message = Path.Combine(folder.Path, "message.json");
        string[] examples = ["separation.json", "address-name-change.json", "hire.json"];
        await File.WriteAllTextAsync(message, $"[{string.Join(",", examples.Select(example => File.ReadAllText(ExampleOffice.PathOf(example))))}]");

        Assert.False((await VictimProcess.RunAsync("receive", folder, $"file={message}", $"kill={step}")).Alive);
        (_, VictimProcess victim) = await VictimProcess.RunAsync("receive", folder, $"file={message}");

        Assert.Equal(again, victim.Results);
        await using TrialOffice office = await TrialOffice.OpenAsync(folder);
        Assert.Equal(3, (await office.Store.ListAsync(new ContactStoreQuery(), CancellationToken.None)).Count);
        folder.Delete();
    }

    /// <summary>Excel leaves an owner file beside a workbook it has open.</summary>
    private static async Task<string> OpenInExcelAsync(OfficeFolder folder)
    {
        string owner = Path.Combine(folder.Path, $"~${Path.GetFileName(folder.Workbook)}");
        await File.WriteAllBytesAsync(owner, [4, .. "User"u8]);
        return owner;
    }

    private static async Task AssertDoneOnceAsync(OfficeFolder folder, ContactKey key)
    {
        Assert.Empty(await OfficeChecks.ProblemsAsync(folder, [key], ContactStatus.Registered));
        Assert.Empty(folder.Leftovers());
    }
}
