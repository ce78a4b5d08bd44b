using CellsContact.Contacts;
using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Reading: who is found, what is told of them, and which fields there are.</summary>
internal static class LedgerReading
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("A person is found by number, without width and leading zeros.", FoundByNumber),
        new("A person is found by name and birth date, without width and blanks.", FoundByName),
        new("A person is found by kana and birth date, whichever kana are asked for.", FoundByKana),
        new("A name with another birth date finds nobody.", OtherBirthDate),
        new("Every number that is the same without leading zeros is answered, exactly as the ledger shows it.", EveryNumber),
        new("Nobody found is an empty answer.", Nobody),
        new("A person several queries match is answered once, in the ledger's order.", Once),
        new("A person is read with the payroll row and the dependents, open and ended, in order.", WithEverything),
        new("With no query the fields are told, and nobody.", FieldsOnly),
        new("A field the ledger does not have is not told.", FieldsLeftOut),
        new("Two establishments are kept apart.", TwoEstablishments),
    ];

    private static async Task FoundByNumber(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki("0027"), Sato("0270")).ConfigureAwait(false);
        foreach (string asked in (string[])["0027", "27", "００２７", "00027"])
        {
            LedgerPerson person = await scene.PersonAsync(asked).ConfigureAwait(false);
            ThrowUnless(person.Number.Value == "0027", $"asked for {asked}, the answer is {person.Number}");
        }
    }

    private static async Task FoundByName(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Person("0001", "ABC 髙橋\u3000太郎", new(1990, 5, 3)), Sato()).ConfigureAwait(false);
        await FindsOne(scene, new() { Family = "ＡＢＣ髙橋", Given = "太郎" }, new(1990, 5, 3), "0001").ConfigureAwait(false);
    }

    private static async Task FoundByKana(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki(), Sato()).ConfigureAwait(false);
        foreach ((string family, string given) in ((string, string)[])[("スズキ", "イチロウ"), ("すずき", "いちろう"), ("ｽｽﾞｷ", "ｲﾁﾛｳ")])
            await FindsOne(scene, new() { Family = "鈴樹", Given = "市郎", FamilyKana = family, GivenKana = given }, new(1985, 4, 12), "0027").ConfigureAwait(false);
    }

    private static async Task FindsOne(LedgerScene scene, PersonName name, DateOnly birthDate, string number)
    {
        IReadOnlyList<LedgerPerson> found = await scene.ReadAsync(PersonQuery.ByNameAndBirthDate(name, birthDate)).ConfigureAwait(false);
        ThrowUnless(found.Count == 1 && found[0].Number.Value == number, $"{found.Count} people are found instead of {number}");
    }

    private static async Task OtherBirthDate(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        IReadOnlyList<LedgerPerson> found = await scene.ReadAsync(PersonQuery.ByNameAndBirthDate(new() { Family = "鈴木", Given = "一郎" }, new(1985, 4, 13))).ConfigureAwait(false);
        ThrowUnless(found.Count == 0, "somebody is found");
    }

    private static async Task EveryNumber(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki("0027"), Sato("27")).ConfigureAwait(false);
        IReadOnlyList<LedgerPerson> found = await scene.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("0027"))).ConfigureAwait(false);
        ThrowUnless(found.Select(person => person.Number.Value).SequenceEqual(["0027", "27"]), $"{string.Join(", ", found.Select(person => person.Number))} instead of 0027, 27");
    }

    private static async Task Nobody(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        ThrowUnless((await scene.ReadAsync(PersonQuery.ByNumber(EmployeeNumber.Parse("9999"))).ConfigureAwait(false)).Count == 0, "somebody is found");
    }

    private static async Task Once(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki(), Sato()).ConfigureAwait(false);
        IReadOnlyList<LedgerPerson> found = await scene.ReadAsync(
            PersonQuery.ByNumber(EmployeeNumber.Parse("0031")),
            PersonQuery.ByNumber(EmployeeNumber.Parse("27")),
            PersonQuery.ByNameAndBirthDate(new() { Family = "鈴木", Given = "一郎" }, new(1985, 4, 12))).ConfigureAwait(false);
        ThrowUnless(found.Select(person => person.Number.Value).SequenceEqual(["0027", "0031"]), $"{string.Join(", ", found.Select(person => person.Number))} instead of 0027, 0031");
    }

    private static async Task WithEverything(ILedgerHarness harness, CancellationToken token)
    {
        LedgerPerson told = Suzuki().WithPayroll().With(Child(new(2020, 6, 15), new(2023, 3, 31)), Child(new(2024, 4, 1)));
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Sato().With(Child(new(2021, 1, 1))), told).ConfigureAwait(false);
        LedgerPerson read = await scene.PersonAsync("0027").ConfigureAwait(false);
        LedgerModel.ThrowUnlessSame([told], [read]);
    }

    private static async Task FieldsOnly(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        LedgerSnapshot snapshot = await scene.Ledger.ReadAsync(LedgerScene.Establishment, [], token).ConfigureAwait(false);
        ThrowUnless(snapshot.People.Count == 0, "somebody is answered");
        string[] missing = [.. LedgerFields.All.Where(field => !snapshot.Fields.Contains(field)).Select(field => field.Id)];
        ThrowUnless(missing.Length == 0, $"not told: {string.Join(", ", missing)}");
    }

    private static async Task FieldsLeftOut(ILedgerHarness harness, CancellationToken token)
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, [new(LedgerScene.Establishment, [Suzuki()]) { Without = [PersonFields.Phone] }], token).ConfigureAwait(false);
        LedgerSnapshot snapshot = await scene.Ledger.ReadAsync(LedgerScene.Establishment, [], token).ConfigureAwait(false);
        ThrowUnless(!snapshot.Fields.Contains(PersonFields.Phone), "the field is told");
        ThrowUnless(snapshot.Fields.Count == LedgerFields.All.Count - 1, $"{snapshot.Fields.Count} fields are told");
    }

    private static async Task TwoEstablishments(ILedgerHarness harness, CancellationToken token)
    {
        EstablishmentId other = EstablishmentId.Parse("E002");
        LedgerScene scene = await LedgerScene.OpenAsync(harness, [new(LedgerScene.Establishment, [Suzuki()]), new(other, [Suzuki()])], token).ConfigureAwait(false);
        LedgerPerson person = await scene.PersonAsync("0027").ConfigureAwait(false);
        await scene.AppliedAsync(LedgerScene.Set("c-1", Update(person, PersonFields.Phone, Text("080-1111-1111")))).ConfigureAwait(false);
        LedgerSnapshot there = await scene.Ledger.ReadAsync(other, [PersonQuery.ByNumber(person.Number)], token).ConfigureAwait(false);
        ThrowUnless(there.Establishment == other && there.People.Count == 1, "the other establishment's person is not found");
        ThrowUnless(there.People[0].Row[PersonFields.Phone] == person.Row[PersonFields.Phone], "the other establishment's person changed too");
    }
}
