using System.Runtime.ExceptionServices;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// A step that a thread of the pool may do ahead. Whoever needs its result does it himself if no thread has come to it,
/// so that nobody ever waits for a busy pool. For one use.
/// </summary>
internal abstract class SharedWork : IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private ExceptionDispatchInfo? _failure;
    private bool _isOver;

    /// <summary>Offers the step to the pool.</summary>
    public void Offer()
    {
        // On a single processor it would only take turns with us.
        if (Environment.ProcessorCount > 1)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Does the step unless it is done or under way.</summary>
    public void Execute()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            try
            {
                Run();
            }
            catch (Exception e)
            {
                // Whoever finishes the step gets it.
                _failure = ExceptionDispatchInfo.Capture(e);
            }

            _isOver = true;
        }
    }

    /// <summary>Comes back once the step is done, and throws what it threw.</summary>
    public void Finish()
    {
        Execute();
        _failure?.Throw();
    }

    /// <summary>Comes back once it is certain that the step is not under way and never will be.</summary>
    public void Abandon()
    {
        lock (_lock)
            _isOver = true;
    }

    protected abstract void Run();
}
