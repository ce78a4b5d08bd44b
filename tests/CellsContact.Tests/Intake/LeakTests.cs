using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Storage;

namespace CellsContact.Tests.Intake;

/// <summary>No digit of a number, no name and no text of a notice gets out on the way in.</summary>
public sealed class LeakTests
{
    private static readonly string[] s_secrets = [Wire.MyNumber, Wire.OtherMyNumber, "123456708900", "1234-5678-9018", "１２３４５６７８９０１８", "12345678"];

    [Fact]
    public async Task Receive_AcceptedNumbers_AreInNoResultLogOrStoredNotice()
    {
        Receiving receiving = new();
        JsonObject hire = Wire.Example("hire", c => c["dependents"]![0]!["myNumber"] = Wire.OtherMyNumber);
        IReadOnlyList<IntakeResult> results = await receiving.ReceiveAsync(Wire.List(hire, Wire.Example("my-number-update")));
        results = [.. results, .. await receiving.ReceiveAsync(Wire.List(hire, Wire.Example("my-number-update", c => c["myNumber"] = Wire.MyNumber)))];

        Assert.Equal(["Accepted", "Accepted", "Duplicate", "Rejected"], results.Select(result => result.GetType().Name));
        Clean(results, receiving);
        foreach (ContactListItem item in await receiving.Store.ListAsync(new ContactStoreQuery(), default))
        {
            Clean(ContactJson.Serialize(item.Contact));
            Clean($"{item} {item.Received} {item.Received.ContentHash}");
        }

        ContactEntry entry = (await receiving.Store.FindAsync(Receiving.Key("c-20260401-0001"), default))!;
        Assert.Contains("\"myNumber\":true", ContactJson.Serialize(entry.Contact), StringComparison.Ordinal);
        Assert.True(Assert.IsType<HireContact>(entry.Contact).Dependents[0].HasMyNumber);
    }

    [Fact]
    public async Task Receive_EveryBrokenExample_LeaksNothing()
    {
        foreach (RuleCases.RuleCase broken in RuleCases.All)
        {
            Receiving receiving = new();
            Clean([await receiving.ReceiveAsync(Wire.Example(broken.Example, broken.Break))], receiving);
            Clean(string.Join(' ', await receiving.Store.ListAsync(10, default)));
        }
    }

    [Theory]
    [InlineData("123456789018")]
    [InlineData("1234-5678-9018")]
    [InlineData("１２３４５６７８９０１８")]
    public async Task Receive_NumberInEveryPlace_IsNeverRepeated(string number)
    {
        foreach (string name in Wire.Examples)
        {
            foreach (string property in Wire.Example(name).Select(pair => pair.Key).Append("myNumber").Append("later").ToArray())
            {
                Receiving receiving = new();
                Clean([await receiving.ReceiveAsync(Wire.Example(name, c => c[property] = number))], receiving);
                Clean(string.Join(' ', await receiving.Store.ListAsync(10, default)));
                Clean([await receiving.ReceiveAsync(Wire.Example(name, c => c[property] = new JsonObject { [number] = number }))], receiving);
            }
        }
    }

    [Fact]
    public async Task Receive_SyntaxErrorAfterANumber_DoesNotRepeatIt()
    {
        Receiving receiving = new();

        Clean(await receiving.ReceiveAsync(Wire.Stream("""{"myNumber":"123456789018",123456789018:1}""")), receiving);
        Clean(await receiving.ReceiveAsync(Wire.Stream("""{"myNumber":123456789018x}""")), receiving);
    }

    [Fact]
    public async Task Receive_Rejected_TellsNoNameOrText()
    {
        foreach (RuleCases.RuleCase broken in RuleCases.All)
        {
            Receiving receiving = new();
            IntakeResult result = await receiving.ReceiveAsync(Wire.Example(broken.Example, broken.Break));
            string said = string.Join('\n', [.. Receiving.FindingsOf(result).Select(finding => finding.ToString()), .. receiving.Logger.Lines]);
            Assert.All(["髙橋", "太郎", "渡邉", "中村", "名古屋", "総務", "前職", "090-1234", "営業"], secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        }
    }

    private static void Clean(IReadOnlyList<IntakeResult> results, Receiving receiving)
    {
        foreach (IntakeResult result in results)
        {
            Clean(result.ToString());
            foreach (ContactFinding finding in Receiving.FindingsOf(result))
                Clean(finding.ToString());
        }

        receiving.Logger.Lines.ForEach(Clean);
    }

    private static void Clean(string text) => Assert.All(s_secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
