using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Adds one row to マイナンバー取扱状況記録簿. It never holds a digit of a number.</summary>
internal sealed record HandlingBookRow(Contact Contact, LedgerPersonKey Person, string Subject, MyNumberChange Change)
{
    /// <summary>利用目的 of every row.</summary>
    internal const string Purpose = "個人番号関係事務（社会保険・雇用保険・税）";

    /// <summary>手段 of every row.</summary>
    internal const string Means = "事業所マイページの連絡";

    /// <summary>続柄 of a dependent; empty for the employee.</summary>
    internal LedgerValue? Relationship { get; init; }

    /// <summary>結果.</summary>
    internal required string Result { get; init; }

    internal void AddTo(ReflectionBuilder reflection)
    {
        ReflectOptions options = reflection.Options;
        reflection.Add(LedgerTable.HandlingBook, new(Person))
            .SetIfThere(HandlingBookFields.RecordedAt, Instant(options.Now))
            .SetIfThere(HandlingBookFields.EmployeeNumber, Person.Number?.Value)
            .Set(HandlingBookFields.Subject, Subject)
            .Set(HandlingBookFields.SubjectKind, LedgerValue.OfChoice(Relationship is null ? "self" : "dependent"))
            .Set(HandlingBookFields.Relationship, Relationship ?? default)
            .Set<MyNumberChange>(HandlingBookFields.Change, Change)
            .SetIfThere(HandlingBookFields.NoticeSentAt, Instant(Contact.SentAt))
            .SetIfThere(HandlingBookFields.Handling, Change == MyNumberChange.Delete ? "削除" : "取得")
            .SetIfThere(HandlingBookFields.Purpose, Purpose)
            .SetIfThere(HandlingBookFields.Means, Means)
            .SetIfThere(HandlingBookFields.Department, options.HandlingDepartment)
            .SetIfThere(HandlingBookFields.Responsible, options.HandlingResponsible)
            .SetIfThere(HandlingBookFields.Operator, options.OperatorName)
            .SetIfThere(HandlingBookFields.ContactId, Contact.Id.Value)
            .SetIfThere(HandlingBookFields.Result, Result);
    }

    /// <summary>取得 of a number that came with a 入社連絡 or a 扶養追加, at a path.</summary>
    internal static void Acquired(ReflectionBuilder reflection, Contact contact, string path, LedgerPersonKey person, PersonName subject, Dependent? dependent = null)
    {
        new HandlingBookRow(contact, person, PersonNames.Cell(subject), MyNumberChange.Register)
        {
            Relationship = dependent is null ? null : OfDependent(dependent),
            Result = "台帳に反映",
        }.AddTo(reflection);
        DependentKey? key = dependent is null ? null : new(dependent.BirthDate, dependent.Name.Given);
        reflection.Number(MyNumberChange.Register, path, new(person, key));
    }

    private static LedgerValue OfDependent(Dependent dependent) => string.IsNullOrWhiteSpace(dependent.RelationshipLabel)
        ? LedgerValue.OfChoice(WireEnum<Relationship>.NameOf(dependent.Relationship))
        : LedgerValue.OfText(dependent.RelationshipLabel);

    internal static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
