using System.Text.Json;
using System.Text.Json.Serialization;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;

namespace CellsContact.Storage;

/// <summary>The parts of a save attempt as JSON, for stores that keep text: changes, edits, effects on numbers and receipts.</summary>
/// <remarks>Thread-safe. What was written by one version is read by every later one.</remarks>
public static class AttemptJson
{
    /// <summary>Writes changes.</summary>
    /// <param name="changes">The changes.</param>
    public static string WriteChanges(IReadOnlyList<LedgerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return JsonSerializer.Serialize([.. changes.Select(ChangeDto.From)], AttemptJsonContext.Default.ChangeDtoArray);
    }

    /// <summary>Reads changes.</summary>
    /// <param name="json">What <see cref="WriteChanges"/> wrote.</param>
    /// <exception cref="JsonException">The JSON is something else.</exception>
    public static IReadOnlyList<LedgerChange> ReadChanges(string json) =>
        [.. (JsonSerializer.Deserialize(json, AttemptJsonContext.Default.ChangeDtoArray) ?? throw new JsonException()).Select(dto => dto.ToChange())];

    /// <summary>Writes edits.</summary>
    /// <param name="edits">The edits.</param>
    public static string WriteEdits(IReadOnlyList<Edit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        return JsonSerializer.Serialize([.. edits.Select(edit => new EditDto(edit.Path, edit.Value))], AttemptJsonContext.Default.EditDtoArray);
    }

    /// <summary>Reads edits.</summary>
    /// <param name="json">What <see cref="WriteEdits"/> wrote.</param>
    /// <exception cref="JsonException">The JSON is something else.</exception>
    public static IReadOnlyList<Edit> ReadEdits(string json) =>
        [.. (JsonSerializer.Deserialize(json, AttemptJsonContext.Default.EditDtoArray) ?? throw new JsonException()).Select(dto => Edit.Set(dto.Path, dto.Value))];

    /// <summary>Writes what saving does in the vault of マイナンバー: slots and owners, never a number.</summary>
    /// <param name="effects">The effects.</param>
    public static string WriteNumbers(IReadOnlyList<MyNumberEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return JsonSerializer.Serialize([.. effects.Select(NumberDto.From)], AttemptJsonContext.Default.NumberDtoArray);
    }

    /// <summary>Reads effects on numbers.</summary>
    /// <param name="json">What <see cref="WriteNumbers"/> wrote.</param>
    /// <exception cref="JsonException">The JSON is something else.</exception>
    public static IReadOnlyList<MyNumberEffect> ReadNumbers(string json) =>
        [.. (JsonSerializer.Deserialize(json, AttemptJsonContext.Default.NumberDtoArray) ?? throw new JsonException()).Select(dto => dto.ToEffect())];

    /// <summary>Writes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    public static string WriteReceipt(LedgerReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ReceiptDto dto = new(receipt.Id.ToString(), receipt.Hash, receipt.AppliedAt, receipt.AssignedNumbers.ToDictionary(pair => pair.Key, pair => pair.Value.Value));
        return JsonSerializer.Serialize(dto, AttemptJsonContext.Default.ReceiptDto);
    }

    /// <summary>Reads a receipt.</summary>
    /// <param name="json">What <see cref="WriteReceipt"/> wrote.</param>
    /// <exception cref="JsonException">The JSON is something else.</exception>
    public static LedgerReceipt ReadReceipt(string json)
    {
        ReceiptDto dto = JsonSerializer.Deserialize(json, AttemptJsonContext.Default.ReceiptDto) ?? throw new JsonException();
        return ChangeSetId.TryParse(dto.Id, out ChangeSetId id)
            ? new(id, dto.Hash, dto.AppliedAt, dto.Numbers.ToDictionary(pair => pair.Key, pair => EmployeeNumber.Parse(pair.Value)))
            : throw new JsonException();
    }
}

internal sealed record ChangeDto(LedgerTable Table, LedgerChangeAction Action, string? Number, string? Slot, DateOnly? BirthDate, string? Given, FieldDto[] Fields)
{
    internal static ChangeDto From(LedgerChange change) => new(
        change.Table,
        change.Action,
        change.Row.Person.Number?.Value,
        change.Row.Person.Slot,
        change.Row.Dependent?.BirthDate,
        change.Row.Dependent?.GivenName,
        [.. change.Fields.Select(field => new FieldDto(field.Field.Id, field.Before.Kind, field.Before.Text, field.After.Kind, field.After.Text))]);

    internal LedgerChange ToChange() =>
        new(Table, RowKeyDto.ToKey(Number, Slot, BirthDate, Given), Action, [.. Fields.Select(field => field.ToChange())]);
}

internal sealed record NumberDto(MyNumberEffectKind Kind, string Contact, string Path, string? Number, string? Slot, DateOnly? BirthDate, string? Given, DateOnly? KeepFormerUntil)
{
    internal static NumberDto From(MyNumberEffect effect) => new(
        effect.Kind,
        effect.Slot.Contact.ToString(),
        effect.Slot.Path,
        effect.Subject.Person.Number?.Value,
        effect.Subject.Person.Slot,
        effect.Subject.Dependent?.BirthDate,
        effect.Subject.Dependent?.GivenName,
        effect.KeepFormerUntil);

    internal MyNumberEffect ToEffect() =>
        new(Kind, new(ContactKey.Parse(Contact), Path), RowKeyDto.ToKey(Number, Slot, BirthDate, Given)) { KeepFormerUntil = KeepFormerUntil };
}

internal static class RowKeyDto
{
    internal static LedgerRowKey ToKey(string? number, string? slot, DateOnly? birthDate, string? given)
    {
        LedgerPersonKey person = number is not null ? LedgerPersonKey.Of(EmployeeNumber.Parse(number))
            : slot is not null ? LedgerPersonKey.New(slot)
            : default;
        return new(person, birthDate is { } born && given is not null ? new DependentKey(born, given) : null);
    }
}

internal sealed record FieldDto(string Field, LedgerValueKind BeforeKind, string Before, LedgerValueKind AfterKind, string After)
{
    internal FieldChange ToChange() => new(
        LedgerFields.Find(Field) ?? throw new JsonException($"{Field} is no ledger field."),
        LedgerValue.Raw(BeforeKind, Before),
        LedgerValue.Raw(AfterKind, After));
}

internal sealed record EditDto(string Path, JsonElement Value);

internal sealed record ReceiptDto(string Id, string Hash, DateTimeOffset AppliedAt, Dictionary<string, string> Numbers);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChangeDto[]))]
[JsonSerializable(typeof(EditDto[]))]
[JsonSerializable(typeof(NumberDto[]))]
[JsonSerializable(typeof(ReceiptDto))]
internal sealed partial class AttemptJsonContext : JsonSerializerContext;
