using System.Globalization;

namespace OfficeDesk.Demo;

/// <summary>The whole story, from the client's notices to a reflected ledger, in the manual's order.</summary>
internal static class DemoScript
{
    private const string Hire = "c-20260401-0001";
    private const string Separation = "c-20260325-0002";
    private const string Birth = "c-20260410-0003";
    private const string Move = "c-20260415-0004";
    private const string Join = "c-20260501-0005";
    private const string Number = "c-20260502-0006";
    private const string Removal = "c-20260601-0007";
    private const string Leave = "c-20260701-0008";

    private const string Deletion = "c-20260702-0009";
    private const string HireFile = $"E001/{Hire}/a1";
    private const string Clerk = "yamada";

    // The demo's own, and no secret: it opens the demo's folder only.
    private const string PassPhrase = "demo pass phrase";

    private static readonly string[] s_hireOptions =
        ["--set", "person.phone=090-9999-0000", "--acquisition-dates", "--publish", "--store-attachments"];

    public static IEnumerable<DemoStep> Steps(DemoFolder folder, DateOnly today) =>
    [
        new(
            "準備: 事務所の台帳を採用する (adopt the office's workbook)",
            "列の順番も呼び名も事務所のままの台帳です。足りないシートとキー列だけを加え、ほかは1バイトも変えません。",
            ExitCode.Done,
            "init", "--establishment", "E001", "--name", "みなと商事株式会社", "--workbook", folder.Workbook, "--publication"),
        new(
            "受信 (receive)",
            "顧問先が事業所マイページから入力した定型連絡、6種類9件を受信します。",
            ExitCode.Done,
            ["receive", .. folder.AllMessages()])
        {
            Typed = $"receive {folder.Message("*")}",
        },
        new(
            "同じ連絡がもう一度届いたら (sent twice)",
            "重複として受け付け、二重には登録しません。",
            ExitCode.Done,
            "receive", folder.Message("separation")),
        new("一覧 (list)", "連絡管理を表示します。初期の表示日は新着設定日数です。", ExitCode.Done, "list"),
        new(
            "入社連絡: 内容を確認する (open a hire)",
            "マイナンバーはアスタリスクで表示されます。",
            ExitCode.Done,
            "show", Hire),
        new(
            "入社連絡: プレビュー (preview)",
            "電話番号を直し、取得年月日を入れ、事業所マイページに公開し、添付ファイルを個人ＢＯＸで保管する場合。まだ何も変わりません。",
            ExitCode.Done,
            ["preview", Hire, .. s_hireOptions]),
        new(
            "入社連絡: 台帳に反映 (reflect)",
            "個人情報と給与データに登録され、社員番号が付きます。変更した値は台帳にだけ入り、連絡は受信したときのままです。",
            ExitCode.Done,
            ["reflect", Hire, .. s_hireOptions]),
        .. FileSteps(folder),
        new(
            "退社連絡: 台帳に反映 (reflect a separation)",
            "「社保雇保の喪失年月日に反映する」をチェックします。喪失年月日は退職日の翌日です。",
            ExitCode.Done,
            "reflect", Separation, "--loss-dates"),
        new(
            "もう一度反映しても (reflecting twice)",
            "台帳には何も足されません。",
            ExitCode.Refused,
            "reflect", Separation, "--loss-dates"),
        new("扶養異動連絡（扶養追加）: 台帳に反映", "生まれた子を扶養親族に加えます。", ExitCode.Done, "reflect", Birth),
        new(
            "住所姓変更連絡（住所および姓変更）: 台帳に反映",
            "同居の扶養親族は住所だけが変わり、姓は変わりません。別居の母はそのままです。",
            ExitCode.Done,
            "reflect", Move),
        new(
            "保険変更連絡: 上書きは確認してから (needs confirmation)",
            "台帳にすでに値のある項目は、確認なしには書き換えません。",
            ExitCode.Refused,
            "reflect", Join),
        new(
            "保険変更連絡: 確認のうえ反映 (confirmed)",
            "上の内容を見て、承認します。",
            ExitCode.Done,
            "reflect", Join, "--confirm-overwrite"),
        new(
            "扶養異動連絡（扶養抹消）: 登録不可 (decline with a message)",
            "書類が足りないので、いったん登録不可にします。顧問先には登録保留とメッセージが見えます。",
            ExitCode.Done,
            "status", Removal, "登録不可", "--message", "年間収入の分かる書類を添えてください。", "--memo", "4月に電話で確認中"),
        .. DeclinedSteps(),
        new(
            "扶養異動連絡（扶養抹消）: 書類が届いたら反映",
            "社保扶養だけを終了します。税扶養はそのままです。",
            ExitCode.Done,
            "reflect", Removal),
        new(
            "保険変更連絡（社会保険を喪失する）",
            "喪失年月日は連絡の日付そのものです。",
            ExitCode.Done,
            "reflect", Leave, "--confirm-overwrite"),
        new(
            "手続完了 (the procedure is finished)",
            "離職証明書の提出まで終わったら、処理区分を手続完了にします。",
            ExitCode.Done,
            "status", Separation, "手続完了", "--memo", "離職証明書を提出"),
        .. MyNumberSteps(),
        .. SharingSteps(today),
        new("終わりの一覧 (list again)", "処理区分がどこまで進んだか。", ExitCode.Done, "list"),
    ];

