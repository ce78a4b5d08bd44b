using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Writes 性別: not stated is written empty, with a warning, for the forms need one.</summary>
internal static class Genders
{
    internal static void Set(ReflectionBuilder reflection, RowEdit row, LedgerField field, Gender? gender)
    {
        if (gender == Gender.Unspecified)
            reflection.Warn(NoteCodes.GenderUnspecified, field, "性別が未指定のため空欄にします。届出には性別が必要です。", "The gender is not stated and is left empty. The forms need one.");
        else
            row.Set(field, gender);
    }
}
