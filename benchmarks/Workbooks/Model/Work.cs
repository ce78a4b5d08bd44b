using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>Cells of one row to be written; a new row stands below the last one.</summary>
public sealed record RowWork(Sheet Sheet, int Row, IReadOnlyList<(string Header, object Value)> Cells)
{
    public bool IsNew => Row > Sheet.Records + 1;
}

/// <summary>The same work twice: as change sets for this library, and as the cells that come of them for the others.</summary>
public sealed class Work
{
    private readonly Dictionary<(Sheet Sheet, int Row), RowWork> _rows = [];
    private readonly Ledger _ledger;
    private readonly List<LedgerChangeSet> _sets = [];
    private int _hires;

    private Work(Ledger ledger) => _ledger = ledger;

    public static EstablishmentId Establishment { get; } = EstablishmentId.Parse("E001");

    /// <summary>The time that is logged.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(9));

    public IReadOnlyList<LedgerChangeSet> Sets => _sets;

    public IReadOnlyCollection<RowWork> Rows => _rows.Values;

    public RowWork? Find(Sheet sheet, int row) => _rows.GetValueOrDefault((sheet, row));

    /// <summary>1,000 contacts: 700 moves, 100 new wages, 200 hires, each with its row in 連絡反映履歴.</summary>
    public static Work Batch(Ledger ledger)
    {
        Work work = new(ledger);
        for (int k = 0; k < 1_000; k++)
        {
            if (k % 5 == 4)
                work.Hire();
            else if (k % 10 == 3)
                work.Raise(1 + (int)((long)k * ledger.Employees / 1_000));
            else
                work.Move(1 + (int)((long)k * ledger.Employees / 1_000));
        }

        return work;
    }

    /// <summary>One contact: a hire.</summary>
    public static Work Single(Ledger ledger)
    {
        Work work = new(ledger);
        work.Hire();
        return work;
    }

    public static Work Of(string name, Ledger ledger) => name switch
    {
        "batch" => Batch(ledger),
        "single" => Single(ledger),
        _ => throw new ArgumentException($"No work {name}.", nameof(name)),
    };

    private void Move(int i)
    {
        object? before = _ledger.People.Columns[9].Value(i);
        (LedgerField, object?, object)[] fields =
        [
            (PersonFields.PostalCode, Ledger.PostalOf(i), "461-0001"),
            (PersonFields.Address, Ledger.AddressOf(i), $"愛知県名古屋市東区泉1丁目{i}番"),
            (PersonFields.Phone, Ledger.PhoneOf(i), $"080-0000-{i % 10_000:0000}"),
            (PersonFields.AddressChangedOn, before, new DateOnly(2026, 11, 1)),
        ];
        Add(i, ContactKind.AddressNameChange, [Change(_ledger.People, LedgerTable.People, i, LedgerChangeAction.Update, fields)]);
    }

    private void Raise(int i) => Add(i, ContactKind.InsuranceChange, [Change(
        _ledger.Payroll, LedgerTable.Payroll, i, LedgerChangeAction.Update, (PayrollFields.WageInCash, Ledger.WageOf(i), Ledger.WageOf(i) + 5_000))]);

    private void Hire()
    {
        int i = _ledger.Employees + ++_hires;
        string name = Ledger.NameOf(i).Text;
        DateOnly day = new(2026, 11, 1);
        Add(i, ContactKind.Hire,
        [
            Change(
                _ledger.People, LedgerTable.People, i, LedgerChangeAction.Add,
                (PersonFields.Name, null, name),
                (PersonFields.NameKana, null, "タナカ　ハナコ"),
                (PersonFields.BirthDate, null, Ledger.BirthOf(i)),
                (PersonFields.Gender, null, "女"),
                (PersonFields.PostalCode, null, Ledger.PostalOf(i)),
                (PersonFields.Address, null, Ledger.AddressOf(i)),
                (PersonFields.Phone, null, Ledger.PhoneOf(i)),
                (PersonFields.HiredOn, null, day),
                (PersonFields.EmploymentType, null, "正社員"),
                (PersonFields.WageInCash, null, Ledger.WageOf(i))),
            Change(
                _ledger.Payroll, LedgerTable.Payroll, i, LedgerChangeAction.Add,
                (PayrollFields.Name, null, name),
                (PayrollFields.WageInCash, null, Ledger.WageOf(i)),
                (PayrollFields.HiredOn, null, day)),
        ]);
    }

    private LedgerChange Change(
        Sheet sheet, LedgerTable table, int i, LedgerChangeAction action, params (LedgerField Field, object? Before, object After)[] fields)
    {
        List<(string, object)> cells = [.. fields.Select(f => (f.Field.Label, f.After))];
        if (action == LedgerChangeAction.Add)
            cells.Insert(0, ("社員番号", Ledger.NumberOf(i)));
        _rows[(sheet, i + 1)] = new(sheet, i + 1, cells);
        return new(table, new(LedgerPersonKey.Of(EmployeeNumber.Parse(Ledger.NumberOf(i)))), action,
            [.. fields.Select(f => new FieldChange(f.Field, ValueOf(f.Field, f.Before), ValueOf(f.Field, f.After)))]);
    }

    private void Add(int i, ContactKind kind, IReadOnlyList<LedgerChange> changes)
    {
        string contact = $"c-{_sets.Count + 1}";
        LedgerChangeSet set = new(new(new(Establishment, ContactId.Parse(contact)), 1, ChangeSetPurpose.Apply), kind, "clerk-1", changes);
        _sets.Add(set);
        int row = _ledger.Log.Records + 1 + _sets.Count;
        _rows[(_ledger.Log, row)] = new(_ledger.Log, row,
        [
            ("日時", "2026-11-23T09:00:00+09:00"), ("変更セットID", set.Id.ToString()), ("連絡ID", contact), ("連絡種類", ContactKinds.LabelOf(kind)),
            ("対象者社員番号", Ledger.NumberOf(i)), ("操作", "反映"), ("担当者", "clerk-1"), ("内容ハッシュ", set.Hash),
        ]);
    }

    private static LedgerValue ValueOf(LedgerField field, object? value) => value switch
    {
        null => LedgerValue.Empty,
        DateOnly day => LedgerValue.OfDate(day),
        int number => LedgerValue.OfNumber(number),
        string text when field.Type == LedgerFieldType.Choice => LedgerValue.OfChoice(field.Choices.First(c => c.Label == text).Code),
        string text => LedgerValue.OfText(text),
        _ => throw new ArgumentException($"{field.Id} takes no {value.GetType().Name}.", nameof(value)),
    };
}
