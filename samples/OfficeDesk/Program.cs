using System.Text;
using OfficeDesk;
using OfficeDesk.Rendering;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await new OfficeDeskApp(Screen.ForConsole(), TimeProvider.System).RunAsync(args);
