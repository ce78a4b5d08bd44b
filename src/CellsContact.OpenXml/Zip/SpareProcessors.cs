using System.Collections.Concurrent;

namespace CellsContact.OpenXml.Zip;

/// <summary>
/// Threads of the pool for steps that come in great numbers: one for each processor but the caller's. If each step were
/// offered by itself, the pool would put ever more threads to them, each with native memory of its own.
/// </summary>
internal sealed class SpareProcessors : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<SharedWork> _offered = new();
    private int _atWork;

    /// <summary>Offers a step; whoever needs its result finishes it himself if no thread has come to it.</summary>
    public void Offer(SharedWork step)
    {
        _offered.Enqueue(step);
        if (TryBegin())
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (_offered.TryDequeue(out SharedWork? step))
                step.Execute();
            Interlocked.Decrement(ref _atWork);
        }
        while (!_offered.IsEmpty && TryBegin());
    }

    private bool TryBegin()
    {
        if (Interlocked.Increment(ref _atWork) < Environment.ProcessorCount)
            return true;
        Interlocked.Decrement(ref _atWork);
        return false;
    }
}
