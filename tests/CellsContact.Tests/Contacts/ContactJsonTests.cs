using System.Text.Json;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Tests.Intake;

namespace CellsContact.Tests.ContactFormat;

public sealed class ContactJsonTests
{
    public static TheoryData<string> Examples => [.. Wire.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Serialize_StoredForm_ComesBack(string name)
    {
        Contact contact = Read(name, _ => { });

        Contact again = ContactJson.Deserialize(ContactJson.Serialize(contact));

        Assert.Equal(contact.Kind, again.Kind);
        Assert.Equal(contact.Key, again.Key);
        Assert.Equal(ContactJson.Serialize(contact), ContactJson.Serialize(again));
    }

    [Fact]
    public void Deserialize_AbsentOptionalProperties_KeepTheirDefaults()
    {
        Contact contact = Read("hire", c =>
        {
            c.Remove("attachments");
            c.Remove("dependents");
        });

        Assert.Empty(contact.Attachments);
        Assert.Empty(Assert.IsType<HireContact>(contact).Dependents);
        Assert.False(contact.HasMyNumber());
    }

    [Fact]
    public void Deserialize_AbsentChange_IsAbsentAndNullClears()
    {
        AddressNameChangeContact contact = Assert.IsType<AddressNameChangeContact>(Read("address-name-change", c =>
        {
            c["newAddress"]!.AsObject().Remove("postalCode");
            c["newAddress"]!["addressKana"] = null;
        }));

        Assert.Equal(TextChange.Absent, contact.NewAddress!.PostalCode);
        Assert.Equal(TextChange.Clear, contact.NewAddress.AddressKana);
        Assert.Equal("ワタナベ", contact.NewName!.FamilyKana.Value);
        string json = ContactJson.Serialize(contact);
        Assert.Contains("\"addressKana\":null", json, StringComparison.Ordinal);
        Assert.DoesNotContain("postalCode", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Serialize_UnknownPropertiesAtEveryDepth_AreHandedBack()
    {
        JsonNode later = JsonNode.Parse("""{"値":[1,2.50,null,true,"𠮷"],"more":{"deep":{}}}""")!;
        string json = ContactJson.Serialize(Read("hire", c =>
        {
            c["later"] = later.DeepClone();
            c["person"]!["later"] = later.DeepClone();
            c["person"]!["name"]!["later"] = later.DeepClone();
            c["dependents"]![0]!["later"] = later.DeepClone();
            c["socialInsurance"]!["later"] = null;
        }));

        JsonNode again = JsonNode.Parse(ContactJson.Serialize(ContactJson.Deserialize(json)))!;

        Assert.All([again, again["person"]!, again["person"]!["name"]!, again["dependents"]![0]!], node => Assert.Equal(later.ToJsonString(), node["later"]!.ToJsonString()));
        Assert.True(again["socialInsurance"]!.AsObject().ContainsKey("later"));
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"kind":"promotion"}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("[]")]
    public void Deserialize_NotANotice_Throws(string json) => Assert.Throws<JsonException>(() => ContactJson.Deserialize(json));

    [Fact]
    public void ToString_Contact_TellsKindAndKeyOnly() => Assert.Equal("Hire E001/c-20260401-0001", Read("hire", _ => { }).ToString());

    private static Contact Read(string name, Action<JsonObject> change)
    {
        JsonObject example = Wire.Example(name, change);
        example.Remove("myNumber");
        foreach (JsonNode? attachment in example["attachments"]?.AsArray() ?? [])
            attachment!.AsObject().Remove("content");
        using JsonDocument document = JsonDocument.Parse(Wire.Text(example));
        return new Receiving().Validator.Validate(document.RootElement).Contact
            ?? ContactJson.Deserialize(Wire.Text(example));
    }
}

file static class Numbers
{
    internal static bool HasMyNumber(this Contact contact) => contact is HireContact { HasMyNumber: true } or MyNumberUpdateContact { HasMyNumber: true };
}
