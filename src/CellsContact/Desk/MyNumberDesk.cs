using CellsContact.Contacts;
using CellsContact.Diagnostics;
using CellsContact.Intake;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Extensions.Options;

namespace CellsContact.Desk;

/// <summary>「認証」: authenticates an operator and shows them a マイナンバー, on record before it is shown.</summary>
/// <remarks>
/// Thread-safe. Denials, failures and expired grants are on record too; repeated failures lock the operator out for a
/// while, on every host that shares the log. Failures of the vault or the log are exceptions, and then nothing is shown.
/// </remarks>
public sealed class MyNumberDesk
{
    private static readonly MyNumberAccessResult[] s_counted = [MyNumberAccessResult.Begun, MyNumberAccessResult.Done];

    private readonly IContactStore _store;
    private readonly IOperatorPolicy _policy;
    private readonly IMyNumberVault _vault;
    private readonly IMyNumberAuthenticator _authenticator;
    private readonly MyNumberAccessBook _book;
    private readonly TimeProvider _time;
    private readonly MyNumberOptions _options;

    /// <summary>Makes a desk.</summary>
    /// <param name="store">Tells which notices there are.</param>
    /// <param name="policy">Which operator sees which establishment.</param>
    /// <param name="vault">Where numbers are kept.</param>
    /// <param name="authenticator">Judges who may.</param>
    /// <param name="book">Where everything is recorded.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="options">Purposes, lifetimes, lockout.</param>
    public MyNumberDesk(
        IContactStore store, IOperatorPolicy policy, IMyNumberVault vault, IMyNumberAuthenticator authenticator, MyNumberAccessBook book, TimeProvider time, IOptions<MyNumberOptions> options)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(vault);
        ArgumentNullException.ThrowIfNull(authenticator);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(options);
        (_store, _policy, _vault, _authenticator, _book, _time, _options) = (store, policy, vault, authenticator, book, time, options.Value);
    }

    /// <summary>What numbers may be looked at for (利用目的).</summary>
    public IReadOnlyList<string> Purposes => [.. _options.Purposes];

    /// <summary>Authenticates an operator for one purpose and one scope.</summary>
    /// <param name="clerk">Who asks.</param>
    /// <param name="purpose">What for: one of <see cref="Purposes"/>.</param>
    /// <param name="scope">For what.</param>
    /// <param name="evidence">What they present to the host's authenticator, e.g. a <see cref="PassPhrase"/>. Never kept.</param>
    /// <param name="token">Cancels.</param>
    public async Task<MyNumberAuthentication> AuthenticateAsync(DeskOperator clerk, string purpose, MyNumberScope scope, object? evidence, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        ArgumentException.ThrowIfNullOrWhiteSpace(clerk.Id);
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(scope);
        MyNumberAccess access = Access(scope, clerk.Id, MyNumberAccessKind.Authentication, purpose);
        if (!await _policy.MaySeeAsync(clerk, scope.Establishment, token).ConfigureAwait(false))
            return new MyNumberAuthentication.Denied(await RefusedAsync(access, MyNumberAccessResult.Denied, MyNumberTexts.NotThisEstablishment, token).ConfigureAwait(false));
        if (!_options.Purposes.Contains(purpose))
            return new MyNumberAuthentication.Denied(await RefusedAsync(access, MyNumberAccessResult.Denied, MyNumberTexts.NotThisPurpose, token).ConfigureAwait(false));
        if (await LockedUntilAsync(clerk.Id, _options.MaxFailures, token).ConfigureAwait(false) is { } until)
            return await LockedOutAsync(access, until, token).ConfigureAwait(false);

        // On record before it is judged: whoever guesses in parallel, or dies in between, is counted all the same.
        await _book.RecordAsync(access with { Result = MyNumberAccessResult.Begun }, null, token).ConfigureAwait(false);
        if (await LockedUntilAsync(clerk.Id, _options.MaxFailures + 1, token).ConfigureAwait(false) is { } raced)
            return await LockedOutAsync(access, raced, token).ConfigureAwait(false);
        return await JudgeAsync(access, new(clerk.Id, purpose, scope, evidence), token).ConfigureAwait(false);
    }

    /// <summary>Shows a number that a notice carries, or carried until it was linked to its owner.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="slot">Which number: one of <see cref="ContactDetail.MyNumbers"/>.</param>
    /// <param name="purpose">What for: the grant's purpose.</param>
    /// <param name="token">Cancels.</param>
    public async Task<MyNumberReveal> RevealAsync(MyNumberGrant grant, MyNumberSlot slot, string purpose, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (slot.Contact.IsUnset)
            throw new ArgumentException("The notice's key is unset.", nameof(slot));
        MyNumberScope asked = MyNumberScope.Of(slot.Contact);
        if (await RefuseAsync(grant, asked, purpose, null, token).ConfigureAwait(false) is { } refused)
            return refused;

        // A path is recorded once it is known to be one: it comes from outside.
        ContactEntry? entry = await _store.FindAsync(slot.Contact, token).ConfigureAwait(false);
        bool carries = entry is not null && MyNumberPaths.Of(entry.Contact).Contains(slot.Path);
        MyNumberAccess access = Access(asked, grant.OperatorId, MyNumberAccessKind.Reveal, purpose);
        return await ShowAsync(carries ? access.About(slot) : access, carries ? slot : null, token).ConfigureAwait(false);
    }

    /// <summary>Shows the present number of a person of the ledger or of a dependent. Needs a grant for the establishment.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="owner">Whose.</param>
    /// <param name="purpose">What for: the grant's purpose.</param>
    /// <param name="token">Cancels.</param>
    public async Task<MyNumberReveal> RevealAsync(MyNumberGrant grant, MyNumberOwner owner, string purpose, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(owner);
        MyNumberScope asked = MyNumberScope.Of(owner.Establishment);
        if (await RefuseAsync(grant, asked, purpose, owner, token).ConfigureAwait(false) is { } refused)
            return refused;
        MyNumberAccess access = About(Access(asked, grant.OperatorId, MyNumberAccessKind.Reveal, purpose), owner);
        return await ShowAsync(access, (await _vault.FindAsync(owner, token).ConfigureAwait(false))?.Slot, token).ConfigureAwait(false);
    }

    private async Task<MyNumberAuthentication> JudgeAsync(MyNumberAccess access, MyNumberRequest request, CancellationToken token)
    {
        MyNumberVerdict verdict;
        try
        {
            verdict = await _authenticator.JudgeAsync(request, token).ConfigureAwait(false);
        }
        catch
        {
            await _book.RecordAsync(access with { Result = MyNumberAccessResult.Failed }, null, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        switch (verdict)
        {
            case MyNumberVerdict.Approved:
                await _book.RecordAsync(access, null, token).ConfigureAwait(false);
                return new MyNumberAuthentication.Granted(new(request.OperatorId, request.Purpose, request.Scope, _time.GetUtcNow() + _options.GrantLifetime));
            case MyNumberVerdict.NotEntitled:
                return new MyNumberAuthentication.Denied(await RefusedAsync(access, MyNumberAccessResult.Denied, MyNumberTexts.NotEntitled, token).ConfigureAwait(false));
            default:
                return new MyNumberAuthentication.NotProven(await RefusedAsync(access, MyNumberAccessResult.Failed, MyNumberTexts.NotProven, token).ConfigureAwait(false));
        }
    }

    private async Task<MyNumberReveal?> RefuseAsync(MyNumberGrant grant, MyNumberScope asked, string purpose, MyNumberOwner? owner, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        (MyNumberAccessResult Result, BilingualText Text)? why =
            grant.ExpiresAt <= _time.GetUtcNow() ? (MyNumberAccessResult.Expired, MyNumberTexts.Expired)
            : grant.Purpose != purpose ? (MyNumberAccessResult.Denied, MyNumberTexts.OtherPurpose)
            : grant.Scope != asked && grant.Scope != MyNumberScope.Of(asked.Establishment) ? (MyNumberAccessResult.Denied, MyNumberTexts.OtherScope)
            : !await _policy.MaySeeAsync(new(grant.OperatorId), asked.Establishment, token).ConfigureAwait(false) ? (MyNumberAccessResult.Denied, MyNumberTexts.NotThisEstablishment)
            : null;
        if (why is not { } refusal)
            return null;
        MyNumberAccess access = Access(asked, grant.OperatorId, MyNumberAccessKind.Reveal, purpose);
        CellsContactTelemetry.Reveals.Add(1, new KeyValuePair<string, object?>("outcome", refusal.Result.ToString()));
        return new MyNumberReveal.Denied(
            await RefusedAsync(owner is null ? access : About(access, owner), refusal.Result, refusal.Text, token).ConfigureAwait(false));
    }

    private async Task<MyNumberReveal> ShowAsync(MyNumberAccess access, MyNumberSlot? slot, CancellationToken token)
    {
        if (slot is not { } known || await _vault.FindAsync(known, token).ConfigureAwait(false) is null)
            return await NoNumberAsync(access, token).ConfigureAwait(false);
        MyNumberAccessRecord record = await _book.RecordAsync(access, null, token).ConfigureAwait(false);
        MyNumber? number;
        try
        {
            number = await _vault.RevealAsync(known, token).ConfigureAwait(false);
        }
        catch
        {
            await _book.RecordAsync(access with { Result = MyNumberAccessResult.Failed }, null, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        if (number is null)
            return await NoNumberAsync(access, token).ConfigureAwait(false);
        CellsContactTelemetry.Reveals.Add(1, new KeyValuePair<string, object?>("outcome", nameof(MyNumberReveal.Shown)));
        return new MyNumberReveal.Shown(number, record);
    }

    private async Task<MyNumberReveal> NoNumberAsync(MyNumberAccess access, CancellationToken token)
    {
        CellsContactTelemetry.Reveals.Add(1, new KeyValuePair<string, object?>("outcome", nameof(MyNumberReveal.NoNumber)));
        return new MyNumberReveal.NoNumber(await RefusedAsync(access, MyNumberAccessResult.NoNumber, MyNumberTexts.NoNumber, token).ConfigureAwait(false));
    }

    /// <summary>Until when an operator is locked out: so many unsuccessful authentications since the last successful one and within the time.</summary>
    private async Task<DateTimeOffset?> LockedUntilAsync(string operatorId, int failures, CancellationToken token)
    {
        DateTimeOffset since = _time.GetUtcNow() - _options.LockoutTime;
        IReadOnlyList<MyNumberAccessRecord> recent = await _book.ListAsync(
            new() { ActorId = operatorId, Kind = MyNumberAccessKind.Authentication, Results = s_counted, Since = since, Limit = 1000 }, token).ConfigureAwait(false);
        MyNumberAccessRecord[] begun = [.. recent
            .TakeWhile(record => record.Access.Result != MyNumberAccessResult.Done && record.At > since)
            .Take(failures)];
        return begun.Length < failures ? null : begun[^1].At + _options.LockoutTime;
    }

    private async Task<MyNumberAuthentication> LockedOutAsync(MyNumberAccess access, DateTimeOffset until, CancellationToken token) =>
        new MyNumberAuthentication.LockedOut(until, await RefusedAsync(access, MyNumberAccessResult.LockedOut, MyNumberTexts.LockedOut, token).ConfigureAwait(false));

    private async Task<BilingualText> RefusedAsync(MyNumberAccess access, MyNumberAccessResult result, BilingualText text, CancellationToken token)
    {
        await _book.RecordAsync(access with { Result = result }, null, token).ConfigureAwait(false);
        return text;
    }

    private static MyNumberAccess About(MyNumberAccess access, MyNumberOwner owner)
    {
        MyNumberAccess about = access.About(owner);
        return about with { EmployeeNumber = Named(about.EmployeeNumber) };
    }

    /// <summary>What was typed where an id belongs, unless it is a number itself: nothing can be taken out of the log again.</summary>
    private static string? Named(string? id) => MisplacedNumber.IsIn(id) ? null : id;

    // A purpose that is none of the list is not repeated: it comes from outside.
    private MyNumberAccess Access(MyNumberScope scope, string operatorId, MyNumberAccessKind kind, string purpose) =>
        new(scope.Establishment, operatorId, kind, MyNumberAccessResult.Done)
        {
            Purpose = _options.Purposes.Contains(purpose) ? purpose : null,
            ContactId = Named(scope.Contact?.Id.Value),
        };
}
