namespace CellsContact.Promises;

/// <summary>One sentence that a port promises, and the case that checks it against any implementation.</summary>
/// <remarks>
/// Immutable and thread-safe; needs no test framework. Give each run a harness of its own:
/// one theory over <c>All</c> finds a promise that a later version adds.
/// </remarks>
/// <typeparam name="THarness">What the implementer supplies.</typeparam>
public sealed class Promise<THarness>
{
    private readonly Func<THarness, CancellationToken, Task> _run;

    internal Promise(string name, Func<THarness, CancellationToken, Task> run) => (Name, _run) = (name, run);

    /// <summary>The promise as a sentence; unique and stable.</summary>
    public string Name { get; }

    /// <summary>Checks the promise.</summary>
    /// <param name="harness">The implementer's harness, fresh.</param>
    /// <param name="token">Cancels the check.</param>
    /// <exception cref="PromiseBrokenException">The promise is not kept; the message says in what.</exception>
    public async Task RunAsync(THarness harness, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(harness);
        try
        {
            await _run(harness, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw;
        }
        catch (PromiseBrokenException broken)
        {
            throw new PromiseBrokenException($"{Name} — {broken.Message}", broken);
        }
#pragma warning disable CA1031 // Whatever else is thrown is the implementation's, and breaks the promise.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new PromiseBrokenException($"{Name} — {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Returns the sentence.</summary>
    public override string ToString() => Name;
}
