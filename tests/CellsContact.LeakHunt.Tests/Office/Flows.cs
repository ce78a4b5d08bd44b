using System.Buffers.Text;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>Everything an office does, step by step.</summary>
internal sealed class Flows(HuntOffice office, Haul haul, Steps steps, IReadOnlyList<string> numbers)
{
    private const string Purpose = "連絡の確認";
    private static readonly DeskOperator s_clerk = new("clerk-1", "担当 一");
    private static readonly DeskOperator s_other = new("clerk-2", "担当 二");
    private static readonly ContactDecision s_declined = ContactDecision.Decline with { MessageToClient = OfficeSecrets.MessageToClient, Memo = OfficeSecrets.Memo };
    private readonly Notices _notices = new(numbers);
    private readonly SharingFlows _sharing = new(office, haul, steps);

    /// <summary>The pass phrase is a known secret too.</summary>
    internal static string PassPhraseOf(IReadOnlyList<string> numbers) => numbers[^1];

    /// <summary>How many numbers were shown, each the right one.</summary>
    internal int Shown { get; private set; }

    /// <param name="whileAllIsKept">Looks around before anything is erased.</param>
    internal async Task RunAsync(Action whileAllIsKept)
    {
        await ReceiveAsync();
        foreach (string id in (string[])["cast-0012", "cast-0019", "cast-0027", "cast-0031", "c-20260401-0001", "c-20260410-0003", "c-20260501-0005", "c-20260415-0004", "c-20260601-0007", "c-20260701-0008"])
            await SaveAsync(id, ContactDecision.Reflect with { ReflectAcquisitionDates = true, Publish = true, StoreAttachments = true });
        await EditAsync();
        await ConfirmAsync();
        await RevealAsync();
        await TakeBackAsync();
        await RefuseAsync();
        await _sharing.ManageFilesAsync();
        await _sharing.DeliverAsync();
        await ReadAsync();
        whileAllIsKept();
        await RetainAsync();
        await ReadAsync();
        await _sharing.EraseAsync();
        await steps.TakeAsync("sent again when erased", async () => await office.ReceiveAsync(_notices.Examples()));
        await _sharing.EraseAsync();
        await ReadAsync();
    }

    private async Task ReceiveAsync()
    {
        foreach (string message in (string[])[_notices.Cast(), _notices.Cast(), _notices.Examples(), _notices.Updates(), _notices.Reused(), _notices.Late()])
            await steps.TakeAsync("receive", async () => await office.ReceiveAsync(message));
        foreach (string message in _notices.Misplaced())
            await steps.TakeAsync("receive misplaced", async () => await office.ReceiveAsync(message));
        foreach (string message in Notices.WrongFiles())
            await steps.TakeAsync("receive wrong file", async () => await office.ReceiveAsync(message));
        await steps.TakeAsync("receive another's", async () => await office.ReceiveAsync(_notices.Examples(), "E002"));
    }

    /// <summary>Opened, previewed, saved by the preview's token.</summary>
    private async Task SaveAsync(string id, ContactDecision decision)
    {
        ContactKey key = Key(id);
        await steps.TakeAsync("open", async () => await office.Desk.OpenAsync(key, s_clerk));
        await steps.TakeAsync("open elsewhere", async () => await office.Desk.OpenAsync(key, new("stranger")));
        string token = "";
        await steps.TakeAsync("preview", async () =>
        {
            SavePreview preview = await office.Desk.PreviewAsync(key, s_clerk, decision);
            token = preview.Token;
            return preview;
        });
        haul.Add("token", token);
        haul.Add("token decoded", Base64Url.DecodeFromChars(token));
        await steps.TakeAsync("save", async () => token.Length > 0 ? await office.Desk.SaveAsync(token, s_clerk) : await office.Desk.SaveAsync(key, s_clerk, decision));
        await steps.TakeAsync("resume", async () => await office.Desk.ResumeAsync(key, s_other));
    }

    private async Task EditAsync()
    {
        string number = numbers[10];
        ContactKey key = Key("c-20260325-0002");
        Edit[] edits = [Edit.Set("reasonText", number), Edit.Set("reasonText", Notices.FullWidth(number)), Edit.Set($"later.{number}", "x"), Edit.Set("separationDate", number), Edit.Set("phoneAfter", $"{number[..4]}-{number[4..8]}-{number[8..]}")];
        foreach (Edit edit in edits)
        {
            // A preview gives the decision back to whoever made it: that echo is no output of the office.
            ContactDecision draft = ContactDecision.Draft with { Edits = [edit] };
            await steps.TakeAsync("preview edit", async () => await office.Desk.PreviewAsync(key, s_clerk, draft) with { Decision = ContactDecision.Draft });
            await steps.TakeAsync("save edit", async () => await office.Desk.SaveAsync(key, s_clerk, draft));
            await steps.TakeAsync("reflect edit", async () => await office.Desk.SaveAsync(key, s_clerk, ContactDecision.Reflect with { Edits = [edit] }));
        }

        await steps.TakeAsync("edit number", async () => await office.Desk.SaveAsync(Key("c-20260401-0001"), s_clerk, ContactDecision.Reflect with { Edits = [Edit.Set("myNumber", number)] }));
        foreach (ContactDecision said in (ContactDecision[])
        [
            ContactDecision.Decline with { MessageToClient = $"番号 {number} を確認してください。" },
            ContactDecision.Draft with { Memo = Notices.FullWidth(number) },
            ContactDecision.Draft with { ProcedureNumber = number },
        ])
        {
            await steps.TakeAsync("say", async () => await office.Desk.SaveAsync(key, s_clerk, said));
        }

        await steps.TakeAsync("decline", async () => await office.Desk.SaveAsync(key, s_clerk, s_declined));
        await steps.TakeAsync("reopen", async () => await office.Desk.SaveAsync(key, s_clerk, ContactDecision.Reopen));
        await SaveAsync("c-20260325-0002", ContactDecision.Reflect);
        await SaveAsync("file-unsafe-name", s_declined);
        await steps.TakeAsync("bad token", async () => await office.Desk.SaveAsync(number, s_clerk));
    }

