using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Serialization;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.MyNumbers;
using CellsContact.Tests.Scenes;
using Microsoft.Extensions.Logging;

namespace CellsContact.Tests.MyNumbers;

/// <summary>Neither a number nor a pass phrase has a printable form, whoever prints it and whatever it stands in.</summary>
public sealed class RedactionTests
{
    private const string Phrase = "うまの 電池 staple";
    private static readonly string s_digits = NumberScene.Number(42);
    private static readonly MyNumber s_number = Read(s_digits);
    private static readonly object[] s_secrets = [s_number, new PassPhrase(Phrase)];

    /// <summary>What a secret may stand in.</summary>
    public static TheoryData<string> Holders => [.. s_holders.Keys];

    private static readonly Dictionary<string, Func<object, object>> s_holders = new()
    {
        ["itself"] = secret => secret,
        ["an anonymous object"] = secret => new { Secret = secret },
        ["a record"] = secret => new Holding(secret),
        ["a typed record"] = secret => secret is MyNumber number ? new TypedHolding(number) : secret,
        ["a list"] = secret => new List<object> { secret },
        ["a dictionary"] = secret => new Dictionary<string, object> { ["secret"] = secret },
        ["a tuple"] = secret => (1, secret),
        ["a pair"] = secret => KeyValuePair.Create("secret", secret),
        ["a reveal"] = secret => secret is MyNumber number ? Shown(number) : secret,
        ["a nullable result"] = secret => (MyNumberReveal?)(secret is MyNumber number ? Shown(number) : null) ?? secret,
        ["a request"] = secret => new MyNumberRequest("sato", "連絡の確認", MyNumberScope.Of(OfficeScene.E001), secret),
        ["an exception"] = secret => new InvalidOperationException($"Refused {secret}", new IOException($"{secret}")) { Data = { ["secret"] = secret } },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void Text_OfASecretAndOfWhatHoldsIt_HidesIt(string holder)
    {
        foreach (object secret in s_secrets)
        {
            object held = s_holders[holder](secret);
            Hidden(held.ToString());
            Hidden($"{held}");
            Hidden($"{held,40}");
            Hidden(string.Format(CultureInfo.InvariantCulture, "{0}", held));
            Hidden(string.Format(CultureInfo.InvariantCulture, "{0:D12}{0:N}{0:X}", held));
            Hidden(string.Concat("a", held));
            Hidden(string.Join(',', [held]));
            Hidden(Convert.ToString(held, CultureInfo.InvariantCulture));
            Hidden(new StringBuilder().Append(held).AppendFormat(CultureInfo.InvariantCulture, "{0}", held).ToString());
            Hidden(FormattableStringFactoryText(held));
        }
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Json_ByReflection_HidesIt(string holder)
    {
        foreach (object secret in s_secrets)
        {
            object held = s_holders[holder](secret);
            foreach (JsonSerializerOptions options in (JsonSerializerOptions[])[new(), new() { IncludeFields = true }, new(JsonSerializerDefaults.Web) { WriteIndented = true }])
                Hidden(JsonOf(held, options));
        }
    }

    [Fact]
    public void Json_BySourceGeneration_HidesIt()
    {
        TypedHolding held = new(s_number);
        Hidden(JsonSerializer.Serialize(held, RedactionJson.Default.TypedHolding));
        Hidden(JsonSerializer.Serialize(s_number, RedactionJson.Default.MyNumber));
        Hidden(JsonSerializer.Serialize([s_number], RedactionJson.Default.MyNumberArray));
        Hidden(JsonSerializer.Serialize(new() { ["a"] = s_number }, RedactionJson.Default.DictionaryStringMyNumber));
        Assert.Equal("{}", JsonSerializer.Serialize(s_number, RedactionJson.Default.MyNumber));
    }

    [Fact]
    public void Json_IntoAKeyOfADictionary_HidesIt() =>
        Hidden(Thrown(() => JsonSerializer.Serialize(new Dictionary<MyNumber, int> { [s_number] = 1 })));

    [Fact]
    public void Xml_AndDataContracts_RefuseItWithoutADigit()
    {
        Hidden(Thrown(() => new XmlSerializer(typeof(MyNumber)).Serialize(TextWriter.Null, s_number)));
        using MemoryStream stream = new();
        Assert.Throws<InvalidDataContractException>(() => new DataContractSerializer(typeof(MyNumber)).WriteObject(stream, s_number));
        Hidden(Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Holders))]
    public void Logger_WithASecretAsArgumentScopeOrException_HidesIt(string holder)
    {
        TakingApart taking = new();
        using ILoggerFactory factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(taking));
        ILogger logger = factory.CreateLogger("x");
        foreach (object secret in s_secrets)
        {
            object held = s_holders[holder](secret);
            Exception? error = held as Exception;
            using (logger.BeginScope("in {Secret}", held))
            using (logger.BeginScope(held))
#pragma warning disable CA1873 // This logger is always on.
                logger.LogCritical(error, "Saw {Secret} and {@Secret}", held, held);
#pragma warning restore CA1873
        }

        Assert.True(taking.Lines.Count >= 8);
        taking.Lines.ForEach(Hidden);
    }

