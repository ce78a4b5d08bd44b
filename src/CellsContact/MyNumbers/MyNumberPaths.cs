using System.Globalization;
using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Where a notice carries numbers: the slots of its numbers in the vault.</summary>
internal static class MyNumberPaths
{
    internal const string Own = "myNumber";

    internal static string OfDependent(int index) => string.Create(CultureInfo.InvariantCulture, $"dependents[{index}].myNumber");

    internal const string OfAddedDependent = "dependent.myNumber";

    internal static IReadOnlyList<string> Of(Contact contact) => contact switch
    {
        HireContact hire =>
        [
            .. hire.HasMyNumber ? [Own] : Array.Empty<string>(),
            .. OfDependents(hire.Dependents),
        ],
        InsuranceChangeContact insurance => [.. OfDependents(insurance.Dependents)],
        DependentChangeContact { Dependent.HasMyNumber: true } => [OfAddedDependent],
        MyNumberUpdateContact { HasMyNumber: true } => [Own],
        _ => [],
    };

    private static IEnumerable<string> OfDependents(IReadOnlyList<Dependent> dependents) =>
        dependents.Index().Where(dependent => dependent.Item.HasMyNumber).Select(dependent => OfDependent(dependent.Index));
}
