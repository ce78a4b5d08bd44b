using CellsContact.Intake;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.Storage;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>The steps of an office's work: what one gives or throws is searched, and one that failed is tried again.</summary>
internal sealed class Steps(Haul haul)
{
    private const int Tries = 6;
    private readonly Dictionary<string, int> _outcomes = [];

    /// <summary>What the steps came to: a flow that only fails shows nothing.</summary>
    internal IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    internal async Task TakeAsync(string step, Func<Task<object?>> work)
    {
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                object? result = await work();
                haul.AddObject($"result of {step}", result);
                foreach (string outcome in OutcomesOf(result))
                    Count($"{step}: {outcome}");
                return;
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                haul.AddException(step, exception);
                Count($"{step}: {exception.GetType().Name}");
            }
        }
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private static IEnumerable<string> OutcomesOf(object? result) => result switch
    {
        null => ["nothing"],
        IReadOnlyList<IntakeResult> received => received.Select(each => each.GetType().Name),
        IReadOnlyList<OutboxEntry> messages => messages.Select(message => message.State.ToString()).DefaultIfEmpty("no message").Distinct(),
        Enum outcome => [outcome.ToString()],
        _ => [result.GetType().Name],
    };
}
