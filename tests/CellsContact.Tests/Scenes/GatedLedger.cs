using System.Threading.Channels;
using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Tests.Scenes;

/// <summary>A ledger where whoever wants to apply waits until the test says what becomes of it.</summary>
internal sealed class GatedLedger : ILedger
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private readonly Channel<Waiting> _waiting = Channel.CreateUnbounded<Waiting>();

    internal InMemoryLedger Inner { get; } = new();

    /// <summary>The next one to arrive at the gate.</summary>
    internal async Task<Waiting> NextAsync() => await _waiting.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    public ValueTask<LedgerSnapshot> ReadAsync(EstablishmentId establishment, IReadOnlyList<PersonQuery> queries, CancellationToken token) =>
        Inner.ReadAsync(establishment, queries, token);

    public async ValueTask<IReadOnlyList<LedgerOutcome>> ApplyAsync(EstablishmentId establishment, IReadOnlyList<LedgerChangeSet> changeSets, CancellationToken token)
    {
        Waiting waiting = new();
        await _waiting.Writer.WriteAsync(waiting, token);
        await waiting.Gate;
        return await Inner.ApplyAsync(establishment, changeSets, token);
    }

    /// <summary>One call that waits to apply.</summary>
    internal sealed class Waiting
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Gate => _gate.Task;

        /// <summary>Its set is applied.</summary>
        internal void Enter() => _gate.SetResult();

        /// <summary>It waits too long for the workbook and gives up.</summary>
        internal void TooLong() => _gate.SetException(new LedgerBusyException(new("使用中です。", "In use.")));
    }
}
