using CellsContact.Ledgers;
using CellsContact.Reflectors;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>Takes a reflection back (取消): every change the other way round, last first. The handling book only grows.</summary>
internal static class UndoPlan
{
    internal static (IReadOnlyList<LedgerChange> Changes, IReadOnlyList<MyNumberEffect> Numbers) Of(SaveAttempt applied, LedgerReceipt receipt, string operatorName, DateTimeOffset now)
    {
        LedgerChange[] changes = [.. applied.ChangeSet.Changes.Reverse().Select(change => change.Table == LedgerTable.HandlingBook
            ? TakenBack(change with { Row = Numbered(change.Row) }, operatorName, now)
            : Inverse(change with { Row = Numbered(change.Row) }))];
        MyNumberEffect[] numbers = [.. applied.Numbers
            .Where(effect => effect.Kind == MyNumberEffectKind.Link)
            .Select(effect => new MyNumberEffect(MyNumberEffectKind.Unlink, effect.Slot, Numbered(effect.Subject)))];
        return (changes, numbers);

        LedgerRowKey Numbered(LedgerRowKey row) => row with { Person = receipt.Numbered(row.Person) };
    }

    private static LedgerChange Inverse(LedgerChange change) => change with
    {
        Action = change.Action switch
        {
            LedgerChangeAction.Add => LedgerChangeAction.Remove,
            LedgerChangeAction.Remove => LedgerChangeAction.Add,
            _ => LedgerChangeAction.Update,
        },
        Fields = [.. change.Fields.Select(field => new FieldChange(field.Field, field.After, field.Before))],
    };

    /// <summary>A further row that says the handling was taken back.</summary>
    private static LedgerChange TakenBack(LedgerChange change, string operatorName, DateTimeOffset now) => change with
    {
        Fields = [.. change.Fields.Select(field => field with
        {
            After = field.Field == HandlingBookFields.RecordedAt ? LedgerValue.OfText(HandlingBookRow.Instant(now))
                : field.Field == HandlingBookFields.Handling ? LedgerValue.OfText("取消")
                : field.Field == HandlingBookFields.Operator ? LedgerValue.OfText(operatorName)
                : field.Field == HandlingBookFields.Result ? LedgerValue.OfText("反映の取消")
                : field.After,
        })],
    };
}
