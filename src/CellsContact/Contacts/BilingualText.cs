namespace CellsContact.Contacts;

/// <summary>One sentence for people, in Japanese for the operator (担当者) and in English for the developer.</summary>
/// <remarks>Immutable and thread-safe. Carries field names and rules, never a value, a name or a number.</remarks>
/// <param name="Japanese">The sentence in Japanese, in the words of the manual.</param>
/// <param name="English">The same sentence in English.</param>
public sealed record BilingualText(string Japanese, string English)
{
    /// <summary>Returns the sentence in both languages.</summary>
    public override string ToString() => $"{Japanese} ({English})";
}
