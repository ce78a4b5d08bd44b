namespace CellsContact.Contacts;

/// <summary>The names of the kinds of notice (連絡種類名称), in the words of the manual.</summary>
public static class ContactKinds
{
    /// <summary>The name of a kind, e.g. 入社連絡.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no kind of notice.</exception>
    public static string LabelOf(ContactKind kind) => kind switch
    {
        ContactKind.Hire => "入社連絡",
        ContactKind.Separation => "退社連絡",
        ContactKind.DependentChange => "扶養異動連絡",
        ContactKind.AddressNameChange => "住所姓変更連絡",
        ContactKind.InsuranceChange => "保険変更連絡",
        ContactKind.MyNumberUpdate => "マイナンバー更新連絡",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of notice."),
    };
}
