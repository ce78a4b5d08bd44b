namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Threads of the pool for steps that come in great numbers: one for each processor but the caller's, the same ones to the end.
/// If each step were offered by itself, ever more of the pool's threads would come to deflate, each with native memory
/// of its own that it keeps.
/// </summary>
internal sealed class SpareProcessors : IThreadPoolWorkItem, IDisposable
{
    private readonly Queue<SharedWork> _offered = new();
    private int _atWork;
    private int _waiting;
    private bool _ended;

    /// <summary>Offers a step; whoever needs its result finishes it himself if no thread has come to it.</summary>
    public void Offer(SharedWork step)
    {
        lock (_offered)
        {
            _offered.Enqueue(step);
            if (_waiting > 0)
            {
                _waiting--;
                Monitor.Pulse(_offered);
                return;
            }

            if (_atWork >= Environment.ProcessorCount - 1)
                return;
            _atWork++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Lets the threads go once they have come to the end of what was offered.</summary>
    public void Dispose()
    {
        lock (_offered)
        {
            _ended = true;
            Monitor.PulseAll(_offered);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (Next() is { } step)
            step.Execute();
    }

    /// <summary>The next step, once there is one; null at the end.</summary>
    private SharedWork? Next()
    {
        lock (_offered)
        {
            while (true)
            {
                if (_offered.TryDequeue(out SharedWork? step))
                    return step;
                if (_ended)
                    return null;
                // Whoever wakes it counts it out, so that of two steps offered at once the second wakes or begins another.
                _waiting++;
                Monitor.Wait(_offered);
            }
        }
    }
}
