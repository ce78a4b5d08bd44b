using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Turns one kind of notice (連絡) into ledger changes. A pure function: no I/O, no clock, no state.</summary>
/// <remarks>
/// Register your own for a kind and it wins over the library's. It never throws for what a notice or a ledger holds:
/// what cannot be reflected is a note of level <see cref="NoteLevel.Refusal"/>.
/// </remarks>
/// <typeparam name="T">The kind's record.</typeparam>
public interface IContactReflector<in T>
    where T : Contact
{
    /// <summary>Computes what reflecting would change.</summary>
    /// <param name="effective">The notice with the operator's edits.</param>
    /// <param name="before">The ledger as it stands: the people the notice may mean.</param>
    /// <param name="options">What the operator chose.</param>
    Reflection Reflect(T effective, LedgerSnapshot before, ReflectOptions options);
}
