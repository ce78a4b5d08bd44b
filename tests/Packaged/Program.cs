using System.Runtime;
using CellsContact.Contacts;
using CellsContact.Ledgers;
using CellsContact.OpenXml;

// One workbook made and one hire saved. The packages bring machine code: some 70 methods are compiled, most of them
// the framework's own; from the IL alone it would be some 1,400.
string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "E001.xlsx");
EstablishmentId establishment = EstablishmentId.Parse("E001");
LedgerChange hire = new(
    LedgerTable.People, new(LedgerPersonKey.Of(EmployeeNumber.Parse("1"))), LedgerChangeAction.Add,
    [new(PersonFields.Name, LedgerValue.Empty, LedgerValue.OfText("田中　花子"))]);
LedgerChangeSet set = new(new(new(establishment, ContactId.Parse("c-1")), 1, ChangeSetPurpose.Apply), ContactKind.Hire, "clerk-1", [hire]);

OpenXmlWorkbook.Create(file);
OpenXmlLedger ledger = new(new() { WorkbookFor = _ => file }, TimeProvider.System);
IReadOnlyList<LedgerOutcome> outcomes = await ledger.ApplyAsync(establishment, [set], CancellationToken.None);

long compiled = JitInfo.GetCompiledMethodCount();
Console.WriteLine($"{outcomes[0].GetType().Name}: {compiled} methods compiled in {JitInfo.GetCompilationTime().TotalMilliseconds:F0} ms");
File.Delete(file);
return outcomes[0] is LedgerOutcome.Applied && compiled <= 200 ? 0 : 1;
