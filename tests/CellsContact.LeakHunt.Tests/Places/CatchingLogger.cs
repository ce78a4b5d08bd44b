using CellsContact.LeakHunt.Tests.Hunting;
using Microsoft.Extensions.Logging;

namespace CellsContact.LeakHunt.Tests.Places;

/// <summary>Catches what is logged at every level: the formatted text, each structured value, the scopes, the exceptions.</summary>
internal sealed class CatchingLogger(Haul haul) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private void AddState(string place, object? state)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach ((string name, object? value) in values)
            {
                haul.Add(place, name);
                AddValue(place, value);
            }
        }
        else
        {
            AddValue(place, state);
        }
    }

    /// <summary>As text, and as a structured logger takes an object apart. A framework's own services are no data.</summary>
    private void AddValue(string place, object? value)
    {
        if (value?.GetType().FullName?.StartsWith("CellsContact", StringComparison.Ordinal) == true || value is Exception)
            haul.AddObject(place, value);
        else
            haul.Add(place, value?.ToString());
    }

    private sealed class Category(CatchingLogger logger, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            logger.AddState($"logged by {name}", state);
            haulText($"log {name}", $"{logLevel} {eventId} {formatter(state, exception)}");
            if (exception is not null)
                logger.AddState($"logged by {name}", exception);
            logger._scopes.ForEachScope((scope, _) => logger.AddState($"scope of {name}", scope), 0);

            void haulText(string place, string text) => logger.AddText(place, text);
        }
    }

    private void AddText(string place, string text) => haul.Add(place, text);
}
