using System.CommandLine;
using System.CommandLine.Parsing;
using OfficeDesk.Commands;
using OfficeDesk.Rendering;

namespace OfficeDesk;

/// <summary>The command line: parses, runs one command, and turns whatever goes wrong into a sentence and an exit code.</summary>
internal sealed class OfficeDeskApp(Screen screen, TimeProvider time)
{
    // A value such as "@x" is a value, not a file to read arguments from.
    private static readonly ParserConfiguration s_parsing = new() { ResponseFileTokenReplacer = null };

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken token = default)
    {
        ParseResult parsed = Root().Parse(arguments, s_parsing);
        if (parsed.Errors.Count > 0)
            return Report(parsed, UsageError(parsed));
        InvocationConfiguration invocation = new() { Output = screen.Output, Error = screen.Error, EnableDefaultExceptionHandler = false };
        if (parsed.CommandResult.Command.Name == WorkCommand.Name)
            invocation.ProcessTerminationTimeout = WorkCommand.Patience;
        return await parsed.InvokeAsync(invocation, token);
    }

    /// <summary>Gives a command its work.</summary>
    public Command Bind(Command command, Func<CommandContext, CancellationToken, Task<int>> work)
    {
        command.SetAction(async (parsed, token) =>
        {
            try
            {
                return await work(new(parsed, screen, time), token);
            }
#pragma warning disable CA1031 // The last frontier: a person gets a sentence, never a stack trace with somebody's data.
            catch (Exception error)
#pragma warning restore CA1031
            {
                return Report(parsed, Failure.From(error));
            }
        });
        return command;
    }

    private RootCommand Root() => new("連絡管理: 顧問先からの連絡を受信し、確認して台帳に反映します。")
    {
        CommonOptions.Data,
        CommonOptions.Operator,
        CommonOptions.Json,
        DemoCommand.Create(this, screen, time),
        InitCommand.Create(this),
        ReceiveCommand.Create(this),
        ListCommand.Create(this),
        ShowCommand.Create(this),
        PreviewCommand.Create(this),
        ReflectCommand.Create(this),
        StatusCommand.Create(this),
        UndoCommand.Create(this),
        AttachmentsCommand.Create(this),
        BoxCommand.Create(this),
        MyPageCommand.Create(this),
        SweepCommand.Create(this),
        WorkCommand.Create(this),
        MyNumberCommand.Create(this),
        OperatorCommand.Create(this),
    };

    private int Report(ParseResult parsed, Failure failure)
    {
        if (parsed.GetResult(CommonOptions.Json) is { Implicit: false })
            JsonOutput.Write(screen.Output, writer => writer.WriteFailure(failure));
        screen.Error.WriteLine(failure.Text.Japanese);
        return failure.ExitCode;
    }

    private static Failure UsageError(ParseResult parsed)
    {
        string errors = Printable.Of(string.Join(" ", parsed.Errors.Select(error => error.Message)));
        string command = "";
        for (CommandResult? each = parsed.CommandResult; each is { Command: not RootCommand }; each = each.Parent as CommandResult)
            command = $" {each.Command.Name}{command}";
        return new(ExitCode.BadInput, new(
            $"指定に誤りがあります: {errors} officedesk{command} --help で使い方を確かめてください。",
            $"Bad usage: {errors} See officedesk{command} --help."));
    }
}
