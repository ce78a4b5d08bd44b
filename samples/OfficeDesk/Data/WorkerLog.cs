using System.Globalization;
using Microsoft.Extensions.Logging;

namespace OfficeDesk.Data;

/// <summary>What the workers log, a line each: what the library says, and of an exception its type only, never a stack trace.</summary>
internal sealed class WorkerLog(TextWriter lines, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Line(lines, clock, categoryName.StartsWith("CellsContact.", StringComparison.Ordinal));

    public void Dispose()
    {
        // Standard error is not ours to close.
    }

    private sealed class Line(TextWriter lines, TimeProvider clock, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel is >= LogLevel.Information and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            string time = clock.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            lines.WriteLine($"{time} [{eventId.Id}] {formatter(state, null)}{(exception is null ? "" : $" ({exception.GetType().Name})")}");
        }
    }
}
