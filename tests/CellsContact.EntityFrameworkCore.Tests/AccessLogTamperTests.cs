using System.Globalization;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.MyNumbers;
using CsCheck;

namespace CellsContact.EntityFrameworkCore.Tests;

/// <summary>Somebody who can write the database, and lacks the log's key, changes the record.</summary>
public sealed class AccessLogTamperTests : IDisposable
{
    private const string DropTriggers = "DROP TRIGGER TR_MyNumberAccess_UPDATE; DROP TRIGGER TR_MyNumberAccess_DELETE; ";

    private const string Restore = "BEGIN; DELETE FROM MyNumberAccess; INSERT INTO MyNumberAccess SELECT * FROM Original; COMMIT";
    private const int Others = 12;

    private readonly NumbersFile _numbers = new();

    public void Dispose() => _numbers.Dispose();

    [Fact]
    public async Task RandomLog_ManipulatedOnce_IsFoundAndNamed() => await Gen.Select(AccessLogs.Random, Gen.Int[0, int.MaxValue / 2]).SampleAsync(async (accesses, seed) =>
    {
        MyNumberLogVerification before = await MakeAsync(accesses);
        MyNumberAccessBook book = AccessLogs.Book(_numbers.OpenLog());
        Assert.True(before.Holds);
        Assert.True((await book.VerifyAsync(AccessLogs.E002)).Holds);
        await _numbers.File.ExecuteAsync(DropTriggers + "CREATE TABLE Original AS SELECT * FROM MyNumberAccess");
        foreach (int kind in Enumerable.Range(0, Others + Columns.Length))
        {
            await _numbers.File.ExecuteAsync(Restore);
            Tampering tampering = await TamperAsync(kind, seed + kind, (int)before.Records);
            await _numbers.File.ExecuteAsync($"BEGIN; {tampering.Sql}; COMMIT");
            MyNumberLogVerification after = await book.VerifyAsync(tampering.Chain);
            Assert.True(after.At == tampering.At && after.Problem == tampering.Problem, $"{tampering}: {after}");
        }

        await _numbers.File.ExecuteAsync(Restore);
        Assert.Equal(before, await book.VerifyAsync(AccessLogs.E001));
    }, iter: 8, threads: 1);

    [Fact]
    public async Task RemovedAtTheEnd_IsFoundAgainstAnAnchorOnly()
    {
        MyNumberLogVerification before = await MakeAsync([.. Enumerable.Repeat(new MyNumberAccess(AccessLogs.E001, "clerk-1", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done), 9)]);
        await _numbers.File.ExecuteAsync(DropTriggers + "DELETE FROM MyNumberAccess WHERE Number > 7");
        MyNumberLogVerification without = await VerifyAsync(AccessLogs.E001);
        Assert.Equal((true, 7L), (without.Holds, without.Records));
        MyNumberLogVerification with = await VerifyAsync(AccessLogs.E001, before.Anchor);
        Assert.Equal((MyNumberLogProblem.Missing, 8L), (with.Problem, with.At));
        await _numbers.File.ExecuteAsync("DELETE FROM MyNumberAccess");
        Assert.True((await VerifyAsync(AccessLogs.E001)).Holds);
        Assert.Equal(1, (await VerifyAsync(AccessLogs.E001, before.Anchor)).At);
    }

    [Fact]
    public async Task GenuineRecords_OfAnotherCopy_AreOutOfPlace()
    {
        MyNumberAccess access = new(AccessLogs.E001, "clerk-1", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done);
        await MakeAsync([access, access, access]);
        string copy = $"{_numbers.File.Path}.copy";
        await _numbers.File.ExecuteAsync($"VACUUM INTO '{copy}'");
        MyNumberAccessBook here = AccessLogs.Book(_numbers.OpenLog());
        await here.RecordAsync([access, access]);
        MyNumberLogAnchor anchor = (await here.VerifyAsync(AccessLogs.E001)).Anchor;
        await AccessLogs.Book(new EntityFrameworkCoreMyNumberAccessLog(_numbers.File.OpenDatabase(connectionString: $"Data Source={copy}"))).RecordAsync([access, access]);

        await _numbers.File.ExecuteAsync($"{DropTriggers}ATTACH '{copy}' AS other; DELETE FROM MyNumberAccess WHERE Number = 4; INSERT INTO MyNumberAccess SELECT * FROM other.MyNumberAccess WHERE Number = 4");
        MyNumberLogVerification mixed = await VerifyAsync(AccessLogs.E001);
        Assert.Equal((MyNumberLogProblem.OutOfPlace, 5L), (mixed.Problem, mixed.At));
        await _numbers.File.ExecuteAsync($"ATTACH '{copy}' AS other; DELETE FROM MyNumberAccess WHERE Number = 5; INSERT INTO MyNumberAccess SELECT * FROM other.MyNumberAccess WHERE Number = 5");
        Assert.True((await VerifyAsync(AccessLogs.E001)).Holds);
        Assert.Equal(MyNumberLogProblem.OutOfPlace, (await VerifyAsync(AccessLogs.E001, anchor)).Problem);
    }

    private async Task<MyNumberLogVerification> MakeAsync(IReadOnlyList<MyNumberAccess> accesses)
    {
        _numbers.File.Next();
        MyNumberAccessBook book = AccessLogs.Book(_numbers.OpenLog());
        await book.RecordAsync(accesses);
        return await book.VerifyAsync(AccessLogs.E001);
    }

    private Task<MyNumberLogVerification> VerifyAsync(EstablishmentId chain, MyNumberLogAnchor? anchor = null) =>
        AccessLogs.Book(_numbers.OpenLog()).VerifyAsync(chain, anchor);

