using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace CellsContact.EntityFrameworkCore.Rows;

/// <summary>The vault's rows to entries, and owners to columns. What cannot be read as it was written is an error, never a guess.</summary>
internal static class MyNumberMapping
{
    internal static IQueryable<MyNumberRow> Of(this IQueryable<MyNumberRow> rows, MyNumberSlot slot)
    {
        (string establishment, string contact, string path) = (slot.Contact.Establishment.Value, slot.Contact.Id.Value, slot.Path);
        return rows.Where(row => row.Establishment == establishment && row.ContactId == contact && row.Path == path);
    }

    internal static IQueryable<MyNumberRow> LinkedTo(this IQueryable<MyNumberRow> rows, MyNumberOwner owner)
    {
        (string establishment, string number) = (owner.Establishment.Value, owner.Number.Value);
        (DateOnly? born, string? given) = (owner.Dependent?.BirthDate, owner.Dependent?.GivenName);
        return rows.Where(row => row.State == MyNumberState.Linked && row.Establishment == establishment && row.EmployeeNumber == number
            && row.DependentBirthDate == born && row.DependentGivenName == given);
    }

    internal static void Link(this MyNumberRow row, MyNumberOwner owner)
    {
        (row.State, row.EmployeeNumber) = (MyNumberState.Linked, owner.Number.Value);
        (row.DependentBirthDate, row.DependentGivenName) = (owner.Dependent?.BirthDate, owner.Dependent?.GivenName);
    }

    internal static void Hold(this MyNumberRow row, DateTimeOffset putAt)
    {
        (row.State, row.PutAt, row.EmployeeNumber) = (MyNumberState.Held, putAt.ToMicroseconds(), null);
        (row.DependentBirthDate, row.DependentGivenName) = (null, null);
    }

    internal static MyNumberEntry ToEntry(this MyNumberRow row)
    {
        try
        {
            MyNumberSlot slot = new(new(EstablishmentId.Parse(row.Establishment), ContactId.Parse(row.ContactId)), row.Path);
            return new(slot, Enum.IsDefined(row.State) ? row.State : throw new FormatException("No known state."), Instant.FromMicroseconds(row.PutAt))
            {
                Owner = ToOwner(row, slot.Contact.Establishment),
                KeepUntil = row.KeepUntil,
            };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // Without the cause: what a reader says about a text may quote it.
            throw new ContactStoreCorruptException(new(
                $"マイナンバーの保管内容（{row.Establishment}/{row.ContactId} {row.Path}）が壊れています。推測せずに中止しました。バックアップから戻してください。",
                $"An entry of the My Number vault is damaged ({row.Establishment}/{row.ContactId} {row.Path}). Nothing is guessed; restore a backup."));
        }
    }

    private static MyNumberOwner? ToOwner(MyNumberRow row, EstablishmentId establishment)
    {
        if ((row.State == MyNumberState.Held) != row.EmployeeNumber is null || row.DependentBirthDate is null != row.DependentGivenName is null)
            throw new FormatException("The owner does not fit the state.");
        return row.EmployeeNumber is null ? null : new(
            establishment,
            EmployeeNumber.Parse(row.EmployeeNumber),
            row.DependentBirthDate is { } born ? new DependentKey(born, row.DependentGivenName!) : null);
    }
}
