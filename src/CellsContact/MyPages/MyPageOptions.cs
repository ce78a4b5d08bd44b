using Microsoft.Extensions.Options;

namespace CellsContact.MyPages;

/// <summary>How messages to the client's page are delivered.</summary>
public sealed class MyPageOptions
{
    /// <summary>How long to wait after the first failure; twice as long after each further one.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait.</summary>
    /// <value>1 hour.</value>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After how many attempts a message is parked.</summary>
    /// <value>20.</value>
    public int MaxAttempts { get; set; } = 20;

    /// <summary>How long a host takes a message for itself: as long a host that dies keeps it from the others.</summary>
    /// <value>2 minutes.</value>
    public TimeSpan TakenFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the worker looks for messages.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the oldest message may wait before <see cref="MyPageHealth"/> tells of it.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(15);
}

internal sealed class MyPageOptionsValidator : IValidateOptions<MyPageOptions>
{
    public ValidateOptionsResult Validate(string? name, MyPageOptions options) =>
        options.FirstDelay > TimeSpan.Zero && options.LongestDelay >= options.FirstDelay && options.TakenFor > TimeSpan.Zero && options.Interval > TimeSpan.Zero && options.LongestWait > TimeSpan.Zero && options.MaxAttempts >= 1
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("MyPageOptions の時間と回数は0より大きくしてください。 (The times and counts in MyPageOptions must be greater than zero, LongestDelay no less than FirstDelay.)");
}
