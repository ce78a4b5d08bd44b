using System.Globalization;
using System.Text;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

/// <summary>
/// Random ledgers, with cells of every kind an office has, and random change sets: taking them back, the last first,
/// gives every value that was there, and the office's own cells never changed.
/// </summary>
public sealed class InverseTests
{
    private static readonly LedgerField[] Fields =
    [
        PersonFields.Name, PersonFields.Phone, PersonFields.LeftOn, PersonFields.HiredOn, PersonFields.Gender, PersonFields.WageInCash, PersonFields.AddressAfter,
    ];

    private static readonly string[] Texts = ["髙橋　太郎", "=1+1", "0027", " 前後 ", "a&b<c>", "未定", "改行\n次"];

    private static readonly Gen<int[]> Cells = Gen.Int[0, 5].Array[Fields.Length];

    private static readonly Gen<(int Person, int Field, int Value)[]> Changes = Gen.Select(Gen.Int[0, 4], Gen.Int[0, Fields.Length - 1], Gen.Int[0, 30_000]).Array[1, 5];

    [Fact]
    public void RandomSets_TakenBack_GiveTheOriginalValues() => Gen.Select(Cells.Array[5], Changes.Array[1, 6]).Sample(
        (people, sets) =>
        {
            using var test = new TestLedger(o => o.KanaWidth = KanaWidth.AsIs);
            Package.Write(test.Path, Ledger(people).Parts);
            OpenXmlWorkbook.AdoptAsync(test.Path, test.Options).GetAwaiter().GetResult();
            string before = Describe(test);

            var inverses = new Stack<LedgerChangeSet>();
            for (int i = 0; i < sets.Length; i++)
            {
                LedgerChange[] changes =
                [
                    .. sets[i].DistinctBy(c => (c.Person, c.Field)).GroupBy(c => c.Person).Select(person => Sets.Update(
                        LedgerTable.People, NumberOf(person.Key), [.. person.Select(c => Change(test, c.Person, Fields[c.Field], c.Value))])),
                    Sets.Add(LedgerTable.People, LedgerPersonKey.New("p"), PersonFields.Name.To(Sets.Text("新人　花子")), PersonFields.BirthDate.To(Sets.Day(2000, 1, 1 + i))),
                ];
                LedgerReceipt receipt = test.AppliedAsync(Sets.Of($"c-{i}", changes)).GetAwaiter().GetResult();
                inverses.Push(Sets.Of($"c-{i}", 1, ChangeSetPurpose.Undo, [.. changes.Select(c => Inverse(c, receipt))]));
            }

            foreach (LedgerChangeSet inverse in inverses)
                Assert.IsType<LedgerOutcome.Applied>(Assert.Single(test.ApplyAsync(inverse).GetAwaiter().GetResult()));

            Assert.Equal(before, Describe(test));
        },
        iter: 60,
        threads: 2);

    private static string NumberOf(int person) => (person + 1).ToString("0000", CultureInfo.InvariantCulture);

    private static FieldChange Change(TestLedger test, int person, LedgerField field, int value) => new(
        field,
        test.PersonAsync(NumberOf(person)).GetAwaiter().GetResult().Row[field],
        field.Type switch
        {
            LedgerFieldType.Date => LedgerValue.OfDate(new DateOnly(1930, 1, 1).AddDays(value)),
            LedgerFieldType.Number => LedgerValue.OfNumber(value),
            LedgerFieldType.Choice => LedgerValue.OfChoice(value % 2 == 0 ? "male" : "female"),
            _ => value % 4 == 0 && field != PersonFields.Name ? LedgerValue.Empty : Sets.Text(Texts[value % Texts.Length]),
        });

    private static LedgerChange Inverse(LedgerChange change, LedgerReceipt receipt) => change.Action == LedgerChangeAction.Add
        ? Sets.Remove(LedgerTable.People, receipt.AssignedNumbers["p"].Value, [.. change.Fields.Select(f => new FieldChange(f.Field, f.After, LedgerValue.Empty))])
        : change with { Fields = [.. change.Fields.Select(f => new FieldChange(f.Field, f.After, f.Before))] };

    /// <summary>What the ledger reads, and the office's own column as it lies.</summary>
    private static string Describe(TestLedger test)
    {
        var text = new StringBuilder();
        for (int person = 0; person < 5; person++)
        {
            LedgerRow row = test.PersonAsync(NumberOf(person)).GetAwaiter().GetResult().Row;
            text.AppendJoin('|', Fields.Select(f => $"{f.Name}={row[f].Kind}:{row[f].Text}"));
            text.Append(Package.Cell(test.Path, "個人情報", $"J{person + 2}")).AppendLine();
        }

        return text.ToString();
    }

    private static PlainWorkbook Ledger(int[][] people)
    {
        var sheet = new StringBuilder($"<worksheet xmlns=\"{PlainWorkbook.Main}\"><sheetData><row r=\"1\">");
        foreach ((LedgerField field, int column) in Fields.Prepend(PersonFields.BirthDate).Prepend(PersonFields.EmployeeNumber).Select((f, i) => (f, i + 1)))
            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('@' + column)}1\" t=\"inlineStr\"><is><t>{field.Label}</t></is></c>");
        sheet.Append("</row>");
        for (int row = 2; row < 7; row++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" s=\"2\"><v>{row - 1}</v></c><c r=\"B{row}\" s=\"1\"><v>{29_000 + row}</v></c>");
            for (int i = 0; i < Fields.Length; i++)
                sheet.Append(Cell(Fields[i], $"{(char)('C' + i)}{row}", i == 0 ? 1 : people[row - 2][i]));
            sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"J{row}\"><f>DATEDIF(B{row},TODAY(),\"Y\")</f><v>{row}</v></c></row>");
        }

        return new PlainWorkbook()
            .Set(PlainWorkbook.Sheet, sheet.Append("</sheetData></worksheet>").ToString())
            .Edit("xl/styles.xml", "<cellXfs count=\"2\">", "<cellXfs count=\"3\">")
            .Edit("xl/styles.xml", "</cellXfs>", "<xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>")
            .Edit("xl/styles.xml", "<fonts", "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0000\"/></numFmts><fonts");
    }

    private static string Cell(LedgerField field, string reference, int kind)
    {
        string Inline(string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
        return (field.Type, kind) switch
        {
            (_, 0) => "",
            (LedgerFieldType.Date, 1 or 2) => $"<c r=\"{reference}\" s=\"1\"><v>40000</v></c>",
            (LedgerFieldType.Date, 3) => Inline("令和２年４月１日"),
            (LedgerFieldType.Date, 4) => Inline("R8.4.1"),
            (LedgerFieldType.Date, _) => Inline("未定"),
            (LedgerFieldType.Choice, < 4) => Inline(kind % 2 == 0 ? "男" : "女性"),
            (LedgerFieldType.Number, < 4) => $"<c r=\"{reference}\"><v>{250_000 + kind}</v></c>",
            (_, 1) => $"<c r=\"{reference}\" t=\"s\"><v>4</v></c>",
            (_, 2) => $"<c r=\"{reference}\" s=\"2\"><v>27</v></c>",
            (_, 3) => $"<c r=\"{reference}\"><v>12</v></c>",
            _ => Inline("前の値"),
        };
    }
}
