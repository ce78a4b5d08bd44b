using System.Globalization;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;

namespace CellsContact.Trials;

/// <summary>A client's notices of all kinds from a seed, in an order in which they can be reflected.</summary>
/// <remarks>
/// The first is the hire of number 1000, so that assigned numbers begin with 1001 and never meet a given one. After
/// that each person is hired before anything else is said about them; otherwise the people are mixed.
/// </remarks>
public sealed class TrialNotices
{
    private static readonly string[] s_families = ["髙橋", "渡邉", "中村", "𠮷田", "小林", "加藤", "山﨑", "松本", "井上", "木村", "斎藤", "清水"];
    private static readonly string[] s_familyKana = ["タカハシ", "ワタナベ", "ナカムラ", "ヨシダ", "コバヤシ", "カトウ", "ヤマザキ", "マツモト", "イノウエ", "キムラ", "サイトウ", "シミズ"];
    private static readonly string[] s_givens = ["太郎", "花子", "一郎", "葵", "健", "美咲", "翔", "陽菜", "大輔", "結衣"];
    private static readonly string[] s_givenKana = ["タロウ", "ハナコ", "イチロウ", "アオイ", "ケン", "ミサキ", "ショウ", "ヒナ", "ダイスケ", "ユイ"];
    private readonly Random _random;
    private readonly EstablishmentId _establishment;
    private int _last;

    private TrialNotices(int seed, EstablishmentId establishment) => (_random, _establishment) = (new(seed), establishment);

    /// <summary>The notices about some people.</summary>
    public static IReadOnlyList<TrialNotice> Of(int seed, int people, EstablishmentId establishment)
    {
        TrialNotices notices = new(seed, establishment);
        Queue<TrialNotice>[] stories = [.. Enumerable.Range(1, people).Select(person => new Queue<TrialNotice>(notices.StoryOf(person)))];
        List<TrialNotice> mixed = [notices.Hire(0, "1000")];
        while (stories.Where(story => story.Count > 0).ToArray() is { Length: > 0 } open)
            mixed.Add(open[notices._random.Next(open.Length)].Dequeue());
        return mixed;
    }

    private IEnumerable<TrialNotice> StoryOf(int person)
    {
        string? number = _random.Next(3) == 0 ? null : person.ToString("0000", CultureInfo.InvariantCulture);
        TrialNotice hire = Hire(person, number);
        yield return hire;
        JsonNode hired = hire.Message;
        List<TrialNotice> later = [];
        if (Chance())
            later.Add(DependentAdded(person, number));
        if (Chance() && hired["dependents"]!.AsArray() is [{ } dependent, ..])
            later.Add(DependentRemoved(person, number, dependent));
        if (Chance())
            later.Add(Moved(person, number));
        bool changes = Chance();
        if (changes)
            later.Add(Insurance(person, number, joined: hired["socialInsurance"]!["join"]!.GetValue<bool>()));
        if (_random.Next(3) == 0)
            later.Add(NumberRegistered(person, number));
        if (_random.Next(3) == 0)
            later.Add(MovedByMistake(person, number));
        foreach (TrialNotice notice in later)
            yield return notice;
        if (_random.Next(4) == 0)
            yield return Left(person, number, lossDates: !changes);
    }

    private TrialNotice Hire(int person, string? number)
    {
        bool joins = Chance();
        JsonObject message = new()
        {
            ["kind"] = "hire",
            ["person"] = new JsonObject
            {
                ["employeeNumber"] = number,
                ["name"] = Name(person),
                ["birthDate"] = BirthDate(person),
                ["gender"] = Chance() ? "male" : "female",
                ["postalCode"] = "460-0008",
                ["address"] = $"愛知県名古屋市中区栄1-2-{person}",
                ["addressKana"] = $"アイチケンナゴヤシナカクサカエ1-2-{person}",
                ["phone"] = Phone(),
            },
            ["hireDate"] = Day(2025, person),
            ["employmentType"] = "regular",
            ["occupation"] = "営業",
            ["wageType"] = "monthly",
            ["monthlyWage"] = new JsonObject { ["cash"] = 200000 + (1000 * person), ["inKind"] = 0 },
            ["weeklyHours"] = "40:00",
            ["socialInsurance"] = new JsonObject { ["join"] = joins },
            ["employmentInsurance"] = new JsonObject { ["join"] = joins },
            ["dependents"] = Chance() ? new JsonArray(Dependent(person + 5, "wife", "1992-11-20", person)) : new JsonArray(),
        };
        if (Chance())
            message["myNumber"] = Number();
        return Notice(message, ContactDecision.Reflect with { ReflectAcquisitionDates = true });
    }

    private TrialNotice DependentAdded(int person, string? number) => Notice(
        new()
        {
            ["kind"] = "dependentChange",
            ["person"] = Person(person, number),
            ["change"] = "add",
            ["effectiveDate"] = "2026-04-08",
            ["reason"] = "birth",
            ["dependent"] = Dependent(person + 3, "child", "2026-04-08", person),
            ["taxDependent"] = true,
            ["socialInsuranceDependent"] = true,
        },
        ContactDecision.Reflect);

