using System.Text;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;

namespace CellsContact.Trials;

/// <summary>An office whose ledger has the people of the wire examples, hired by notices like everybody.</summary>
public static class ExampleOffice
{
    private const string CastText =
        """
        [
          { "kind": "hire", "id": "cast-0012", "establishmentId": "E001", "sentAt": "2020-04-01T09:00:00+09:00", "hireDate": "2020-04-01",
            "person": { "employeeNumber": "0012", "name": { "family": "佐藤", "given": "恵子", "familyKana": "サトウ", "givenKana": "ケイコ" }, "birthDate": "1985-02-03", "gender": "female" },
            "socialInsurance": { "join": true }, "employmentInsurance": { "join": true } },
          { "kind": "hire", "id": "cast-0019", "establishmentId": "E001", "sentAt": "2020-04-01T09:00:00+09:00", "hireDate": "2020-04-01",
            "person": { "employeeNumber": "0019", "name": { "family": "中村", "given": "香織", "familyKana": "ナカムラ", "givenKana": "カオリ" }, "birthDate": "1991-09-09", "gender": "female" },
            "socialInsurance": { "join": true }, "employmentInsurance": { "join": true },
            "dependents": [ { "name": { "family": "中村", "given": "明", "familyKana": "ナカムラ", "givenKana": "アキラ" }, "birthDate": "1993-07-15",
              "gender": "male", "relationship": "husband", "livesTogether": true, "taxDependent": true, "socialInsuranceDependent": true } ] },
          { "kind": "hire", "id": "cast-0027", "establishmentId": "E001", "sentAt": "2021-04-01T09:00:00+09:00", "hireDate": "2021-04-01",
            "person": { "employeeNumber": "0027", "name": { "family": "鈴木", "given": "京子", "familyKana": "スズキ", "givenKana": "キョウコ" }, "birthDate": "1995-12-24", "gender": "female",
              "postalCode": "460-0008", "address": "愛知県名古屋市中区栄1-1-1" },
            "socialInsurance": { "join": true }, "employmentInsurance": { "join": true } },
          { "kind": "hire", "id": "cast-0031", "establishmentId": "E001", "sentAt": "2022-04-01T09:00:00+09:00", "hireDate": "2022-04-01",
            "person": { "employeeNumber": "0031", "name": { "family": "田中", "given": "実", "familyKana": "タナカ", "givenKana": "ミノル" }, "birthDate": "1999-01-31", "gender": "male" },
            "employmentType": "partTime", "socialInsurance": { "join": false }, "employmentInsurance": { "join": true } }
        ]
        """;

    /// <summary>The hires of the people the examples speak of.</summary>
    public static byte[] CastMessage => Encoding.UTF8.GetBytes(CastText);

    /// <summary>The wire examples that 台帳に反映 is for, in the order of sending.</summary>
    public static IReadOnlyList<string> Reflectable { get; } =
        ["separation.json", "hire.json", "dependent-change.json", "address-name-change.json", "insurance-change.json", "dependent-removal.json", "insurance-leave.json"];

    /// <summary>The bytes of a wire example.</summary>
    public static byte[] Message(string example) => File.ReadAllBytes(PathOf(example));

    /// <summary>Where a wire example is.</summary>
    public static string PathOf(string example) => Path.Combine(AppContext.BaseDirectory, "wire-examples", example);

    /// <summary>Hires the people the examples speak of.</summary>
    /// <returns>Their notices' keys.</returns>
    public static async Task<IReadOnlyList<ContactKey>> HireCastAsync(TrialOffice office)
    {
        IReadOnlyList<ContactKey> cast = await ReceiveAsync(office, CastMessage);
        foreach (ContactKey key in cast)
            await ReflectAsync(office, key);
        return cast;
    }

    /// <summary>Receives a message of which everything must be accepted.</summary>
    public static async Task<IReadOnlyList<ContactKey>> ReceiveAsync(TrialOffice office, ReadOnlyMemory<byte> message) =>
        [.. (await office.ReceiveAsync(message)).Select(result => result is IntakeResult.Accepted accepted
            ? accepted.Key
            : throw new InvalidOperationException($"Not accepted: {(result as IntakeResult.Rejected)?.Findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Error)}"))];

    /// <summary>Reflects a notice as a clerk who has seen the preview.</summary>
    public static async Task ReflectAsync(TrialOffice office, ContactKey key)
    {
        SaveResult result = await office.DecideAsync(key, TrialOffice.Clerk, ContactDecision.Reflect with { ReflectAcquisitionDates = true, ReflectLossDates = true });
        if (result is not SaveResult.Saved)
            throw new InvalidOperationException($"{key}: {result.GetType().Name} {string.Join(", ", (result as SaveResult.Refused)?.Notes.Select(note => note.Code) ?? [])}");
    }
}
