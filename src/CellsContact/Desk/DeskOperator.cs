using CellsContact.Contacts;

namespace CellsContact.Desk;

/// <summary>Who works at the desk (担当者). The host has authenticated them.</summary>
/// <param name="Id">The stable id, kept in the history and in the ledger's log.</param>
/// <param name="Name">The name to show, where it differs from the id.</param>
public sealed record DeskOperator(string Id, string? Name = null)
{
    /// <summary>The name to show.</summary>
    public string DisplayName => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id;
}

/// <summary>Which operator may see which establishment. Register your own to restrict; by default everyone sees all.</summary>
/// <remarks>Thread-safe. What an operator may not see does not exist for them: not in lists, not when opened, not when saved.</remarks>
public interface IOperatorPolicy
{
    /// <summary>Whether an operator may see an establishment's notices.</summary>
    /// <param name="clerk">The operator.</param>
    /// <param name="establishment">The establishment.</param>
    /// <param name="token">Cancels.</param>
    ValueTask<bool> MaySeeAsync(DeskOperator clerk, EstablishmentId establishment, CancellationToken token);
}

internal sealed class EveryOperatorSeesAll : IOperatorPolicy
{
    public ValueTask<bool> MaySeeAsync(DeskOperator clerk, EstablishmentId establishment, CancellationToken token) => ValueTask.FromResult(true);
}
