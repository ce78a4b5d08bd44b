using CellsContact.MyNumbers;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>An authenticator with one pass phrase.</summary>
internal sealed class PassPhrases(string right) : IMyNumberAuthenticator
{
    public ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token)
    {
        if (request.OperatorId == "visitor")
            return ValueTask.FromResult(MyNumberVerdict.NotEntitled);
        if (request.Evidence is not PassPhrase phrase)
            return ValueTask.FromResult(MyNumberVerdict.NotProven);
        char[] typed = new char[phrase.Length];
        phrase.CopyTo(typed);
        return ValueTask.FromResult(typed.AsSpan().SequenceEqual(right) ? MyNumberVerdict.Approved : MyNumberVerdict.NotProven);
    }
}

/// <summary>The tax period keeps one employee's number.</summary>
internal sealed class OneIsKept : IMyNumberRetention
{
    public ValueTask<MyNumberHold?> FindHoldAsync(MyNumberOwner owner, CancellationToken token) =>
        ValueTask.FromResult<MyNumberHold?>(owner.Number.Value == "0027" ? new(new(2027, 1, 10), new("所得税の書類の保存期間", "Tax papers")) : null);
}

/// <summary>Everybody but the stranger sees every establishment.</summary>
internal sealed class StrangersSeeNothing : CellsContact.Desk.IOperatorPolicy
{
    public ValueTask<bool> MaySeeAsync(CellsContact.Desk.DeskOperator clerk, CellsContact.Contacts.EstablishmentId establishment, CancellationToken token) =>
        ValueTask.FromResult(clerk.Id != "stranger");
}
