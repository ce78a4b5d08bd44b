using CellsContact.DependencyInjection;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore;

/// <summary>Finds the one mistake that would lose notices silently: a durable store is set up, and the one in memory is used.</summary>
internal sealed class StoreGaps(IContactStore store) : IStartupGaps
{
    public IEnumerable<string> Find() => store is InMemoryContactStore
        ? ["UseEntityFrameworkCore と UseInMemoryStore の両方が指定されています。連絡が保存されません。UseInMemoryStore を外してください。 (UseInMemoryStore comes before UseEntityFrameworkCore: notices would be lost. Remove it.)"]
        : [];
}
