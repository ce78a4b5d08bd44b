using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;
using CellsContact.OpenXml.Tests.Support;

namespace CellsContact.External.Origins;

/// <summary>What came of giving one workbook one more person.</summary>
/// <param name="Outcome">done, refused, or broken: an exception that is no <see cref="LedgerException"/>.</param>
/// <param name="Reason">Why it was refused or broken.</param>
/// <param name="Violations">What changed and should not have; a clean trial has none.</param>
internal sealed record OriginTrial(string Outcome, string Reason, IReadOnlyList<string> Violations)
{
    private const string Name = "髙橋　太郎";
    private static readonly EstablishmentId s_office = EstablishmentId.Parse("E001");

    public bool IsClean => Violations.Count == 0 && Outcome != "broken";

    /// <summary>
    /// Maps a sheet of the workbook as 個人情報, has the library add what is missing, adds a person, and compares.
    /// </summary>
    /// <param name="path">The workbook; it is changed.</param>
    /// <param name="isMapped">Whether the sheet's own headers are taken for the key columns; otherwise those are added.</param>
    public static async Task<OriginTrial> RunAsync(string path, bool isMapped)
    {
        byte[] before = await File.ReadAllBytesAsync(path);
        byte[] atRefusal = before;
        try
        {
            return new OriginTrial("done", "", await ApplyAsync(path, before, isMapped, adopted => atRefusal = adopted));
        }
        catch (LedgerException e)
        {
            bool isSame = AreSame(atRefusal, await File.ReadAllBytesAsync(path));
            return new OriginTrial("refused", $"{e.GetType().Name}: {e.Text.English}", isSame ? [] : ["a refused workbook changed"]);
        }
#pragma warning disable CA1031 // Whatever it is, it is what this trial is to find.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new OriginTrial("broken", e.ToString(), []);
        }
    }

    /// <summary>A workbook that has had its trial, under the default headers, and was saved by another program since.</summary>
    /// <returns>What is wrong with it.</returns>
    public static async Task<IReadOnlyList<string>> AgainAsync(string path)
    {
        var found = new List<string>();
        var ledger = new OpenXmlLedger(new OpenXmlLedgerOptions { WorkbookFor = _ => path, HeaderRow = 0 });
        byte[] before = await File.ReadAllBytesAsync(path);
        if ((await ledger.ApplyAsync(s_office, [Hire()], CancellationToken.None))[0] is not LedgerOutcome.AlreadyApplied already)
            return ["the set it has is not known any more"];
        if (!AreSame(before, await File.ReadAllBytesAsync(path)))
            found.Add("changed by a set it has");
        if ((await ledger.ApplyAsync(s_office, [Hire("origin-2")], CancellationToken.None))[0] is not LedgerOutcome.Applied applied)
            return [.. found, "the next set is not applied"];
        foreach (EmployeeNumber number in new[] { already.Receipt, applied.Receipt }.Select(r => r.AssignedNumbers["hire"]))
        {
            if ((await ledger.ReadAsync(s_office, [PersonQuery.ByNumber(number)], CancellationToken.None)).People is not [var person] || person.Row[PersonFields.Name].Text != Name)
                found.Add("a person is not found again");
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(string path, byte[] before, bool isMapped, Action<byte[]> adopted)
    {
        var options = new OpenXmlLedgerOptions { WorkbookFor = _ => path };
        (string sheet, string part) = Map(before, options, isMapped);
        OpenXmlAdoption adoption = await OpenXmlWorkbook.AdoptAsync(path, options);
        adopted(await File.ReadAllBytesAsync(path));
        var ledger = new OpenXmlLedger(options);
        LedgerChangeSet hire = Hire();
        LedgerOutcome outcome = (await ledger.ApplyAsync(s_office, [hire], CancellationToken.None))[0];
        if (outcome is not LedgerOutcome.Applied applied)
            return [$"not applied: {outcome}"];

        byte[] after = await File.ReadAllBytesAsync(path);
        var found = new List<string>();
        if ((await ledger.ApplyAsync(s_office, [hire], CancellationToken.None))[0] is not LedgerOutcome.AlreadyApplied)
            found.Add("applied twice");
        if (!AreSame(after, await File.ReadAllBytesAsync(path)))
            found.Add("changed by a set it has");
        PersonQuery query = PersonQuery.ByNumber(applied.Receipt.AssignedNumbers["hire"]);
        if ((await ledger.ReadAsync(s_office, [query], CancellationToken.None)).People is not [var person] || person.Row[PersonFields.Name].Text != Name)
            found.Add("the person is not found again");

        var changed = new Dictionary<string, IReadOnlySet<int>>();
        if (part.Length > 0)
        {
            using ForeignWorkbook now = ForeignWorkbook.Open(after);
            string[] cells = [.. now.Texts(part).Where(c => c.Value == Name).Select(c => c.Key)];
            if (cells.Length != 1)
                found.Add($"the name is on the sheet {cells.Length} times");
            HashSet<int> rows = [.. cells.Select(c => int.Parse(c.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), System.Globalization.CultureInfo.InvariantCulture))];
            if (adoption.Added.Any(a => a.StartsWith(sheet + "!", StringComparison.Ordinal)))
                rows.Add(options.HeaderRow);
            changed[part] = rows;
        }

        found.AddRange(Fidelity.Violations(before, after, changed));
        found.AddRange(SchemaFindings.New(before, after));
        return found;
    }

    /// <summary>The first sheet with headers, or the first one.</summary>
    private static (string Sheet, string Part) Map(byte[] package, OpenXmlLedgerOptions options, bool isMapped)
    {
        try
        {
            using ForeignWorkbook workbook = ForeignWorkbook.Open(package);
            foreach ((string name, string part) in workbook.Sheets)
            {
                if (!isMapped || workbook.Headers(part) is not { } headers)
                    continue;
                options.UseSheet(LedgerTable.People, name);
                options.HeaderRow = headers.Row;
                Use(options, [.. headers.Texts.OrderBy(h => h.Key).Select(h => h.Value)]);
                return (name, part);
            }

            if (workbook.Sheets is [var first, ..])
            {
                options.UseSheet(LedgerTable.People, first.Name);
                return first;
            }
        }
        catch (Exception e) when (e is System.Xml.XmlException or InvalidDataException or InvalidOperationException or FormatException or NullReferenceException or IndexOutOfRangeException or ArgumentException or NotSupportedException)
        {
            // Not even .NET's own readers get into it: the library is to say so.
        }

        return ("", "");
    }

    /// <summary>Takes the sheet's own headers for the key columns that are not there under their names.</summary>
    private static void Use(OpenXmlLedgerOptions options, string[] headers)
    {
        LedgerField[] keys = [PersonFields.EmployeeNumber, PersonFields.Name, PersonFields.BirthDate];
        HashSet<string> known = [.. LedgerFields.Of(LedgerTable.People).Select(f => LedgerMatching.Fold(f.Label))];
        var present = headers.Select(LedgerMatching.Fold).ToLookup(h => h);
        string[] usable = [.. headers.Where(h => LedgerMatching.Fold(h) is { Length: > 0 } folded && present[folded].Count() == 1 && !known.Contains(folded))];
        foreach ((LedgerField field, string header) in keys.Where(k => !present.Contains(LedgerMatching.Fold(k.Label))).Zip(usable))
            options.UseHeader(field, header);
    }

    private static bool AreSame(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private static LedgerChangeSet Hire(string contact = "origin-1") => new(
        new ChangeSetId(ContactKey.Parse($"E001/{contact}"), 1, ChangeSetPurpose.Apply),
        ContactKind.Hire,
        "担当 花子",
        [
            new LedgerChange(
                LedgerTable.People,
                new LedgerRowKey(LedgerPersonKey.New("hire")),
                LedgerChangeAction.Add,
                [
                    new FieldChange(PersonFields.Name, LedgerValue.Empty, LedgerValue.OfText(Name)),
                    new FieldChange(PersonFields.BirthDate, LedgerValue.Empty, LedgerValue.OfDate(new DateOnly(1990, 5, 3))),
                ]),
        ]);
}
