using CellsContact.Ledgers;

namespace CellsContact.Reflectors;

/// <summary>「事業所マイページに公開」 of all kinds but 入社: it refreshes what is published, and publishes nobody.</summary>
internal static class Publication
{
    internal static void NoteRefresh(ReflectionBuilder reflection, LedgerPerson person)
    {
        if (reflection.Options.Publish && !RowEdit.Means(PersonFields.Published, person.Row[PersonFields.Published], LedgerValue.OfYesNo(true)))
            reflection.Warn(NoteCodes.NotPublished, PersonFields.Published, $"社員番号 {person.Number} の「マイページ公開」が公開ではないため、公開情報は更新されません。", $"Number {person.Number} is not published in the ledger, so nothing is refreshed on the client page.");
    }
}
