using CellsContact.LeakHunt.Tests.Hunting;

namespace CellsContact.LeakHunt.Tests.Places;

/// <summary>Catches what is written to the console, both ways out.</summary>
internal sealed class CatchingConsole : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _caught = new();
    private readonly Haul _haul;

    internal CatchingConsole(Haul haul)
    {
        _haul = haul;
        TextWriter both = TextWriter.Synchronized(_caught);
        Console.SetOut(both);
        Console.SetError(both);
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _haul.Add("console", _caught.ToString());
        _caught.Dispose();
    }
}
