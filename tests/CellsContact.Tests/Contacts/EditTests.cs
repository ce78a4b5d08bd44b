using System.Text.Json;
using CellsContact.Contacts;

namespace CellsContact.Tests.ContactFormat;

public sealed class EditTests
{
    [Theory]
    [InlineData(ContactKind.Hire, "person.phone", "090", JsonValueKind.String, "\"090\"")]
    [InlineData(ContactKind.Hire, "person.postalCode", "4600008", JsonValueKind.String, "\"4600008\"")]
    [InlineData(ContactKind.Hire, "person.phone", "", JsonValueKind.Null, "null")]
    [InlineData(ContactKind.Hire, "monthlyWage.cash", "300000", JsonValueKind.Number, "300000")]
    [InlineData(ContactKind.Hire, "socialInsurance.join", "false", JsonValueKind.False, "false")]
    [InlineData(ContactKind.Hire, "dependents[0].livesTogether", "True", JsonValueKind.True, "true")]
    [InlineData(ContactKind.Hire, "hireDate", "2026-04-02", JsonValueKind.String, "\"2026-04-02\"")]
    [InlineData(ContactKind.AddressNameChange, "newAddress.addressKana", "", JsonValueKind.Null, "null")]
    [InlineData(ContactKind.Separation, "eligibilityCertificates.returned", "2", JsonValueKind.Number, "2")]
    [InlineData(ContactKind.Separation, "person.employeeNumber", "0012", JsonValueKind.String, "\"0012\"")]
    public void FromText_OfAField_TakesTheFieldsType(ContactKind kind, string path, string text, JsonValueKind expected, string json)
    {
        Edit edit = Edit.FromText(kind, path, text);
        Assert.Equal((expected, json), (edit.Value.ValueKind, edit.Value.GetRawText()));
    }

    [Theory]
    [InlineData(ContactKind.Hire, "person.fone")]
    [InlineData(ContactKind.Hire, "separationDate")]
    [InlineData(ContactKind.Hire, "dependents.name")]
    [InlineData(ContactKind.Hire, "dependents[-1].name")]
    [InlineData(ContactKind.Hire, "dependents[0")]
    [InlineData(ContactKind.Hire, ".person")]
    public void FromText_OfAnUnknownField_NamesThePath(ContactKind kind, string path) =>
        Assert.Contains(path, Assert.Throws<FormatException>(() => Edit.FromText(kind, path, "x")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("monthlyWage.cash", "三十万")]
    [InlineData("socialInsurance.join", "はい")]
    public void FromText_OfAnUnreadableValue_DoesNotRepeatIt(string path, string text)
    {
        string message = Assert.Throws<FormatException>(() => Edit.FromText(ContactKind.Hire, path, text)).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("𠮷田 \"quoted\" \\ \n\t</script>")]
    [InlineData("葛󠄀城")]
    public void Set_OfAnyText_KeepsItExactly(string text) => Assert.Equal(text, Edit.Set("remarks", text).Value.GetString());

    [Fact]
    public void ToString_OfAnEdit_ShowsThePathOnly() => Assert.Equal("person.phone", Edit.Set("person.phone", "090-1234-5678").ToString());
}
