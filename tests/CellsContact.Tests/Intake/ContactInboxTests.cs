using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace CellsContact.Tests.Intake;

public sealed class ContactInboxTests
{
    [Fact]
    public async Task Receive_CheckDigitSwitchedToAWarning_TakesAnAuthoritysSampleNumber()
    {
        Receiving receiving = new(options => options.Severities["mynumber.checkDigit"] = FindingSeverity.Warning);

        IntakeResult result = await receiving.ReceiveAsync(Wire.Example("my-number-update", c => c["myNumber"] = "123456708900"));

        Assert.Equal("mynumber.checkDigit", Assert.Single(Assert.IsType<IntakeResult.Accepted>(result).Findings).RuleId);
        Assert.True(MyNumber.TryParseDigits("123456708900", out MyNumber? sample));
        Assert.Equal(MyNumberMatch.Same, await receiving.Vault.MatchesAsync(new(Receiving.Key("c-20260502-0006"), "myNumber"), sample, default));
    }

    private readonly Receiving _receiving = new();

    public static TheoryData<string> Examples => [.. Wire.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Receive_WireExample_IsAcceptedAndStored(string name)
    {
        JsonObject example = Wire.Example(name);

        IntakeResult.Accepted accepted = Assert.IsType<IntakeResult.Accepted>(await _receiving.ReceiveAsync(example));

        Assert.Equal(Receiving.Key(example["id"]!.GetValue<string>()), accepted.Key);
        Assert.All(accepted.Findings, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
        ContactEntry entry = (await _receiving.Store.FindAsync(accepted.Key, default))!;
        Assert.Equal("client-e001", entry.Received.SenderId);
        Assert.Equal(_receiving.Clock.Now, entry.Received.ReceivedAt);
        Assert.Matches("^[0-9a-f]{64}$", entry.Received.ContentHash);
    }

    [Fact]
    public async Task Receive_WireExamplesInOneList_GivesResultsInOrder()
    {
        JsonNode[] examples = [.. Wire.Examples.Select(Wire.Example)];

        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(Wire.List(examples));

        Assert.Equal(examples.Select(e => e["id"]!.GetValue<string>()), results.Select(r => Assert.IsType<IntakeResult.Accepted>(r).Key.Id.Value));
    }

    [Fact]
    public async Task Receive_HireExample_WarnsOnlyOfCharacters()
    {
        IReadOnlyList<ContactFinding> findings = await _receiving.FindingsAsync(Wire.Example("hire"));

        Assert.Equal(
            ["person.name.family text.notForEApplication", "person.address text.notForEApplication", "dependents[0].name.family text.notForEApplication"],
            findings.Select(f => $"{f.Path} {f.RuleId}"));
        Assert.Contains("「髙」(U+9AD9)", findings[0].Message.Japanese, StringComparison.Ordinal);
        Assert.Contains("「𠮷」(U+20BB7)", findings[1].Message.Japanese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_Attachment_IsDescribedByWhatWasSent()
    {
        await _receiving.ReceiveAsync(Wire.Example("hire", c => (c["attachments"]![0]!["size"], c["attachments"]![0]!["sha256"]) = (1, "made up")));

        ContactAttachment attachment = Assert.Single((await _receiving.Store.FindAsync(Receiving.Key("c-20260401-0001"), default))!.Contact.Attachments);
        byte[] content = Convert.FromBase64String("6ZuH55So5aWR57SE5pu4");
        Assert.Equal(content.Length, attachment.Size);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), attachment.Sha256);
        Assert.Null(attachment.UnknownProperties);
    }

    [Fact]
    public async Task Receive_SameAgain_IsDuplicate()
    {
        foreach (string name in Wire.Examples)
        {
            await _receiving.ReceiveAsync(Wire.Example(name));
            IntakeResult again = await _receiving.ReceiveAsync(Wire.Example(name));
            Assert.IsType<IntakeResult.Duplicate>(again);
        }
    }

    [Fact]
    public async Task Receive_SameInAnotherOrder_IsDuplicate()
    {
        await _receiving.ReceiveAsync(Wire.Example("separation"));
        JsonObject reordered = new(Wire.Example("separation").Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

        Assert.IsType<IntakeResult.Duplicate>(await _receiving.ReceiveAsync(reordered));
    }

    [Fact]
    public async Task Receive_SameIdOtherContent_IsRejected()
    {
        await _receiving.ReceiveAsync(Wire.Example("separation"));

        IntakeResult result = await _receiving.ReceiveAsync(Wire.Example("separation", c => c["separationDate"] = "2026-03-30"));

        Rejected(result, "id", "contact.idReused");
    }

    [Fact]
    public async Task Receive_SameIdOtherNumber_IsRejectedAndTheFirstNumberStays()
    {
        await _receiving.ReceiveAsync(Wire.Example("my-number-update"));

        IntakeResult result = await _receiving.ReceiveAsync(Wire.Example("my-number-update", c => c["myNumber"] = Wire.MyNumber));

        Rejected(result, "id", "contact.idReused");
        Assert.IsType<IntakeResult.Duplicate>(await _receiving.ReceiveAsync(Wire.Example("my-number-update")));
    }

    [Fact]
    public async Task Receive_SameIdAtTwoEstablishments_AreTwo()
    {
        Sender both = new("office", [Receiving.E001, EstablishmentId.Parse("E002")]);
        await _receiving.ReceiveAsync(Wire.Example("separation"), both);

        Assert.IsType<IntakeResult.Accepted>(await _receiving.ReceiveAsync(Wire.Example("separation", c => c["establishmentId"] = "E002"), both));
    }

    [Theory]
    [InlineData("E002", "sender.establishment")]
    [InlineData("E999", "sender.establishment")]
    [InlineData("e001", "establishment.case")]
    public async Task Receive_ForeignEstablishment_IsRejectedRecordedAndNothingKept(string establishment, string rule)
    {
        IntakeResult result = await _receiving.ReceiveAsync(Wire.Example("hire", c => c["establishmentId"] = establishment));

        Rejected(result, "establishmentId", rule);
        IntakeRefusal refusal = Assert.Single(await _receiving.Store.ListAsync(10, default));
        Assert.Equal(new(_receiving.Clock.Now, "client-e001", EstablishmentId.Parse(establishment), rule), refusal);
        Assert.Empty(await _receiving.Store.ListAsync(new ContactStoreQuery(), default));
    }

    [Theory]
    [InlineData(FindingSeverity.Off)]
    [InlineData(FindingSeverity.Warning)]
    [InlineData(FindingSeverity.Error)]
    public async Task Receive_ForeignEstablishmentThatLooksLikeANumber_IsRejectedAndNotRepeated(FindingSeverity severity)
    {
        Receiving receiving = new(options => options.Severities["mynumber.misplaced"] = severity);

        IntakeResult result = await receiving.ReceiveAsync(Wire.Example("hire", c => c["establishmentId"] = Wire.MyNumber));

        Rejected(result, "establishmentId", "sender.establishment");
        Assert.Null(Assert.IsType<IntakeResult.Rejected>(result).Key);
        Assert.Empty(await receiving.Store.ListAsync(10, default));
        Assert.Empty(await receiving.Store.ListAsync(new ContactStoreQuery(), default));
    }

    [Theory]
    [InlineData("E999", "establishment.unknown")]
    [InlineData("e002", "establishment.case")]
    public async Task Receive_EstablishmentNotInTheDirectory_IsRejected(string establishment, string rule)
    {
        Sender sender = new("office", [EstablishmentId.Parse(establishment)]);

        Rejected(await _receiving.ReceiveAsync(Wire.Example("hire", c => c["establishmentId"] = establishment), sender), "establishmentId", rule);
    }

    [Fact]
    public async Task Receive_ListWithInvalidMiddle_KeepsTheOthers()
    {
        IReadOnlyList<IntakeResult> results = await _receiving.ReceiveAsync(Wire.List(
            Wire.Example("separation"), Wire.Example("hire", c => c.Remove("hireDate")), JsonValue.Create(3), Wire.Example("insurance-leave")));

        Assert.IsType<IntakeResult.Accepted>(results[0]);
        Rejected(results[1], "hireDate", "field.required");
        Assert.Equal(Receiving.Key("c-20260401-0001"), Assert.IsType<IntakeResult.Rejected>(results[1]).Key);
        Rejected(results[2], "", "contact.notObject");
        Assert.IsType<IntakeResult.Accepted>(results[3]);
        Assert.Equal(2, (await _receiving.Store.ListAsync(new ContactStoreQuery(), default)).Count);
    }

    [Fact]
    public async Task Receive_SeveralErrors_AreAllFound()
    {
        IReadOnlyList<ContactFinding> findings = await _receiving.FindingsAsync(Wire.Example("hire", c =>
        {
            c["hireDate"] = "yesterday";
            c["weeklyHours"] = "x";
            c["person"]!["gender"] = "m";
            c["remarks"] = $"番号は{Wire.MyNumber}です";
        }));

        Assert.Superset(
            new HashSet<string> { "hireDate field.date", "weeklyHours field.hours", "person.gender field.enum", "remarks mynumber.misplaced" },
            findings.Select(f => $"{f.Path} {f.RuleId}").ToHashSet());
    }

    [Fact]
    public async Task Receive_UnknownKind_NamesTheKinds()
    {
        ContactFinding finding = Assert.Single(await _receiving.FindingsAsync(Wire.Example("hire", c => c["kind"] = "promotion")), f => f.RuleId == "contact.kind");

        Assert.Contains("hire, separation, dependentChange, addressNameChange, insuranceChange, myNumberUpdate", finding.Message.English, StringComparison.Ordinal);
        Assert.DoesNotContain("promotion", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_ExplicitNulls_MeanAbsent()
    {
        IntakeResult result = await _receiving.ReceiveAsync(Wire.Example("hire", c =>
        {
            foreach (string property in new[] { "remarks", "dependents", "attachments", "weeklyHours", "monthlyWage", "myNumber", "corrects", "eligibilityCertificateWanted" })
                c[property] = null;
        }));

        HireContact hire = Assert.IsType<HireContact>((await _receiving.Store.FindAsync(Assert.IsType<IntakeResult.Accepted>(result).Key, default))!.Contact);
        Assert.Empty(hire.Dependents);
        Assert.Null(hire.WeeklyHours);
        Assert.False(hire.HasMyNumber);
    }

    [Fact]
    public async Task Receive_SenderWithoutIdOrWithUnsetEstablishment_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _receiving.ReceiveAsync(Wire.Example("hire"), new Sender(" ", [Receiving.E001])));
        await Assert.ThrowsAsync<ArgumentException>(() => _receiving.ReceiveAsync(Wire.Example("hire"), new Sender("a", [default])));
    }

    private static void Rejected(IntakeResult result, string path, string rule) =>
        Assert.Contains(Assert.IsType<IntakeResult.Rejected>(result).Findings, finding => finding.Path == path && finding.RuleId == rule);
}
