using System.Globalization;
using System.Text.Json.Nodes;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Retention;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Retention;

/// <summary>保管期間 turns at midnight in Japan: a minute before and after it, over leap days, on hosts of other zones.</summary>
public sealed class RetentionClockTests
{
    private static readonly TimeSpan s_japan = TimeSpan.FromHours(9);

    /// <summary>The day of receipt, the period, and the first day without it, which the calendar says and not the code.</summary>
    private static readonly (string Received, int Days, string Gone)[] s_periods =
    [
        ("2027-01-10", 180, "2027-07-10"),
        ("2028-02-29", 180, "2028-08-28"),
        ("2027-09-02", 180, "2028-03-01"),
        ("2028-01-15", 180, "2028-07-14"),
        ("2027-03-01", 30, "2027-04-01"),
        ("2028-02-29", 30, "2028-03-31"),
        ("2028-01-30", 30, "2028-03-01"),
        ("2028-02-10", 30, "2028-03-12"),
        ("2027-01-30", 30, "2027-03-02"),
    ];

    public static TheoryData<string, string, int, string, double> Cases
    {
        get
        {
            TheoryData<string, string, int, string, double> cases = [];
            foreach ((string received, int days, string gone) in s_periods)
            {
                // The first and the last minute of the day of receipt count the same.
                foreach (string minute in (string[])["00:00:00", "23:59:59"])
                {
                    foreach (double hostOffset in (double[])[-8, 9, 14])
                        cases.Add($"{received}T{minute}", gone, days, received, hostOffset);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Sweep_AMinuteBeforeMidnightInTokyo_LeavesIt_AndAtMidnightErasesIt(string received, string gone, int days, string day, double hostOffset)
    {
        using OfficeScene office = new();
        office.Time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("host", TimeSpan.FromHours(hostOffset), "host", "host"));
        DateTimeOffset midnight = At($"{gone}T00:00:00");
        Assert.Equal(TimeSpan.FromDays(days + 1), midnight - At($"{day}T00:00:00"));
        SetHostTime(office, At(received), hostOffset);
        ContactKey key = await ReceiveWithFileAsync(office);
        RetentionSweep sweep = office.Service<RetentionSweep>();
        IAttachmentStore files = office.Service<IAttachmentStore>();

        SetHostTime(office, midnight.AddMinutes(-1), hostOffset);
        await sweep.SweepAsync();
        Assert.True(await IsThereAsync());
        SetHostTime(office, midnight, hostOffset);
        RetentionReport report = await sweep.SweepAsync();
        Assert.False(await IsThereAsync());
        Assert.Equal(DateOnly.Parse(gone, CultureInfo.InvariantCulture), report.AsOf);

        async Task<bool> IsThereAsync() => days == 180
            ? await office.Store.FindAsync(key, default) is not null
            : await files.OpenAsync(new(key, "a1"), default) is AttachmentContent.Intact;
    }

    [Fact]
    public async Task Report_OnTheLeapDay_TellsTheDaysThatAreLeft()
    {
        using OfficeScene office = new();
        office.Time.SetUtcNow(At("2027-09-09T12:00:00"));
        ContactKey key = await office.ReceiveExampleAsync("separation");

        RetentionReport report = await office.Service<RetentionSweep>().PreviewAsync(new(2028, 2, 29));

        Assert.Equal([new ExpiringContact(key, new(2028, 3, 7), 7)], report.Expiring);
        Assert.Equal(new(2028, 3, 8), report.NextDue);
    }

    /// <summary>The same instant, told as the host's own clock shows it.</summary>
    private static void SetHostTime(OfficeScene office, DateTimeOffset instant, double hostOffset) => office.Time.SetUtcNow(instant.ToOffset(TimeSpan.FromHours(hostOffset)));

    private static async Task<ContactKey> ReceiveWithFileAsync(OfficeScene office) => await office.ReceiveExampleAsync("separation", json => json["attachments"] = new JsonArray(
        new JsonObject { ["id"] = "a1", ["fileName"] = "退職届.pdf", ["mediaType"] = "application/pdf", ["content"] = Convert.ToBase64String("退職届"u8) }));

    private static DateTimeOffset At(string japan) => new(DateTime.Parse(japan, CultureInfo.InvariantCulture), s_japan);
}
