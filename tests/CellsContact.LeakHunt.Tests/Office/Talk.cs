using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CellsContact.MyPages;
using CellsContact.Trials;
using Microsoft.Extensions.Logging;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>A watch that says all that a member was given: into the log, or, without one, in what it throws.</summary>
internal sealed class Talk(string member, ILogger? logger) : IPortWatch
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Before(string call, object?[] arguments)
    {
        if (call != member)
            return;
        string all = string.Join(' ', arguments.Where(argument => argument is not CancellationToken).Select(Text));
        if (logger is null)
            throw new InvalidOperationException($"Cannot take {all}.");
        logger.LogTrace("Given {What}", all);
    }

    public void After(string call)
    {
    }

    private static string Text(object? argument) => argument switch
    {
        ReadOnlyMemory<byte> content => Encoding.UTF8.GetString(content.Span),
        PublishedPerson { Person: { } person } => string.Join(' ', person.Row.Values.Values.Select(value => value.Text)),
        PublishedPerson => "nobody",
        _ => JsonSerializer.Serialize(argument, s_json),
    };
}
