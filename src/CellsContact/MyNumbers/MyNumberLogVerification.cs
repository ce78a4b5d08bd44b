namespace CellsContact.MyNumbers;

/// <summary>What is wrong with the first record that does not hold.</summary>
public enum MyNumberLogProblem
{
    /// <summary>The record is not what was sealed: it was altered, or inserted by somebody without the key.</summary>
    Altered = 1,

    /// <summary>The record is not there.</summary>
    Missing = 2,

    /// <summary>The record is genuine, but does not follow the one before: records were put in another order, or replaced by those of another copy of the database.</summary>
    OutOfPlace = 3,
}

/// <summary>What verifying a chain found.</summary>
/// <param name="Records">How many records hold, from the first.</param>
/// <param name="Problem">What is wrong with the first that does not hold; <c>null</c> when all hold.</param>
/// <param name="At">The number of that record.</param>
/// <param name="Anchor">How far the chain holds: keep it elsewhere for the next time.</param>
public sealed record MyNumberLogVerification(long Records, MyNumberLogProblem? Problem, long? At, MyNumberLogAnchor Anchor)
{
    /// <summary>Whether every record holds, and none is missing up to the anchor that was given.</summary>
    public bool Holds => Problem is null;
}
