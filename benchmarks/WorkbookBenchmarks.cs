using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;
using CellsContact.Trials;

namespace CellsContact.Benchmarks;

/// <summary>One change in a workbook of some size, beside what any save must do at least: copy the file, and unpack and pack its sheets.</summary>
[MemoryDiagnoser]
public class WorkbookBenchmarks
{
    private OfficeFolder _folder = null!;
    private string _copy = null!;
    private OpenXmlLedger _ledger = null!;
    private LedgerPersonKey _person;
    private LedgerValue _phone;
    private int _changes;

    [Params(1_000, 10_000)]
    public int People { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _folder = OfficeFolder.CreateTemporary();
        _copy = Path.Combine(_folder.Path, "copy.bin");
        _ledger = new(new() { WorkbookFor = _ => _folder.Workbook });
        await _ledger.ApplyAsync(OfficeFolder.Establishment, [.. Enumerable.Range(1, People).Select(Hired)], CancellationToken.None);
        _person = LedgerPersonKey.Of(NumberOf(People / 2));
        _phone = LedgerValue.OfText("090-1234-5678");
    }

    [Benchmark(Baseline = true)]
    public void InflateAndDeflate()
    {
        using ZipArchive source = ZipFile.OpenRead(_folder.Workbook);
        using ZipArchive target = new(File.Create(_copy), ZipArchiveMode.Create);
        foreach (ZipArchiveEntry entry in source.Entries)
        {
            using Stream from = entry.Open();
            using Stream to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
            from.CopyTo(to);
        }
    }

    [Benchmark]
    public void CopyFile() => File.Copy(_folder.Workbook, _copy, overwrite: true);

    [Benchmark]
    public async Task<LedgerSnapshot> ReadPersonAsync() =>
        await _ledger.ReadAsync(OfficeFolder.Establishment, [PersonQuery.ByNumber(_person.Number!.Value)], CancellationToken.None);

    [Benchmark]
    public async Task<LedgerOutcome> ApplyOneChangeAsync()
    {
        LedgerValue phone = LedgerValue.OfText($"090-0000-{++_changes:0000}");
        LedgerOutcome outcome = (await _ledger.ApplyAsync(
            OfficeFolder.Establishment,
            [Set($"u-{_changes}", ContactKind.AddressNameChange, [new(LedgerTable.People, new(_person), LedgerChangeAction.Update, [new(PersonFields.Phone, _phone, phone)])])],
            CancellationToken.None))[0];
        _phone = outcome is LedgerOutcome.Applied ? phone : throw new InvalidOperationException(outcome.GetType().Name);
        return outcome;
    }

    [GlobalCleanup]
    public void Cleanup() => _folder.Delete();

    private static LedgerChangeSet Hired(int person)
    {
        LedgerRowKey row = new(LedgerPersonKey.Of(NumberOf(person)));
        LedgerValue name = LedgerValue.OfText($"髙橋　太郎{person}");
        return Set($"h-{person}", ContactKind.Hire,
        [
            new(LedgerTable.People, row, LedgerChangeAction.Add,
            [
                new(PersonFields.Name, default, name),
                new(PersonFields.BirthDate, default, LedgerValue.OfDate(new DateOnly(1970, 1, 1).AddDays(person))),
                new(PersonFields.Gender, default, LedgerValue.OfChoice("male")),
                new(PersonFields.PostalCode, default, LedgerValue.OfText("460-0008")),
                new(PersonFields.Address, default, LedgerValue.OfText($"愛知県名古屋市中区栄1-2-{person}")),
                new(PersonFields.Phone, default, LedgerValue.OfText("090-1234-5678")),
                new(PersonFields.HiredOn, default, LedgerValue.OfDate(new DateOnly(2020, 4, 1))),
            ]),
            new(LedgerTable.Payroll, row, LedgerChangeAction.Add,
            [
                new(PayrollFields.Name, default, name),
                new(PayrollFields.WageInCash, default, LedgerValue.OfNumber(200_000 + person)),
            ]),
        ]);
    }

    private static LedgerChangeSet Set(string id, ContactKind kind, IEnumerable<LedgerChange> changes) =>
        new(new(new(OfficeFolder.Establishment, ContactId.Parse(id)), 1, ChangeSetPurpose.Apply), kind, "clerk-1", changes);

    private static EmployeeNumber NumberOf(int person) => EmployeeNumber.Parse($"{person:00000}");
}