    private static IEnumerable<DemoStep> FileSteps(DemoFolder folder) =>
    [
        new(
            "個人ボックス (the personal box)",
            "添付ファイルは必ず機密として入り、1人10件までです。連絡や添付ファイルの保管期間が終わっても残ります。",
            ExitCode.Done,
            "box", "list", "--establishment", "E001", "--number", "0032"),
        new(
            "ファイル管理: 添付ファイルの一覧 (file management)",
            "添付ファイルの保管は30日間で、連絡とは別に数えます。",
            ExitCode.Done,
            "attachments", "list"),
        new(
            "ファイル管理: 取り出す (take a file out)",
            "内容が受信したものと同じことを確かめてから、指定した場所に書き出します。",
            ExitCode.Done,
            "attachments", "open", HireFile, "--out", folder.TakenOut),
        new(
            "ファイル管理: 個人ボックスに保管 (store it without reflecting)",
            "すでに保管したものは、二重には入りません。",
            ExitCode.Done,
            "attachments", "store", HireFile),
    ];

    private static IEnumerable<DemoStep> DeclinedSteps() =>
    [
        new(
            "事業所マイページに届ける (tell the client)",
            "ほかのコマンドは自分では届けません。ふだんは officedesk work が届け続けます。",
            ExitCode.Done,
            "mypage", "deliver"),
        new(
            "顧問先に見えるもの (what the client sees)",
            "登録保留とメッセージが見えます。事務所メモは見えません。公開した人の情報も届いています。",
            ExitCode.Done,
            "mypage", "show", "--establishment", "E001"),
    ];

    private static IEnumerable<DemoStep> SharingSteps(DateOnly today) =>
    [
        new(
            "届けるのを待っているもの (the outbox)",
            "届かなければ間をあけて試し直し、続くときは停止して、ここに残ります。",
            ExitCode.Done,
            "mypage", "outbox"),
        new("まとめて届ける (deliver)", "それぞれの連絡の、いまの状況だけが届きます。", ExitCode.Done, "mypage", "deliver"),
        new("顧問先に見えるもの (what the client sees now)", "登録保留は登録完了になりました。", ExitCode.Done, "mypage", "show", "--establishment", "E001"),
        new("保管期間 (retention)", "今日、消去されるものはありません。", ExitCode.Done, "sweep", "--dry-run"),
        new(
            "31日後には (in 31 days)",
            "添付ファイルの30日間が終わります。個人ボックスのファイルは残ります。",
            ExitCode.Done,
            "sweep", "--dry-run", "--as-of", Day(today.AddDays(31))),
        new(
            "181日後には (in 181 days)",
            "連絡の180日間が終わります。台帳と個人ボックスはそのままです。",
            ExitCode.Done,
            "sweep", "--dry-run", "--as-of", Day(today.AddDays(181))),
    ];

    private static IEnumerable<DemoStep> MyNumberSteps() =>
    [
        new(
            "マイナンバー更新連絡: 内容を確認する (open a My Number notice)",
            "番号はアスタリスクのままです。見るには「認証」が要ります。",
            ExitCode.Done,
            "show", Number),
        new(
            "認証する担当者を登録する (add an operator)",
            "パスフレーズは端末で、画面に出さずに入力します。デモでは標準入力から渡します。",
            ExitCode.Done,
            "operator", "add", Clerk)
        {
            Input = PassPhrase,
        },
        new(
            "パスフレーズが違うと (a wrong pass phrase)",
            "表示されません。失敗も記録され、続くと一時的に停止します。",
            ExitCode.Refused,
            "mynumber", "show", Number, "--operator", Clerk)
        {
            Input = "wrong pass phrase",
        },
        new(
            "認証して表示する (authenticate and see the number)",
            "記録を書いてから表示します。番号を表示するコマンドはこれだけです。",
            ExitCode.Done,
            "mynumber", "show", Number, "--operator", Clerk)
        {
            Input = PassPhrase,
        },
        new(
            "登録の連絡を「確認済み」にする (confirm the registration)",
            "番号が対象者のものになり、マイナンバー取扱状況記録簿に1行書かれます。番号は書かれません。処理区分は済になります。",
            ExitCode.Done,
            "mynumber", "confirm", Number, "--operator", Clerk),
        new(
            "削除の連絡を「確認済み」にする (confirm the deletion)",
            "退職や扶養からの抹消などで不要になった番号を消します。登録されていない番号なので、記録だけになります。",
            ExitCode.Done,
            "mynumber", "confirm", Deletion, "--operator", Clerk),
        new(
            "アクセスログ (the access log)",
            "受領、認証、表示、登録のすべてが、誰がいつ何のために行ったか残っています。",
            ExitCode.Done,
            "mynumber", "log"),
        new(
            "アクセスログの検証 (verify it)",
            "改変・削除・挿入・並べ替えがないかを検証し、次回のための控えを表示します。",
            ExitCode.Done,
            "mynumber", "log", "--verify"),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
