using CellsContact.Contacts;
using CellsContact.MyNumbers;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CellsContact.EntityFrameworkCore.Sqlite;

/// <summary>SQLite's errors as the store's: what to do, in two languages, without any value of a notice.</summary>
internal static class SqliteFailures
{
    internal static bool IsOne(Exception exception) => exception is SqliteException or DbUpdateException;

    /// <summary>The store's error. The cause is SQLite's own, which quotes no values; EF Core's would carry the rows.</summary>
    internal static ContactStoreException Translate(Exception exception, StoreOperation operation, string dataSource)
    {
        SqliteException? cause = exception as SqliteException ?? exception.GetBaseException() as SqliteException;
        BilingualText reason = cause?.SqliteErrorCode switch
        {
            Busy or Locked => new("他のプログラムが使用中です。しばらくしてからもう一度実行してください。", "Another program is writing. Try again in a while."),
            Full => new("ディスクの空きがありません。空きを作ってください。", "The disk is full. Make room."),
            ReadOnly or CannotOpen or NoPermission => new("開けないか、書き込めません。場所とアクセス権を確認してください。", "It cannot be opened or written. Check the path and the permissions."),
            Corrupt or NotADatabase => new("ファイルが壊れているか、データベースではありません。バックアップから戻してください。", "The file is damaged or no database. Restore a backup."),
            IoError => new("ディスクの読み書きに失敗しました。ディスクを確認してください。", "Reading or writing the disk failed. Check the disk."),
            _ => new("データベースがエラーを返しました。", "The database reported an error."),
        };
        BilingualText text = new(
            $"{operation.Japanese}ができませんでした（{dataSource}）。{reason.Japanese}",
            $"{operation.English} failed ({dataSource}). {reason.English}");
        return cause?.SqliteErrorCode is Corrupt or NotADatabase
            ? new ContactStoreCorruptException(text, cause)
            : new ContactStoreException(text, cause?.SqliteErrorCode is Busy or Locked, cause);
    }

    // https://www.sqlite.org/rescode.html
    private const int NoPermission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
}

/// <summary>What was being done, and to which notice: for messages.</summary>
internal readonly record struct StoreOperation(string Japanese, string English)
{
    internal static StoreOperation SettingUp { get; } = new("データベースの準備", "Setting up the database");

    internal static StoreOperation Listing { get; } = new("連絡の一覧", "Listing notices");

    internal static StoreOperation Erasing { get; } = new("保管期間を過ぎた連絡の削除", "Erasing notices that may be kept no longer");

    internal static StoreOperation Releasing { get; } = new("削除した内容の領域の解放", "Freeing what was erased");

    internal static StoreOperation Delivering { get; } = new("事業所マイページへの送信待ち", "The outbox to the client's page");

    internal static StoreOperation ListingFiles { get; } = new("添付ファイルの一覧", "Listing attached files");

    internal static StoreOperation ErasingDamagedFile { get; } = new("破損した添付ファイルの削除", "Erasing a damaged attached file");

    internal static StoreOperation Logging { get; } = new("受信拒否の記録", "The record of refused messages");

    internal static StoreOperation ListingErasable { get; } = new("廃棄するマイナンバーの一覧", "Listing My Numbers to erase");

    internal static StoreOperation ReadingAccess { get; } = new("マイナンバーのアクセスログの読み取り", "Reading the My Number access log");

    internal static StoreOperation Adding(ContactKey key) => new($"連絡 {key} の保管", $"Storing notice {key}");

    internal static StoreOperation Reading(ContactKey key) => new($"連絡 {key} の読み取り", $"Reading notice {key}");

    internal static StoreOperation Saving(ContactKey key) => new($"連絡 {key} の保存", $"Saving notice {key}");

    internal static StoreOperation KeepingFile(ContactKey contact) => new($"連絡 {contact} の添付ファイルの保管", $"Keeping a file attached to notice {contact}");

    internal static StoreOperation ReadingFile(ContactKey contact) => new($"連絡 {contact} の添付ファイルの読み取り", $"Reading a file attached to notice {contact}");

    internal static StoreOperation ErasingFile(ContactKey contact) => new($"連絡 {contact} の添付ファイルの削除", $"Erasing a file attached to notice {contact}");

    internal static StoreOperation KeepingInBox(EstablishmentId establishment, EmployeeNumber number) =>
        new($"個人ボックス（{establishment}/{number}）への保管", $"Storing in the personal box of {establishment}/{number}");

    internal static StoreOperation ReadingBox(EstablishmentId establishment, EmployeeNumber number) =>
        new($"個人ボックス（{establishment}/{number}）の読み取り", $"Reading the personal box of {establishment}/{number}");

    internal static StoreOperation KeepingNumber(MyNumberSlot slot) => new($"マイナンバーの保管（{slot}）", $"Keeping a My Number ({slot})");

    internal static StoreOperation ReadingNumber(MyNumberSlot slot) => new($"マイナンバーの読み取り（{slot}）", $"Reading a My Number ({slot})");

    internal static StoreOperation ReadingNumber(MyNumberOwner owner) => new($"マイナンバーの読み取り（{owner}）", $"Reading a My Number ({owner})");

    internal static StoreOperation ErasingNumber(MyNumberSlot slot) => new($"マイナンバーの廃棄（{slot}）", $"Erasing a My Number ({slot})");

    internal static StoreOperation ErasingNumbers(ContactKey contact) => new($"連絡 {contact} のマイナンバーの廃棄", $"Erasing the My Numbers of notice {contact}");

    internal static StoreOperation RecordingAccess(EstablishmentId establishment) =>
        new($"マイナンバーのアクセスログ（{establishment}）への記録", $"Recording in the My Number access log ({establishment})");
}
