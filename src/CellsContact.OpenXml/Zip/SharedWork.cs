using System.Runtime.ExceptionServices;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// A step that a thread of the pool may do ahead. Whoever needs its result does it himself if no thread has come to it,
/// so that nobody ever waits for a busy pool; and a thread of the pool that comes too late goes on at once. For one use.
/// </summary>
internal abstract class SharedWork : IThreadPoolWorkItem
{
    private const int Open = 0;
    private const int UnderWay = 1;
    private const int Over = 2;

    private readonly object _end = new();
    private ExceptionDispatchInfo? _failure;
    private int _state;

    public bool IsOver => Volatile.Read(ref _state) == Over;

    /// <summary>Offers the step to the pool.</summary>
    public void Offer()
    {
        // On a single processor it would only take turns with us.
        if (Environment.ProcessorCount > 1)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Does the step unless it is done or under way.</summary>
    public void Execute() => TryExecute();

    /// <summary>Does the step unless it is done or under way.</summary>
    /// <returns>Whether this call did it.</returns>
    public bool TryExecute()
    {
        if (Interlocked.CompareExchange(ref _state, UnderWay, Open) != Open)
            return false;
        try
        {
            Run();
        }
        catch (Exception e)
        {
            // Whoever finishes the step gets it.
            _failure = ExceptionDispatchInfo.Capture(e);
        }

        lock (_end)
        {
            _state = Over;
            Monitor.PulseAll(_end);
        }

        Ended();
        return true;
    }

    /// <summary>Comes back once the step is done, and throws what it threw.</summary>
    public void Finish()
    {
        if (!TryExecute())
            WaitForEnd();
        _failure?.Throw();
    }

    /// <summary>Comes back once it is certain that the step is not under way and never will be.</summary>
    public void Abandon()
    {
        if (Interlocked.CompareExchange(ref _state, Over, Open) != Open)
            WaitForEnd();
    }

    protected abstract void Run();

    /// <summary>Called after <see cref="Run"/>, however it went, for those who wait for less than the end.</summary>
    protected virtual void Ended()
    {
    }

    private void WaitForEnd()
    {
        if (IsOver)
            return;
        lock (_end)
        {
            while (!IsOver)
                Monitor.Wait(_end);
        }
    }
}
