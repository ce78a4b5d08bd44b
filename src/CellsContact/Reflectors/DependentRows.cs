using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>A dependent to be written: on which sides, from when, why.</summary>
internal sealed record DependentEntry(Dependent Dependent, bool? SocialInsurance, bool? Tax, DateOnly From)
{
    internal DependentChangeReason? Reason { get; init; }

    internal string? ReasonText { get; init; }

    internal bool? CertificateWanted { get; init; }

    internal DependentKey Key => new(Dependent.BirthDate, Dependent.Name.Given);
}

/// <summary>Adds dependents to 扶養親族: a new row, or a side of a row that is open on the other.</summary>
internal static class DependentRows
{
    /// <summary>The open rows of a dependent.</summary>
    internal static LedgerRow[] Open(IEnumerable<LedgerRow> rows, DependentKey key) =>
        [.. rows.Where(row => LedgerMatching.IsDependent(row, key) && LedgerMatching.IsOpen(row))];

    internal static void Add(ReflectionBuilder reflection, LedgerPersonKey person, IReadOnlyList<LedgerRow> present, DependentEntry entry)
    {
        LedgerRow[] open = Open(present, entry.Key);
        LedgerRowKey key = new(person, entry.Key);
        if (open.Length == 0)
            New(reflection.Add(LedgerTable.Dependents, key), person, entry, reflection);
        else if (open.Length > 1)
            Ambiguous(reflection);
        else if (Sides(entry).Any(side => side.IsOpen(open[0]) || DependentSide.SaysNothing(open[0])))
            reflection.Refuse(NoteCodes.DependentExists, "この扶養親族はすでに扶養中です。扶養の区分（社保・税）を確認してください。", "The dependent is one already. Check which sides (social insurance, tax) are meant.");
        else
            Start(reflection.Update(key, open[0]), entry);
    }

    /// <summary>Several rows of one dependent are open: the office has to tidy up.</summary>
    internal static void Ambiguous(ReflectionBuilder reflection) =>
        reflection.Refuse(NoteCodes.DependentAmbiguous, "同じ扶養親族の有効な行が複数あります。台帳で直してください。", "Several open rows are the dependent's. Tidy up in the ledger.");

    /// <summary>The same dependent twice in one notice cannot both be added.</summary>
    internal static void RefuseTwice(ReflectionBuilder reflection, IReadOnlyList<Dependent> dependents)
    {
        if (dependents.DistinctBy(one => (one.BirthDate, LedgerMatching.Fold(one.Name.Given))).Count() != dependents.Count)
            reflection.Refuse(NoteCodes.DependentTwice, "同じ扶養親族が連絡に二度あります。", "The notice names the same dependent twice.");
    }

    private static IEnumerable<DependentSide> Sides(DependentEntry entry) =>
        DependentSide.All.Where(side => (side == DependentSide.Social ? entry.SocialInsurance : entry.Tax) == true);

    private static void New(RowEdit row, LedgerPersonKey person, DependentEntry entry, ReflectionBuilder reflection)
    {
        Dependent dependent = entry.Dependent;
        row.Set(DependentFields.EmployeeNumber, person.Number?.Value)
            .Set(DependentFields.Name, PersonNames.Cell(dependent.Name))
            .Set(DependentFields.NameKana, PersonNames.KanaCell(dependent.Name))
            .Set(DependentFields.Relationship, dependent.Relationship, dependent.RelationshipLabel)
            .Set(DependentFields.BirthDate, dependent.BirthDate)
            .Set(DependentFields.LivesTogether, dependent.LivesTogether)
            .Set(DependentFields.PostalCode, dependent.PostalCode)
            .Set(DependentFields.Address, dependent.Address)
            .Set(DependentFields.Occupation, dependent.Occupation)
            .Set(DependentFields.AnnualIncome, dependent.AnnualIncome)
            .Set(DependentFields.SocialInsurance, entry.SocialInsurance == false ? false : null)
            .Set(DependentFields.Tax, entry.Tax == false ? false : null);
        Genders.Set(reflection, row, DependentFields.Gender, dependent.Gender);
        Start(row, entry);
    }

    private static void Start(RowEdit row, DependentEntry entry)
    {
        foreach (DependentSide side in Sides(entry))
        {
            row.Set(side.Flag, true).Set(side.From, entry.From);
            row.Clear(side.To);
        }

        if (entry.Reason is { } reason)
            row.Set(DependentFields.StartReason, reason, reason == DependentChangeReason.Other ? entry.ReasonText : null);
        row.Set(DependentFields.EligibilityCertificateWanted, entry.CertificateWanted);
    }
}
