namespace CellsContact.OpenXml.Xml;

/// <summary>What <see cref="XmlScanner"/> stands on.</summary>
internal enum XmlToken
{
    None = 0,
    Start = 1,
    End = 2,
    Text = 3,
    CData = 4,
    Comment = 5,
    Instruction = 6,
}
