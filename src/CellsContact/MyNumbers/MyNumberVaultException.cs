using CellsContact.Contacts;

namespace CellsContact.MyNumbers;

/// <summary>The vault (マイナンバーの保管先) is not usable right now, or at all; nothing in it has changed.</summary>
/// <remarks>Messages are in Japanese and English and hold no digit and no name.</remarks>
/// <param name="text">What is wrong and what to do.</param>
/// <param name="inner">The cause.</param>
public class MyNumberVaultException(BilingualText text, Exception? inner = null) : IOException(text?.ToString(), inner)
{
    /// <summary>What is wrong and what to do, in both languages.</summary>
    public BilingualText Text { get; } = text!;
}

/// <summary>A number cannot be decrypted: the key ring was lost or replaced, or the entry was altered or moved. It is neither shown nor compared nor replaced.</summary>
/// <param name="text">Which entry, and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class MyNumberKeyLostException(BilingualText text, Exception? inner = null) : MyNumberVaultException(text, inner);
