using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using Microsoft.Data.Sqlite;

namespace CellsContact.Benchmarks;

/// <summary>What a number costs in the durable vault, beside the floors: sealing twelve bytes, and one row flushed to the disk.</summary>
[MemoryDiagnoser]
public class MyNumberBenchmarks
{
    private const int People = 1_000;
    private readonly byte[] _plain = new byte[12];
    private readonly byte[] _sealed = new byte[12];
    private readonly byte[] _nonce = new byte[12];
    private readonly byte[] _tag = new byte[16];
    private readonly AesGcm _aes = new(RandomNumberGenerator.GetBytes(32), 16);
    private NumbersOffice _office = null!;
    private SqliteConnection _floor = null!;
    private MyNumberGrant _grant = null!;
    private MyNumberOwner _owner = null!;
    private int _next = People;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _office = await NumbersOffice.OpenAsync();
        for (int person = 1; person <= People; person++)
        {
            await _office.Vault.PutAsync(NumbersOffice.SlotOf(person), NumbersOffice.NumberOf(person), CancellationToken.None);
            await _office.Vault.LinkAsync(NumbersOffice.SlotOf(person), NumbersOffice.OwnerOf(person), null, CancellationToken.None);
        }

        _grant = await _office.GrantAsync();
        _owner = NumbersOffice.OwnerOf(People / 2);
        _floor = new($"Data Source={Path.Combine(_office.Folder.Path, "floor.db")}");
        _floor.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Floor (Id INTEGER PRIMARY KEY, Data BLOB NOT NULL);");
    }

    [Benchmark]
    public void SealTwelveBytes()
    {
        RandomNumberGenerator.Fill(_nonce);
        _aes.Encrypt(_nonce, _plain, _sealed, _tag);
    }

    [Benchmark]
    public void InsertOneRowFlushed() => Execute("INSERT INTO Floor (Data) VALUES (zeroblob(200));");

    [Benchmark]
    public async Task<bool> ProtectAndPutAsync()
    {
        int notice = ++_next;
        return await _office.Vault.PutAsync(NumbersOffice.SlotOf(notice), NumbersOffice.NumberOf(notice), CancellationToken.None);
    }

    [Benchmark]
    public async Task<MyNumberReveal> RevealWithItsRecordAsync() =>
        await _office.Desk.RevealAsync(_grant, _owner, NumbersOffice.Purpose) as MyNumberReveal.Shown ?? throw new InvalidOperationException("Not shown.");

    /// <summary>What confirming asks: whether one of a thousand people has the same number. Each is opened.</summary>
    [Benchmark]
    public async Task<IReadOnlyList<MyNumberEntry>> FindSameAmongAThousandAsync() => await _office.Vault.FindSameAsync(NumbersOffice.SlotOf(1), CancellationToken.None);

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _aes.Dispose();
        _floor.Dispose();
        await _office.DisposeAsync();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _floor.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
