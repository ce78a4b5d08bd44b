namespace CellsContact.Promises;

/// <summary>An implementation does not keep a promise; the message says which and in what.</summary>
public sealed class PromiseBrokenException : Exception
{
    /// <summary>Makes an exception.</summary>
    public PromiseBrokenException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">In what the promise is not kept.</param>
    public PromiseBrokenException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">In what the promise is not kept.</param>
    /// <param name="innerException">The cause.</param>
    public PromiseBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Throws unless a condition holds.</summary>
    internal static void ThrowUnless(bool holds, string otherwise)
    {
        if (!holds)
            throw new PromiseBrokenException(otherwise);
    }
}
