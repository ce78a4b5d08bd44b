using System.CommandLine;
using CellsContact.Desk;
using OfficeDesk.Commands;
using OfficeDesk.Data;
using OfficeDesk.Rendering;

namespace OfficeDesk;

/// <summary>What every command works with: where things are, who asks, and where to write.</summary>
internal sealed class CommandContext(ParseResult arguments, Screen screen, TimeProvider time)
{
    public ParseResult Arguments { get; } = arguments;

    public Screen Screen { get; } = screen;

    public bool Json { get; } = arguments.GetValue(CommonOptions.Json);

    /// <summary>What people read; with <c>--json</c> that is standard error, since standard output holds the document only.</summary>
    public Report Report => Json ? new PlainReport(Screen.Error) : Screen.Report;

    public OfficeFolder Folder { get; } = new(arguments.GetValue(CommonOptions.Data)!);

    public DeskOperator Operator { get; } = new(arguments.GetValue(CommonOptions.Operator)!);

    public Task<OfficeSession> OpenAsync(CancellationToken token) => OfficeSession.OpenAsync(Folder, time, token);

    /// <summary>The same with the workers running; what they log goes to standard error.</summary>
    public Task<OfficeSession> OpenWithWorkersAsync(CancellationToken token) => OfficeSession.OpenWithWorkersAsync(Folder, time, new WorkerLog(Screen.Error, time), token);
}
