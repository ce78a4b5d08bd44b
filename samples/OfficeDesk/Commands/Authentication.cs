using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;

namespace OfficeDesk.Commands;

/// <summary>What authenticating came to, for the person at the keyboard.</summary>
internal static class Authentication
{
    /// <summary>The grant.</summary>
    /// <exception cref="OfficeDeskException">There is none.</exception>
    public static MyNumberGrant Granted(MyNumberAuthentication authentication, OfficeClock clock) => authentication switch
    {
        MyNumberAuthentication.Granted granted => granted.Grant,
        MyNumberAuthentication.NotProven refused => throw OfficeDeskException.Refused(
            refused.Text.Japanese + "担当者の登録は officedesk operator add です。",
            refused.Text.English + " Operators are added with officedesk operator add.",
            "notProven"),
        MyNumberAuthentication.LockedOut locked => throw LockedOut(locked, TimeOf(clock, locked.Until)),
        MyNumberAuthentication.Denied refused => throw OfficeDeskException.Refused(refused.Text.Japanese, refused.Text.English, "denied"),
        _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication.GetType().Name, "Not an outcome of authenticating."),
    };

    private static OfficeDeskException LockedOut(MyNumberAuthentication.LockedOut locked, string until) => OfficeDeskException.Refused(
        $"{locked.Text.Japanese}（{until} まで）", $"{locked.Text.English} (Until {until}.)", "lockedOut");

    // Rounded up to the whole minute: at the time that is shown it works again.
    private static string TimeOf(OfficeClock clock, DateTimeOffset until) =>
        until.ToOffset(clock.Now.Offset).AddMinutes(1).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
