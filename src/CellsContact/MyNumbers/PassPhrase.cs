using System.Diagnostics;

namespace CellsContact.MyNumbers;

/// <summary>A pass phrase that an operator types. It has no printable form.</summary>
/// <remarks>Not thread-safe: read it once, then dispose, which wipes it.</remarks>
[DebuggerDisplay("********")]
public sealed class PassPhrase : IDisposable
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly char[] _characters;

    /// <summary>Copies a pass phrase.</summary>
    /// <param name="characters">What was typed.</param>
    public PassPhrase(ReadOnlySpan<char> characters) => _characters = characters.ToArray();

    /// <summary>How long it is, in characters.</summary>
    public int Length => _characters.Length;

    /// <summary>Writes it, for an authenticator that hashes it.</summary>
    /// <param name="destination">At least <see cref="Length"/> characters.</param>
    public void CopyTo(Span<char> destination) => _characters.CopyTo(destination);

    /// <summary>Wipes it.</summary>
    public void Dispose() => Array.Clear(_characters);

    /// <summary>Returns asterisks.</summary>
    public override string ToString() => "********";
}
