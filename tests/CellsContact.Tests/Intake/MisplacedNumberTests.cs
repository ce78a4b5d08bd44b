using System.Text.Json.Nodes;
using CellsContact.Intake;

namespace CellsContact.Tests.Intake;

public sealed class MisplacedNumberTests
{
    [Theory]
    [InlineData("123456789018")]
    [InlineData("番号は123456789018です")]
    [InlineData("１２３４５６７８９０１８")]
    [InlineData("1234-5678-9018")]
    [InlineData("1234 5678 9018")]
    [InlineData("1234　5678　9018")]
    [InlineData("1234‐5678－9018")]
    [InlineData("1234−5678–9018")]
    [InlineData("1234—5678―9018")]
    [InlineData("1234ー5678ｰ9018")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1 8")]
    [InlineData("1234\n5678\t9018")]
    [InlineData("1234\u200B5678\u00AD9018")]
    [InlineData("1\uFE0F\u20E323456789018")]
    [InlineData("①②③④⑤⑥⑦⑧⑨018")]
    [InlineData("𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎𝟏𝟖")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٨")]
    [InlineData("123456789018 2026-04-01")]
    [InlineData("2026-04-01 123456789018")]
    [InlineData("電話090-1234-5678、1234 5678 9018 2026")]
    [InlineData("1234.567890, 621498320257")]
    public void IsIn_Number_IsFound(string text) => Assert.True(MisplacedNumber.IsIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("試用期間3か月")]
    [InlineData("123456789019")]
    [InlineData("123456708900")]
    [InlineData("000000000000")]
    [InlineData("1123456789018")]
    [InlineData("12345678901")]
    [InlineData("7123456789012")]
    [InlineData("090-1234-5678")]
    [InlineData("12345678901 8 9")]
    [InlineData("123456,789018")]
    [InlineData("2026-04-01から2026-05-01")]
    public void IsIn_AnotherNumber_IsNotFound(string text) => Assert.False(MisplacedNumber.IsIn(text));

    public static TheoryData<string, string> Places => new()
    {
        { "remarks", """{"remarks":"番号 １２３４－５６７８－９０１８"}""" },
        { "sentBy", """{"sentBy":"123456789018"}""" },
        { "id", """{"id":"123456789018"}""" },
        { "person.employeeNumber", """{"person":{"employeeNumber":"123456789018"}}""" },
        { "later.deep[1]", """{"later":{"deep":["a","1234 5678 9018"]}}""" },
        { "later", """{"later":123456789018}""" },
        { "later", """{"later":1.23456789018e11}""" },
        { "later", """{"later":0.123456789018}""" },
        { "*", """{"123456789018":1}""" },
        { "*", """{"n 1234-5678-9018":{}}""" },
        { "later.*", """{"later":{"１２３４５６７８９０１８":null}}""" },
        { "kind", """{"kind":"123456789018"}""" },
        { "attachments[0].fileName", """{"attachments":[{"id":"a","fileName":"123456789018.pdf","mediaType":"application/pdf","content":"YQ=="}]}""" },
        { "attachments[0].id", """{"attachments":[{"id":"123456789018","fileName":"a.pdf","mediaType":"application/pdf","content":"YQ=="}]}""" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Receive_NumberOutsideItsPlace_IsAnErrorByPathOnly(string path, string json)
    {
        Receiving receiving = new();
        JsonObject contact = Wire.Example("separation");
        foreach ((string name, JsonNode? value) in JsonNode.Parse(json)!.AsObject().ToArray())
            contact[name] = value?.DeepClone();

        IntakeResult.Rejected rejected = Assert.IsType<IntakeResult.Rejected>(await receiving.ReceiveAsync(contact));

        Assert.Contains(rejected.Findings, finding => finding.RuleId == "mynumber.misplaced" && finding.Path == path && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Receive_EveryHashOfAContent_IsNoNumber()
    {
        // This content's hash holds twelve digits in a row with a valid check digit.
        string content = Enumerable.Range(0, int.MaxValue)
            .Select(i => System.Text.Encoding.ASCII.GetBytes($"file {i}"))
            .Where(bytes => MisplacedNumber.IsIn(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))))
            .Select(Convert.ToBase64String)
            .First();

        Assert.IsType<IntakeResult.Accepted>(await new Receiving().ReceiveAsync(Wire.Example("hire", c => c["attachments"]![0]!["content"] = content)));
    }
}
