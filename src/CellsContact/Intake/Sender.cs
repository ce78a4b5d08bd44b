using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Who sends notices (送信者). The host has authenticated them and states for which establishments they may speak.</summary>
/// <remarks>Immutable when its list is. A notice of any other establishment is rejected, recorded, and nothing of it is kept.</remarks>
/// <param name="Id">The stable id, kept with every notice received and every refusal; never a person's number.</param>
/// <param name="Establishments">The establishments (事業所) whose notices they may send.</param>
public sealed record Sender(string Id, IReadOnlyList<EstablishmentId> Establishments)
{
    /// <summary>Returns the id.</summary>
    public override string ToString() => Id;
}
