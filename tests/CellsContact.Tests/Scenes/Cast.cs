using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Scenes;

/// <summary>The people that the wire examples speak of, as their office's ledger has them.</summary>
internal static class Cast
{
    internal static IEnumerable<LedgerPerson> Everybody() => [Sato(), Nakamura(), Watanabe(), Yamamoto()];

    /// <summary>0012, insured, about to leave.</summary>
    internal static LedgerPerson Sato() => Person("0012", "佐藤　一郎", "ｻﾄｳ ｲﾁﾛｳ", new(1970, 1, 15), new()
    {
        [PersonFields.HiredOn] = Date(2010, 4, 1),
        [PersonFields.SocialInsuranceAcquiredOn] = Date(2010, 4, 1),
        [PersonFields.PensionAcquiredOn] = Date(2010, 4, 1),
        [PersonFields.EmploymentInsuranceAcquiredOn] = Date(2010, 4, 1),
    });

    /// <summary>0019, whose husband is her dependent.</summary>
    internal static LedgerPerson Nakamura() => Person("0019", "中村　美咲", "ﾅｶﾑﾗ ﾐｻｷ", new(1994, 2, 3), new() { [PersonFields.HiredOn] = Date(2018, 4, 1) }, new LedgerRow(LedgerTable.Dependents, new Dictionary<LedgerField, LedgerValue>
    {
        [DependentFields.EmployeeNumber] = LedgerValue.OfText("0019"),
        [DependentFields.Name] = LedgerValue.OfText("中村　明"),
        [DependentFields.NameKana] = LedgerValue.OfText("ﾅｶﾑﾗ ｱｷﾗ"),
        [DependentFields.Relationship] = LedgerValue.OfChoice("husband"),
        [DependentFields.BirthDate] = Date(1993, 7, 15),
        [DependentFields.LivesTogether] = LedgerValue.OfYesNo(true),
        [DependentFields.SocialInsurance] = LedgerValue.OfYesNo(true),
        [DependentFields.SocialInsuranceFrom] = Date(2024, 4, 1),
        [DependentFields.Tax] = LedgerValue.OfYesNo(true),
        [DependentFields.TaxFrom] = Date(2024, 4, 1),
    }));

    /// <summary>0027, who moves and takes another surname; her child lives with her, her mother does not.</summary>
    internal static LedgerPerson Watanabe() => Person("0027", "渡辺　真理", "ﾜﾀﾅﾍﾞ ﾏﾘ", new(1988, 9, 9), new()
    {
        [PersonFields.PostalCode] = LedgerValue.OfText("600-8001"),
        [PersonFields.Address] = LedgerValue.OfText("京都府京都市下京区1-1"),
        [PersonFields.AddressKana] = LedgerValue.OfText("ｷｮｳﾄﾌｷｮｳﾄｼｼﾓｷﾞｮｳｸ1-1"),
    }, Dependent("0027", "渡辺　陽太", "child", new(2016, 5, 5), true, "京都府京都市下京区1-1"), Dependent("0027", "鈴木　和子", "parent", new(1955, 3, 3), false, "奈良県奈良市2-2"));

    /// <summary>0031, part-time, in 雇用保険 only.</summary>
    internal static LedgerPerson Yamamoto() => Person("0031", "山本　次郎", "ﾔﾏﾓﾄ ｼﾞﾛｳ", new(1999, 12, 24), new()
    {
        [PersonFields.WeeklyHours] = LedgerValue.OfText("20:00"),
        [PersonFields.EmploymentInsuranceAcquiredOn] = Date(2025, 4, 1),
    });

    internal static LedgerPerson Person(string number, string name, string kana, DateOnly born, Dictionary<LedgerField, LedgerValue> values, params LedgerRow[] dependents)
    {
        values[PersonFields.EmployeeNumber] = LedgerValue.OfText(number);
        values[PersonFields.Name] = LedgerValue.OfText(name);
        values[PersonFields.NameKana] = LedgerValue.OfText(kana);
        values[PersonFields.BirthDate] = LedgerValue.OfDate(born);
        LedgerRow payroll = new(LedgerTable.Payroll, new Dictionary<LedgerField, LedgerValue>
        {
            [PayrollFields.EmployeeNumber] = LedgerValue.OfText(number),
            [PayrollFields.Name] = LedgerValue.OfText(name),
        });
        return new(EmployeeNumber.Parse(number), new(LedgerTable.People, values), payroll, dependents);
    }

    internal static LedgerValue Date(int year, int month, int day) => LedgerValue.OfDate(new DateOnly(year, month, day));

    private static LedgerRow Dependent(string number, string name, string relationship, DateOnly born, bool together, string address) => new(LedgerTable.Dependents, new Dictionary<LedgerField, LedgerValue>
    {
        [DependentFields.EmployeeNumber] = LedgerValue.OfText(number),
        [DependentFields.Name] = LedgerValue.OfText(name),
        [DependentFields.Relationship] = LedgerValue.OfChoice(relationship),
        [DependentFields.BirthDate] = LedgerValue.OfDate(born),
        [DependentFields.LivesTogether] = LedgerValue.OfYesNo(together),
        [DependentFields.Address] = LedgerValue.OfText(address),
        [DependentFields.SocialInsurance] = LedgerValue.OfYesNo(true),
        [DependentFields.SocialInsuranceFrom] = Date(2020, 4, 1),
    });
}
