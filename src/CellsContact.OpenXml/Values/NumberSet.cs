using System.Runtime.CompilerServices;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Sheets;

namespace CellsContact.OpenXml.Values;

/// <summary>
/// Employee numbers without regard to width and leading zeros (<see cref="LedgerMatching.FoldNumber"/>). Digits alone,
/// which nearly all are, take a bit each where they run on: a whole office's numbers fit in a few kilobytes.
/// </summary>
internal sealed class NumberSet
{
    private const int PageBits = 8;

    /// <summary>A bit for each number; a page has those that run on from a multiple of 256.</summary>
    private readonly Dictionary<long, ulong[]> _pages = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>The key under which numbers are the same; the same as the contract's, without its cost where digits stand alone.</summary>
    public static string Fold(string number)
    {
        if (number.Length == 0 || number.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return LedgerMatching.FoldNumber(number);
        string folded = number.TrimStart('0');
        return folded.Length == 0 ? "0" : folded;
    }

    [MethodImpl(HotCode.Optimized)]
    public bool Contains(ShownNumber number) => Folded(ref number)
        ? _pages.TryGetValue(KeyOf(number), out ulong[]? page) && (page[WordOf(number)] & BitOf(number)) != 0
        : _others.Contains(number.Text!);

    /// <returns>Whether it was not in yet.</returns>
    [MethodImpl(HotCode.Optimized)]
    public bool Add(ShownNumber number)
    {
        if (!Folded(ref number))
            return _others.Add(number.Text!);
        if (!_pages.TryGetValue(KeyOf(number), out ulong[]? page))
            _pages[KeyOf(number)] = page = new ulong[1 << (PageBits - 6)];
        if ((page[WordOf(number)] & BitOf(number)) != 0)
            return false;
        page[WordOf(number)] |= BitOf(number);
        return true;
    }

    public void UnionWith(NumberSet others)
    {
        _others.UnionWith(others._others);
        foreach ((long key, ulong[] page) in others._pages)
        {
            if (!_pages.TryGetValue(key, out ulong[]? own))
                _pages[key] = own = new ulong[page.Length];
            for (int word = 0; word < page.Length; word++)
                own[word] |= page[word];
        }
    }

    public void Remove(ShownNumber number)
    {
        if (!Folded(ref number))
            _others.Remove(number.Text!);
        else if (_pages.TryGetValue(KeyOf(number), out ulong[]? page))
            page[WordOf(number)] &= ~BitOf(number);
    }

    /// <summary>Whether it is digits alone, once folded if need be.</summary>
    private static bool Folded(ref ShownNumber number)
    {
        if (number.Text is not null)
            number = ShownNumber.Of(LedgerMatching.FoldNumber(number.Text)) is { Text: null } digits ? digits : number with { Text = LedgerMatching.FoldNumber(number.Text) };
        return number.Text is null;
    }

    private static long KeyOf(ShownNumber number) => (long)(number.Value >> PageBits);

    private static int WordOf(ShownNumber number) => (int)(number.Value >> 6) & ((1 << (PageBits - 6)) - 1);

    private static ulong BitOf(ShownNumber number) => 1UL << (int)(number.Value & 63);
}
