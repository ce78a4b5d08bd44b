using CellsContact.Contacts;
using CellsContact.Statuses;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk.Commands;

/// <summary>Kinds, statuses, establishments, purposes and edits as a person writes them: the wire's name or the operator's word.</summary>
internal static class Choices
{
    public static ContactKind Kind(string written)
    {
        foreach (ContactKind kind in Enum.GetValues<ContactKind>())
        {
            string label = ContactKinds.LabelOf(kind);
            if (Is(written, JsonOutput.NameOf(kind)) || written == label || written + "連絡" == label)
                return kind;
        }

        throw Unknown("連絡種類", "kind", Enum.GetValues<ContactKind>().Select(kind => $"{JsonOutput.NameOf(kind)}（{ContactKinds.LabelOf(kind)}）"));
    }

    public static ContactStatus Status(string written, StatusLabels labels)
    {
        foreach (ContactStatus status in Enum.GetValues<ContactStatus>())
        {
            StatusLabel label = labels[status];
            if (Is(written, JsonOutput.NameOf(status)) || written == label.OnDesk || written == label.OnSaving || written == label.OnMyPage
                || (status == ContactStatus.Registered && written == labels.MyNumberRegistered.OnDesk))
            {
                return status;
            }
        }

        throw Unknown("処理区分", "status", Enum.GetValues<ContactStatus>().Select(status => $"{JsonOutput.NameOf(status)}（{labels[status].OnDesk}）"));
    }

    public static EstablishmentId Establishment(EstablishmentFile establishments, string written) =>
        EstablishmentId.TryParse(written, out EstablishmentId id) && establishments.FindItem(id) is not null
            ? id
            : throw OfficeDeskException.BadInput(
                $"事業所 {Printable.Of(written)} は登録されていません。init で登録した事業所IDを指定してください。",
                "This establishment is not registered: name one that was set up with init.");

    /// <summary>A purpose (利用目的) that numbers may be looked at for.</summary>
    public static string Purpose(IReadOnlyList<string> purposes, string written)
    {
        string[] known = [.. purposes.Where(purpose => purpose != OperatorAuthenticator.PassPhraseChange)];
        return known.Contains(written) ? written : throw Unknown("利用目的", "purpose", known);
    }

    /// <summary>Reads <c>path=value</c>; the value becomes what the wire's field asks for, an empty one clears.</summary>
    public static Edit Edit(ContactKind kind, string written)
    {
        int equals = written.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1)
        {
            throw OfficeDeskException.BadInput(
                "--set は 項目=値 の形で指定してください。例: --set person.phone=090-0000-0000",
                "Write --set as path=value, e.g. --set person.phone=090-0000-0000.");
        }

        try
        {
            return CellsContact.Contacts.Edit.FromText(kind, written[..equals].Trim(), written[(equals + 1)..]);
        }
        catch (FormatException error)
        {
            throw OfficeDeskException.BadInput($"--set の指定に誤りがあります。{error.Message}", $"Bad --set. {error.Message}");
        }
    }

    private static bool Is(string written, string name) => string.Equals(written, name, StringComparison.OrdinalIgnoreCase);

    private static OfficeDeskException Unknown(string japanese, string english, IEnumerable<string> known) => OfficeDeskException.BadInput(
        $"{japanese}の指定に誤りがあります。次のどれかを指定してください: {string.Join("、", known)}",
        $"Unknown {english}. Name one of: {string.Join(", ", known)}");
}
