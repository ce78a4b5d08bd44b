namespace CellsContact.OpenXml;

/// <summary>How a フリガナ column is written.</summary>
public enum KanaWidth
{
    /// <summary>Half-width kana, one half-width blank between family and given name: ﾀｶﾊｼ ﾀﾛｳ.</summary>
    Half = 1,

    /// <summary>Full-width katakana, one full-width blank between family and given name: タカハシ　タロウ.</summary>
    Full = 2,

    /// <summary>As it came.</summary>
    AsIs = 3,
}
