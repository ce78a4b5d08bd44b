using CellsContact.EntityFrameworkCore.MyNumbers;
using CellsContact.MyNumbers;
using Microsoft.Data.Sqlite;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class SqliteAccessLogTests : IDisposable
{
    private static readonly CancellationToken s_token = CancellationToken.None;
    private static readonly MyNumberAccess s_access = new(AccessLogs.E001, "clerk-1", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done);

    private readonly NumbersFile _numbers = new();

    public void Dispose() => _numbers.Dispose();

    [Theory]
    [InlineData("UPDATE MyNumberAccess SET ActorId = 'clerk-9'")]
    [InlineData("DELETE FROM MyNumberAccess WHERE Number = 1")]
    public async Task Change_PastTheLog_IsRefusedByTheDatabase(string sql)
    {
        MyNumberAccessBook book = AccessLogs.Book(_numbers.OpenLog());
        await book.RecordAsync([s_access, s_access]);
        SqliteException refused = await Assert.ThrowsAsync<SqliteException>(() => _numbers.File.ExecuteAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await book.VerifyAsync(AccessLogs.E001)).Records);
    }

    [Theory]
    [InlineData("Number", "NULL", 1)]
    [InlineData("Number", "x'0102'", 3)]
    [InlineData("Sequence", "NULL", 2)]
    [InlineData("EventId", "NULL", 2)]
    [InlineData("At", "NULL", 2)]
    [InlineData("ActorId", "NULL", 2)]
    [InlineData("Kind", "NULL", 2)]
    [InlineData("Result", "NULL", 2)]
    [InlineData("PreviousSeal", "NULL", 2)]
    [InlineData("Seal", "NULL", 2)]
    [InlineData("Seal", "x'05'", 2)]
    [InlineData("IsDependent", "1.5", 2)]
    [InlineData("DependentBirthDate", "20200229", 2)]
    [InlineData("Purpose", "x'ff'", 2)]
    public async Task Row_OfATableWithoutItsRules_ComesBackWithoutASeal(string column, string value, int place)
    {
        MyNumberAccessBook book = AccessLogs.Book(_numbers.OpenLog());
        await book.RecordAsync([s_access, s_access, s_access]);
        int altered = column == "Number" && value != "NULL" ? 3 : 2;
        await _numbers.File.ExecuteAsync($"""
            CREATE TABLE Loose AS SELECT * FROM MyNumberAccess;
            DROP TABLE MyNumberAccess;
            ALTER TABLE Loose RENAME TO MyNumberAccess;
            UPDATE MyNumberAccess SET {column} = {value} WHERE Number = {altered}
            """);
        List<MyNumberAccessRecord> chain = [];
        await foreach (MyNumberAccessRecord record in _numbers.OpenLog().ReadAsync(AccessLogs.E001, s_token))
            chain.Add(record);
        Assert.Equal(3, chain.Count);
        Assert.Equal("", chain[place - 1].Seal);
        Assert.Equal(place, chain[place - 1].Number);
        Assert.Equal(place, (await AccessLogs.Book(_numbers.OpenLog()).VerifyAsync(AccessLogs.E001)).At);
        Assert.NotNull(await book.ListAsync(new()));
    }

    [Fact]
    public async Task Append_AfterAnAlteredRecord_IsRecordedAndTheAlteredOneStillNamed()
    {
        MyNumberAccessBook book = AccessLogs.Book(_numbers.OpenLog());
        await book.RecordAsync([s_access, s_access]);
        await _numbers.File.ExecuteAsync("DROP TRIGGER TR_MyNumberAccess_UPDATE; UPDATE MyNumberAccess SET Kind = 99 WHERE Number = 2");
        await book.RecordAsync([s_access]);
        Assert.Equal(3, (await book.ListAsync(new())).Count);
        MyNumberLogVerification after = await book.VerifyAsync(AccessLogs.E001);
        Assert.Equal((MyNumberLogProblem.Altered, 2L), (after.Problem, after.At));
    }

    [Fact]
    public async Task TwoInstances_AppendingAtOnce_MakeOneChain()
    {
        MyNumberAccessBook[] books = [AccessLogs.Book(_numbers.OpenLog()), AccessLogs.Book(_numbers.OpenLog())];
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => books[i % 2].RecordAsync([s_access]))));
        Assert.Equal(40, (await books[0].VerifyAsync(AccessLogs.E001)).Records);
        Assert.Null((await books[1].VerifyAsync(AccessLogs.E001)).Problem);
    }

    [Fact]
    public async Task Verify_LongChain_ReadsItInPagesWithTheirDefaultSize()
    {
        List<MyNumberAccessRecord> records = [];
        InMemoryMyNumberAccessLog made = new();
        await AccessLogs.Book(made).RecordAsync(Enumerable.Repeat(s_access, 1203));
        await foreach (MyNumberAccessRecord record in made.ReadAsync(AccessLogs.E001, s_token))
            records.Add(record);
        Sqlite.SqliteContactDatabase database = _numbers.File.OpenDatabase();
        await database.WriteAsync(Sqlite.StoreOperation.ReadingAccess, context =>
        {
            context.AddRange(records.Select(EntityFrameworkCoreMyNumberAccessLog.NewRow));
            return Task.FromResult(true);
        }, s_token);
        MyNumberLogVerification verified = await AccessLogs.Book(new EntityFrameworkCoreMyNumberAccessLog(database)).VerifyAsync(AccessLogs.E001);
        Assert.Equal((1203L, true), (verified.Records, verified.Holds));
    }
}
