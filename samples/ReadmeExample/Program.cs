using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.OpenXml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

string folder = Directory.CreateTempSubdirectory().FullName;
OpenXmlWorkbook.Create(Path.Combine(folder, "E001.xlsx"));                  // or AdoptAsync: the workbook the office has

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddCellsContact(c => c
    .AddEstablishment("E001", "みなと商事株式会社")
    .UseOpenXmlLedger(o => o.WorkbookFor = id => Path.Combine(folder, $"{id}.xlsx"))
    .UseEntityFrameworkCore(e => e.UseSqlite(Path.Combine(folder, "contacts.db")))
    .KeepMyNumbersInMemory());                                              // for the example; encrypted in the database otherwise
using IHost host = builder.Build();
await host.StartAsync();

var client = new Sender("minato", [EstablishmentId.Parse("E001")]);         // authenticated by your host
var clerk = new DeskOperator("yamada");
var desk = host.Services.GetRequiredService<ContactDesk>();
await foreach (IntakeResult received in host.Services.GetRequiredService<ContactInbox>().ReceiveAsync(File.OpenRead(args[0]), client))
    Console.WriteLine(received.GetType().Name);                             // Accepted, Duplicate, Rejected, Expired

ContactKey key = (await desk.ListAsync(new ContactQuery(), clerk)).Items[0].Key;
SavePreview preview = await desk.PreviewAsync(key, clerk, ContactDecision.Reflect with { Edits = [Edit.Set("person.phone", "090-0000-0000")] });
Console.WriteLine(string.Join(", ", preview.Changes));                      // rows and fields, before and after
Console.WriteLine((await desk.SaveAsync(preview.Token, clerk)).GetType().Name);
