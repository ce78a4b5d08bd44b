using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Random sequences of calls, the same on every run, against <see cref="InMemoryLedger"/> as the model.</summary>
internal static class LedgerSequences
{
    private const int Steps = 20;

    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        .. Enumerable.Range(1, 3).Select(seed => new Promise<ILedgerHarness>(
            $"Any sequence of adding, changing, removing and repeating leaves what the model has (sequence {seed}).",
            (harness, token) => RunAsync(harness, seed, token))),
    ];

    private static async Task RunAsync(ILedgerHarness harness, int seed, CancellationToken token)
    {
        LedgerPerson[] people = [Suzuki().WithPayroll().With(Child(new(2020, 6, 15))), Sato(), Person("0032", "田中\u3000実", new(1970, 1, 1))];
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, people).ConfigureAwait(false);
        InMemoryLedger model = new();
        model.Add(LedgerScene.Establishment, people);
        List<LedgerChangeSet> sent = [];
        Dice dice = new(seed);
        for (int step = 0; step < Steps; step++)
        {
            LedgerChangeSet[] sets = [.. Enumerable.Range(0, dice.Next(3) + 1).Select(i => Any(dice, model, sent, string.Create(CultureInfo.InvariantCulture, $"s{step}-{i}"))).DistinctBy(set => set.Id)];
            sent.AddRange(sets);
            IReadOnlyList<LedgerOutcome> expected = await model.ApplyAsync(LedgerScene.Establishment, sets, token).ConfigureAwait(false);
            Same(expected, await scene.ApplyAsync(sets).ConfigureAwait(false), step);
            IReadOnlyList<LedgerPerson> present = model.People(LedgerScene.Establishment);
            LedgerModel.ThrowUnlessSame(present, await scene.ReadAsync([.. present.Select(person => PersonQuery.ByNumber(person.Number))]).ConfigureAwait(false));
        }
    }

    private static LedgerChangeSet Any(Dice dice, InMemoryLedger model, List<LedgerChangeSet> sent, string contact)
    {
        IReadOnlyList<LedgerPerson> people = model.People(LedgerScene.Establishment);
        LedgerPerson person = people[dice.Next(people.Count)];
        LedgerField field = dice.Pick(PersonFields.Phone, PersonFields.Occupation, PersonFields.Address);
        LedgerValue value = dice.Pick(default, Text("髙"), Text("=1+1"), Text(contact));
        return dice.Next(8) switch
        {
            0 => LedgerScene.Set(contact, NewPerson()),
            1 => LedgerScene.Set(contact, NewPerson(dice.Pick("0033", "34", "0027", "0040"))),
            2 => LedgerScene.Set(contact, AddChild(person.Number.Value, new(2024, 4, 1))),
            3 when people.Count > 2 && person.Payroll is null && person.Dependents.Count == 0 => LedgerScene.Set(contact, Remove(Key(person.Number.Value), person.Row)),
            4 when sent.Count > 0 => sent[dice.Next(sent.Count)],
            5 => LedgerScene.Set(contact, Update(person, (field, Text("stale"), value))),
            6 when person.Dependents.Count > 0 => LedgerScene.Set(contact, UpdateDependent(person.Number.Value, person.Dependents[0], DependentFields.SocialInsuranceTo, Date(new(2025, 3, 31)))),
            _ => LedgerScene.Set(contact, Update(person, field, value)),
        };
    }

    private static void Same(IReadOnlyList<LedgerOutcome> expected, IReadOnlyList<LedgerOutcome> actual, int step)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            ThrowUnless(Told(expected[i]) == Told(actual[i]), $"step {step}, set {i}: {Told(actual[i])} instead of {Told(expected[i])}");
        }
    }

    private static string Told(LedgerOutcome outcome) => $"{outcome.GetType().Name} " + outcome switch
    {
        LedgerOutcome.Applied applied => Numbers(applied.Receipt),
        LedgerOutcome.AlreadyApplied applied => Numbers(applied.Receipt),
        LedgerOutcome.Conflict conflict => string.Join(", ", conflict.Conflicts.Select(one => $"{one.Table} {one.Field} {one.Reason}").Order(StringComparer.Ordinal)),
        _ => "",
    };

    private static string Numbers(LedgerReceipt receipt) => string.Join(", ", receipt.AssignedNumbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>The same numbers for the same seed, on every runtime.</summary>
    private sealed class Dice(int seed)
    {
        private ulong _state = (ulong)seed * 0x9E3779B97F4A7C15;

        internal int Next(int below)
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (int)((_state >> 33) % (ulong)below);
        }

        internal T Pick<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];
    }
}
