using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Promises;

/// <summary>The notices, attempts and moves that the store's promises are told with.</summary>
internal static class ContactStoreCast
{
    /// <summary>An instant with an offset and a part smaller than a millisecond.</summary>
    internal static DateTimeOffset Noon { get; } = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9)).AddMicroseconds(123_456);

    internal static EstablishmentId E001 { get; } = EstablishmentId.Parse("E001");

    internal static EstablishmentId E002 { get; } = EstablishmentId.Parse("E002");

    internal static ContactKey Key(string id, EstablishmentId? establishment = null) => new(establishment ?? E001, ContactId.Parse(id));

    /// <summary>A 入社連絡 with characters outside the basic plane and properties this version does not know.</summary>
    internal static HireContact Hire(string id, EstablishmentId? establishment = null) => new()
    {
        Id = ContactId.Parse(id),
        EstablishmentId = establishment ?? E001,
        SentAt = Noon,
        SentBy = "総務 鈴木",
        Remarks = "試用期間3か月\n（\"延長\"あり）👨‍👩‍👧",
        HireDate = new(2026, 4, 1),
        Person = new()
        {
            Name = new() { Family = "𠮷田", Given = "葛󠄀太郎", FamilyKana = "ヨシダ", GivenKana = "タロウ" },
            BirthDate = new(1990, 5, 3),
            Address = "愛知県名古屋市中区栄1-2-3 髙﨑ﾋﾞﾙ",
        },
        Attachments = [new() { Id = "a1", FileName = "雇用契約書.pdf", MediaType = "application/pdf", Size = 3, Sha256 = new string('a', 64) }],
        UnknownProperties = new Dictionary<string, JsonElement> { ["futureField"] = Json("""{"値":[1,2.50,null,true,"𠮷"]}""") },
    };

    internal static SeparationContact Separation(string id, string number) => new()
    {
        Id = ContactId.Parse(id),
        EstablishmentId = E001,
        SentAt = Noon,
        Person = new() { EmployeeNumber = EmployeeNumber.Parse(number) },
        SeparationDate = new(2026, 4, 30),
        Reason = SeparationReason.Voluntary,
    };

    internal static ReceivedContact Received(Contact contact, DateTimeOffset? at = null, char hash = 'a') =>
        new(contact, at ?? Noon, "client-1", new string(hash, 64));

    internal static JsonElement Json(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>Edits with JSON values of every kind.</summary>
    internal static IReadOnlyList<Edit> Edits { get; } =
    [
        Edit.Set("person.phone", "090-0000-0000"),
        Edit.Set("person.address", "\"𠮷\"\n\\改"),
        Edit.Set("person.nationality", (string?)null),
        Edit.Set("eligibilityCertificateWanted", Json("true")),
        Edit.Set("monthlyWage.cash", Json("280000")),
        Edit.Set("dependents[0].annualIncome", Json("1.50")),
        Edit.Set("dependents", Json("""[{"name":{"family":"髙橋"}},[]]""")),
        Edit.Set("contract", Json("{}")),
    ];

    /// <summary>Changes of every table, action and kind of value.</summary>
    internal static IReadOnlyList<LedgerChange> Changes { get; } =
    [
        new(LedgerTable.People, new(LedgerPersonKey.New("new")), LedgerChangeAction.Add,
        [
            new(PersonFields.Name, LedgerValue.Empty, LedgerValue.OfText("𠮷田　太郎")),
            new(PersonFields.BirthDate, LedgerValue.Empty, LedgerValue.OfDate(new(1990, 5, 3))),
            new(PersonFields.Gender, LedgerValue.Empty, LedgerValue.OfChoice("male")),
        ]),
        new(LedgerTable.Payroll, new(LedgerPersonKey.Of(EmployeeNumber.Parse("００２７"))), LedgerChangeAction.Update,
        [
            new(PayrollFields.EmployeeNumber, LedgerValue.OfNumber(27), LedgerValue.OfText("0027")),
        ]),
        new(LedgerTable.Dependents, new(LedgerPersonKey.New("new"), new(new(1992, 11, 20), "花子")), LedgerChangeAction.Update,
        [
            new(DependentFields.Address, LedgerValue.Raw(LedgerValueKind.Formula, "=A1"), LedgerValue.Raw(LedgerValueKind.Error, "#N/A")),
            new(DependentFields.AnnualIncome, LedgerValue.OfNumber(1.5m), LedgerValue.Empty),
        ]),
        new(LedgerTable.HandlingBook, default, LedgerChangeAction.Add,
        [
            new(HandlingBookFields.Remarks, LedgerValue.Empty, LedgerValue.OfText("控え")),
        ]),
    ];

    /// <summary>An attempt that fits a notice: the next number, from its status, by an action.</summary>
    internal static SaveAttempt Attempt(ContactEntry entry, ContactAction action = ContactAction.Reflect, string by = "clerk-1")
    {
        int number = entry.Attempts.Count + 1;
        ChangeSetPurpose purpose = action == ContactAction.Undo ? ChangeSetPurpose.Undo : ChangeSetPurpose.Apply;
        return new()
        {
            Contact = entry.Key,
            Number = number,
            ChangeSet = new(new(entry.Key, number, purpose), entry.Contact.Kind, $"担当 {by}", Changes),
            Move = Move(entry, action) with { OperatorId = by, Memo = "控えの確認済み" },
            Edits = Edits,
            WithoutColumn = [PersonFields.Phone, PersonFields.AddressKana],
            Person = LedgerPersonKey.New("new"),
            Publish = action != ContactAction.Undo,
            StoreAttachments = true,
            DecisionHash = $"decision of {by}",
        };
    }

    /// <summary>Effects of every kind, on every kind of subject.</summary>
    internal static IReadOnlyList<MyNumberEffect> Numbers(ContactKey key) =>
    [
        new(MyNumberEffectKind.Link, new(key, "myNumber"), new(LedgerPersonKey.New("new"))),
        new(MyNumberEffectKind.Link, new(key, "dependents[0].myNumber"), new(LedgerPersonKey.New("new"), new(new(2020, 2, 29), "𠮷花"))) { KeepFormerUntil = new(2033, 3, 31) },
        new(MyNumberEffectKind.Erase, new(Key("c-0"), "myNumber"), new(LedgerPersonKey.Of(EmployeeNumber.Parse("００２７")))),
        new(MyNumberEffectKind.Unlink, new(key, "dependent.myNumber"), new(LedgerPersonKey.Of(EmployeeNumber.Parse("0027")), new(new(2020, 2, 29), "花子"))),
    ];

    /// <summary>A move that fits a notice by the status table.</summary>
    internal static ContactMove Move(ContactEntry entry, ContactAction action) => new()
    {
        Action = action,
        From = entry.Status,
        To = StatusTable.Next(entry.Status, entry.IsReflected, action) ?? throw new InvalidOperationException($"The cast asks for {action} of {entry}."),
        OperatorId = "clerk-1",
        At = Noon.AddHours(1),
    };

    internal static LedgerReceipt Receipt(SaveAttempt attempt) => new(
        attempt.ChangeSet.Id,
        attempt.ChangeSet.Hash,
        Noon.AddHours(2),
        new Dictionary<string, EmployeeNumber> { ["new"] = EmployeeNumber.Parse("0028") });
}
