using CellsContact.Contacts;
using CellsContact.Statuses;

namespace CellsContact.Torture;

/// <summary>What an office should be like after everything that was done in it so far: a few dictionaries.</summary>
internal sealed class SoakModel
{
    private static readonly Dictionary<(ContactStatus, ContactAction), ContactStatus> s_moves = new()
    {
        [(ContactStatus.Unprocessed, ContactAction.SaveDraft)] = ContactStatus.Unprocessed,
        [(ContactStatus.Unprocessed, ContactAction.Reflect)] = ContactStatus.Registered,
        [(ContactStatus.Unprocessed, ContactAction.Decline)] = ContactStatus.Declined,
        [(ContactStatus.Unprocessed, ContactAction.Complete)] = ContactStatus.Completed,
        [(ContactStatus.Declined, ContactAction.Reflect)] = ContactStatus.Registered,
        [(ContactStatus.Declined, ContactAction.Reopen)] = ContactStatus.Unprocessed,
        [(ContactStatus.Registered, ContactAction.Complete)] = ContactStatus.Completed,
    };

    /// <summary>The notices that were received.</summary>
    internal Dictionary<ContactKey, SoakNotice> Notices { get; } = [];

    /// <summary>The ledger's phone number after leaving, by employee number.</summary>
    internal Dictionary<string, string> Phones { get; } = [];

    /// <summary>The status an action leads to, or <c>null</c> where there is none.</summary>
    internal static ContactStatus? Next(SoakNotice notice, ContactAction action) => (notice.Status, action) switch
    {
        (ContactStatus.Completed, ContactAction.Reopen) => notice.Reflected ? ContactStatus.Registered : ContactStatus.Unprocessed,
        var move => s_moves.TryGetValue(move, out ContactStatus next) ? next : null,
    };
}

/// <summary>A notice in the model.</summary>
internal sealed record SoakNotice(string Number, string Phone)
{
    internal ContactStatus Status { get; set; } = ContactStatus.Unprocessed;

    internal bool Reflected { get; set; }

    internal int Moves { get; set; }

    /// <summary>The phone number a draft put in the place of the notice's.</summary>
    internal string? DraftPhone { get; set; }
}
