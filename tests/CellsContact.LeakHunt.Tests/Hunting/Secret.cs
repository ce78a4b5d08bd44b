namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Something known that goes through the office: what gives it away, and the places where it belongs.</summary>
/// <param name="Name">What it is called where it is found.</param>
/// <param name="Forms">Every form in which it is looked for.</param>
/// <param name="Homes">How the places begin where it belongs; a number belongs nowhere.</param>
internal sealed record Secret(string Name, IReadOnlyList<Form> Forms, params IReadOnlyList<string> Homes)
{
    internal bool IsAtHome(string place) => Homes.Any(home => place.StartsWith(home, StringComparison.Ordinal));
}
