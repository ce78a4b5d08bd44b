using System.Security.Cryptography;
using CellsContact.MyNumbers;

namespace OfficeDesk.Data;

/// <summary>PBKDF2-HMAC-SHA256 of a pass phrase: slow on purpose, and of no use to whoever reads it.</summary>
/// <param name="Iterations">How often it is hashed.</param>
/// <param name="Salt">Random bytes, different for each.</param>
/// <param name="Hash">The hash.</param>
internal sealed record PassPhraseHash(int Iterations, byte[] Salt, byte[] Hash)
{
    private const int Rounds = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>A hash that no pass phrase has: comparing with it takes as long as with a real one.</summary>
    public static PassPhraseHash Nobodys { get; } = new(Rounds, new byte[SaltBytes], new byte[HashBytes]);

    /// <summary>Whether this is what the program writes.</summary>
    public bool IsWellFormed() => Iterations >= Rounds && Salt.Length >= SaltBytes && Hash.Length == HashBytes;

    public static PassPhraseHash Of(PassPhrase phrase)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(Rounds, salt, Derive(phrase, salt, Rounds));
    }

    /// <summary>Compares in constant time.</summary>
    public bool IsOf(PassPhrase phrase) => CryptographicOperations.FixedTimeEquals(Derive(phrase, Salt, Iterations), Hash);

    private static byte[] Derive(PassPhrase phrase, byte[] salt, int rounds)
    {
        char[] characters = new char[phrase.Length];
        try
        {
            phrase.CopyTo(characters);
            return Rfc2898DeriveBytes.Pbkdf2(characters, salt, rounds, HashAlgorithmName.SHA256, HashBytes);
        }
        finally
        {
            Array.Clear(characters);
        }
    }
}