    private async Task<Tampering> TamperAsync(int kind, int choice, int records)
    {
        int number = 1 + (choice % records);
        int inside = 1 + (choice % (records - 1));
        string at = $"Establishment = 'E001' AND Number = {number}";
        return kind switch
        {
            0 => new($"UPDATE MyNumberAccess SET Sequence = -1 WHERE {at}", number),
            1 => new($"DELETE FROM MyNumberAccess WHERE Establishment = 'E001' AND Number = {inside}", inside, MyNumberLogProblem.Missing),
            2 => new($"""
                DELETE FROM MyNumberAccess WHERE Establishment = 'E001' AND Number = {inside};
                UPDATE MyNumberAccess SET Number = -Number WHERE Establishment = 'E001' AND Number > {inside};
                UPDATE MyNumberAccess SET Number = -Number - 1 WHERE Number < 0
                """, inside),
            3 => new($"""
                UPDATE MyNumberAccess SET Number = -1 WHERE Establishment = 'E001' AND Number = {inside};
                UPDATE MyNumberAccess SET Number = {inside} WHERE Establishment = 'E001' AND Number = {inside + 1};
                UPDATE MyNumberAccess SET Number = {inside + 1} WHERE Number = -1
                """, inside),
            4 => new(Copied(at, records + 1, ""), records + 1),
            5 => new(Copied("Establishment = 'E002' AND Number = 1", records + 1, ", Establishment = 'E001'"), records + 1),
            6 => new(await ForgedAsync(records), records + 1),
            7 => new($"UPDATE MyNumberAccess SET Establishment = 'E009' WHERE {at}", number < records ? number : 1, MyNumberLogProblem.Missing)
            {
                // The last one of a chain is missed where it was taken to.
                Chain = number < records ? AccessLogs.E001 : EstablishmentId.Parse("E009"),
            },
            8 => new($"UPDATE MyNumberAccess SET Number = {records + 3} WHERE {at}", number, MyNumberLogProblem.Missing),
            9 => new($"UPDATE MyNumberAccess SET Number = 'x' WHERE {at}", number, number < records ? MyNumberLogProblem.Missing : MyNumberLogProblem.Altered),
            10 => new($"UPDATE MyNumberAccess SET Number = 0 WHERE {at}", 0),
            11 => new($"UPDATE MyNumberAccess SET Number = {number}.5 WHERE {at}", number),
            _ => new($"UPDATE MyNumberAccess SET {Columns[kind - Others].Column} = {Columns[kind - Others].Other} WHERE {at}", number),
        };
    }

    /// <summary>For each column of a record something else than what is there.</summary>
    private static (string Column, string Other)[] Columns { get; } =
    [
        ("EventId", "EventId || 'x'"),
        ("At", "At + 1"), ("At", "At - 86400000000"), ("At", "9223372036854775807"), ("At", "'soon'"), ("At", "At + 0.5"),
        ("ActorId", "'clerk-9'"), ("ActorId", "''"), ("ActorId", "CAST(ActorId AS BLOB)"),
        ("Kind", "CASE Kind WHEN 7 THEN 1 ELSE Kind + 1 END"), ("Kind", "99"), ("Kind", "'x'"), ("Kind", "Kind + 4294967296"),
        ("Result", "CASE Result WHEN 7 THEN 1 ELSE Result + 1 END"), ("Result", "-1"), ("Result", "x'00'"),
        ("Purpose", "coalesce(Purpose || 'x', '')"), ("EmployeeNumber", "coalesce(EmployeeNumber || 'x', '')"),
        ("IsDependent", "coalesce(1 - IsDependent, 0)"), ("IsDependent", "2"), ("IsDependent", "'x'"),
        ("DependentBirthDate", "coalesce(DependentBirthDate || 'x', '2020-01-01')"), ("DependentBirthDate", "'2020-2-29'"),
        ("ContactId", "coalesce(ContactId || 'x', '')"), ("Path", "coalesce(Path || 'x', '')"),
        ("PreviousSeal", "PreviousSeal || '0'"), ("Seal", "substr(Seal, 1, 63)"), ("Seal", "''"), ("Seal", "Seal || char(0)"),
    ];

    /// <summary>A copy of a record at the chain's end, with an event of its own: the database takes none twice.</summary>
    private static string Copied(string from, int number, string more) =>
        $"""
        CREATE TEMP TABLE Copy AS SELECT * FROM MyNumberAccess WHERE {from};
        UPDATE Copy SET Sequence = (SELECT max(Sequence) + 1 FROM MyNumberAccess), Number = {number.ToString(CultureInfo.InvariantCulture)}, EventId = 'copied'{more};
        INSERT INTO MyNumberAccess SELECT * FROM Copy
        """;

    /// <summary>A record that says what it likes, chained to the last one, and sealed with another key.</summary>
    private async Task<string> ForgedAsync(int records)
    {
        List<MyNumberAccessRecord> chain = [];
        await foreach (MyNumberAccessRecord record in _numbers.OpenLog().ReadAsync(AccessLogs.E001, CancellationToken.None))
            chain.Add(record);
        MyNumberAccessRecord last = chain[records - 1];
        MyNumberAccessRecord forged = last with { Number = records + 1, EventId = "forged", PreviousSeal = last.Seal, Seal = "" };
        forged = forged with { Seal = AccessSeal.Of(forged, new byte[32]) };
        return Copied($"Establishment = 'E001' AND Number = {records}", records + 1, $", EventId = 'forged', PreviousSeal = '{forged.PreviousSeal}', Seal = '{forged.Seal}'");
    }

    /// <summary>One manipulation, and what verifying a chain says of it.</summary>
    private sealed record Tampering(string Sql, long At, MyNumberLogProblem Problem = MyNumberLogProblem.Altered)
    {
        public EstablishmentId Chain { get; init; } = AccessLogs.E001;
    }
}
