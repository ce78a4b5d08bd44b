namespace CellsContact.OpenXml.Sheets;

/// <summary>Where a cell and its content lie in their row; without a length there is no such cell.</summary>
/// <param name="Start">Where its tag starts.</param>
/// <param name="Length">Its length with both tags.</param>
/// <param name="ContentStart">Just behind the start tag.</param>
/// <param name="ContentLength">Zero for a blank cell.</param>
/// <param name="Style">The index of its format, -1 if it states none.</param>
/// <param name="Type">The first letter of its <c>t</c>, zero for numbers that state none.</param>
internal readonly record struct CellSpan(int Start, int Length, int ContentStart, int ContentLength, int Style, byte Type)
{
    public bool IsFilled => ContentLength > 0;

    /// <summary>Whether its content can be text: a shared, an inline, or a formula's string.</summary>
    public bool IsText => Type is (byte)'s' or (byte)'i';
}
