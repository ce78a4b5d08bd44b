using System.Text.Encodings.Web;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.Intake;

namespace OfficeDesk.Rendering;

/// <summary>Writes one JSON document to standard output (<c>--json</c>): what it says, the exit code says too.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> properties)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, s_options))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> properties)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            properties(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteText(this Utf8JsonWriter writer, BilingualText text)
    {
        writer.WriteString("japanese", text.Japanese);
        writer.WriteString("english", text.English);
    }

    public static void WriteKey(this Utf8JsonWriter writer, ContactKey key)
    {
        writer.WriteString("key", key.ToString());
        writer.WriteString("establishment", key.Establishment.Value);
        writer.WriteString("id", key.Id.Value);
    }

    public static void WriteFindings(this Utf8JsonWriter writer, IEnumerable<ContactFinding> findings) =>
        writer.WriteArray("findings", findings, finding =>
        {
            writer.WriteString("path", finding.Path);
            writer.WriteString("rule", finding.RuleId);
            writer.WriteString("severity", finding.Severity == FindingSeverity.Error ? "error" : "warning");
            writer.WriteText(finding.Message);
        });

    public static void WriteFailure(this Utf8JsonWriter writer, Failure failure)
    {
        writer.WriteStartObject("error");
        writer.WriteNumber("exitCode", failure.ExitCode);
        if (failure.Outcome is { } outcome)
            writer.WriteString("outcome", outcome);
        writer.WriteText(failure.Text);
        writer.WriteEndObject();
    }

    /// <summary>A name of an enumeration as JSON has it: camelCase.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
