using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What saving offers for a notice as it stands, and why not.</summary>
internal sealed class OfferedActions(DeskOptions options)
{
    internal IReadOnlyList<ContactAction> For(ContactEntry entry) =>
        [.. Enum.GetValues<ContactAction>().Where(action =>
            IsOffered(entry.Contact.Kind, action) && StatusTable.Next(entry.Status, entry.IsReflected, action) is not null)];

    /// <summary>Why a decision cannot be saved, or <c>null</c>.</summary>
    internal SaveResult.NotAllowed? Refuse(ContactEntry entry, ContactDecision decision)
    {
        if (!IsOffered(entry.Contact.Kind, decision.Action))
            return NotAllowed(WhyNot(entry.Contact.Kind, decision.Action));
        if (StatusTable.Next(entry.Status, entry.IsReflected, decision.Action) is null)
        {
            return NotAllowed(new(
                "現在の処理区分ではこの操作はできません。連絡を開き直して処理区分を確認してください。",
                "The present status does not allow this: open the notice again and look at its status."));
        }

        return decision.Action == ContactAction.Decline && string.IsNullOrWhiteSpace(decision.MessageToClient)
            ? NotAllowed(new("登録不可にするときは、顧問先へのメッセージを入力してください。", "Declining needs a message to the client."))
            : null;

        SaveResult.NotAllowed NotAllowed(BilingualText text) => new(entry.Status, decision.Action, text);
    }

    // A confirmation is not taken back: a new notice corrects it.
    private bool IsOffered(ContactKind kind, ContactAction action) => kind == ContactKind.MyNumberUpdate
        ? action == ContactAction.Confirm || options.MyNumberActions.Contains(action)
        : action != ContactAction.Confirm;

    private static BilingualText WhyNot(ContactKind kind, ContactAction action) => (kind, action) switch
    {
        (ContactKind.MyNumberUpdate, ContactAction.Undo) => new(
            "「確認済み」は取り消せません。訂正の連絡を顧問先から受けてください。", "A confirmation is not taken back: a new notice corrects it."),
        (ContactKind.MyNumberUpdate, _) => new(
            "マイナンバー更新連絡は「台帳に反映」などではなく「確認済み」で登録します。", "A My Number notice is confirmed, and nothing else."),
        _ => new("「確認済み」はマイナンバー更新連絡だけのものです。「台帳に反映」を選んでください。", "Only My Number notices are confirmed: reflect this one."),
    };
}
