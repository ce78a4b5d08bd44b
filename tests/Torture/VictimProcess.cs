using System.Diagnostics;
using System.Text;
using CellsContact.Trials;

namespace CellsContact.Torture;

/// <summary>A host of the real thing in a process of its own, to be killed.</summary>
internal sealed class VictimProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly List<string> _lines = [];
    private readonly Lock _lock = new();
    private int _awaited = int.MaxValue;
    private TaskCompletionSource? _reached;

    private VictimProcess(string command, OfficeFolder folder, IEnumerable<string> options)
    {
        _process = new()
        {
            StartInfo = new(Path.Combine(AppContext.BaseDirectory, "Victim"), [command, $"folder={folder.Path}", .. options])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            },
        };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The steps it has told, in order.</summary>
    internal IReadOnlyList<string> Steps => Told("step ");

    private string LastStep => Steps is [.., var last] ? last : "none";

    /// <summary>The results it has told, in order.</summary>
    internal IReadOnlyList<string> Results => Told("result ");

    /// <summary>Starts one.</summary>
    internal static VictimProcess Start(string command, OfficeFolder folder, params IEnumerable<string> options) => new(command, folder, options);

    /// <summary>Runs one to its end; whether it got there alive.</summary>
    internal static async Task<(bool Alive, VictimProcess Victim)> RunAsync(string command, OfficeFolder folder, params IEnumerable<string> options)
    {
        VictimProcess victim = Start(command, folder, options);
        return (await victim.EndAsync(), victim);
    }

    /// <summary>Waits until it has told so many steps, or has ended.</summary>
    internal async Task StepsAsync(int steps)
    {
        Task reached;
        lock (_lock)
        {
            _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited = steps;
            reached = _reached.Task;
            Signal();
        }

        await Task.WhenAny(reached, _process.WaitForExitAsync()).WaitAsync(s_patience);
    }

    /// <summary>SIGKILL, now.</summary>
    internal void Kill() => _process.Kill();

    /// <summary>Waits for the end: <c>true</c> when it did its work, <c>false</c> when it was killed; anything else is a failure.</summary>
    internal async Task<bool> EndAsync()
    {
        using CancellationTokenSource patience = new(s_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            throw new TimeoutException($"The victim did not end within {s_patience}; its last step was {LastStep}.");
        }

        return _process.ExitCode switch
        {
            0 => true,
            137 => false,
            int other => throw new InvalidOperationException($"The victim ended with {other} after {LastStep}:\n{_errors}"),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            _lines.Add(line);
            Signal();
        }
    }

    private void Signal()
    {
        if (_lines.Count(line => line.StartsWith("step ", StringComparison.Ordinal)) >= _awaited)
            _reached?.TrySetResult();
    }

    private string[] Told(string prefix)
    {
        lock (_lock)
            return [.. _lines.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..])];
    }
}
