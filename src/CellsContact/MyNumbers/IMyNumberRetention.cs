using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Which numbers a statutory period keeps (法定保存期間), e.g. 7 years for tax, 4 for 雇用保険, 2 for 健保厚年.</summary>
/// <remarks>
/// Thread-safe. The periods begin with events that only the office knows, so the default holds nothing: a number that is
/// no longer needed goes at once (番号法: 速やかに廃棄).
/// </remarks>
public interface IMyNumberRetention
{
    /// <summary>Why an owner's present number must be kept, or <c>null</c> when it may go.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<MyNumberHold?> FindHoldAsync(MyNumberOwner owner, CancellationToken token);
}

/// <summary>A period that keeps a number.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="Reason">Which period it is, e.g. 「所得税の書類の保存期間（7年）」.</param>
public sealed record MyNumberHold(DateOnly Until, BilingualText Reason);

internal sealed class NothingIsHeld : IMyNumberRetention
{
    public ValueTask<MyNumberHold?> FindHoldAsync(MyNumberOwner owner, CancellationToken token) => ValueTask.FromResult<MyNumberHold?>(null);
}
