using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace CellsContact.Contacts;

/// <summary>What a property of the wire format looks like in JSON: the shape check and the schema both read it.</summary>
internal enum WireShape
{
    Text = 1,
    TextChange = 2,
    Boolean = 3,
    Integer = 4,
    Count = 5,
    Date = 6,
    Instant = 7,
    WeeklyHours = 8,
    Enumeration = 9,
    Id = 10,
    EmployeeNumber = 11,
    Subject = 12,
    List = 13,
    Object = 14,
}

/// <summary>The shapes of the wire format, read from the source-generated metadata.</summary>
internal static class WireShapes
{
    /// <summary>The greatest amount in yen, and the greatest whole number of the wire format.</summary>
    internal const long MaxInteger = 999_999_999;

    /// <summary>The greatest count of paper cards.</summary>
    internal const int MaxCount = 99;

    private static readonly FrozenDictionary<Type, WireShape> s_scalars = new Dictionary<Type, WireShape>
    {
        [typeof(string)] = WireShape.Text,
        [typeof(TextChange)] = WireShape.TextChange,
        [typeof(bool)] = WireShape.Boolean,
        [typeof(long)] = WireShape.Integer,
        [typeof(int)] = WireShape.Count,
        [typeof(DateOnly)] = WireShape.Date,
        [typeof(DateTimeOffset)] = WireShape.Instant,
        [typeof(TimeSpan)] = WireShape.WeeklyHours,
        [typeof(ContactId)] = WireShape.Id,
        [typeof(EstablishmentId)] = WireShape.Id,
        [typeof(EmployeeNumber)] = WireShape.EmployeeNumber,
        [typeof(MyNumberSubject)] = WireShape.Subject,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, IReadOnlyCollection<string>> s_enumerations = new Dictionary<Type, IReadOnlyCollection<string>>
    {
        [typeof(DependentChange)] = WireEnum<DependentChange>.Names,
        [typeof(DependentChangeReason)] = WireEnum<DependentChangeReason>.Names,
        [typeof(EmploymentInsuranceClass)] = WireEnum<EmploymentInsuranceClass>.Names,
        [typeof(EmploymentType)] = WireEnum<EmploymentType>.Names,
        [typeof(Gender)] = WireEnum<Gender>.Names,
        [typeof(InsuranceChange)] = WireEnum<InsuranceChange>.Names,
        [typeof(MyNumberChange)] = WireEnum<MyNumberChange>.Names,
        [typeof(Relationship)] = WireEnum<Relationship>.Names,
        [typeof(SeparationReason)] = WireEnum<SeparationReason>.Names,
        [typeof(SocialInsuranceClass)] = WireEnum<SocialInsuranceClass>.Names,
        [typeof(WageType)] = WireEnum<WageType>.Names,
    }.ToFrozenDictionary();

    /// <summary>The shape of a property's type.</summary>
    internal static WireShape Of(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return s_scalars.TryGetValue(bare, out WireShape shape) ? shape
            : s_enumerations.ContainsKey(bare) ? WireShape.Enumeration
            : typeof(WireObject).IsAssignableFrom(bare) ? WireShape.Object
            : WireShape.List;
    }

    /// <summary>The wire names of an enumeration.</summary>
    internal static IReadOnlyCollection<string> NamesOf(Type type) => s_enumerations[Nullable.GetUnderlyingType(type) ?? type];

    /// <summary>The metadata of a type of the wire format.</summary>
    internal static JsonTypeInfo TypeOf(Type type) =>
        ContactJsonContext.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type.Name} is not part of the wire format.");

    /// <summary>The element type of a list.</summary>
    internal static JsonTypeInfo ElementOf(Type list) => TypeOf(TypeOf(list).ElementType!);

    /// <summary>The properties that are on the wire: neither ignored ones nor the place of unknown ones.</summary>
    internal static IEnumerable<JsonPropertyInfo> PropertiesOf(JsonTypeInfo type) =>
        type.Properties.Where(property => !property.IsExtensionData && property.Get is not null);

    /// <summary>Whether the type is a change, where an explicit <c>null</c> is not the same as absent.</summary>
    internal static bool IsChange(Type type) => type == typeof(NameChange) || type == typeof(AddressChange);
}
