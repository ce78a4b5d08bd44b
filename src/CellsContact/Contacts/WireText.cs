using System.Collections.Frozen;

namespace CellsContact.Contacts;

/// <summary>What a text of the wire format holds.</summary>
internal enum WireTextKind
{
    Free = 1,
    NameKana = 2,
    AddressKana = 3,
    PostalCode = 4,
    Phone = 5,
    BasicPensionNumber = 6,
    InsuredNumber = 7,
    CorporateNumber = 8,
    AttachmentId = 9,
    FileName = 10,
    MediaType = 11,
    Sha256 = 12,
}

/// <summary>How long a text may be, what it holds, whether e-application carries it, and whether it may have lines.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="MaxLength">The greatest length, in text elements.</param>
/// <param name="InEApplication">Whether it goes into e-applications (電子申請).</param>
/// <param name="HasLines">Whether line breaks and tabs are allowed.</param>
internal sealed record WireText(WireTextKind Kind, int MaxLength, bool InEApplication = false, bool HasLines = false)
{
    private static readonly WireText s_name = new(WireTextKind.Free, 40, InEApplication: true);
    private static readonly WireText s_nameKana = new(WireTextKind.NameKana, 80, InEApplication: true);
    private static readonly WireText s_address = new(WireTextKind.Free, 200, InEApplication: true);
    private static readonly WireText s_addressKana = new(WireTextKind.AddressKana, 400, InEApplication: true);
    private static readonly WireText s_label = new(WireTextKind.Free, 60, InEApplication: true);
    private static readonly WireText s_words = new(WireTextKind.Free, 400, InEApplication: true, HasLines: true);
    private static readonly WireText s_plain = new(WireTextKind.Free, 100);
    private static readonly WireText s_postalCode = new(WireTextKind.PostalCode, 8);
    private static readonly WireText s_phone = new(WireTextKind.Phone, 30);
    private static readonly WireText s_pension = new(WireTextKind.BasicPensionNumber, 11);
    private static readonly WireText s_insured = new(WireTextKind.InsuredNumber, 13);

    private static readonly FrozenDictionary<(Type, string), WireText> s_texts = new Dictionary<(Type, string), WireText>
    {
        [(typeof(Contact), "sentBy")] = s_plain,
        [(typeof(Contact), "remarks")] = new(WireTextKind.Free, 2000, HasLines: true),
        [(typeof(Contact), "corporateNumber")] = new(WireTextKind.CorporateNumber, 13),
        [(typeof(ContactAttachment), "id")] = new(WireTextKind.AttachmentId, 64),
        [(typeof(ContactAttachment), "fileName")] = new(WireTextKind.FileName, 255),
        [(typeof(ContactAttachment), "mediaType")] = new(WireTextKind.MediaType, 127),
        [(typeof(ContactAttachment), "sha256")] = new(WireTextKind.Sha256, 64),
        [(typeof(PersonName), "family")] = s_name,
        [(typeof(PersonName), "given")] = s_name,
        [(typeof(PersonName), "familyKana")] = s_nameKana,
        [(typeof(PersonName), "givenKana")] = s_nameKana,
        [(typeof(NewPerson), "postalCode")] = s_postalCode,
        [(typeof(NewPerson), "address")] = s_address,
        [(typeof(NewPerson), "addressKana")] = s_addressKana,
        [(typeof(NewPerson), "residentRecordAddress")] = s_address,
        [(typeof(NewPerson), "phone")] = s_phone,
        [(typeof(NewPerson), "nationality")] = s_label,
        [(typeof(NewPerson), "residenceStatus")] = s_label,
        [(typeof(Dependent), "relationshipLabel")] = s_label,
        [(typeof(Dependent), "postalCode")] = s_postalCode,
        [(typeof(Dependent), "address")] = s_address,
        [(typeof(Dependent), "occupation")] = s_label,
        [(typeof(HireContact), "occupation")] = s_label,
        [(typeof(HireContact), "previousEmployer")] = s_plain with { InEApplication = true },
        [(typeof(SocialInsuranceEntry), "basicPensionNumber")] = s_pension,
        [(typeof(EmploymentInsuranceEntry), "insuredNumber")] = s_insured,
        [(typeof(SeparationContact), "reasonText")] = s_words,
        [(typeof(SeparationContact), "phoneAfter")] = s_phone,
        [(typeof(AddressAfter), "postalCode")] = s_postalCode,
        [(typeof(AddressAfter), "address")] = s_address,
        [(typeof(DependentChangeContact), "reasonText")] = s_words,
        [(typeof(NameChange), "family")] = s_name,
        [(typeof(NameChange), "familyKana")] = s_nameKana,
        [(typeof(NameChange), "given")] = s_name,
        [(typeof(NameChange), "givenKana")] = s_nameKana,
        [(typeof(AddressChange), "postalCode")] = s_postalCode,
        [(typeof(AddressChange), "address")] = s_address,
        [(typeof(AddressChange), "addressKana")] = s_addressKana,
        [(typeof(InsuranceChangeContact), "reason")] = s_words,
        [(typeof(InsuranceChangeContact), "basicPensionNumber")] = s_pension,
        [(typeof(InsuranceChangeContact), "insuredNumber")] = s_insured,
    }.ToFrozenDictionary();

    /// <summary>What a text property holds. Every text property has an entry: a test holds the table complete.</summary>
    internal static WireText Of(Type type, string property) =>
        s_texts.TryGetValue((type, property), out WireText? text) || s_texts.TryGetValue((typeof(Contact), property), out text)
            ? text
            : throw new InvalidOperationException($"{type.Name}.{property} has no entry in the table of texts.");

    /// <summary>The pattern of texts that have one, without anchors' multi-line meaning.</summary>
    internal static string? PatternOf(WireTextKind kind) => kind switch
    {
        WireTextKind.PostalCode => "^[0-9]{3}-?[0-9]{4}$",
        WireTextKind.BasicPensionNumber => "^[0-9]{4}-?[0-9]{6}$",
        WireTextKind.InsuredNumber => "^[0-9]{4}-?[0-9]{6}-?[0-9]$",
        WireTextKind.CorporateNumber => "^[1-9][0-9]{12}$",
        WireTextKind.Sha256 => "^[0-9a-f]{64}$",
        _ => null,
    };
}
