using CellsContact.Contacts;

namespace CellsContact.Ledgers;

/// <summary>The ledger (台帳) is not usable right now, or at all; it is as it was.</summary>
/// <remarks>Messages are in Japanese and English and hold no personal data: they name the ledger, the sheet and the column.</remarks>
public class LedgerException : IOException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="text">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public LedgerException(BilingualText text, Exception? inner = null)
        : base(text?.ToString(), inner) => Text = text!;

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public BilingualText Text { get; }

    /// <summary>Whether trying again later may help.</summary>
    public virtual bool IsTransient => false;

    /// <summary>Whether it is certain that writing had not begun: then the attempt to save is given up instead of staying open.</summary>
    public virtual bool NothingBegun => false;
}

/// <summary>Somebody else has the ledger open; try again once they are done.</summary>
/// <param name="text">What is wrong and what to do.</param>
/// <param name="owner">Who has it open, where that is known.</param>
/// <param name="inner">The cause.</param>
public sealed class LedgerBusyException(BilingualText text, string? owner = null, Exception? inner = null) : LedgerException(text, inner)
{
    /// <summary>Who has it open, where that is known.</summary>
    public string? Owner { get; } = owner;

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override bool NothingBegun => true;
}

/// <summary>The ledger lacks sheets or key columns; all of them are listed.</summary>
/// <param name="text">What is wrong and what to do.</param>
/// <param name="missing">Everything missing, e.g. 個人情報 or 個人情報!社員番号.</param>
public sealed class LedgerLayoutException(BilingualText text, IReadOnlyList<string> missing) : LedgerException(text)
{
    /// <summary>Everything missing, e.g. 個人情報 or 個人情報!社員番号.</summary>
    public IReadOnlyList<string> Missing { get; } = missing;

    /// <inheritdoc/>
    public override bool NothingBegun => true;
}

/// <summary>The ledger is of a form that cannot be written: encrypted, .xls, .xlsb, signed.</summary>
/// <param name="text">What is wrong and what to do.</param>
public sealed class LedgerUnsupportedException(BilingualText text) : LedgerException(text)
{
    /// <inheritdoc/>
    public override bool NothingBegun => true;
}

/// <summary>The ledger is damaged.</summary>
/// <param name="text">What is wrong, and where.</param>
/// <param name="part">The part that is damaged, e.g. <c>xl/worksheets/sheet1.xml</c>.</param>
/// <param name="inner">The cause.</param>
/// <param name="position">How many bytes into the part, uncompressed, the damage was noticed.</param>
public sealed class LedgerCorruptException(BilingualText text, string? part = null, Exception? inner = null, long? position = null) : LedgerException(text, inner)
{
    /// <summary>The part that is damaged.</summary>
    public string? Part { get; } = part;

    /// <summary>How many bytes into the part, uncompressed, the damage was noticed.</summary>
    public long? Position { get; } = position;

    /// <inheritdoc/>
    public override bool NothingBegun => true;
}