    [Fact]
    public void Types_OfferNoOtherWayToPrint()
    {
        foreach (Type type in (Type[])[typeof(MyNumber), typeof(PassPhrase)])
        {
            Type[] offered = type.GetInterfaces();
            Assert.All((Type[])[typeof(IFormattable), typeof(ISpanFormattable), typeof(IUtf8SpanFormattable), typeof(IConvertible), typeof(IComparable), typeof(ISerializable), typeof(System.Collections.IEnumerable)],
                printing => Assert.DoesNotContain(printing, offered));
            Assert.All(offered, one => Assert.True(one == typeof(IEquatable<MyNumber>) || one == typeof(IDisposable), one.Name));
            Assert.Empty(type.GetCustomAttributes<JsonConverterAttribute>());
            Assert.Empty(type.GetCustomAttributes<DataContractAttribute>());
            Assert.Empty(type.GetCustomAttributes<System.ComponentModel.TypeConverterAttribute>());
            Assert.Empty(type.GetCustomAttributes<DebuggerTypeProxyAttribute>());
            Assert.Matches(@"^\*+$", type.GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
            FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
            Assert.All(fields, field => Assert.Equal(DebuggerBrowsableState.Never, field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State));
            Assert.All(fields, field => Assert.True(field.IsPrivate));
        }
    }

    [Fact]
    public void HashCode_OfEveryNumber_IsTheSame() =>
        Assert.Single(Enumerable.Range(0, 100).Select(seed => Read(NumberScene.Number(seed)).GetHashCode()).Distinct());

    [Fact]
    public void Mistakes_WithANumber_DoNotRepeatIt()
    {
        Hidden(Thrown(() => s_number.CopyDigitsTo(new char[11])));
        Hidden(Thrown(() => ContactKey.Parse($"E001/{s_digits}/x")));
        Hidden(Thrown(() => ContactId.Parse($"{s_digits} ")));
        Hidden(Thrown(() => EstablishmentId.Parse($"{s_digits} ")));
        Hidden(Thrown(() => EmployeeNumber.Parse($"{s_digits}\t")));
    }

    [Fact]
    public void PassPhrase_Disposed_IsWiped()
    {
        PassPhrase phrase = new("abc");
        phrase.Dispose();
        char[] left = new char[3];
        phrase.CopyTo(left);
        Assert.Equal(new char[3], left);
    }

    internal static void Hidden(string? text)
    {
        Assert.NotNull(text);
        Assert.All(
            [s_digits, s_digits[..8], s_digits[^8..], new([.. s_digits.Reverse()]), Phrase, "電池", Convert.ToBase64String(Encoding.UTF8.GetBytes(s_digits)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(s_digits))],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static string FormattableStringFactoryText(object held) => FormattableString.Invariant($"{held} {held,5}");

    private static MyNumberReveal.Shown Shown(MyNumber number) => new(
        number, new(1, DateTimeOffset.UnixEpoch, "e", new(OfficeScene.E001, "sato", MyNumberAccessKind.Reveal, MyNumberAccessResult.Done), "", "abcdef"));

    /// <summary>The JSON, or what is said where there is none: a pass phrase and an exception have none.</summary>
    private static string JsonOf(object held, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Serialize(held, held.GetType(), options);
        }
        catch (Exception refused) when (refused is InvalidOperationException or NotSupportedException)
        {
            return refused.ToString();
        }
    }

    private static string Thrown(Action mistake)
    {
        Exception error = Record.Exception(mistake) ?? throw new InvalidOperationException("It was no mistake.");
        return error.ToString();
    }

    private static MyNumber Read(string text) => MyNumber.TryParse(text, out MyNumber? number) ? number : throw new ArgumentException("No number.", nameof(text));

    /// <summary>A logger that takes every argument apart, as structured loggers do: public properties and fields, to some depth.</summary>
    private sealed class TakingApart : ILoggerProvider, ILogger
    {
        internal List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Take(state, 0);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception));
            Take(state, 0);
            Take(exception, 0);
        }

        public void Dispose()
        {
        }

        private void Take(object? value, int depth)
        {
            Lines.Add($"{value}");
            if (value is null or string || value.GetType().IsPrimitive || depth > 4)
                return;
            if (value is System.Collections.IEnumerable items)
            {
                foreach (object? item in items)
                    Take(item, depth + 1);
                return;
            }

            if (value.GetType().Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true)
                return;
            foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && property.Name != nameof(Exception.TargetSite)))
                Take(property.GetValue(value), depth + 1);
            foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
                Take(field.GetValue(value), depth + 1);
        }
    }

    private sealed record Holding(object Secret);
}

internal sealed record TypedHolding(MyNumber Number);

[JsonSerializable(typeof(TypedHolding))]
[JsonSerializable(typeof(MyNumber))]
[JsonSerializable(typeof(MyNumber[]))]
[JsonSerializable(typeof(Dictionary<string, MyNumber>))]
internal sealed partial class RedactionJson : JsonSerializerContext;
