using System.Text.Json.Serialization;

namespace OfficeDesk.Data;

/// <summary>What <c>mypage/….json</c> holds: the newest version of each person and notice.</summary>
internal sealed record MyPageDocument(IReadOnlyList<MyPagePerson> People, IReadOnlyList<MyPageStatus> Statuses)
{
    public static MyPageDocument Empty { get; } = new([], []);
}

/// <summary>A published person (公開情報). One who was taken back keeps number and version only, so that nothing older comes back.</summary>
internal sealed record MyPagePerson(string Number, long Version, IReadOnlyList<MyPageField>? Fields, IReadOnlyList<IReadOnlyList<MyPageField>> Dependents);

/// <summary>A field as the client reads it: its Japanese name and its value.</summary>
internal sealed record MyPageField(string Label, string Value);

/// <summary>How far a notice has got, with the office's message where there is one.</summary>
internal sealed record MyPageStatus(string Contact, long Version, string Kind, string Status, string Label, string? Message, DateTimeOffset At);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MyPageDocument))]
internal sealed partial class MyPageJson : JsonSerializerContext;
