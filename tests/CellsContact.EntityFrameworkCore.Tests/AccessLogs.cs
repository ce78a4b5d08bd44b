using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CsCheck;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Random records over two establishments, and the book that seals and verifies them.</summary>
internal static class AccessLogs
{
    public static EstablishmentId E001 { get; } = EstablishmentId.Parse("E001");

    public static EstablishmentId E002 { get; } = EstablishmentId.Parse("E002");

    public static byte[] Key { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static readonly string[] s_actors = ["clerk-1", "担当 \"二\"", "retention"];

    private static readonly Gen<MyNumberAccess> s_access = Gen.Select(
        Gen.Bool.Select(first => first ? E001 : E002),
        Gen.Int[0, 2].Select(i => s_actors[i]),
        Gen.Enum<MyNumberAccessKind>(),
        Gen.Enum<MyNumberAccessResult>(),
        Gen.Bool,
        Gen.Bool).Select((establishment, actor, kind, result, isAbout, hasContact) => new MyNumberAccess(establishment, actor, kind, result)
        {
            Purpose = hasContact ? "税の手続" : null,
            EmployeeNumber = isAbout ? "００２７" : null,
            IsDependent = isAbout ? hasContact : null,
            DependentBirthDate = isAbout && hasContact ? new DateOnly(2020, 2, 29) : null,
            ContactId = hasContact ? "c-1" : null,
            Path = hasContact ? "dependents[0].myNumber" : null,
        });

    /// <summary>3 to 40 records, at least three of the first establishment and one of the second.</summary>
    public static Gen<MyNumberAccess[]> Random { get; } = s_access.Array[3, 39]
        .Select(accesses => (MyNumberAccess[])[.. accesses.Take(36), .. Enumerable.Repeat(accesses[0] with { Establishment = E001 }, 3), accesses[1] with { Establishment = E002 }]);

    public static MyNumberAccessBook Book(IMyNumberAccessLog log, byte[]? key = null, TimeProvider? time = null) =>
        new(log, time ?? new FakeTimeProvider(Notices.Noon.AddTicks(7)), Options.Create(new MyNumberOptions { LogKey = key ?? Key }));

    public static async Task RecordAsync(this MyNumberAccessBook book, IEnumerable<MyNumberAccess> accesses)
    {
        foreach (MyNumberAccess access in accesses)
            await book.RecordAsync(access, null, CancellationToken.None);
    }
}
