using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.Statuses;

namespace CellsContact.MyPages;

/// <summary>事業所マイページ: where the client sees what the office did.</summary>
/// <remarks>
/// Thread-safe. Called at least once for each change and perhaps out of order: ignore whatever has an older version than what
/// is shown already, and the same version twice. What it throws is tried again later. Neither ever carries a memo or a マイナンバー.
/// </remarks>
public interface IMyPage
{
    /// <summary>Shows a person's data, as the ledger has it now.</summary>
    /// <param name="person">The person.</param>
    /// <param name="token">Cancels.</param>
    ValueTask PublishAsync(PublishedPerson person, CancellationToken token);

    /// <summary>Shows how far a notice has got.</summary>
    /// <param name="status">The status.</param>
    /// <param name="token">Cancels.</param>
    ValueTask ShareAsync(SharedStatus status, CancellationToken token);
}

/// <summary>A person's data for the client's page (公開情報).</summary>
/// <param name="Establishment">The establishment.</param>
/// <param name="Number">The person's number (社員番号).</param>
/// <param name="Version">Larger is newer, per person.</param>
/// <param name="Person">The person as the ledger has them; <c>null</c> when the ledger has them no more (a hire was taken back): show nobody.</param>
public sealed record PublishedPerson(EstablishmentId Establishment, EmployeeNumber Number, long Version, LedgerPerson? Person)
{
    /// <summary>Returns establishment, number and version.</summary>
    public override string ToString() => $"{Establishment}/{Number} {Version}";
}

/// <summary>How far a notice has got, as the client sees it.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="Version">Larger is newer, per notice.</param>
/// <param name="Kind">The kind (連絡種類).</param>
/// <param name="Status">The status.</param>
/// <param name="Label">Its マイページ label, e.g. 登録完了.</param>
/// <param name="MessageToClient">The office's message, where there is one.</param>
/// <param name="At">When it moved.</param>
public sealed record SharedStatus(ContactKey Contact, long Version, ContactKind Kind, ContactStatus Status, string Label, string? MessageToClient, DateTimeOffset At)
{
    /// <summary>Returns notice, status and version; never the message.</summary>
    public override string ToString() => $"{Contact} {Status} {Version}";
}
