using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using CellsContact.Trials;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CellsContact.Benchmarks;

/// <summary>Verifying an access log of 100,000 records, kept in a list and in SQLite, beside the floor: as many HMACs.</summary>
[MemoryDiagnoser]
public class MyNumberLogBenchmarks
{
    private const int Records = 100_000;
    private readonly byte[] _record = new byte[256];
    private NumbersOffice _office = null!;
    private MyNumberAccessBook _inMemory = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _office = await NumbersOffice.OpenAsync();
        ListLog list = new();
        _inMemory = new(list, NumbersOffice.Time, Options.Create(new MyNumberOptions { LogKey = NumbersOffice.LogKey }));
        MyNumberDesk desk = new(new InMemoryContactStore(), new Everywhere(), new InMemoryMyNumberVault(), new NumbersOffice.Everybody(), _inMemory, NumbersOffice.Time, Options.Create(new MyNumberOptions { LogKey = NumbersOffice.LogKey }));
        MyNumberGrant grant = await NumbersOffice.GrantAsync(desk);
        list.Clear();
        for (int i = 0; i < Records; i++)
            await desk.RevealAsync(grant, NumbersOffice.OwnerOf(1), NumbersOffice.OtherPurpose);
        await _office.Log.AppendAsync(OfficeFolder.Establishment, list[0].EventId, _ => list[0], CancellationToken.None);
        CopyTo(_office.Folder.Database, list);
        Require(await VerifyInMemoryAsync());
        Require(await VerifyInSqliteAsync());
    }

    [Benchmark(Baseline = true)]
    public int HmacOfEachRecord()
    {
        int sum = 0;
        for (int i = 0; i < Records; i++)
            sum += HMACSHA256.HashData(NumbersOffice.LogKey, _record)[0];
        return sum;
    }

    [Benchmark]
    public Task<MyNumberLogVerification> VerifyInMemoryAsync() => _inMemory.VerifyAsync(OfficeFolder.Establishment);

    [Benchmark]
    public Task<MyNumberLogVerification> VerifyInSqliteAsync() => _office.Book.VerifyAsync(OfficeFolder.Establishment);

    [GlobalCleanup]
    public async Task CleanupAsync() => await _office.DisposeAsync();

    private static void Require(MyNumberLogVerification verified)
    {
        if (!verified.Holds || verified.Records != Records)
            throw new InvalidOperationException($"{verified.Records} records, {verified.Problem} at {verified.At}.");
    }

    /// <summary>The records differ in place, event and seals only: each is the first one's row with its own.</summary>
    private static void CopyTo(string database, ListLog list)
    {
        using SqliteConnection connection = new($"Data Source={database}");
        connection.Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO MyNumberAccess (Establishment, Number, EventId, At, ActorId, Kind, Result, Purpose, EmployeeNumber, IsDependent, DependentBirthDate, ContactId, Path, PreviousSeal, Seal)
            SELECT Establishment, $number, $event, At, ActorId, Kind, Result, Purpose, EmployeeNumber, IsDependent, DependentBirthDate, ContactId, Path, $previous, $seal
            FROM MyNumberAccess WHERE Sequence = 1
            """;
        SqliteParameter[] parameters = [.. ((string[])["$number", "$event", "$previous", "$seal"]).Select(name => insert.Parameters.Add(name, name == "$number" ? SqliteType.Integer : SqliteType.Text))];
        for (int i = 1; i < Records; i++)
        {
            MyNumberAccessRecord record = list[i];
            (parameters[0].Value, parameters[1].Value, parameters[2].Value, parameters[3].Value) = (record.Number, record.EventId, record.PreviousSeal, record.Seal);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>A log that appends to a list, for one chain.</summary>
    private sealed class ListLog : IMyNumberAccessLog
    {
        private readonly List<MyNumberAccessRecord> _records = [];

        internal MyNumberAccessRecord this[int index] => _records[index];

        internal void Clear() => _records.Clear();

        public ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
        {
            MyNumberAccessRecord record = seal(_records.Count == 0 ? null : _records[^1]);
            _records.Add(record);
            return ValueTask.FromResult(record);
        }

        public async IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, [EnumeratorCancellation] CancellationToken token)
        {
            foreach (MyNumberAccessRecord record in _records)
                yield return record;
            await Task.CompletedTask;
        }

        public ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token) => ValueTask.FromResult<IReadOnlyList<MyNumberAccessRecord>>([]);

        public ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token) => ValueTask.FromResult<IReadOnlyList<EstablishmentId>>([OfficeFolder.Establishment]);
    }

    private sealed class Everywhere : IOperatorPolicy
    {
        public ValueTask<bool> MaySeeAsync(DeskOperator clerk, EstablishmentId establishment, CancellationToken token) => ValueTask.FromResult(true);
    }
}
