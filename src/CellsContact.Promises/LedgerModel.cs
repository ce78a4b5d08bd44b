using CellsContact.Ledgers;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Compares what a ledger has with what it should have.</summary>
internal static class LedgerModel
{
    internal static void ThrowUnlessSame(IReadOnlyList<LedgerPerson> expected, IReadOnlyList<LedgerPerson> actual)
    {
        ThrowUnless(
            expected.Select(person => person.Number).SequenceEqual(actual.Select(person => person.Number)),
            $"the people are {string.Join(", ", actual.Select(person => person.Number))} instead of {string.Join(", ", expected.Select(person => person.Number))}");
        for (int i = 0; i < expected.Count; i++)
        {
            Same(expected[i].Row, actual[i].Row);
            ThrowUnless(expected[i].Payroll is null == actual[i].Payroll is null, $"{expected[i].Number} has a payroll row where there is none, or none where there is one");
            if (expected[i].Payroll is { } payroll)
                Same(payroll, actual[i].Payroll!);
            ThrowUnless(expected[i].Dependents.Count == actual[i].Dependents.Count, $"{expected[i].Number} has {actual[i].Dependents.Count} dependents instead of {expected[i].Dependents.Count}");
            for (int d = 0; d < expected[i].Dependents.Count; d++)
                Same(expected[i].Dependents[d], actual[i].Dependents[d]);
        }
    }

    private static void Same(LedgerRow expected, LedgerRow actual)
    {
        foreach (LedgerField field in LedgerFields.Of(expected.Table))
        {
            LedgerValue left = expected[field];
            LedgerValue right = actual[field];

            // The width of kana is the column's convention.
            bool same = left == right || (field.Type == LedgerFieldType.Kana && LedgerMatching.Fold(left.Text) == LedgerMatching.Fold(right.Text));
            ThrowUnless(same, $"{field} is {right.Kind} “{right.Text}” instead of {left.Kind} “{left.Text}”");
        }
    }
}
