using CellsContact.Contacts;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>An office that has the people of the wire examples and has received them all: copied for each test.</summary>
public sealed class ExampleTemplate : IAsyncLifetime
{
    private readonly Dictionary<string, ContactKey> _keys = [];
    private readonly Dictionary<string, string> _undisturbed = [];
    private readonly OfficeFolder _folder = OfficeFolder.CreateTemporary();

    /// <summary>The notices by the name of their file.</summary>
    public IReadOnlyDictionary<string, ContactKey> Keys => _keys;

    /// <summary>A copy of one's own.</summary>
    public OfficeFolder Copy() => _folder.Copy();

    /// <summary>The workbook after an example was reflected by a host that nobody disturbed, without the moments of doing so.</summary>
    public async Task<string> UndisturbedAsync(string example, string[] save)
    {
        if (!_undisturbed.TryGetValue(example, out string? lines))
        {
            OfficeFolder folder = Copy();
            Assert.True((await VictimProcess.RunAsync("save", folder, save)).Alive);
            lines = _undisturbed[example] = folder.Read().ToLines(OfficeChecks.Time);
            folder.Delete();
        }

        return lines;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await using TrialOffice office = await TrialOffice.OpenAsync(_folder);
        await ExampleOffice.HireCastAsync(office);
        foreach (string example in ExampleOffice.Reflectable)
            _keys[example] = (await ExampleOffice.ReceiveAsync(office, ExampleOffice.Message(example)))[0];
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Delete();
        return Task.CompletedTask;
    }
}
