namespace CellsContact.Ledgers;

/// <summary>What kind of value a field takes.</summary>
public enum LedgerFieldType
{
    /// <summary>Text, kept as it came; ids with leading zeros are text.</summary>
    Text = 1,

    /// <summary>A calendar date in Japan.</summary>
    Date = 2,

    /// <summary>A whole number: yen, or a count.</summary>
    Number = 3,

    /// <summary>One of the field's <see cref="LedgerField.Choices"/>, written with a label.</summary>
    Choice = 4,

    /// <summary>Kana (フリガナ), written in the width the column's convention asks for.</summary>
    Kana = 5,
}

/// <summary>A value of a choice field: its code, and the label it is written with unless the ledger has another.</summary>
/// <param name="Code">The stable code, as on the wire; <c>true</c> and <c>false</c> for yes and no.</param>
/// <param name="Label">The default Japanese label.</param>
public sealed record LedgerChoice(string Code, string Label);

/// <summary>A field of a ledger table: an integrator maps each once.</summary>
/// <remarks>The instances of <see cref="LedgerFields"/> are all there are; compared by reference.</remarks>
public sealed class LedgerField
{
    private LedgerField(LedgerTable table, string name, string label, LedgerFieldType type, bool isKey, IReadOnlyList<LedgerChoice> choices) =>
        (Table, Name, Id, Label, Type, IsKey, Choices) = (table, name, string.Concat(table.ToString(), ".", name), label, type, isKey, choices);

    /// <summary>The table the field belongs to.</summary>
    public LedgerTable Table { get; }

    /// <summary>The field's name in code, e.g. <c>PostalCode</c>; unique in its table.</summary>
    public string Name { get; }

    /// <summary>The stable id over all tables, e.g. <c>People.PostalCode</c>.</summary>
    public string Id { get; }

    /// <summary>The Japanese term, which is also the default column header, e.g. 郵便番号.</summary>
    public string Label { get; }

    /// <summary>The kind of value.</summary>
    public LedgerFieldType Type { get; }

    /// <summary>Whether a ledger must have it. A value for a missing optional field is reported 「列がないため未反映」, not dropped.</summary>
    public bool IsKey { get; }

    /// <summary>The choices of a choice field; empty otherwise.</summary>
    public IReadOnlyList<LedgerChoice> Choices { get; }

    /// <summary>A field of the fixed list.</summary>
    internal static LedgerField Define(LedgerTable table, string name, string label, LedgerFieldType type, bool isKey, IReadOnlyList<LedgerChoice>? choices = null) =>
        new(table, name, label, type, isKey, choices ?? []);

    /// <summary>Returns the id.</summary>
    public override string ToString() => Id;
}
