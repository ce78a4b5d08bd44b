using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Workbooks;

/// <summary>Turns what went wrong with a file into the ledger's exceptions, naming the file and never what it holds.</summary>
internal static class WorkbookErrors
{
    public static bool IsTranslatable(Exception e) =>
        e is not LedgerException && e is WorkbookFormatException or System.Text.DecoderFallbackException or IOException or UnauthorizedAccessException;

    public static LedgerException From(string path, Exception e, ReadingPlace? place = null)
    {
        string file = Path.GetFileName(path);
        return e switch
        {
            WorkbookFormatException format => FromFormat(file, format, place),
            System.Text.DecoderFallbackException => FromFormat(file, WorkbookFormatException.Damaged("A part's characters are damaged.", e), place),
            FileNotFoundException or DirectoryNotFoundException => NotFound(path, e),
            _ when IsSharingViolation(e) => Busy(path, null, e),
            UnauthorizedAccessException => new WorkbookUntouchedException(
                new BilingualText(
                    $"台帳ファイル「{file}」を読み書きする権限がありません。フォルダとファイルのアクセス権を確認してください。",
                    $"No permission to read or write the ledger file '{file}'. Check the rights on the file and its folder."),
                e),
            _ => new WorkbookUntouchedException(
                new BilingualText(
                    $"台帳ファイル「{file}」の読み書きに失敗しました。台帳は元のままです。ディスクの空き容量を確認してください。",
                    $"Reading or writing the ledger file '{file}' failed; the ledger is as it was. Check the free disk space."),
                e),
        };
    }

    public static LedgerException NotFound(string path, Exception? e) => new WorkbookUntouchedException(
        new BilingualText(
            $"台帳ファイル「{Path.GetFileName(path)}」がありません。",
            $"The ledger file '{Path.GetFileName(path)}' does not exist."),
        e);

    public static LedgerBusyException Busy(string path, string? owner, Exception? e = null)
    {
        string file = Path.GetFileName(path);
        string whoJapanese = owner is null ? "ほかの人またはプログラム" : $"{owner} さん";
        return new LedgerBusyException(
            new BilingualText(
                $"台帳ファイル「{file}」は{whoJapanese}が開いています。閉じてから、もう一度実行してください。",
                $"The ledger file '{file}' is open by {owner ?? "another person or program"}. Try again once it is closed."),
            owner,
            e);
    }

    public static LedgerBusyException ChangedMeanwhile(string path) => new(
        new BilingualText(
            $"台帳ファイル「{Path.GetFileName(path)}」が処理中にほかから変更されました。もう一度実行してください。",
            $"The ledger file '{Path.GetFileName(path)}' was changed by another program meanwhile. Try again."));

    /// <summary>The swap itself failed: the workbook is whole, but whether it is the old or the new one is not certain.</summary>
    public static LedgerException SwapFailed(string path, Exception e) => new(
        new BilingualText(
            $"台帳ファイル「{Path.GetFileName(path)}」の置き換えに失敗しました。もう一度実行してください。二重に反映されることはありません。",
            $"Putting the new ledger file '{Path.GetFileName(path)}' in place failed. Try again; nothing is applied twice."),
        e);

    public static LedgerException AlreadyThere(string path) => new WorkbookUntouchedException(
        new BilingualText(
            $"「{Path.GetFileName(path)}」はすでにあります。",
            $"'{Path.GetFileName(path)}' is there already."),
        null);

    public static LedgerException ReadOnly(string path) => new LedgerUnsupportedException(
        new BilingualText(
            $"台帳ファイル「{Path.GetFileName(path)}」は読み取り専用です。読み取り専用を解除してください。",
            $"The ledger file '{Path.GetFileName(path)}' is read-only. Make it writable."));

    public static LedgerException SheetIsFull(string sheet) => new LedgerUnsupportedException(
        new BilingualText(
            $"シート「{sheet}」にはこれ以上行を追加できません。",
            $"No more rows fit on the sheet '{sheet}'."));

    public static LedgerException SheetIsProtected(string sheet) => new LedgerUnsupportedException(
        new BilingualText(
            $"シート「{sheet}」は保護されています。シートの保護を解除してください。",
            $"The sheet '{sheet}' is protected. Unprotect it."));

    public static LedgerException SheetHasNoColumn(string sheet) => new LedgerUnsupportedException(
        new BilingualText(
            $"シート「{sheet}」には列を追加する場所がありません。",
            $"No more columns fit on the sheet '{sheet}'."));

    public static bool IsSharingViolation(Exception e) =>
        e is IOException && (e.HResult & 0xFFFF) is var code
        && (OperatingSystem.IsWindows() ? code is 32 or 33 : code is 11 or 35 or 32 or 33);

    private static LedgerException FromFormat(string file, WorkbookFormatException e, ReadingPlace? place)
    {
        BilingualText Text(string japanese, string english) => new(japanese, english);
        return e.Problem switch
        {
            WorkbookProblem.EncryptedOrLegacy => new LedgerUnsupportedException(Text(
                $"「{file}」はパスワードで保護されているか、旧形式 (.xls) のブックです。保護を解除するか、.xlsx / .xlsm で保存し直してください。",
                $"'{file}' is password-protected or a legacy .xls workbook. Remove the password or save it as .xlsx / .xlsm.")),
            WorkbookProblem.LegacyWorkbook => new LedgerUnsupportedException(Text(
                $"「{file}」は旧形式 (.xls) のブックです。.xlsx または .xlsm で保存し直してください。",
                $"'{file}' is a legacy .xls workbook. Save it as .xlsx or .xlsm.")),
            WorkbookProblem.BinaryWorkbook => new LedgerUnsupportedException(Text(
                $"「{file}」はバイナリ形式 (.xlsb) のブックです。.xlsx または .xlsm で保存し直してください。",
                $"'{file}' is a binary .xlsb workbook. Save it as .xlsx or .xlsm.")),
            WorkbookProblem.NotAWorkbook => new LedgerUnsupportedException(Text(
                $"「{file}」は .xlsx / .xlsm のブックではありません。",
                $"'{file}' is not an .xlsx / .xlsm workbook.")),
            WorkbookProblem.Signed => new LedgerUnsupportedException(Text(
                $"「{file}」にはデジタル署名があり、書き込むと署名が無効になります。署名を削除してください。",
                $"'{file}' carries a digital signature that writing would break. Remove the signature.")),
            WorkbookProblem.UnsupportedEncoding => new LedgerUnsupportedException(Text(
                $"「{file}」には UTF-8 以外の文字コードの部品があります。Excel で開いて保存し直してください。",
                $"'{file}' holds a part that is not UTF-8. Open it in Excel and save it again.")),
            WorkbookProblem.TooLarge => new LedgerUnsupportedException(Text(
                $"「{file}」は設定された上限を超える大きさです。",
                $"'{file}' is larger than the configured limits.")),
            _ when place?.Part is { } part => new LedgerCorruptException(
                Text(
                    $"台帳ファイル「{file}」が壊れています（{part}、{place.Offset}バイト目付近）。Excel で開いて修復してください。",
                    $"The ledger file '{file}' is damaged ({part}, near byte {place.Offset}): {e.Message} Open it in Excel and repair it."),
                part,
                e,
                place.Offset),
            _ => new LedgerCorruptException(
                Text($"台帳ファイル「{file}」が壊れています。Excel で開いて修復してください。", $"The ledger file '{file}' is damaged: {e.Message} Open it in Excel and repair it."),
                inner: e),
        };
    }
}