    private TrialNotice DependentRemoved(int person, string? number, JsonNode dependent) => Notice(
        new()
        {
            ["kind"] = "dependentChange",
            ["person"] = Person(person, number),
            ["change"] = "remove",
            ["effectiveDate"] = "2026-05-31",
            ["reason"] = "incomeIncrease",
            ["dependent"] = new JsonObject
            {
                ["name"] = dependent["name"]!.DeepClone(),
                ["birthDate"] = dependent["birthDate"]!.DeepClone(),
                ["relationship"] = dependent["relationship"]!.DeepClone(),
            },
            ["taxDependent"] = false,
            ["socialInsuranceDependent"] = true,
        },
        ContactDecision.Reflect);

    private TrialNotice Moved(int person, string? number) => Notice(Address(person, number, "大阪府大阪市北区梅田2-4-9"), ContactDecision.Reflect);

    private TrialNotice MovedByMistake(int person, string? number) => Notice(
        Address(person, number, "東京都千代田区千代田1-1"),
        ContactDecision.Decline with { MessageToClient = "同じ内容の連絡を受け取っています。" });

    private static JsonObject Address(int person, string? number, string address) => new()
    {
        ["kind"] = "addressNameChange",
        ["person"] = Person(person, number),
        ["effectiveDate"] = "2026-04-12",
        ["newAddress"] = new JsonObject { ["postalCode"] = "530-0001", ["address"] = address },
        ["includesDependents"] = true,
    };

    private TrialNotice Insurance(int person, string? number, bool joined)
    {
        JsonObject message = new()
        {
            ["kind"] = "insuranceChange",
            ["person"] = Person(person, number),
            ["change"] = joined ? "leaveSocialInsurance" : "joinSocialInsurance",
            ["effectiveDate"] = "2026-05-01",
            ["reason"] = "週所定労働時間の変更",
            ["weeklyHours"] = joined ? "15:00" : "30:00",
        };
        if (!joined)
            message["newClass"] = new JsonObject { ["socialInsurance"] = "shortTime" };
        return Notice(message, ContactDecision.Reflect);
    }

    private TrialNotice NumberRegistered(int person, string? number) => Notice(
        new() { ["kind"] = "myNumberUpdate", ["person"] = Person(person, number), ["subject"] = "self", ["change"] = "register", ["myNumber"] = Number() },
        decision: null);

    private TrialNotice Left(int person, string? number, bool lossDates) => Notice(
        new()
        {
            ["kind"] = "separation",
            ["person"] = Person(person, number),
            ["separationDate"] = "2026-08-31",
            ["reason"] = "voluntary",
            ["separationNoticeWanted"] = true,
            ["phoneAfter"] = Phone(),
        },
        ContactDecision.Reflect with { ReflectLossDates = lossDates });

    private TrialNotice Notice(JsonObject message, ContactDecision? decision)
    {
        ContactId id = ContactId.Parse(string.Create(CultureInfo.InvariantCulture, $"c-{++_last:00000}"));
        message["id"] = id.Value;
        message["establishmentId"] = _establishment.Value;
        message["sentAt"] = "2026-06-01T09:00:00+09:00";
        message["sentBy"] = "総務 鈴木";
        return new(new(_establishment, id), message, decision);
    }

    private static JsonObject Person(int person, string? number) => number is not null
        ? new() { ["employeeNumber"] = number }
        : new() { ["name"] = Name(person), ["birthDate"] = BirthDate(person) };

    private static JsonObject Dependent(int person, string relationship, string birthDate, int family) => new()
    {
        ["name"] = Name(person, family),
        ["birthDate"] = birthDate,
        ["gender"] = "female",
        ["relationship"] = relationship,
        ["livesTogether"] = true,
        ["annualIncome"] = 0,
        ["taxDependent"] = true,
        ["socialInsuranceDependent"] = true,
    };

    private static JsonObject Name(int person, int? family = null) => new()
    {
        ["family"] = s_families[(family ?? person) % s_families.Length],
        ["given"] = s_givens[person % s_givens.Length],
        ["familyKana"] = s_familyKana[(family ?? person) % s_families.Length],
        ["givenKana"] = s_givenKana[person % s_givens.Length],
    };

    private static string BirthDate(int person) => Day(1970, person);

    private static string Day(int year, int person) =>
        new DateOnly(year, 1, 1).AddDays(person * 7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"090-{_random.Next(10000):0000}-{_random.Next(10000):0000}");

    private string Number()
    {
        byte[] digits = [.. Enumerable.Range(0, 11).Select(at => (byte)_random.Next(at == 0 ? 1 : 0, 10))];
        return string.Concat([.. digits, (byte)MyNumber.CheckDigit(digits)]);
    }

    private bool Chance() => _random.Next(2) == 0;
}
