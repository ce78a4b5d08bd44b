using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>What was done with a マイナンバー, or asked for.</summary>
public enum MyNumberAccessKind
{
    /// <summary>認証: somebody asked to be let at numbers.</summary>
    Authentication = 1,

    /// <summary>表示: a number was shown, or was to be.</summary>
    Reveal = 2,

    /// <summary>受領: a number arrived with a notice and is held for it (取得).</summary>
    Receipt = 3,

    /// <summary>登録: a held number became its owner's, who had none (保存).</summary>
    Registration = 4,

    /// <summary>変更: a held number took the place of its owner's former one.</summary>
    Change = 5,

    /// <summary>削除・廃棄: a number was erased.</summary>
    Erasure = 6,

    /// <summary>登録の取消: a registered number is held for its notice again, because the reflection was taken back.</summary>
    Unlinking = 7,
}

/// <summary>How it ended.</summary>
public enum MyNumberAccessResult
{
    /// <summary>受付: an authentication began. Written before it is judged, so that none goes uncounted.</summary>
    Begun = 1,

    /// <summary>実施: granted, or about to be done. A record comes before the deed, so that it may tell more than happened, never less.</summary>
    Done = 2,

    /// <summary>拒否: the operator, the purpose or the scope does not allow it.</summary>
    Denied = 3,

    /// <summary>失敗: not proven who it is, or the vault failed.</summary>
    Failed = 4,

    /// <summary>期限切れ: the grant had expired.</summary>
    Expired = 5,

    /// <summary>一時停止中: too many failures before.</summary>
    LockedOut = 6,

    /// <summary>番号なし: there was no number to show.</summary>
    NoNumber = 7,
}

/// <summary>One thing to be recorded in the access log (アクセスログ). Holds no digit of a number and no name.</summary>
/// <param name="Establishment">The establishment: each has a chain of its own.</param>
/// <param name="ActorId">Who: the operator's id, of a receipt the sender's, of retention <c>retention</c>.</param>
/// <param name="Kind">What.</param>
/// <param name="Result">How it ended.</param>
public sealed record MyNumberAccess(EstablishmentId Establishment, string ActorId, MyNumberAccessKind Kind, MyNumberAccessResult Result)
{
    /// <summary>What for (利用目的), from the configured list.</summary>
    public string? Purpose { get; init; }

    /// <summary>The employee's number (社員番号), where it is known.</summary>
    public string? EmployeeNumber { get; init; }

    /// <summary>Whether it is about a dependent (家族); <c>null</c> where nobody is named.</summary>
    public bool? IsDependent { get; init; }

    /// <summary>The dependent's birth date, which tells the dependents of one person apart.</summary>
    public DateOnly? DependentBirthDate { get; init; }

    /// <summary>The id of the notice it came with or is about (連絡ID).</summary>
    public string? ContactId { get; init; }

    /// <summary>The wire path in that notice.</summary>
    public string? Path { get; init; }

    /// <summary>The same, about an owner.</summary>
    /// <param name="owner">The owner.</param>
    public MyNumberAccess About(MyNumberOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return this with { EmployeeNumber = owner.Number.Value, IsDependent = owner.Dependent is not null, DependentBirthDate = owner.Dependent?.BirthDate };
    }

    /// <summary>The same, about a slot.</summary>
    /// <param name="slot">The slot.</param>
    public MyNumberAccess About(MyNumberSlot slot) => this with { ContactId = slot.Contact.Id.Value, Path = slot.Path };
}

/// <summary>A record of the access log, sealed into its establishment's chain.</summary>
/// <param name="Number">Its place in the chain, from 1.</param>
/// <param name="At">When, to the microsecond.</param>
/// <param name="EventId">Tells the event apart: the same event is recorded once.</param>
/// <param name="Access">What is recorded.</param>
/// <param name="PreviousSeal">The seal of the record before; empty for the first.</param>
/// <param name="Seal">HMAC-SHA256 over all of the above, in lower-case hexadecimal digits, with a key from outside the database.</param>
public sealed record MyNumberAccessRecord(long Number, DateTimeOffset At, string EventId, MyNumberAccess Access, string PreviousSeal, string Seal)
{
    /// <summary>Returns place, kind and result.</summary>
    public override string ToString() => $"{Access.Establishment}#{Number} {Access.Kind} {Access.Result}";
}
