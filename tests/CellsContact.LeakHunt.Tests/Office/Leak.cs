using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.MyNumbers;
using CellsContact.Trials;
using Microsoft.Extensions.Logging;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>A watch that does what no part may: it gives away each number that it sees go by.</summary>
internal sealed class Leak(Action<string> giveAway) : IPortWatch
{
    public void Before(string call, object?[] arguments)
    {
        foreach (MyNumber number in arguments.OfType<MyNumber>())
        {
            char[] digits = new char[12];
            number.CopyDigitsTo(digits);
            giveAway(new string(digits));
        }
    }

    public void After(string call)
    {
    }

    internal static Leak IntoTheLog(ILogger logger, Func<string, string> disguise) =>
        new(digits =>
        {
            string what = disguise(digits);
            logger.LogTrace("Compared {What}", what);
        });
}
