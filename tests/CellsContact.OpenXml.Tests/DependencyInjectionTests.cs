using CellsContact.DependencyInjection;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CellsContact.OpenXml.Tests;

public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task UseOpenXmlLedger_GivesALedgerOverTheWorkbooks()
    {
        using TestLedger test = TestLedger.WithNewWorkbook();
        using ServiceProvider services = Build(c => c.UseOpenXmlLedger(o => o.WorkbookFor = id => test.Folder.File($"{id}.xlsx")));

        var ledger = services.GetRequiredService<ILedger>();

        Assert.IsType<OpenXmlLedger>(ledger);
        Assert.Equal(LedgerFields.All.Count, (await ledger.ReadAsync(Sets.E001, [], CancellationToken.None)).Fields.Count);
    }

    [Fact]
    public void UseOpenXmlLedger_TheApplicationsOwnLedgerWins()
    {
        var own = new InMemoryLedger();
        var collection = new ServiceCollection();
        collection.AddSingleton<ILedger>(own);
        collection.AddCellsContact(c => c.UseOpenXmlLedger(o => o.WorkbookFor = _ => "a.xlsx"));
        using ServiceProvider services = collection.BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<ILedger>());
    }

    [Fact]
    public void UseOpenXmlLedger_BadOptions_AreToldByName()
    {
        using ServiceProvider services = Build(c => c.UseOpenXmlLedger(o => o.HeaderRow = -1));

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ILedger>);

        Assert.Contains("HeaderRow is -1", e.Message, StringComparison.Ordinal);
        Assert.Contains("WorkbookFor", e.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Action<CellsContactBuilder> configure)
    {
        var collection = new ServiceCollection();
        collection.AddCellsContact(configure);
        return collection.BuildServiceProvider();
    }
}
