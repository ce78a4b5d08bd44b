using System.Globalization;
using CellsContact.Contacts;
using CellsContact.Establishments;
using CellsContact.Storage;
using Microsoft.Extensions.Options;

namespace CellsContact.Desk;

/// <summary>The desk's list: new-arrival days, the すべて／すべて refusal, paging, and what an operator may see.</summary>
internal sealed class ContactLists(IContactStore store, IEstablishmentDirectory establishments, IOperatorPolicy policy, OfficeClock clock, IOptions<DeskOptions> options)
{
    internal async Task<ContactPage> ListAsync(ContactQuery query, DeskOperator clerk, CancellationToken token)
    {
        Check(query);
        ContactStoreQuery conditions = new()
        {
            Establishments = await VisibleAsync(query, clerk, token).ConfigureAwait(false),
            ReceivedFrom = FirstDay(query) is { } from ? clock.StartOf(from) : null,
            ReceivedBefore = query.To is { } to && to < DateOnly.MaxValue ? clock.StartOf(to.AddDays(1)) : null,
            Kind = query.Kind,
            Status = query.Status,
            BeforeSequence = query.Cursor is { } cursor ? ReadCursor(cursor) : null,
            Limit = query.PageSize + 1,
        };
        IReadOnlyList<ContactListItem> items = await store.ListAsync(conditions, token).ConfigureAwait(false);
        return items.Count <= query.PageSize
            ? new(items, null)
            : new([.. items.Take(query.PageSize)], items[query.PageSize - 1].Sequence.ToString(CultureInfo.InvariantCulture));
    }

    private static void Check(ContactQuery query)
    {
        if (query.AllDates && (query.From is not null || query.To is not null))
            throw new ContactQueryException(new("表示日は「すべて」か期間のどちらかを選択してください。", "Choose all dates or a range of dates, not both."));
        if (query.AllDates && query.Establishment is null)
            throw new ContactQueryException(new("表示日を「すべて」にする場合は、事業所名を選択してください。", "To show all dates, choose an establishment."));
        if (query.From > query.To)
            throw new ContactQueryException(new("表示日の開始が終了より後です。", "The first day is after the last."));
        if (query.PageSize is < 1 or > 200)
            throw new ContactQueryException(new("1ページの件数は1から200までです。", "A page has 1 to 200 notices."));
    }

    private DateOnly? FirstDay(ContactQuery query) => query switch
    {
        { AllDates: true } => null,
        { From: { } from } => from,
        { To: not null } => null,
        _ => clock.Today.AddDays(1 - options.Value.NewArrivalDays),
    };

    private async Task<IReadOnlyList<EstablishmentId>?> VisibleAsync(ContactQuery query, DeskOperator clerk, CancellationToken token)
    {
        if (query.Establishment is { } chosen)
            return await policy.MaySeeAsync(clerk, chosen, token).ConfigureAwait(false) ? [chosen] : [];
        if (policy is EveryOperatorSeesAll)
            return null;
        List<EstablishmentId> visible = [];
        foreach (Establishment establishment in await establishments.ListAsync(token).ConfigureAwait(false))
        {
            if (await policy.MaySeeAsync(clerk, establishment.Id, token).ConfigureAwait(false))
                visible.Add(establishment.Id);
        }

        return visible;
    }

    private static long ReadCursor(string cursor) => long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
        ? sequence
        : throw new ContactQueryException(new("ページの続きが正しくありません。一覧を開き直してください。", "The cursor is not one of this list: open the list again."));
}
