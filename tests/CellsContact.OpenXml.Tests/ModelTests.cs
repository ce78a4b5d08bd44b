using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

/// <summary>Random change sets, stale ones among them, do to a workbook what they do to the ledger in memory.</summary>
public sealed class ModelTests
{
    private static readonly string[] Names = ["髙橋　太郎", "=1+1", "𠮷田 葛󠄀", " 前後 ", "_x0041_", "a&b<c>\"", "改行\n次", "0012"];

    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(i => Names[i]);

    private static readonly Gen<LedgerValue> Day = Gen.Int[0, 40_000].Select(d => LedgerValue.OfDate(new DateOnly(1930, 1, 1).AddDays(d)));

    private static readonly Gen<FieldChange> Change = Gen.Select(Gen.Bool, Name, Day, Gen.Int[0, 5], Gen.Int[0, 9_999_999], (isStale, text, day, field, number) =>
    {
        (LedgerField Field, LedgerValue After) = field switch
        {
            0 => (PersonFields.Name, Sets.Text(text)),
            1 => (PersonFields.LeftOn, day),
            2 => (PersonFields.Phone, Sets.Text(text)),
            3 => (PersonFields.WageInCash, LedgerValue.OfNumber(number)),
            4 => (PersonFields.Gender, LedgerValue.OfChoice(number % 2 == 0 ? "male" : "female")),
            _ => (PersonFields.AddressAfter, number % 3 == 0 ? LedgerValue.Empty : Sets.Text(text)),
        };

        // The before-value is filled in when the step runs; a stale one stays as it is.
        return new FieldChange(Field, isStale && number % 4 == 0 ? Sets.Text("以前の値") : LedgerValue.Empty, After);
    });

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 6], Name, Day, Change.List[1, 4],
        (kind, person, name, birth, changes) => new Step(kind, person, name, birth, [.. changes.DistinctBy(c => c.Field)]));

    [Fact]
    public void RandomSets_HaveTheSameOutcomesAsInMemory() => AnyStep.List[1, 12].List[1, 3].Sample(
        batches =>
        {
            using TestLedger test = TestLedger.WithNewWorkbook(o => o.KanaWidth = KanaWidth.AsIs);
            var model = new InMemoryLedger();
            int id = 0;
            foreach (List<Step> batch in batches)
            {
                LedgerChangeSet[] sets = [.. batch.Select(step => step.ToSet(ref id, model))];
                IReadOnlyList<LedgerOutcome> expected = model.ApplyAsync(Sets.E001, sets, CancellationToken.None).AsTask().Result;
                IReadOnlyList<LedgerOutcome> actual = test.ApplyAsync(sets).Result;
                Assert.Equal(expected.Select(Describe), actual.Select(Describe));

                // What was applied is not applied again; what conflicted still does, or does so otherwise, in both.
                Assert.Equal(
                    model.ApplyAsync(Sets.E001, sets, CancellationToken.None).AsTask().Result.Select(Describe),
                    test.ApplyAsync(sets).Result.Select(Describe));
            }

            PersonQuery[] everybody = [.. model.People(Sets.E001).Select(p => PersonQuery.ByNumber(p.Number))];
            Assert.Equal(model.People(Sets.E001).Select(Describe), test.ReadAsync(everybody).Result.People.Select(Describe));
        },
        iter: 40,
        threads: 2);

    private static string Describe(LedgerOutcome outcome) => outcome switch
    {
        LedgerOutcome.Applied applied => $"applied {string.Join(",", applied.Receipt.AssignedNumbers.Select(n => $"{n.Key}={n.Value}"))}",
        LedgerOutcome.AlreadyApplied already => $"already {string.Join(",", already.Receipt.AssignedNumbers.Select(n => $"{n.Key}={n.Value}"))}",
        LedgerOutcome.Conflict conflict => "conflict " + string.Join(",", conflict.Conflicts
            .Select(c => $"{c.Table}.{c.Field?.Name}:{c.Reason}:{c.Actual.Kind}{c.Actual.Text}").Order(StringComparer.Ordinal)),
        _ => "",
    };

    private static string Describe(LedgerPerson person) =>
        $"{person.Number} {Describe(person.Row)} | {(person.Payroll is { } payroll ? Describe(payroll) : "-")}";

    private static string Describe(LedgerRow row) => string.Join(
        " ",
        row.Values.Where(v => !v.Value.IsEmpty).OrderBy(v => v.Key.Id, StringComparer.Ordinal).Select(v => $"{v.Key.Name}={v.Value.Kind}:{v.Value.Text}"));

    private sealed record Step(int Kind, int Person, string Name, LedgerValue Birth, IReadOnlyList<FieldChange> Changes)
    {
        /// <summary>The set as a reflector would make it from the ledger as it is before the batch.</summary>
        public LedgerChangeSet ToSet(ref int id, InMemoryLedger model)
        {
            IReadOnlyList<LedgerPerson> people = model.People(Sets.E001);
            int number = ++id;
            if (Kind <= 4 || people.Count == 0)
                return Hire($"c-{number}");
            LedgerPerson person = people[Person % people.Count];
            if (Kind == 5)
            {
                return Sets.Of($"c-{number}", Sets.Remove(
                    LedgerTable.People,
                    person.Number.Value,
                    [.. person.Row.Values.Where(v => !v.Value.IsEmpty).Select(v => new FieldChange(v.Key, v.Value, LedgerValue.Empty))]));
            }

            return Sets.Of($"c-{number}", Sets.Update(
                LedgerTable.People,
                person.Number.Value,
                [.. Changes.Select(c => c.Before.IsEmpty ? c with { Before = person.Row[c.Field] } : c)]));
        }

        private LedgerChangeSet Hire(string contact) => Sets.Of(
            contact,
            Sets.Add(LedgerTable.People, LedgerPersonKey.New("p"), PersonFields.Name.To(Sets.Text(Name)), PersonFields.BirthDate.To(Birth)),
            Sets.Add(LedgerTable.Payroll, LedgerPersonKey.New("p"), PayrollFields.Name.To(Sets.Text(Name))));
    }
}
