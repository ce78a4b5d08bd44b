using System.Globalization;
using System.Security;
using System.Text;
using System.Xml.Linq;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Tests.Support;
using CellsContact.Promises;

namespace CellsContact.OpenXml.Tests.Promises;

/// <summary>Gives the promises a ledger over real workbooks, seeded as if an office had typed the rows in.</summary>
internal sealed class WorkbookHarness : ILedgerHarness, IDisposable
{
    private readonly TempFolder _folder = new();
    private int _ledgers;

    private OpenXmlLedgerOptions Options => new()
    {
        WorkbookFor = id => PathOf(id),
        BusyTimeout = TimeSpan.FromMinutes(1),
        BusyRetryDelay = TimeSpan.FromMilliseconds(5),
    };

    public ValueTask<ILedger> CreateAsync(IReadOnlyList<LedgerSeed> seeds, CancellationToken token)
    {
        _ledgers++;
        foreach (LedgerSeed seed in seeds)
            Seed(PathOf(seed.Establishment), seed);
        return ValueTask.FromResult<ILedger>(new OpenXmlLedger(Options));
    }

    public ValueTask<ILedger?> ReopenAsync(CancellationToken token) => ValueTask.FromResult<ILedger?>(new OpenXmlLedger(Options));

    public ValueTask<IReadOnlyList<LedgerRow>> ReadHandlingBookAsync(EstablishmentId establishment, CancellationToken token)
    {
        string path = PathOf(establishment);
        string sheet = LedgerFields.LabelOf(LedgerTable.HandlingBook);
        List<LedgerRow> rows = [];
        foreach (XElement row in Package.Sheet(path, sheet).Descendants(Package.Main + "row").Skip(1))
        {
            var values = new Dictionary<LedgerField, LedgerValue>();
            foreach (LedgerField field in HandlingBookFields.All)
            {
                string text = Package.Value(path, sheet, CellReference.Column(ColumnOf(field)) + row.Attribute("r")!.Value) ?? "";
                values[field] = field.Type switch
                {
                    LedgerFieldType.Number => LedgerValue.OfNumber(text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture)),
                    LedgerFieldType.Choice => LedgerValue.OfChoice(field.Choices.FirstOrDefault(c => c.Label == text)?.Code),
                    _ => LedgerValue.OfText(text),
                };
            }

            rows.Add(new LedgerRow(LedgerTable.HandlingBook, values));
        }

        return ValueTask.FromResult<IReadOnlyList<LedgerRow>>(rows);
    }

    public void Dispose() => _folder.Dispose();

    public string PathOf(EstablishmentId establishment) =>
        _folder.File(string.Create(CultureInfo.InvariantCulture, $"{_ledgers}-{establishment}.xlsx"));

    private static void Seed(string path, LedgerSeed seed)
    {
        OpenXmlWorkbook.Create(path);
        AddRows(path, 1, [.. seed.People.Select(p => p.Row)], seed.Without);
        AddRows(path, 2, [.. seed.People.Select(p => p.Payroll).OfType<LedgerRow>()], seed.Without);
        AddRows(path, 3, [.. seed.People.SelectMany(p => p.Dependents)], seed.Without);
        AddRows(path, 4, [], seed.Without);
    }

    private static void AddRows(string path, int sheet, IReadOnlyList<LedgerRow> rows, IReadOnlyList<LedgerField> without)
    {
        var xml = new StringBuilder();
        for (int i = 0; i < rows.Count; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\">");
            foreach ((LedgerField field, LedgerValue value) in rows[i].Values.Where(v => !without.Contains(v.Key)).OrderBy(v => ColumnOf(v.Key)))
                xml.Append(Cell(CellReference.Of(ColumnOf(field), i + 2), field, value));
            xml.Append("</row>");
        }

        Package.Edit(path, $"xl/worksheets/sheet{sheet}.xml", before => without.Where(f => (int)f.Table == sheet)
            .Aggregate(before, (text, f) => text.Replace($"<t>{f.Label}</t>", "<t>別の列</t>", StringComparison.Ordinal))
            .Replace("</sheetData>", xml + "</sheetData>", StringComparison.Ordinal));
    }

    private static string Cell(string reference, LedgerField field, LedgerValue value) => value.Kind switch
    {
        LedgerValueKind.Empty => "",
        LedgerValueKind.Number => $"<c r=\"{reference}\"><v>{value.Text}</v></c>",
        LedgerValueKind.Date => $"<c r=\"{reference}\" s=\"2\"><v>{value.AsDate()!.Value.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
        LedgerValueKind.Formula => $"<c r=\"{reference}\" t=\"str\"><f>T(\"x\")</f><v>{SecurityElement.Escape(value.Text)}</v></c>",
        LedgerValueKind.Error => $"<c r=\"{reference}\" t=\"e\"><v>{value.Text}</v></c>",
        LedgerValueKind.Choice => Text(reference, field.Choices.Single(c => c.Code == value.Text).Label),
        _ => Text(reference, value.Text),
    };

    private static string Text(string reference, string text) =>
        $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static int ColumnOf(LedgerField field) => LedgerFields.Of(field.Table).ToList().IndexOf(field) + 1;
}
