using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Writes acquisition dates (取得年月日), as far as the age allows.</summary>
internal static class InsuranceJoining
{
    /// <summary>Without a birth date nothing is known of the ages of 70 and 75.</summary>
    internal static void NoteAgeUnknown(ReflectionBuilder reflection) => reflection.Warn(
        NoteCodes.AgeUnknown, PersonFields.BirthDate, "台帳の生年月日を日付として読めないため、70歳・75歳の確認をしていません。", "The ledger's birth date cannot be read as a date, so the ages of 70 and 75 were not checked.");

    /// <summary>Joins on a day; a 喪失年月日 of an earlier time is cleared, which needs confirmation.</summary>
    internal static void Join(ReflectionBuilder reflection, RowEdit row, IInsuranceDateRules rules, Insurance insurance, DateOnly on, DateOnly? birthDate)
    {
        if (insurance.LostByAge(rules, birthDate) <= on)
        {
            reflection.Warn(NoteCodes.TooOldToJoin, insurance.AcquiredOn, $"年齢により{insurance.Label}には加入しないため、取得年月日を設定しません。", $"{insurance.AcquiredOn.Id} is not set, for the age does not allow joining.");
            return;
        }

        row.Set(insurance.AcquiredOn, on);
        row.Clear(insurance.LostOn);
    }
}
