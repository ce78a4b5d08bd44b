namespace CellsContact.OpenXml.Values;

/// <summary>Between days and the numbers Excel keeps them as.</summary>
internal static class SerialDate
{
    private static readonly DateOnly Epoch1900 = new(1899, 12, 30);
    private static readonly DateOnly Epoch1904 = new(1904, 1, 1);

    /// <summary>Excel believes in 1900-02-29 (serial 60): before it, serials are one less than after.</summary>
    private const int FakeLeapDay = 60;

    public static DateOnly? ToDate(decimal serial, bool is1904)
    {
        if (serial != decimal.Truncate(serial) || serial < 0 || serial > 2_958_465)
            return null;
        int days = (int)serial;
        if (is1904)
            return days <= DateOnly.MaxValue.DayNumber - Epoch1904.DayNumber ? Epoch1904.AddDays(days) : null;
        return days switch
        {
            0 or FakeLeapDay => null,
            < FakeLeapDay => Epoch1900.AddDays(days + 1),
            _ => Epoch1900.AddDays(days),
        };
    }

    /// <summary>Null for days before the workbook's calendar starts.</summary>
    public static int? FromDate(DateOnly date, bool is1904)
    {
        if (is1904)
            return date >= Epoch1904 ? date.DayNumber - Epoch1904.DayNumber : null;
        int days = date.DayNumber - Epoch1900.DayNumber;
        return days > FakeLeapDay ? days : days - 1 is var early and > 0 ? early : null;
    }
}
