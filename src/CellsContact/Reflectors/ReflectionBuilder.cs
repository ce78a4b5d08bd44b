using CellsContact.Contacts;
using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>Collects the changes and notes of one reflection.</summary>
internal sealed class ReflectionBuilder(LedgerSnapshot snapshot, ReflectOptions options)
{
    private readonly List<RowEdit> _rows = [];
    private readonly List<ReflectionNote> _notes = [];
    private readonly List<ReflectedNumber> _numbers = [];

    internal LedgerSnapshot Snapshot { get; } = snapshot;

    internal ReflectOptions Options { get; } = options;

    /// <summary>The person it is about, once found or to be added.</summary>
    internal LedgerPersonKey? Person { get; set; }

    internal bool Has(LedgerField field) => Snapshot.Fields.Contains(field);

    internal void Note(ReflectionNote note) => _notes.Add(note);

    internal void Refuse(string code, string japanese, string english) => Note(new(NoteLevel.Refusal, code, new(japanese, english)));

    internal void Confirm(string code, string japanese, string english) => Note(new(NoteLevel.NeedsConfirmation, code, new(japanese, english)));

    internal void Warn(string code, string japanese, string english) => Note(new(NoteLevel.Warning, code, new(japanese, english)));

    internal void Warn(string code, LedgerField field, string japanese, string english) => Note(new(NoteLevel.Warning, code, new(japanese, english)) { Field = field });

    internal void Hint(string code, string japanese, string english) => Note(new(NoteLevel.Hint, code, new(japanese, english)));

    /// <summary>What this means for a number.</summary>
    internal void Number(MyNumberChange change, string? path, LedgerRowKey subject) => _numbers.Add(new(change, path, subject));

    /// <summary>列がないため未反映.</summary>
    internal void NoColumn(LedgerField field, LedgerRowKey row, LedgerValue before, LedgerValue after) =>
        Note(ReflectionNote.NoColumn(field) with { Row = row, Before = before, After = after });

    /// <summary>A new row.</summary>
    internal RowEdit Add(LedgerTable table, LedgerRowKey key) => Edit(table, key, null);

    /// <summary>A row the ledger has.</summary>
    internal RowEdit Update(LedgerRowKey key, LedgerRow row) => Edit(row.Table, key, row);

    /// <summary>A person's row in 個人情報.</summary>
    internal RowEdit Update(LedgerPerson person) => Update(new(LedgerPersonKey.Of(person.Number)), person.Row);

    /// <summary>The reflection: without changes when it is refused.</summary>
    internal Reflection Build()
    {
        bool refused = _notes.Any(note => note.Level == NoteLevel.Refusal);
        return new(refused ? [] : [.. _rows.Select(row => row.ToChange()).OfType<LedgerChange>()], [.. _notes])
        {
            MyNumbers = refused ? [] : [.. _numbers],
            Person = Person,
        };
    }

    private RowEdit Edit(LedgerTable table, LedgerRowKey key, LedgerRow? before)
    {
        RowEdit edit = new(this, table, key, before);
        _rows.Add(edit);
        return edit;
    }
}
