using CellsContact.Contacts;

namespace CellsContact.Storage;

/// <summary>The store of notices is not usable right now, or at all; what was being written was not written.</summary>
/// <remarks>Messages are in Japanese and English and hold no personal data: they name what was done and the notice's key.</remarks>
public class ContactStoreException : IOException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="text">What is wrong and what to do.</param>
    /// <param name="isTransient">Whether trying again later may help.</param>
    /// <param name="inner">The cause.</param>
    public ContactStoreException(BilingualText text, bool isTransient = false, Exception? inner = null)
        : base(text?.ToString(), inner) => (Text, IsTransient) = (text!, isTransient);

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public BilingualText Text { get; }

    /// <summary>Whether trying again later may help: somebody else is writing.</summary>
    public bool IsTransient { get; }
}

/// <summary>The store is damaged: what it holds is not what was written to it. Nothing of it is guessed.</summary>
/// <param name="text">What is damaged and what to do.</param>
/// <param name="inner">The cause.</param>
public sealed class ContactStoreCorruptException(BilingualText text, Exception? inner = null) : ContactStoreException(text, false, inner);
