using System.CommandLine;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Establishments;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary>Notices named on the command line: <c>E001/c-0001</c>, or the bare id where it is unique.</summary>
internal static class ContactArguments
{
    public static Argument<string> One() => new("ID") { Description = "連絡（E001/c-… または c-…）" };

    public static Argument<string[]> Many() => new("ID") { Description = "連絡（E001/c-… または c-…）", Arity = ArgumentArity.OneOrMore };

    /// <summary>Finds the notices, each once, in the order they were named.</summary>
    /// <exception cref="OfficeDeskException">One is malformed, not there, or not unique.</exception>
    public static async Task<IReadOnlyList<ContactDetail>> OpenAllAsync(OfficeSession session, DeskOperator clerk, IReadOnlyList<string> written, CancellationToken token)
    {
        List<ContactDetail> found = [];
        foreach (string each in written)
        {
            ContactDetail detail = await OpenAsync(session, clerk, each, token);
            if (found.All(other => other.Entry.Key != detail.Entry.Key))
                found.Add(detail);
        }

        return found;
    }

    /// <summary>Finds one notice.</summary>
    /// <exception cref="OfficeDeskException">It is malformed, not there, or not unique.</exception>
    public static async Task<ContactDetail> OpenAsync(OfficeSession session, DeskOperator clerk, string written, CancellationToken token)
    {
        List<ContactDetail> found = [];
        foreach (ContactKey key in await CandidatesAsync(session, written, token))
        {
            if (await session.Desk.OpenAsync(key, clerk, token) is { } detail)
                found.Add(detail);
        }

        return found switch
        {
            [var only] => only,
            [] => throw OfficeDeskException.BadInput(
                $"連絡 {written} はありません。list で確かめてください。",
                $"There is no notice {written}: look with list."),
            _ => throw OfficeDeskException.BadInput(
                $"連絡 {written} は複数の事業所にあります。{string.Join(" か ", found.Select(detail => detail.Entry.Key))} と指定してください。",
                $"Several establishments have a notice {written}: name {string.Join(" or ", found.Select(detail => detail.Entry.Key))}."),
        };
    }

    private static async Task<IReadOnlyList<ContactKey>> CandidatesAsync(OfficeSession session, string written, CancellationToken token)
    {
        if (ContactKey.TryParse(written, out ContactKey key))
            return [key];
        if (!ContactId.TryParse(written, out ContactId id))
        {
            throw OfficeDeskException.BadInput(
                "連絡の指定に誤りがあります。E001/c-0001 のような形か、連絡IDだけを指定してください。",
                "This is no notice's key: write it like E001/c-0001, or the bare id.");
        }

        IReadOnlyList<Establishment> establishments = await session.Establishments.ListAsync(token);
        return [.. establishments.Select(establishment => new ContactKey(establishment.Id, id))];
    }
}