    private async Task ConfirmAsync()
    {
        foreach (string id in (string[])["c-20260502-0006", "u-change", "u-over", "u-shared", "u-kept", "u-former", "u-deleted", "c-20260702-0009"])
            await SaveAsync(id, ContactDecision.Confirm);
        await steps.TakeAsync("undo confirm", async () => await office.Desk.SaveAsync(Key("u-change"), s_clerk, ContactDecision.Undo));
    }

    private async Task RevealAsync()
    {
        MyNumberScope notice = MyNumberScope.Of(Key("u-over"));
        MyNumberScope everywhere = MyNumberScope.Of(EstablishmentId.Parse("E001"));
        MyNumberGrant? one = await GrantAsync(s_clerk, Purpose, notice);
        MyNumberGrant? all = await GrantAsync(s_clerk, Purpose, everywhere);
        await GrantAsync(s_clerk, numbers[10], notice);
        await GrantAsync(new("visitor"), Purpose, notice);
        await GrantAsync(new("stranger"), Purpose, notice);
        if (one is null || all is null)
            return;
        await ShowAsync(one, new MyNumberSlot(Key("u-over"), "myNumber"), numbers[10]);
        await ShowAsync(all, new MyNumberSlot(Key("cast-0019"), "dependents[0].myNumber"), null);
        await ShowAsync(all, new MyNumberSlot(Key("cast-0019"), "myNumber"), null);
        await ShowAsync(one, new MyNumberSlot(Key("cast-0027"), "myNumber"), null);
        await ShowAsync(all, new MyNumberSlot(Key("u-former"), numbers[10]), null);
        await ShowAsync(all, new MyNumberSlot(Key("u-deleted"), "myNumber"), null);
        await steps.TakeAsync("reveal owner", async () => Seen(await office.MyNumbers.RevealAsync(all, new MyNumberOwner(all.Scope.Establishment, EmployeeNumber.Parse("0027")), Purpose), numbers[11], numbers[3]));
        await steps.TakeAsync("reveal nobody", async () => await office.MyNumbers.RevealAsync(all, new MyNumberOwner(all.Scope.Establishment, EmployeeNumber.Parse("9999")), Purpose));
        await steps.TakeAsync("reveal for another purpose", async () => await office.MyNumbers.RevealAsync(all, new MyNumberSlot(Key("cast-0027"), "myNumber"), numbers[10]));
        office.Time.Advance(TimeSpan.FromMinutes(6));
        await ShowAsync(all, new MyNumberSlot(Key("cast-0019"), "myNumber"), null);
        for (int guess = 0; guess < 7; guess++)
            await GrantAsync(s_other, Purpose, everywhere, numbers[guess]);
    }

    private async Task TakeBackAsync()
    {
        await SaveAsync("c-20260401-0001", ContactDecision.Undo);
        await SaveAsync("c-20260401-0001", ContactDecision.Reflect with { Publish = true });
    }

