using CellsContact.MyNumbers;

namespace OfficeDesk.Data;

/// <summary>「認証」 by pass phrase, against <c>operators.json</c>. Unknown operators take as long as known ones.</summary>
internal sealed class OperatorAuthenticator(OfficeFolder folder) : IMyNumberAuthenticator
{
    /// <summary>What an operator authenticates for who changes their pass phrase, so that guessing is counted there too. No number is looked at for it.</summary>
    public const string PassPhraseChange = "パスフレーズの変更";

    public async ValueTask<MyNumberVerdict> JudgeAsync(MyNumberRequest request, CancellationToken token)
    {
        if (request.Evidence is not PassPhrase phrase)
            return MyNumberVerdict.NotProven;
        OperatorItem? known = (await OperatorFile.ReadAsync(folder, token)).Find(request.OperatorId);
        return (known?.PassPhrase ?? PassPhraseHash.Nobodys).IsOf(phrase) && known is not null ? MyNumberVerdict.Approved : MyNumberVerdict.NotProven;
    }
}
