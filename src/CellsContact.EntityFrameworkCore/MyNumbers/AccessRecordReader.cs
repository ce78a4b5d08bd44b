using System.Data.Common;
using System.Globalization;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.MyNumbers;

namespace CellsContact.EntityFrameworkCore.MyNumbers;

/// <summary>Reads records exactly as they were written: a row that somebody altered into anything else comes back without its seal.</summary>
/// <remarks>EF Core would throw at such a row, or read 2 as yes; this is how whoever altered it would hide the rest.</remarks>
internal static class AccessRecordReader
{
    /// <summary>Reads every row of an answer that has the table's columns.</summary>
    internal static async Task<List<AccessRecordRow>> ReadAsync(DbCommand command, CancellationToken token)
    {
        List<AccessRecordRow> rows = [];
        DbDataReader reader = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(token).ConfigureAwait(false))
                rows.Add(Read(reader));
        }

        return rows;
    }

    private static AccessRecordRow Read(DbDataReader reader)
    {
        object number = Value(reader, nameof(MyNumberAccessRow.Number));
        long sequence = Value(reader, nameof(MyNumberAccessRow.Sequence)) as long? ?? 0;
        _ = EstablishmentId.TryParse(Value(reader, nameof(MyNumberAccessRow.Establishment)) as string, out EstablishmentId establishment);
        MyNumberAccessRecord record;
        try
        {
            record = Whole(reader, establishment);
        }
        catch (FormatException)
        {
            MyNumberAccess unknown = new(establishment, "", default, default);
            record = new(number as long? ?? 0, DateTimeOffset.UnixEpoch, "", unknown, "", "");
        }

        return new(sequence, number, record);
    }

    private static MyNumberAccessRecord Whole(DbDataReader reader, EstablishmentId establishment)
    {
        MyNumberAccess access = new(
            establishment.IsUnset ? throw Altered() : establishment,
            Text(reader, nameof(MyNumberAccessRow.ActorId)),
            Known((MyNumberAccessKind)Small(reader, nameof(MyNumberAccessRow.Kind))),
            Known((MyNumberAccessResult)Small(reader, nameof(MyNumberAccessRow.Result))))
        {
            Purpose = TextOrNull(reader, nameof(MyNumberAccessRow.Purpose)),
            EmployeeNumber = TextOrNull(reader, nameof(MyNumberAccessRow.EmployeeNumber)),
            IsDependent = YesOrNo(Value(reader, nameof(MyNumberAccessRow.IsDependent))),
            DependentBirthDate = Day(TextOrNull(reader, nameof(MyNumberAccessRow.DependentBirthDate))),
            ContactId = TextOrNull(reader, nameof(MyNumberAccessRow.ContactId)),
            Path = TextOrNull(reader, nameof(MyNumberAccessRow.Path)),
        };
        return new(
            Whole(reader, nameof(MyNumberAccessRow.Number)),
            At(Whole(reader, nameof(MyNumberAccessRow.At))),
            Text(reader, nameof(MyNumberAccessRow.EventId)),
            access,
            Text(reader, nameof(MyNumberAccessRow.PreviousSeal)),
            Text(reader, nameof(MyNumberAccessRow.Seal)));
    }

    private static object Value(DbDataReader reader, string column) => reader.GetValue(reader.GetOrdinal(column));

    private static long Whole(DbDataReader reader, string column) => Value(reader, column) as long? ?? throw Altered();

    private static int Small(DbDataReader reader, string column) => Whole(reader, column) is >= 0 and <= int.MaxValue and var small ? (int)small : throw Altered();

    private static string Text(DbDataReader reader, string column) => Value(reader, column) as string ?? throw Altered();

    private static string? TextOrNull(DbDataReader reader, string column) => Value(reader, column) is DBNull ? null : Text(reader, column);

    private static bool? YesOrNo(object value) => value switch
    {
        DBNull => null,
        0L => false,
        1L => true,
        _ => throw Altered(),
    };

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(long microseconds) =>
        microseconds >= Instant.Earliest && microseconds <= Instant.Latest ? Instant.FromMicroseconds(microseconds) : throw Altered();

    private static T Known<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw Altered();

    private static FormatException Altered() => new("Not as it was written.");
}

/// <summary>A record with its place in the table.</summary>
/// <param name="Sequence">The order of appending.</param>
/// <param name="Number">The column as it is, whatever somebody made of it.</param>
/// <param name="Record">The record; without a seal where the row cannot be read.</param>
internal sealed record AccessRecordRow(long Sequence, object Number, MyNumberAccessRecord Record);
