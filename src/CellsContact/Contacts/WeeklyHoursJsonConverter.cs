using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CellsContact.Contacts;

/// <summary>Scheduled weekly hours (週所定労働時間) as <c>H:MM</c>, 0:00 to 168:00.</summary>
internal sealed class WeeklyHoursJsonConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString(), out TimeSpan hours) ? hours : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    internal static string Format(TimeSpan value) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)value.TotalHours}:{value.Minutes:00}");

    internal static bool TryParse(string? text, out TimeSpan hours)
    {
        hours = default;
        if (text?.Split(':') is not [{ Length: >= 1 and <= 3 } h, { Length: 2 } m]
            || !int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out int whole)
            || !int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes)
            || minutes > 59
            || (h.Length > 1 && h[0] == '0'))
        {
            return false;
        }

        hours = new TimeSpan(whole, minutes, 0);
        return hours <= TimeSpan.FromHours(168);
    }
}
