namespace CellsContact.Reflectors;

/// <summary>The days on which insurances are lost (資格喪失), as reflecting counts them. Replace it where your office counts otherwise.</summary>
/// <remarks>Pure and thread-safe. Law counts in days, in Japan: dates only, no instants. Never throws for a date.</remarks>
public interface IInsuranceDateRules
{
    /// <summary>The day 健保, 厚年 and 雇保 are lost after the last day of employment, or after a death.</summary>
    /// <param name="lastDay">退職日 or 死亡日.</param>
    DateOnly LossDate(DateOnly lastDay);

    /// <summary>離職年月日 as the 雇用保険 forms carry it.</summary>
    /// <param name="lastDay">退職日 or 死亡日.</param>
    DateOnly EmploymentInsuranceSeparationDate(DateOnly lastDay);

    /// <summary>The day 厚年 is lost by age (70歳): whoever has reached it can neither join nor lose 厚年 any more.</summary>
    /// <param name="birthDate">The birth date.</param>
    DateOnly PensionLostByAge(DateOnly birthDate);

    /// <summary>The day 健保 is lost by age (75歳, 後期高齢者医療).</summary>
    /// <param name="birthDate">The birth date.</param>
    DateOnly HealthInsuranceLostByAge(DateOnly birthDate);
}
