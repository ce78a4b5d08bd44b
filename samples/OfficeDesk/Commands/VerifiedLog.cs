using CellsContact.Contacts;
using CellsContact.MyNumbers;

namespace OfficeDesk.Commands;

/// <summary>An establishment's access log, verified; against an anchor (控え) where one was given.</summary>
internal sealed record VerifiedLog(EstablishmentId Establishment, MyNumberLogVerification Verification, MyNumberLogAnchor? Against)
{
    /// <summary>Verifies a chain against every anchor that was kept of it; the first that it does not hold against decides.</summary>
    public static async Task<VerifiedLog> OfAsync(MyNumberAccessBook book, EstablishmentId establishment, IReadOnlyList<MyNumberLogAnchor> anchors, CancellationToken token)
    {
        if (anchors.Count == 0)
            return new(establishment, await book.VerifyAsync(establishment, null, token), null);
        VerifiedLog? verified = null;
        foreach (MyNumberLogAnchor anchor in anchors.OrderBy(anchor => anchor.Number))
        {
            verified = new(establishment, await book.VerifyAsync(establishment, anchor, token), anchor);
            if (!verified.Verification.Holds)
                break;
        }

        return verified!;
    }
}
