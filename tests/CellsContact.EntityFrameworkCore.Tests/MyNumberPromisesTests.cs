using CellsContact.Promises;

namespace CellsContact.EntityFrameworkCore.Tests;

public sealed class MyNumberPromisesTests : IDisposable
{
    private readonly NumbersFile _file = new();

    public static TheoryData<string> VaultNames => [.. MyNumberVaultPromises.All.Select(promise => promise.Name)];

    public static TheoryData<string> LogNames => [.. MyNumberAccessLogPromises.All.Select(promise => promise.Name)];

    public void Dispose() => _file.Dispose();

    [Theory, MemberData(nameof(VaultNames))]
    public Task SqliteVault_Keeps(string name) => MyNumberVaultPromises.All.Single(promise => promise.Name == name).RunAsync(_file);

    [Theory, MemberData(nameof(LogNames))]
    public Task SqliteLog_Keeps(string name) => MyNumberAccessLogPromises.All.Single(promise => promise.Name == name).RunAsync(_file);
}