    /// <summary>A number where a key is asked for: whoever mistypes must not find it kept.</summary>
    private async Task RefuseAsync()
    {
        // A notice whose id is a number is never received: whoever asks for one has mistyped.
        ContactKey mistyped = Key(numbers[10]);
        await steps.TakeAsync("open mistyped", async () => await office.Desk.OpenAsync(mistyped, s_clerk));
        await steps.TakeAsync("save mistyped", async () => await office.Desk.SaveAsync(mistyped, s_clerk, ContactDecision.Reflect));
        await steps.TakeAsync("resume mistyped", async () => await office.Desk.ResumeAsync(mistyped, s_clerk));
        await steps.TakeAsync("authenticate mistyped", async () =>
        {
            // A grant and a preview give back what was asked for: that echo is no output of the office.
            await office.MyNumbers.AuthenticateAsync(s_clerk, Purpose, MyNumberScope.Of(mistyped), null);
            return await office.MyNumbers.AuthenticateAsync(s_clerk, numbers[10], MyNumberScope.Of(mistyped), null);
        });
        if (await GrantAsync(s_clerk, Purpose, MyNumberScope.Of(mistyped.Establishment)) is { } grant)
        {
            await ShowAsync(grant, new MyNumberSlot(mistyped, "myNumber"), null);
            await steps.TakeAsync("reveal mistyped", async () => await office.MyNumbers.RevealAsync(grant, new MyNumberOwner(grant.Scope.Establishment, EmployeeNumber.Parse(numbers[10])), Purpose));
        }

        await steps.TakeAsync("list everything", async () => await office.Desk.ListAsync(new() { AllDates = true }, s_clerk));
        await steps.TakeAsync("cursor", async () => await office.Desk.ListAsync(new() { Cursor = numbers[10] }, s_clerk));
        await steps.TakeAsync("anchor", () =>
        {
            Assert.False(MyNumberLogAnchor.TryParse(numbers[10], out MyNumberLogAnchor? none));
            return Task.FromResult<object?>(none);
        });
        await steps.TakeAsync("parse", () => Task.FromResult<object?>(ContactId.Parse(Notices.FullWidth(numbers[10]))));
        await steps.TakeAsync("employee number", () => Task.FromResult<object?>(EmployeeNumber.Parse(numbers[10] + "\n")));
        await steps.TakeAsync("establishment", () => Task.FromResult<object?>(EstablishmentId.Parse(numbers[10] + " ")));
        await steps.TakeAsync("short destination", () =>
        {
            Assert.True(MyNumber.TryParse(numbers[0], out MyNumber? number));
            number.CopyDigitsTo(new char[3]);
            return Task.FromResult<object?>(null);
        });
    }

    private async Task RetainAsync()
    {
        await steps.TakeAsync("sweep", async () => await office.Sweep.SweepAsync());
        office.Time.Advance(TimeSpan.FromHours(25));
        await steps.TakeAsync("sweep orphans", async () => await office.Sweep.SweepAsync());
        await _sharing.ExpireFilesAsync();
        office.Time.Advance(TimeSpan.FromDays(269));
        await steps.TakeAsync("sweep former", async () => await office.Sweep.SweepAsync());
        await steps.TakeAsync("sent again after all", async () => await office.ReceiveAsync(_notices.Examples()));
    }

    /// <summary>Everything that is kept, read back.</summary>
    private async Task ReadAsync()
    {
        EstablishmentId establishment = EstablishmentId.Parse("E001");
        await steps.TakeAsync("list", async () => (await office.Desk.ListAsync(new() { Establishment = establishment, AllDates = true, PageSize = 200 }, s_clerk)).Items);
        await steps.TakeAsync("notices", async () =>
        {
            IReadOnlyList<ContactListItem> items = await office.Store.ListAsync(new() { Limit = 1000 }, CancellationToken.None);
            foreach (ContactListItem item in items)
            {
                haul.Add("notice", ContactJson.Serialize(item.Contact));
                haul.AddObject("notice", await office.Store.FindAsync(item.Key, CancellationToken.None));
            }

            return items;
        });
        await steps.TakeAsync("intake log", async () => await office.IntakeLog.ListAsync(1000, CancellationToken.None));
        await steps.TakeAsync("access log", async () => await office.Book.ListAsync(new() { Limit = 1000 }));
        await steps.TakeAsync("verify", async () =>
        {
            MyNumberLogVerification verified = await office.Book.VerifyAsync(establishment);
            Assert.True(verified.Holds);
            haul.Add("anchor", verified.Anchor.ToString());
            return await office.Book.VerifyAsync(establishment, verified.Anchor);
        });
    }

    private async Task<MyNumberGrant?> GrantAsync(DeskOperator clerk, string purpose, MyNumberScope scope, string? typed = null)
    {
        MyNumberGrant? grant = null;
        await steps.TakeAsync("authenticate", async () =>
        {
            using PassPhrase phrase = new(typed ?? PassPhraseOf(numbers));
            haul.AddObject("pass phrase", phrase);
            MyNumberAuthentication answer = await office.MyNumbers.AuthenticateAsync(clerk, purpose, scope, phrase);
            grant = (answer as MyNumberAuthentication.Granted)?.Grant;
            return answer;
        });
        return grant;
    }

    private Task ShowAsync(MyNumberGrant grant, MyNumberSlot slot, string? expected) => steps.TakeAsync("reveal", async () =>
        Seen(await office.MyNumbers.RevealAsync(grant, slot, Purpose), expected is null ? [] : [expected]));

    /// <summary>The one place where digits may be read: an operator's screen. Where a change failed, the former number is still the present one.</summary>
    private MyNumberReveal Seen(MyNumberReveal answer, params string[] expected)
    {
        if (expected.Length > 0 && answer is MyNumberReveal.Shown shown)
        {
            char[] digits = new char[12];
            shown.Number.CopyDigitsTo(digits);
            Assert.True(expected.Contains(new string(digits)), "Another number was shown.");
            Shown++;
        }

        return answer;
    }

    private static ContactKey Key(string id) => ContactKey.Parse($"E001/{id}");
}
