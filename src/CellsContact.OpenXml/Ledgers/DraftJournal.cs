namespace CellsContact.OpenXml.Ledgers;

/// <summary>Takes a change set's steps back when it turns out to conflict, so that it leaves no trace for the next set.</summary>
internal sealed class DraftJournal
{
    private readonly Stack<Action> _undo = new();

    public void Record(Action undo) => _undo.Push(undo);

    public void RollBack()
    {
        while (_undo.TryPop(out Action? undo))
            undo();
    }

    public void Commit() => _undo.Clear();
}
