using System.Text.Json.Serialization.Metadata;
using CellsContact.Contacts;

namespace CellsContact.Tests.ContactFormat;

public sealed class WireTextTests
{
    [Fact]
    public void Of_EveryTextOfEveryKind_HasAnEntry()
    {
        HashSet<Type> seen = [];
        Queue<JsonTypeInfo> open = new([.. Enum.GetValues<ContactKind>().Select(ContactJson.TypeOf), WireShapes.TypeOf(typeof(SubjectObject))]);
        int texts = 0;
        while (open.TryDequeue(out JsonTypeInfo? type))
        {
            if (!seen.Add(type.Type))
                continue;
            foreach (JsonPropertyInfo property in WireShapes.PropertiesOf(type))
            {
                switch (WireShapes.Of(property.PropertyType))
                {
                    case WireShape.Text or WireShape.TextChange:
                        Assert.True(WireText.Of(type.Type, property.Name).MaxLength > 0);
                        texts++;
                        break;
                    case WireShape.Enumeration:
                        Assert.NotEmpty(WireShapes.NamesOf(property.PropertyType));
                        break;
                    case WireShape.List:
                        open.Enqueue(WireShapes.ElementOf(property.PropertyType));
                        break;
                    case WireShape.Object:
                        open.Enqueue(WireShapes.TypeOf(property.PropertyType));
                        break;
                    default:
                        break;
                }
            }
        }

        Assert.True(texts > 40);
    }

    [Fact]
    public void Of_PropertyThatIsNoText_Throws() => Assert.Throws<InvalidOperationException>(() => WireText.Of(typeof(HireContact), "hireDate"));
}
