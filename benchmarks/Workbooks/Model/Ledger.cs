using System.Globalization;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>
/// A ledger of N employees as an office has it, every cell a function of its row: 個人情報 N × 40, 給与データ N × 20,
/// 扶養親族 1.5 N × 12, and two sheets of records.
/// </summary>
public sealed class Ledger
{
    public const int General = 0;
    public const int Day = 1;
    public const int Text = 2;
    public const int Amount = 3;
    public const int Centred = 4;

    private static readonly string[] s_families = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "𠮷田", "髙木"];
    private static readonly string[] s_familyKana = ["サトウ", "スズキ", "タカハシ", "タナカ", "イトウ", "ワタナベ", "ヤマモト", "ナカムラ", "コバヤシ", "カトウ", "ヨシダ", "タカギ"];
    private static readonly string[] s_given = ["太郎", "花子", "一郎", "美咲", "健太", "陽子", "翔", "さくら", "大輔", "由美"];
    private static readonly string[] s_givenKana = ["タロウ", "ハナコ", "イチロウ", "ミサキ", "ケンタ", "ヨウコ", "ショウ", "サクラ", "ダイスケ", "ユミ"];
    private static readonly string[] s_towns = ["栄", "錦", "丸の内", "大須", "千代田", "新栄"];

    public Ledger(int employees)
    {
        Employees = employees;
        People = new("個人情報", PeopleColumns(), employees);
        Payroll = new("給与データ", PayrollColumns(), employees);
        Dependents = new("扶養親族", DependentColumns(), employees * 3 / 2);
        Handling = new("マイナンバー取扱状況記録簿", HandlingColumns(), 200);
        Log = new("連絡反映履歴", LogColumns(), 10 + (employees / 50));
    }

    public int Employees { get; }

    public Sheet People { get; }

    public Sheet Payroll { get; }

    public Sheet Dependents { get; }

    public Sheet Handling { get; }

    public Sheet Log { get; }

    public IReadOnlyList<Sheet> Sheets => [People, Payroll, Dependents, Handling, Log];

    public static string NumberOf(int i) => i.ToString("000000", CultureInfo.InvariantCulture);

    public static PhoneticText NameOf(int i) => new(
        $"{s_families[i % s_families.Length]}　{s_given[i / 7 % s_given.Length]}{i % 997}",
        $"{s_familyKana[i % s_families.Length]}　{s_givenKana[i / 7 % s_given.Length]}");

    public static DateOnly BirthOf(int i) => new DateOnly(1961, 1, 1).AddDays(i * 37 % 16_000);

    public static DateOnly HiredOf(int i) => new DateOnly(1990, 4, 1).AddDays(i * 13 % 12_500);

    public static string PostalOf(int i) => $"460-{i % 10_000:0000}";

    public static string AddressOf(int i) => $"愛知県名古屋市中区{s_towns[i % s_towns.Length]}{1 + (i % 9)}丁目{1 + (i / 9 % 40)}番{1 + (i / 360)}号";

    public static string PhoneOf(int i) => $"090-{1000 + (i / 9000 % 9000):0000}-{1000 + (i % 9000):0000}";

    public static int WageOf(int i) => 180_000 + (i * 7 % 400 * 1_000);

    private static List<Column> PeopleColumns() =>
    [
        new("社員番号", Text, NumberOf),
        new("氏名", General, NameOf),
        new("フリガナ", General, i => NameOf(i).Kana),
        new("生年月日", Day, i => BirthOf(i)),
        new("性別", Centred, i => i % 2 == 0 ? "男" : "女"),
        new("年齢", Centred, i => new Formula($"DATEDIF(D{i + 1},DATE(2026,4,1),\"Y\")", 2026 - BirthOf(i).Year)),
        new("郵便番号", Text, PostalOf),
        new("住所", General, AddressOf),
        new("電話番号", Text, PhoneOf),
        new("住所変更年月日", Day, i => i % 20 == 0 ? HiredOf(i).AddYears(1) : null),
        new("入社年月日", Day, i => HiredOf(i)),
        new("勤続年数", Centred, i => new Formula($"DATEDIF(K{i + 1},DATE(2026,4,1),\"Y\")", 2026 - HiredOf(i).Year)),
        new("退社年月日", Day, _ => null),
        new("退職理由", General, _ => null),
        new("雇用形態", Centred, i => i % 5 == 0 ? "パート" : "正社員"),
        new("職種", General, i => i % 3 == 0 ? "営業" : "事務"),
        new("週所定労働時間", Text, i => i % 5 == 0 ? "24:00" : "40:00"),
        new("健保番号", Text, i => (i % 99_999).ToString(CultureInfo.InvariantCulture)),
        new("厚年番号", Text, i => (i % 99_999).ToString(CultureInfo.InvariantCulture)),
        new("報酬月額通貨", Amount, i => WageOf(i)),
        new("報酬月額現物", Amount, _ => 0),
        new("社保取得年月日", Day, i => HiredOf(i)),
        new("社保喪失年月日", Day, _ => null),
        new("厚年取得年月日", Day, i => HiredOf(i)),
        new("雇保取得年月日", Day, i => HiredOf(i)),
        new("雇保離職年月日", Day, _ => null),
        new("雇用保険被保険者番号", Text, i => $"{2300 + (i % 90)}-{100_000 + (i % 900_000)}-{i % 10}"),
        new("備考", General, i => i % 50 == 0 ? "時短勤務" : null),
        .. Enumerable.Range(1, 6).Select(k => new Column($"所属{k}", General, i => $"第{1 + ((i + k) % 40)}課")),
        .. Enumerable.Range(1, 6).Select(k => new Column($"評価{k}", Centred, i => 1 + ((i + k) % 5))),
    ];

    private static List<Column> PayrollColumns() =>
    [
        new("社員番号", Text, NumberOf),
        new("氏名", General, NameOf),
        new("賃金形態", Centred, _ => "月給"),
        new("月額通貨", Amount, i => WageOf(i)),
        new("月額現物", Amount, _ => 0),
        new("入社年月日", Day, i => HiredOf(i)),
        new("退社年月日", Day, _ => null),
        .. Enumerable.Range(1, 12).Select(k => new Column($"手当{k}", Amount, i => (i + k) % 30 * 500)),
        new("年額", Amount, i => new Formula($"D{i + 1}*12", WageOf(i) * 12)),
    ];

    private static List<Column> DependentColumns() =>
    [
        new("社員番号", Text, j => NumberOf(1 + ((j - 1) * 2 / 3))),
        new("氏名", General, j => NameOf(j + 3)),
        new("フリガナ", General, j => NameOf(j + 3).Kana),
        new("続柄", Centred, j => j % 3 == 0 ? "妻" : "子"),
        new("生年月日", Day, j => BirthOf(j + 5)),
        new("性別", Centred, j => j % 2 == 0 ? "男" : "女"),
        new("同居", Centred, _ => "同居"),
        new("職業", General, j => j % 3 == 0 ? "無職" : "学生"),
        new("年間収入", Amount, _ => 0),
        new("社保扶養", Centred, _ => "有"),
        new("社保扶養開始日", Day, j => HiredOf(j)),
        new("税扶養", Centred, _ => "有"),
    ];

    private static List<Column> HandlingColumns() =>
    [
        new("連番", General, k => k),
        new("日時", General, k => $"2026-04-01T09:{k % 60:00}:00+09:00"),
        new("対象者", General, k => NameOf(k).Text),
        new("取扱区分", General, _ => "収集"),
        new("担当者", General, _ => "clerk-1"),
        new("連絡ID", General, k => $"m-{k}"),
    ];

    private static List<Column> LogColumns() =>
    [
        new("日時", General, _ => "2026-04-01T09:00:00+09:00"),
        new("変更セットID", General, k => $"E001/old-{k}/1/apply"),
        new("連絡ID", General, k => $"old-{k}"),
        new("連絡種類", General, _ => "住所・氏名変更"),
        new("対象者社員番号", Text, NumberOf),
        new("操作", General, _ => "反映"),
        new("担当者", General, _ => "clerk-1"),
        new("内容ハッシュ", General, k => k.ToString("x64", CultureInfo.InvariantCulture)),
        new("付番", General, _ => null),
    ];
}
