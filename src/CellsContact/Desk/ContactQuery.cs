using CellsContact.Contacts;
using CellsContact.Statuses;
using CellsContact.Storage;

namespace CellsContact.Desk;

/// <summary>What the desk's list shows (抽出条件).</summary>
/// <remarks>With no dates given, the list reaches back <see cref="DeskOptions.NewArrivalDays"/>. Dates are days of receipt in the office's zone.</remarks>
public sealed record ContactQuery
{
    /// <summary>事業所名; <c>null</c> stands for すべて.</summary>
    public EstablishmentId? Establishment { get; init; }

    /// <summary>表示日「すべて」: no limit on the day of receipt. Needs an establishment.</summary>
    public bool AllDates { get; init; }

    /// <summary>Received on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Received on this day or earlier.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only this kind (連絡種類).</summary>
    public ContactKind? Kind { get; init; }

    /// <summary>Only this status (処理区分).</summary>
    public ContactStatus? Status { get; init; }

    /// <summary>How many a page, 1 to 200.</summary>
    /// <value>50.</value>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the page before ended: its <see cref="ContactPage.NextCursor"/>.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of the desk's list, newest receipt first.</summary>
/// <param name="Items">The notices.</param>
/// <param name="NextCursor">The cursor of the next page, or <c>null</c> on the last.</param>
public sealed record ContactPage(IReadOnlyList<ContactListItem> Items, string? NextCursor);

/// <summary>A list was asked for that the desk does not give, e.g. すべて／すべて.</summary>
/// <param name="text">What is wrong and what to choose.</param>
public sealed class ContactQueryException(BilingualText text) : ArgumentException(text?.ToString())
{
    /// <summary>What is wrong and what to choose, in both languages.</summary>
    public BilingualText Text { get; } = text!;
}
