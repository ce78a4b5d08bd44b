namespace CellsContact.MyNumbers;

/// <summary>「認証」: decides whether an operator may be let at numbers. How is the host's: a pass phrase, a card, single sign-on.</summary>
/// <remarks>
/// Thread-safe. Register your own; the default refuses everybody. It only judges: counting failures, locking out and
/// recording are <c>MyNumberDesk</c>'s. What it throws is recorded as a failure and passed on.
/// </remarks>
public interface IMyNumberAuthenticator
{
    /// <summary>Judges one request.</summary>
    /// <param name="request">Who asks, what for, for what, and what they present.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token);
}

/// <summary>What an authenticator says.</summary>
public enum MyNumberVerdict
{
    /// <summary>What was presented does not prove who it is.</summary>
    NotProven = 0,

    /// <summary>It is who they say, but they may not.</summary>
    NotEntitled = 1,

    /// <summary>They may.</summary>
    Approved = 2,
}

/// <summary>A request to be let at numbers. Not a record: one would print what is presented.</summary>
/// <param name="operatorId">Who asks (担当者).</param>
/// <param name="purpose">What for (利用目的).</param>
/// <param name="scope">For what.</param>
/// <param name="evidence">What they present.</param>
public sealed class MyNumberRequest(string operatorId, string purpose, MyNumberScope scope, object? evidence)
{
    /// <summary>Who asks (担当者).</summary>
    public string OperatorId { get; } = operatorId;

    /// <summary>What for (利用目的); one of the configured list.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>For what: one notice, or an establishment.</summary>
    public MyNumberScope Scope { get; } = scope;

    /// <summary>What they present: a <see cref="PassPhrase"/>, a card's answer, nothing with single sign-on. Never kept.</summary>
    public object? Evidence { get; } = evidence;

    /// <summary>Returns who and for what.</summary>
    public override string ToString() => $"{OperatorId} {Scope}";
}

internal sealed class NobodyIsAuthenticated : IMyNumberAuthenticator
{
    public ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token) => ValueTask.FromResult(MyNumberVerdict.NotEntitled);
}
