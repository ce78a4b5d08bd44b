namespace CellsContact.Reflectors;

/// <summary>The days on which insurances are lost, by law.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Leaving or death: the next day (健康保険法36条; 年金CSV仕様: 資格喪失年月日 = 退職日死亡日 + 1; 雇保: 離職日の翌日). 8/31 → 9/1, 2/28 → 3/1 or 2/29.</item>
/// <item>雇保 forms carry the last day employed itself (離職等年月日).</item>
/// <item>70: 厚年 is lost on the day before the 70th birthday, on that day; by 年齢計算ニ関スル法律 an age is reached at the end of the day before the birthday.</item>
/// <item>75: 健保 is lost on the 75th birthday itself.</item>
/// <item>Born on 2/29: the day before the birthday is 2/28 in every year. The 75th birthday falls in a year without 2/29 and is
/// counted as 3/1; that is our reading, not confirmed from a source.</item>
/// </list>
/// Pure and thread-safe.
/// </remarks>
public sealed class InsuranceDateRules : IInsuranceDateRules
{
    /// <inheritdoc/>
    public DateOnly LossDate(DateOnly lastDay) => lastDay == DateOnly.MaxValue ? lastDay : lastDay.AddDays(1);

    /// <inheritdoc/>
    public DateOnly EmploymentInsuranceSeparationDate(DateOnly lastDay) => lastDay;

    /// <inheritdoc/>
    public DateOnly PensionLostByAge(DateOnly birthDate) => Birthday(birthDate, 70) is { } birthday ? birthday.AddDays(-1) : DateOnly.MaxValue;

    /// <inheritdoc/>
    public DateOnly HealthInsuranceLostByAge(DateOnly birthDate) => Birthday(birthDate, 75) ?? DateOnly.MaxValue;

    private static DateOnly? Birthday(DateOnly birthDate, int age)
    {
        int year = birthDate.Year + age;
        if (year > DateOnly.MaxValue.Year)
            return null;
        return birthDate is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, birthDate.Month, birthDate.Day);
    }
}
