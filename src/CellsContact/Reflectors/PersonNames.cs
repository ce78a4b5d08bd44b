using CellsContact.Contacts;

namespace CellsContact.Reflectors;

/// <summary>How names stand in a ledger: 氏名 with a full-width blank, フリガナ with a half-width one.</summary>
internal static class PersonNames
{
    internal static string Cell(string family, string given) => $"{family}\u3000{given}";

    internal static string Cell(PersonName name) => Cell(name.Family, name.Given);

    /// <summary>フリガナ; its width is the ledger's column convention. <c>null</c> where none was sent.</summary>
    internal static string? KanaCell(PersonName name) => KanaCell(name.FamilyKana, name.GivenKana);

    internal static string? KanaCell(string? family, string? given)
    {
        string kana = $"{family} {given}".Trim();
        return kana.Length == 0 ? null : kana;
    }
}
