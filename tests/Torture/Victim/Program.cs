using System.Text;
using CellsContact.Attachments;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.MyNumbers;
using CellsContact.MyPages;
using CellsContact.Statuses;
using CellsContact.Storage;
using CellsContact.Torture.Victims;
using CellsContact.Trials;
using Microsoft.Extensions.DependencyInjection;

// Victim receive folder=DIR file=PATH [kill=STEP[:TIMES]]
// Victim save    folder=DIR key=E001/c-1 action=Reflect|Decline|Complete operator=ID [edit=PATH value=TEXT] [kill=…]
// Victim batch   folder=DIR warm=DIR seed=N people=N
// Victim work    folder=DIR seed=N people=N operator=ID [shuffle=N] [share=MINUTES] [kill=…]
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Dictionary<string, string> options = args.Skip(1).Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
KillSwitch kill = new(options.GetValueOrDefault("kill"));
OfficeFolder folder = new(options["folder"]);
if (args[0] == "batch")
{
    await BatchWorker.WorkAsync(folder, options, kill);
    return 0;
}

await using TrialOffice office = await TrialOffice.OpenAsync(folder, services => services
    .AddSingleton<IMyPage>(new ClientPage(folder.Page))
    .AddSingleton(provider => ActivatorUtilities.CreateInstance<MyPageDelivery>(provider, new LaterClock(options["share"])))
    .Wrap<IContactStore>(store => new WatchedStore(store, kill))
    .Wrap<ILedger>(ledger => new WatchedLedger(ledger, kill))
    .Wrap<IMyNumberVault>(vault => new WatchedVault(vault, kill))
    .Wrap<IMyNumberAccessLog>(log => new WatchedLog(log, kill))
    .Wrap<IPersonalBox>(box => new WatchedBox(box, kill))
    .Wrap<IOutbox>(outbox => new WatchedOutbox(outbox, kill))
    .Wrap<IMyPage>(page => new WatchedPage(page, kill)));
Console.WriteLine("ready");
switch (args[0])
{
    case "receive":
        foreach (IntakeResult result in await office.ReceiveAsync(await File.ReadAllBytesAsync(options["file"])))
            Console.WriteLine($"result {result.GetType().Name}");
        break;
    case "save":
        ContactDecision decision = ContactDecision.Reflect with
        {
            Action = Enum.Parse<ContactAction>(options["action"]),
            MessageToClient = "確認しました。",
            Edits = options.TryGetValue("edit", out string? path) ? [Edit.Set(path, options["value"])] : [],
        };
        try
        {
            SaveResult saved = await office.DecideAsync(ContactKey.Parse(options["key"]), new DeskOperator(options["operator"]), decision);
            Console.WriteLine($"result {saved.GetType().Name}");
        }
        catch (LedgerException exception)
        {
            Console.WriteLine($"result {exception.GetType().Name}");
        }

        break;
    default:
        await Worker.WorkAsync(office, options);
        break;
}

Console.WriteLine("done");
return 0;
