using System.Data.Common;
using System.Runtime.CompilerServices;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.EntityFrameworkCore.Sqlite;
using CellsContact.MyNumbers;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.MyNumbers;

/// <summary>The durable access log: a table that is only added to, one chain per establishment.</summary>
internal sealed class EntityFrameworkCoreMyNumberAccessLog(SqliteContactDatabase database, int pageSize = 500) : IMyNumberAccessLog
{
    public async ValueTask<MyNumberAccessRecord> AppendAsync(EstablishmentId establishment, string eventId, Func<MyNumberAccessRecord?, MyNumberAccessRecord> seal, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(seal);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        string chain = establishment.Value;
        return await database.WriteAsync(StoreOperation.RecordingAccess(establishment), AppendAsync, token).ConfigureAwait(false);

        async Task<MyNumberAccessRecord> AppendAsync(ContactDbContext context)
        {
            IQueryable<MyNumberAccessRow> rows = context.MyNumberAccesses.Where(row => row.Establishment == chain);
            if (await ReadAsync(rows.Where(row => row.EventId == eventId), token).ConfigureAwait(false) is [{ Record: var known }])
                return known;
            List<AccessRecordRow> last = await ReadAsync(rows.OrderByDescending(row => row.Number).Take(1), token).ConfigureAwait(false);
            MyNumberAccessRecord record = seal(last is [{ Record: var before }] ? before : null);
            context.MyNumberAccesses.Add(NewRow(record));
            return record;
        }
    }

    public async IAsyncEnumerable<MyNumberAccessRecord> ReadAsync(EstablishmentId establishment, [EnumeratorCancellation] CancellationToken token)
    {
        string chain = establishment.Value;
        long lastNumber = 0;
        long lastSequence = 0;
        object? after = null;
        while (true)
        {
            List<AccessRecordRow> page = await database.ReadAsync(
                StoreOperation.ReadingAccess, context => ReadAsync(Page(context, chain, after, lastSequence), token), token).ConfigureAwait(false);
            foreach (AccessRecordRow row in page)
            {
                // Without a readable number its place is where it was found. One that was appended before its
                // predecessor was moved: lists go by the order of appending.
                MyNumberAccessRecord record = row.Number is long ? row.Record : row.Record with { Number = lastNumber + 1 };
                yield return row.Sequence > lastSequence ? record : record with { Seal = "" };
                (lastNumber, lastSequence, after) = (record.Number, row.Sequence, row.Number is DBNull ? long.MinValue : row.Number);
            }

            if (page.Count < pageSize)
                yield break;
        }
    }

    public async ValueTask<IReadOnlyList<MyNumberAccessRecord>> ListAsync(MyNumberAccessQuery query, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(query);
        List<AccessRecordRow> rows = await database.ReadAsync(
            StoreOperation.ReadingAccess,
            context => ReadAsync(Filter(context.MyNumberAccesses, query).OrderByDescending(row => row.Sequence).Take(query.Limit), token),
            token).ConfigureAwait(false);
        return [.. rows.Select(row => row.Record)];
    }

    public async ValueTask<IReadOnlyList<EstablishmentId>> ListEstablishmentsAsync(CancellationToken token)
    {
        List<string> ids = await database.ReadAsync(
            StoreOperation.ReadingAccess,
            context => context.MyNumberAccesses.Select(row => row.Establishment).Distinct().Order().ToListAsync(token),
            token).ConfigureAwait(false);

        // What is no id is no establishment's chain: it is missing in the one it was taken from.
        return [.. ids.Select(id => EstablishmentId.TryParse(id, out EstablishmentId establishment) ? establishment : default).Where(id => !id.IsUnset)];
    }

    private IQueryable<MyNumberAccessRow> Page(ContactDbContext context, string chain, object? after, long afterSequence) =>
        (after is null
            ? context.MyNumberAccesses
            : context.MyNumberAccesses.FromSqlRaw("""SELECT * FROM "MyNumberAccess" WHERE ("Number", "Sequence") > ({0}, {1})""", after, afterSequence))
        .Where(row => row.Establishment == chain)
        .OrderBy(row => row.Number).ThenBy(row => row.Sequence)
        .Take(pageSize);

    private static IQueryable<MyNumberAccessRow> Filter(IQueryable<MyNumberAccessRow> rows, MyNumberAccessQuery query)
    {
        if (query.Establishment?.Value is { } establishment)
            rows = rows.Where(row => row.Establishment == establishment);
        if (query.ActorId is { } actor)
            rows = rows.Where(row => row.ActorId == actor);
        if (query.Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (query.Results is { } results)
            rows = rows.Where(row => results.Contains(row.Result));
        if (query.Since?.ToMicrosecondsUp() is { } since)
            rows = rows.Where(row => row.At >= since);
        return rows;
    }

    private static async Task<List<AccessRecordRow>> ReadAsync(IQueryable<MyNumberAccessRow> rows, CancellationToken token)
    {
        DbCommand command = rows.CreateDbCommand();
        await using (command.ConfigureAwait(false))
            return await AccessRecordReader.ReadAsync(command, token).ConfigureAwait(false);
    }

    internal static MyNumberAccessRow NewRow(MyNumberAccessRecord record) => new()
    {
        Establishment = record.Access.Establishment.Value,
        Number = record.Number,
        EventId = record.EventId,
        At = record.At.ToMicroseconds(),
        ActorId = record.Access.ActorId,
        Kind = record.Access.Kind,
        Result = record.Access.Result,
        Purpose = record.Access.Purpose,
        EmployeeNumber = record.Access.EmployeeNumber,
        IsDependent = record.Access.IsDependent,
        DependentBirthDate = record.Access.DependentBirthDate,
        ContactId = record.Access.ContactId,
        Path = record.Access.Path,
        PreviousSeal = record.PreviousSeal,
        Seal = record.Seal,
    };
}
