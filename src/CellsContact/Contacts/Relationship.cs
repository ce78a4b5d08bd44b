using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>A dependent's relationship to the employee (続柄). On the wire in camelCase; an unknown value is an error, never a default.</summary>
[JsonConverter(typeof(WireEnumJsonConverter<Relationship>))]
public enum Relationship
{
    /// <summary>夫.</summary>
    Husband = 1,

    /// <summary>妻.</summary>
    Wife = 2,

    /// <summary>夫(未届).</summary>
    CommonLawHusband = 3,

    /// <summary>妻(未届).</summary>
    CommonLawWife = 4,

    /// <summary>子.</summary>
    Child = 5,

    /// <summary>配偶者の子.</summary>
    ChildOfSpouse = 6,

    /// <summary>父母.</summary>
    Parent = 7,

    /// <summary>義父母.</summary>
    ParentInLaw = 8,

    /// <summary>祖父母.</summary>
    Grandparent = 9,

    /// <summary>曾祖父母.</summary>
    GreatGrandparent = 10,

    /// <summary>孫.</summary>
    Grandchild = 11,

    /// <summary>兄姉.</summary>
    OlderSibling = 12,

    /// <summary>弟妹.</summary>
    YoungerSibling = 13,

    /// <summary>その他: in words in the relationship label.</summary>
    Other = 14,
}
