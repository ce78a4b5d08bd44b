using CellsContact.Ledgers;
using static CellsContact.Promises.LedgerCast;
using static CellsContact.Promises.PromiseBrokenException;

namespace CellsContact.Promises;

/// <summary>Values come back as they were written: text, dates, numbers, choices.</summary>
internal static class LedgerValues
{
    internal static IReadOnlyList<Promise<ILedgerHarness>> All { get; } =
    [
        new("Characters beyond the common ones come back as they were written.", RoundTrip(
            Text("髙橋"), Text("𠮷田"), Text("葛\U000E0100飾"), Text("﨑 濵 ～〜－−"), Text("ｶﾞｷﾞ ガギ"), Text("👪"), Text("e\u0301"))),
        new("Text that looks like something else stays text.", RoundTrip(
            Text("=1+1"), Text("+81-3"), Text("-1"), Text("@a"), Text("'x"), Text("0012"), Text("1E5"), Text("2026/4/1"), Text("TRUE"), Text("<b>&\"'"), Text("_x000D_"))),
        new("Blanks and line breaks inside a text come back as they were written.", RoundTrip(
            Text(" 前後 "), Text("一\n二"), Text("a\u3000 b"), Text("tab\tbed"))),
        new("Dates come back as dates.", DatesRoundTrip),
        new("Numbers come back as numbers.", RoundTrip(
            PersonFields.WageInCash, LedgerValue.OfNumber(0), LedgerValue.OfNumber(999_999_999), LedgerValue.OfNumber(280_000))),
        new("Choices come back as choices.", RoundTrip(
            PersonFields.SeparationReason, [.. PersonFields.SeparationReason.Choices.Select(choice => LedgerValue.OfChoice(choice.Code))])),
        new("A text in a choice field comes back as text.", RoundTrip(PersonFields.SeparationReason, Text("家業を継ぐ"))),
    ];

    private static Func<ILedgerHarness, CancellationToken, Task> RoundTrip(params LedgerValue[] values) => RoundTrip(PersonFields.Address, values);

    private static Func<ILedgerHarness, CancellationToken, Task> RoundTrip(LedgerField field, params LedgerValue[] values) => async (harness, token) =>
    {
        LedgerScene scene = await LedgerScene.OpenAsync(harness, token, Suzuki()).ConfigureAwait(false);
        for (int i = 0; i < values.Length; i++)
        {
            LedgerPerson before = await scene.PersonAsync("0027").ConfigureAwait(false);
            await scene.AppliedAsync(LedgerScene.Set($"c-{i}", Update(before, field, values[i]))).ConfigureAwait(false);
            LedgerScene elsewhere = await scene.ReopenedAsync().ConfigureAwait(false);
            LedgerValue read = (await elsewhere.PersonAsync("0027").ConfigureAwait(false)).Row[field];
            ThrowUnless(read == values[i], $"{values[i].Kind} “{values[i].Text}” came back as {read.Kind} “{read.Text}”");
        }
    };

    private static async Task DatesRoundTrip(ILedgerHarness harness, CancellationToken token)
    {
        DateOnly[] dates = [new(1926, 12, 25), new(1989, 1, 8), new(2000, 2, 29), new(2019, 5, 1), new(2026, 2, 28), new(2026, 12, 31), new(2099, 12, 31)];
        await RoundTrip(PersonFields.HiredOn, [.. dates.Select(Date)])(harness, token).ConfigureAwait(false);
    }
}
