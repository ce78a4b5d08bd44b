using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>Two clerks receive, preview, save, decline and reopen in a random sequence; a simple model says what must come of it.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int StepsARound = 60;

    [Theory]
    [InlineData(true, 300, 0.05)]
    [InlineData(false, 30, 0.06)]
    public async Task Desk_OfTwoClerks_DoesWhatTheModelSays(bool inMemory, int rounds, double share)
    {
        Trial trial = new(output, nameof(Desk_OfTwoClerks_DoesWhatTheModelSays), share);
        int done = 0;
        int saved = 0;
        int reflected = 0;
        foreach (int round in trial.Rounds(rounds))
        {
            OfficeFolder folder = OfficeFolder.CreateTemporary();
            Soak? soak = null;
            try
            {
                await using TrialOffice office = inMemory ? await TrialOffice.OpenInMemoryAsync() : await TrialOffice.OpenAsync(folder);
                soak = new(office, new(trial.SeedOf(round)));
                await soak.HireAsync();
                for (int step = 0; step < StepsARound; step++)
                    await soak.StepAsync();
                done++;
                saved += soak.Saved;
                reflected += soak.Reflected;
            }
            catch (Exception exception)
            {
                throw trial.Failed(round, $"{soak?.Story}\n{exception}");
            }
            finally
            {
                folder.Delete();
            }
        }

        trial.Report($"{done} sequences of {StepsARound} steps, {saved} saves, {reflected} of them into the ledger, {(inMemory ? "in memory" : "xlsx and SQLite")}");
    }

    private sealed class Soak(TrialOffice office, Random random)
    {
        private static readonly string[] s_numbers = ["0001", "0002", "0003"];
        private readonly SoakModel _model = new();
        private readonly List<(SavePreview Preview, SoakNotice Notice, int Moves, int Changes)> _previews = [];
        private readonly StringBuilder _story = new();
        private int _last;
        private int _changes;

        internal string Story => _story.ToString();

        internal int Saved { get; private set; }

        internal int Reflected => _changes;

        internal async Task HireAsync()
        {
            foreach (string number in s_numbers)
            {
                ContactKey key = await ReceiveAsync(new()
                {
                    ["kind"] = "hire",
                    ["person"] = new JsonObject
                    {
                        ["employeeNumber"] = number,
                        ["name"] = new JsonObject { ["family"] = "髙橋", ["given"] = $"太郎{number[^1]}" },
                        ["birthDate"] = $"1990-05-0{number[^1]}",
                    },
                    ["hireDate"] = "2026-04-01",
                });
                Assert.IsType<SaveResult.Saved>(await office.DecideAsync(key, TrialOffice.Clerk, ContactDecision.Reflect));
                _model.Phones[number] = "";
            }
        }

        internal async Task StepAsync()
        {
            DeskOperator clerk = random.Next(2) == 0 ? TrialOffice.Clerk : TrialOffice.OtherClerk;
            switch (_model.Notices.Count == 0 ? 0 : random.Next(6))
            {
                case 0:
                    await ReceiveSeparationAsync();
                    break;
                case 1 or 2:
                    await PreviewAsync(clerk);
                    break;
                case 3 or 4 when _previews.Count > 0:
                    await SavePreviewedAsync(clerk);
                    break;
                default:
                    await SaveUnseenAsync(clerk);
                    break;
            }

            await AssertAgreesAsync();
        }

        private async Task<ContactKey> ReceiveAsync(JsonObject message)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"c-{++_last:0000}");
            message["id"] = id;
            message["establishmentId"] = OfficeFolder.Establishment.Value;
            message["sentAt"] = "2026-06-01T09:00:00+09:00";
            byte[] bytes = Encoding.UTF8.GetBytes(message.ToJsonString());
            IntakeResult.Accepted accepted = Assert.IsType<IntakeResult.Accepted>(Assert.Single(await office.ReceiveAsync(bytes)));
            Assert.IsType<IntakeResult.Duplicate>(Assert.Single(await office.ReceiveAsync(bytes)));
            message["sentBy"] = "別の人";
            Assert.IsType<IntakeResult.Rejected>(Assert.Single(await office.ReceiveAsync(Encoding.UTF8.GetBytes(message.ToJsonString()))));
            return accepted.Key;
        }

        /// <summary>All say the same but the phone number, which no two have in common: it tells whose save the ledger holds.</summary>
        private async Task ReceiveSeparationAsync()
        {
            string number = s_numbers[random.Next(s_numbers.Length)];
            string phone = NewPhone();
            ContactKey key = await ReceiveAsync(new()
            {
                ["kind"] = "separation",
                ["person"] = new JsonObject { ["employeeNumber"] = number },
                ["separationDate"] = "2026-08-31",
                ["reason"] = "voluntary",
                ["phoneAfter"] = phone,
            });
            _model.Notices.Add(key, new(number, phone));
            Tell($"received {key} about {number}: {phone}");
        }

        private async Task PreviewAsync(DeskOperator clerk)
        {
            (ContactKey key, SoakNotice notice) = _model.Notices.ElementAt(random.Next(_model.Notices.Count));
            ContactDecision decision = Decision();
            SavePreview preview = await office.Desk.PreviewAsync(key, clerk, decision);
            Tell($"{clerk} previewed {decision} of {key}: {preview.Blocked?.GetType().Name ?? "can be saved"}");
            if (IsRefused(notice, decision))
                Assert.IsType<SaveResult.NotAllowed>(preview.Blocked);
            else if (preview.Blocked is null)
                _previews.Add((preview, notice, notice.Moves, _changes));
        }

        private async Task SavePreviewedAsync(DeskOperator clerk)
        {
            int at = random.Next(_previews.Count);
            (SavePreview preview, SoakNotice notice, int moves, int changes) = _previews[at];
            _previews.RemoveAt(at);
            SaveResult result = await office.Desk.SaveAsync(preview.Token, clerk);
            Tell($"{clerk} saved the preview of {preview.Decision} of {preview.Key}: {result.GetType().Name}");
            if (moves == notice.Moves && changes == _changes)
                Assert.IsType<SaveResult.Saved>(result);
            if (moves != notice.Moves)
                Assert.True(result is SaveResult.Outdated or SaveResult.NotAllowed, $"A preview older than the last move was answered with {result.GetType().Name}.");
            Take(result, notice, preview.Decision);
        }

        private async Task SaveUnseenAsync(DeskOperator clerk)
        {
            (ContactKey key, SoakNotice notice) = _model.Notices.ElementAt(random.Next(_model.Notices.Count));
            ContactDecision decision = Decision();
            SaveResult result = await office.Desk.SaveAsync(key, clerk, decision);
            Tell($"{clerk} saved {decision} of {key} unseen: {result.GetType().Name}");
            string phone = PhoneOf(notice, decision);
            if (IsRefused(notice, decision))
                Assert.IsType<SaveResult.NotAllowed>(result);
            else if (decision.Action == ContactAction.Reflect && _model.Phones[notice.Number].Length > 0 && _model.Phones[notice.Number] != phone)
                Assert.IsNotType<SaveResult.Saved>(result);
            else if (decision.Action != ContactAction.Reflect)
                Assert.IsType<SaveResult.Saved>(result);
            Take(result, notice, decision);
        }

        private void Take(SaveResult result, SoakNotice notice, ContactDecision decision)
        {
            if (result is not SaveResult.Saved)
                return;
            Saved++;
            string phone = PhoneOf(notice, decision);
            notice.Status = SoakModel.Next(notice, decision.Action)!.Value;
            notice.Moves++;
            if (decision.Action == ContactAction.SaveDraft)
                notice.DraftPhone = EditedPhone(decision);
            if (decision.Action == ContactAction.Reflect)
            {
                notice.Reflected = true;
                notice.DraftPhone = null;
                _model.Phones[notice.Number] = phone;
                _changes++;
            }
        }

        private async Task AssertAgreesAsync()
        {
            foreach ((ContactKey key, SoakNotice notice) in _model.Notices)
            {
                ContactEntry entry = Assert.IsType<ContactEntry>(await office.Store.FindAsync(key, CancellationToken.None));
                Assert.Equal((key, notice.Status, notice.Reflected, notice.Moves), (key, entry.Status, entry.IsReflected, entry.History.Count));
                Assert.Null(entry.OpenAttempt);
                Assert.Equal(notice.Phone, Assert.IsType<SeparationContact>(entry.Contact).PhoneAfter);
            }

            LedgerSnapshot ledger = await office.Ledger.ReadAsync(
                OfficeFolder.Establishment,
                [.. s_numbers.Select(number => PersonQuery.ByNumber(EmployeeNumber.Parse(number)))],
                CancellationToken.None);
            Assert.Equal(_model.Phones, ledger.People.ToDictionary(person => person.Number.Value, person => person.Row[PersonFields.PhoneAfter].Text));
        }

        private static bool IsRefused(SoakNotice notice, ContactDecision decision) =>
            SoakModel.Next(notice, decision.Action) is null || (decision.Action == ContactAction.Decline && decision.MessageToClient is null);

        private static string PhoneOf(SoakNotice notice, ContactDecision decision) => EditedPhone(decision) ?? notice.DraftPhone ?? notice.Phone;

        private static string? EditedPhone(ContactDecision decision) => decision.Edits.Count == 0 ? null : decision.Edits[0].Value.GetString();

        private ContactDecision Decision()
        {
            IReadOnlyList<Edit> edits = random.Next(2) == 0 ? [Edit.Set("phoneAfter", NewPhone())] : [];
            return random.Next(6) switch
            {
                0 => ContactDecision.Draft with { Edits = edits },
                1 => ContactDecision.Decline with { MessageToClient = random.Next(2) == 0 ? null : "対象外です。" },
                2 => ContactDecision.Complete,
                3 => ContactDecision.Reopen,
                _ => ContactDecision.Reflect with { Edits = edits },
            };
        }

        private string NewPhone() => string.Create(CultureInfo.InvariantCulture, $"090-{random.Next(10000):0000}-{random.Next(10000):0000}");

        private void Tell(string what) => _story.Append(what).Append('\n');
    }
}
