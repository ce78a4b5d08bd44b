using System.Security.Cryptography;
using System.Text;

namespace CellsContact.MyNumbers;

/// <summary>The seal of an access record: HMAC-SHA256 over every part of it and the seal before.</summary>
internal static class AccessSeal
{
    internal static string Of(MyNumberAccessRecord record, byte[] key)
    {
        using MemoryStream canonical = new();
        using (BinaryWriter writer = new(canonical, Encoding.UTF8, leaveOpen: true))
        {
            // Every part with its length or with whether it is there, so that no two records read the same.
            MyNumberAccess access = record.Access;
            writer.Write("CellsContact.MyNumberAccess.1");
            writer.Write(access.Establishment.ToString());
            writer.Write(record.Number);
            writer.Write(record.At.UtcTicks);
            writer.Write(record.EventId);
            writer.Write(access.ActorId);
            writer.Write((int)access.Kind);
            writer.Write((int)access.Result);
            Write(writer, access.Purpose);
            Write(writer, access.EmployeeNumber);
            writer.Write(access.IsDependent switch { null => 0, false => 1, true => 2 });
            writer.Write(access.DependentBirthDate?.DayNumber ?? -1);
            Write(writer, access.ContactId);
            Write(writer, access.Path);
            writer.Write(record.PreviousSeal);
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, canonical.GetBuffer().AsSpan(0, (int)canonical.Length)));
    }

    internal static bool Holds(MyNumberAccessRecord record, byte[] key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(record.Seal), Encoding.UTF8.GetBytes(Of(record, key)));

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }
}
