using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Intake;
using CsCheck;

namespace CellsContact.Tests.Intake;

public sealed class MessageReadingTests
{
    private readonly Receiving _receiving = new();

    [Theory]
    [InlineData("", "message.empty")]
    [InlineData("  \n ", "message.empty")]
    [InlineData("{", "json.truncated")]
    [InlineData("[", "json.truncated")]
    [InlineData("""{"kind":"hi""", "json.truncated")]
    [InlineData("""{"kind":hire}""", "json.syntax")]
    [InlineData("{'kind':1}", "json.syntax")]
    [InlineData("""{"kind":1,}""", "json.syntax")]
    [InlineData("/* a */ {}", "json.syntax")]
    [InlineData("{} {}", "json.trailing")]
    [InlineData("{}x", "json.trailing")]
    [InlineData("[]]", "json.trailing")]
    [InlineData("[] []", "json.trailing")]
    [InlineData("true", "contact.notObject")]
    [InlineData("[[]]", "contact.notObject")]
    [InlineData("""{"a":1,"a":2}""", "json.duplicate")]
    [InlineData("""{"a":1,"\u0061":2}""", "json.duplicate")]
    [InlineData("""{"a":"\ud83d"}""", "json.encoding")]
    [InlineData("""{"\ud83d":1}""", "json.encoding")]
    public async Task Receive_MalformedMessage_IsFound(string message, string rule)
    {
        IReadOnlyList<ContactFinding> findings = await _receiving.FindingsAsync(message);

        Assert.Contains(findings, finding => finding.RuleId == rule && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Receive_DuplicateDeepInside_NamesItsPath()
    {
        string message = Wire.Text(Wire.Example("hire")).Replace("\"given\":\"花子\"", "\"given\":\"花子\",\"given\":\"花\"", StringComparison.Ordinal);

        Assert.Contains(await _receiving.FindingsAsync(message), finding => finding is { RuleId: "json.duplicate", Path: "dependents[0].name.given" });
    }

    [Fact]
    public async Task Receive_SyntaxError_TellsLineAndByte()
    {
        ContactFinding finding = Assert.Single(await _receiving.FindingsAsync("[\n  {},\n  {\"a\": oops}\n]"));

        Assert.Equal("json.syntax", finding.RuleId);
        Assert.Equal("[1]", finding.Path);
        Assert.Contains("3行目 9バイト目", finding.Message.Japanese, StringComparison.Ordinal);
        Assert.Contains("line 3, byte 9", finding.Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",{\"kind\": oops}", "json.syntax")]
    [InlineData(",{\"kind\": ", "json.truncated")]
    [InlineData(" ", "json.truncated")]
    public async Task Receive_ListThatBreaksOff_KeepsTheElementsBefore(string rest, string rule)
    {
        string message = $"[{Wire.Text(Wire.Example("separation"))}{rest}";

        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(Wire.Stream(message));

        Assert.Equal(2, results.Count);
        Assert.IsType<IntakeResult.Accepted>(results[0]);
        ContactFinding finding = Assert.Single(Assert.IsType<IntakeResult.Rejected>(results[1]).Findings);
        Assert.Equal((rule, "[1]"), (finding.RuleId, finding.Path));
        Assert.NotNull(await _receiving.Store.FindAsync(Receiving.Key("c-20260325-0002"), default));
    }

    [Fact]
    public async Task Receive_EmptyList_GivesNothing() => Assert.Empty(await _receiving.ReceiveAsync(Wire.Stream(" [ ] ")));

    [Fact]
    public async Task Receive_ByteOrderMark_IsTolerated() =>
        Assert.IsType<IntakeResult.Accepted>(Assert.Single(await _receiving.ReceiveAsync(Wire.Stream("\uFEFF" + Wire.Text(Wire.Example("separation"))))));

    [Fact]
    public async Task Receive_BytesThatAreNotUtf8_AreFound()
    {
        byte[] message = Encoding.UTF8.GetBytes(Wire.Text(Wire.Example("separation")).Replace("総務", "##", StringComparison.Ordinal));
        message[Array.IndexOf(message, (byte)'#')] = 0x91;

        IntakeResult result = Assert.Single(await _receiving.ReceiveAsync(new MemoryStream(message)));

        Assert.Contains(Receiving.FindingsOf(result), finding => finding.RuleId == "json.encoding");
    }

    [Fact]
    public async Task Receive_MessageOverTheLimit_IsFoundAndTheElementsBeforeStay()
    {
        Receiving receiving = new(options => options.MaxMessageBytes = 2000);

        IReadOnlyList<IntakeResult> results = await receiving.ReceiveAsync(Wire.List(Wire.Example("separation"), Wire.Example("separation", c => c["remarks"] = new string('a', 3000))));

        Assert.IsType<IntakeResult.Accepted>(results[0]);
        Assert.Equal("message.size", Assert.Single(Receiving.FindingsOf(results[1])).RuleId);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    [InlineData(5000, true)]
    public async Task Receive_DeepNotice_IsRefusedAloneFromTheThirtyThirdLevel(int depth, bool refused)
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        string message = $"[{Wire.Text(Wire.Example("separation"))[..^1]},\"later\":{deep}}},{Wire.Text(Wire.Example("insurance-leave"))}]";

        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(Wire.Stream(message));

        Assert.Equal(refused, Receiving.FindingsOf(results[0]).Any(finding => finding.RuleId == "json.depth"));
        Assert.Equal(!refused, results[0] is IntakeResult.Accepted);
        Assert.IsType<IntakeResult.Accepted>(results[1]);
    }

    [Fact]
    public async Task Receive_TooManyValues_IsRefusedAlone()
    {
        string many = string.Join(',', Enumerable.Repeat("1", MessageReader.MaxTokens));

        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(Wire.Stream($"[{{\"a\":[{many}]}},{Wire.Text(Wire.Example("separation"))}]"));

        Assert.Equal("contact.size", Assert.Single(Receiving.FindingsOf(results[0])).RuleId);
        Assert.IsType<IntakeResult.Accepted>(results[1]);
    }

    [Fact]
    public async Task Receive_TwentyMegabyteText_IsRefusedAloneInBoundedMemory()
    {
        string big = Wire.Text(Wire.Example("hire", c => c["remarks"] = "@@")).Replace("@@", new string('a', 20_000_000), StringComparison.Ordinal);
        using MemoryStream message = Wire.Stream($"[{big},{Wire.Text(Wire.Example("separation"))}]");
        long before = GC.GetAllocatedBytesForCurrentThread();

        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(message);

        Assert.Contains(Receiving.FindingsOf(results[0]), finding => finding is { RuleId: "field.size", Path: "remarks" });
        Assert.IsType<IntakeResult.Accepted>(results[1]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L * 1024 * 1024);
    }

    [Theory]
    [InlineData("remarks", 100)]
    [InlineData("remarks", 20_000_000)]
    public async Task Receive_StreamInSmallPieces_IsReadInLinearTime(string property, int length)
    {
        string text = Wire.Text(Wire.Example("separation", c => c[property] = "@@")).Replace("@@", new string('a', length), StringComparison.Ordinal);
        using Dribble message = new(Encoding.UTF8.GetBytes(text), length > 1000 ? 4096 : 1);

        IntakeResult result = Assert.Single(await _receiving.ReceiveAsync(message));

        Assert.Equal(length > 1000, result is IntakeResult.Rejected);
    }

    [Fact]
    public Task Receive_AnyBytes_EndsInResults() =>
        Gen.Byte.Array[0, 200].SampleAsync(async bytes => (await _receiving.ReceiveAsync(new MemoryStream(bytes))).All(result => result is IntakeResult.Rejected), iter: 500);

    [Fact]
    public async Task Receive_AnyTruncation_KeepsNothingHalf()
    {
        byte[] message = Encoding.UTF8.GetBytes(Wire.Text(Wire.Example("hire")));
        await Gen.Int[0, message.Length - 1].SampleAsync(
            async length => Assert.IsType<IntakeResult.Rejected>(Assert.Single(await new Receiving().ReceiveAsync(new MemoryStream(message, 0, length)))) is { Key: null },
            iter: 200);
    }

    [Fact]
    public async Task Receive_AnyDamagedExample_NeverThrows()
    {
        byte[] message = Encoding.UTF8.GetBytes(Wire.Text(Wire.Example("hire")));
        await Gen.Select(Gen.Int[0, message.Length - 1], Gen.Byte).SampleAsync(
            async (at, value) =>
            {
                byte[] damaged = [.. message];
                damaged[at] = value;
                await new Receiving().ReceiveAsync(new MemoryStream(damaged));
            },
            iter: 1000);
    }

    [Fact]
    public async Task Receive_AnyJsonInAnyPlace_NeverThrows()
    {
        JsonNode?[] values = [null, true, 0, -1, 1.5, "", "a", new JsonArray(), new JsonArray(new JsonArray()), new JsonObject(), new JsonArray(new JsonObject(), null)];
        foreach (string name in Wire.Examples)
        {
            foreach (string property in Wire.Example(name).Select(pair => pair.Key).Append("dependents").Append("attachments").Append("newName").Append("subject").ToArray())
            {
                foreach (JsonNode? value in values)
                    await new Receiving().ReceiveAsync(Wire.Stream(Wire.Example(name, c => c[property] = value?.DeepClone())));
            }
        }
    }

    private sealed class Dribble(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
