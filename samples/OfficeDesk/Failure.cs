using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.Storage;

namespace OfficeDesk;

/// <summary>Why a command, or one item of it, came to nothing: in both languages, with what to do next, and never with data.</summary>
/// <param name="ExitCode">What the process answers.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Outcome">The outcome's stable name for programs, where commands have several to tell apart.</param>
internal sealed record Failure(int ExitCode, BilingualText Text, string? Outcome = null)
{
    /// <summary>What an exception means for the person at the keyboard.</summary>
    public static Failure From(Exception exception) => exception switch
    {
        OfficeDeskException error => error.Failure,
        ContactQueryException error => new(OfficeDesk.ExitCode.BadInput, error.Text),
        LedgerException error => new(OfficeDesk.ExitCode.NotUsable, error.Text),
        MyNumberVaultException error => new(OfficeDesk.ExitCode.NotUsable, error.Text),
        ContactStoreException error => new(OfficeDesk.ExitCode.NotUsable, error.Text),
        OperationCanceledException => new(OfficeDesk.ExitCode.Cancelled, new(
            "中断しました。保存の途中だったものは、もう一度実行すると続きから終わらせます。",
            "Cancelled. Whatever was being saved is finished when you run it again.")),
        UnauthorizedAccessException => new(OfficeDesk.ExitCode.NotUsable, new(
            "ファイルまたはフォルダーに書き込む権限がありません。--data のフォルダーの権限を確かめて、もう一度実行してください。",
            "A file or folder may not be written. Check the permissions of the --data folder and run it again.")),
        IOException => new(OfficeDesk.ExitCode.NotUsable, new(
            "ファイルを読み書きできません。--data のフォルダーとディスクの空きを確かめて、もう一度実行してください。",
            "A file cannot be read or written. Check the --data folder and the free space, and run it again.")),
        _ => new(OfficeDesk.ExitCode.NotUsable, new(
            $"予期しない誤りです（{exception.GetType().Name}）。もう一度実行しても直らないときは、この名前を添えてお知らせください。",
            $"An unexpected error ({exception.GetType().Name}). If running it again does not help, report this name.")),
    };
}

/// <summary>A command cannot go on, for a reason the person can do something about.</summary>
internal sealed class OfficeDeskException(int exitCode, string japanese, string english, string? outcome = null) : Exception(english)
{
    public Failure Failure { get; } = new(exitCode, new(japanese, english), outcome);

    /// <summary>Bad input or usage.</summary>
    public static OfficeDeskException BadInput(string japanese, string english) => new(ExitCode.BadInput, japanese, english);

    /// <summary>A rule refuses it.</summary>
    public static OfficeDeskException Refused(string japanese, string english, string? outcome = null) => new(ExitCode.Refused, japanese, english, outcome);
}
