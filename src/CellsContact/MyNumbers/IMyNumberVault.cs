using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>Where マイナンバー live, apart from everything else.</summary>
/// <remarks>
/// Thread-safe. A received number is put under its notice's slot before the notice is stored; nothing outside
/// the vault holds a digit. Comparing happens inside.
/// </remarks>
public interface IMyNumberVault
{
    /// <summary>Puts a received number under its slot. Idempotent: the same number again changes nothing.</summary>
    /// <param name="slot">Where the notice carried it.</param>
    /// <param name="number">The number.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>Whether the slot now holds this number; <c>false</c> when it holds another one, which is kept.</returns>
    ValueTask<bool> PutAsync(MyNumberSlot slot, MyNumber number, CancellationToken token);

    /// <summary>Whether the slot holds this number, compared in constant time.</summary>
    /// <param name="slot">Where the notice carried it.</param>
    /// <param name="number">The number.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<bool> MatchesAsync(MyNumberSlot slot, MyNumber number, CancellationToken token);

    /// <summary>Erases everything received with a notice that is not linked to a person. Idempotent.</summary>
    /// <param name="contact">The notice.</param>
    /// <param name="token">Cancels.</param>
    ValueTask EraseAsync(ContactKey contact, CancellationToken token);
}

/// <summary>Where a notice carried a マイナンバー: its wire path, e.g. <c>myNumber</c> or <c>dependents[0].myNumber</c>.</summary>
/// <param name="Contact">The notice.</param>
/// <param name="Path">The wire path.</param>
public readonly record struct MyNumberSlot(ContactKey Contact, string Path);
