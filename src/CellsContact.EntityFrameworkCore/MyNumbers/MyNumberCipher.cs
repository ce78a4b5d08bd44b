using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CellsContact.Contacts;
using CellsContact.EntityFrameworkCore.Rows;
using CellsContact.MyNumbers;
using Microsoft.AspNetCore.DataProtection;

namespace CellsContact.EntityFrameworkCore.MyNumbers;

/// <summary>Encrypts a number for exactly one row: its establishment, its slot and, once it has one, its owner.</summary>
/// <remarks>Thread-safe. What was put into another row, or another state, does not open there.</remarks>
internal sealed class MyNumberCipher(IDataProtectionProvider? provider)
{
    private const int Digits = 12;

    internal static BilingualText NoProvider { get; } = new(
        "マイナンバーを暗号化する鍵の保管先がありません。services.AddDataProtection().PersistKeysToFileSystem(…) などで、データベースとは別の場所を指定してください。",
        "There are no keys to encrypt My Numbers with: call services.AddDataProtection().PersistKeysToFileSystem(…), or another PersistKeysTo…, with a place apart from the database.");

    /// <summary>Encrypts a number for a row as it is now.</summary>
    internal void Protect(MyNumberRow row, MyNumber number)
    {
        Span<char> digits = stackalloc char[Digits];
        byte[] plain = new byte[Digits];
        try
        {
            number.CopyDigitsTo(digits);
            Encoding.ASCII.GetBytes(digits, plain);
            row.Protected = Protector(row).Protect(plain);
        }
        catch (CryptographicException e)
        {
            throw new MyNumberVaultException(new(
                $"マイナンバーを暗号化できません（{Where(row)}）。鍵の保管先（Data Protection）を確認してください。",
                $"A My Number cannot be encrypted ({Where(row)}). Check where the keys are kept (Data Protection)."), e);
        }
        finally
        {
            digits.Clear();
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Decrypts a row's number.</summary>
    /// <exception cref="MyNumberKeyLostException">It does not open.</exception>
    internal MyNumber Open(MyNumberRow row)
    {
        byte[] plain = [];
        Span<char> digits = stackalloc char[Digits];
        try
        {
            plain = Protector(row).Unprotect(row.Protected);
            return plain.Length == Digits && Encoding.ASCII.TryGetChars(plain, digits, out _) && MyNumber.TryParseDigits(digits, out MyNumber? number)
                ? number
                : throw Lost(row, null);
        }
        catch (CryptographicException e)
        {
            throw Lost(row, e);
        }
        finally
        {
            digits.Clear();
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private IDataProtector Protector(MyNumberRow row) => (provider ?? throw new MyNumberVaultException(NoProvider)).CreateProtector(Purposes(row));

    // How many there are tells held, a person's and a dependent's apart.
    private static string[] Purposes(MyNumberRow row) =>
    [
        "CellsContact.MyNumbers.v1", row.Establishment, row.ContactId, row.Path,
        .. row.EmployeeNumber is { } number ? [number] : Array.Empty<string>(),
        .. row.DependentBirthDate is { } born ? [born.ToString("O", CultureInfo.InvariantCulture), row.DependentGivenName ?? ""] : Array.Empty<string>(),
    ];

    private static MyNumberKeyLostException Lost(MyNumberRow row, CryptographicException? cause) => new(new(
        $"保管されているマイナンバーを復号できません（{Where(row)}）。鍵が失われたか入れ替わったか、データベースが書き換えられています。鍵のフォルダー（Data Protection）をバックアップから戻してください。",
        $"A kept My Number cannot be decrypted ({Where(row)}). The keys were lost or replaced, or the database was altered. Restore the key ring (Data Protection)."), cause);

    private static string Where(MyNumberRow row)
    {
        string slot = $"{row.Establishment}/{row.ContactId} {row.Path}";
        return row.EmployeeNumber is null ? slot : $"{slot}, 社員番号 {row.EmployeeNumber}{(row.DependentGivenName is null ? "" : " 家族")}";
    }
}
