using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CellsContact.Contacts;
using CellsContact.LeakHunt.Tests.Hunting;
using CellsContact.LeakHunt.Tests.Office;
using CellsContact.LeakHunt.Tests.Places;
using CellsContact.Ledgers;
using CellsContact.Statuses;
using CellsContact.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CellsContact.LeakHunt.Tests;

/// <summary>The hunter finds what is planted: in every place and in every disguise. The disguises here are made without its list of forms.</summary>
public sealed class HunterTests
{
    private static readonly Dictionary<string, Func<string, byte[]>> s_disguises = new()
    {
        ["plain"] = Encoding.UTF8.GetBytes,
        ["within a text"] = digits => Encoding.UTF8.GetBytes($"番号{digits}です"),
        ["within more digits"] = digits => Encoding.UTF8.GetBytes($"0{digits}0"),
        ["UTF-16"] = Encoding.Unicode.GetBytes,
        ["UTF-16, big endian"] = Encoding.BigEndianUnicode.GetBytes,
        ["full width"] = digits => Encoding.UTF8.GetBytes(Wide(digits)),
        ["full width, UTF-16"] = digits => Encoding.Unicode.GetBytes(Wide(digits)),
        ["hyphens"] = digits => Encoding.UTF8.GetBytes($"{digits[..4]}-{digits[4..8]}-{digits[8..]}"),
        ["blanks"] = digits => Encoding.UTF8.GetBytes($"{digits[..4]} {digits[4..8]} {digits[8..]}"),
        ["wide blanks"] = digits => Encoding.UTF8.GetBytes($"{digits[..4]}　{digits[4..8]}　{digits[8..]}"),
        ["dots, by three"] = digits => Encoding.UTF8.GetBytes($"{digits[..3]}.{digits[3..6]}.{digits[6..9]}.{digits[9..]}"),
        ["digit by digit"] = digits => Encoding.UTF8.GetBytes(string.Join(' ', digits.ToCharArray())),
        ["full width, hyphens, UTF-16"] = digits => Encoding.Unicode.GetBytes(Wide(digits).Insert(8, "-").Insert(4, "-")),
        ["backwards"] = digits => Encoding.UTF8.GetBytes(Back(digits)),
        ["full width, backwards"] = digits => Encoding.UTF8.GetBytes(Wide(Back(digits))),
        ["base64"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(digits))),
        ["base64 after one byte"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{digits}z"))),
        ["base64 after two bytes"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab{digits}yz"))),
        ["base64url of full width"] = digits => Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Wide(digits)))),
        ["base64 of UTF-16"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes($"番{digits}"))),
        ["base64 of hyphens"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a{digits[..4]}-{digits[4..8]}-{digits[8..]}"))),
        ["base64 backwards"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Back(digits)))),
        ["hex"] = digits => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(digits))),
        ["HEX of full width"] = digits => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Wide(digits)))),
        ["URL"] = digits => Encoding.ASCII.GetBytes(Uri.EscapeDataString(Wide(digits))),
        ["JSON, escaped"] = digits => JsonSerializer.SerializeToUtf8Bytes(Wide(digits)),
        ["packed decimal"] = Packed,
        ["packed decimal, base64"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(Packed(digits))),
        ["digit values"] = digits => [.. digits.Select(digit => (byte)(digit - '0'))],
        ["MD5, hex"] = digits => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(digits)))),
        ["SHA-1"] = digits => SHA1.HashData(Encoding.UTF8.GetBytes(digits)),
        ["SHA-256"] = digits => SHA256.HashData(Encoding.UTF8.GetBytes(digits)),
        ["SHA-256, first eight bytes"] = digits => SHA256.HashData(Encoding.UTF8.GetBytes(digits))[..8],
        ["SHA-256, first eight bytes, hex"] = digits => Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(digits))[..8])),
        ["SHA-256, base64"] = digits => Encoding.ASCII.GetBytes(Convert.ToBase64String(SHA256.HashData(Encoding.Unicode.GetBytes(digits)))),
        ["SHA-512, base64url"] = digits => Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(SHA512.HashData(Encoding.UTF8.GetBytes(digits)))),
        ["HMAC without a key"] = digits => HMACSHA256.HashData(Array.Empty<byte>(), Encoding.UTF8.GetBytes(digits)),
        ["HMAC with the log's key"] = digits => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(HuntOffice.LogKey, Encoding.UTF8.GetBytes(digits)))),
        ["SHA-256 of packed decimal"] = digits => SHA256.HashData(Packed(digits)),
    };

    private static readonly ContactKey s_key = ContactKey.Parse("E001/c-1");
    private static readonly EmployeeNumber s_number = EmployeeNumber.Parse("0012");

    private static readonly Dictionary<string, Action<Haul, string>> s_places = new()
    {
        ["log text"] = (haul, planted) => Log(haul, planted, null),
        ["log value"] = (haul, planted) =>
        {
            Dictionary<string, object?> values = new() { ["what"] = planted };
            Logger(haul).Log(LogLevel.Trace, default, values, null, (_, _) => "nothing");
        },
        ["log scope"] = (haul, planted) =>
        {
            ILogger logger = Logger(haul);
            using (logger.BeginScope(new Dictionary<string, object?> { ["what"] = planted }))
                logger.LogTrace("nothing");
        },
        ["logged exception"] = (haul, planted) => Log(haul, "nothing", new InvalidOperationException(planted)),
        ["exception"] = (haul, planted) => haul.AddException("x", new InvalidOperationException(planted)),
        ["inner exception"] = (haul, planted) => haul.AddException("x", new AggregateException(new IOException("x"), new InvalidOperationException("x", new IOException(planted)))),
        ["exception data"] = (haul, planted) => haul.AddException("x", new InvalidOperationException("x") { Data = { ["what"] = planted } }),
        ["result as text"] = (haul, planted) => haul.AddObject("x", (1, planted)),
        ["result as JSON"] = (haul, planted) => haul.AddObject("x", new { What = new { Deep = new[] { planted } } }),
        ["item of a result"] = (haul, planted) => haul.AddObject("x", new[] { (1, planted) }),
        ["span tag"] = (haul, planted) => Span(haul, activity => activity.SetTag("what", planted)),
        ["span event"] = (haul, planted) => Span(haul, activity => activity.AddEvent(new("x", tags: new() { ["what"] = planted }))),
        ["span baggage"] = (haul, planted) => Span(haul, activity => activity.SetBaggage("what", planted)),
        ["metric tag"] = (haul, planted) =>
        {
            using CatchingTelemetry telemetry = new(haul);
            using Meter meter = new("planted");
            meter.CreateCounter<long>("x").Add(1, new KeyValuePair<string, object?>("what", planted));
        },
        ["console"] = (haul, planted) =>
        {
            using CatchingConsole console = new(haul);
            Console.Out.Write(planted);
        },
        ["console, errors"] = (haul, planted) =>
        {
            using CatchingConsole console = new(haul);
            Console.Error.Write(planted);
        },
        ["outbox"] = (haul, planted) => haul.AddObject("outbox", new OutboxEntry(1, new OutgoingMessage.StatusChanged("E001/c-1/status/2", s_key), OutboxState.Parked, default, 1, default, planted)),
        ["outbox, id"] = (haul, planted) => haul.AddObject("outbox", new OutboxEntry(1, new OutgoingMessage.StatusChanged(planted, s_key), OutboxState.Waiting, default, 1, default, null)),
        ["page, message"] = (haul, planted) => new CatchingPage(haul) { IsBroken = false }.ShareAsync(new(s_key, 1, ContactKind.Hire, ContactStatus.Registered, "登録完了", planted, default), default).AsTask().Wait(),
        ["page, person"] = (haul, planted) => new CatchingPage(haul) { IsBroken = false }.PublishAsync(
            new(s_key.Establishment, s_number, 1, new(s_number, new(LedgerTable.People, [new(PersonFields.Address, LedgerValue.OfText(planted))]), null, [])), default).AsTask().Wait(),
        ["table of a database"] = (haul, planted) => InDatabase(haul, planted),
        ["file name"] = (haul, planted) => InFolder(haul, folder => File.WriteAllText(Path.Combine(folder, planted.Replace('/', '+')[..Math.Min(200, planted.Length)]), "x")),
    };

    private static readonly Dictionary<string, Action<Haul, byte[]>> s_bytePlaces = new()
    {
        ["file"] = (haul, planted) => InFolder(haul, folder => File.WriteAllBytes(Path.Combine(folder, "x.db-wal"), Amid(planted))),
        ["table of a database, bytes"] = (haul, planted) => InDatabase(haul, planted),
        ["temporary file"] = (haul, planted) =>
        {
            using CatchingTemporaryFolder temporary = new(haul);
            File.WriteAllBytes(Path.GetTempFileName(), Amid(planted));
        },
        ["part of a workbook"] = (haul, planted) => InFolder(haul, folder =>
        {
            using ZipArchive zip = ZipFile.Open(Path.Combine(folder, "x.xlsx"), ZipArchiveMode.Create);
            using Stream part = zip.CreateEntry("docProps/core.xml", CompressionLevel.Optimal).Open();
            part.Write(Amid(planted));
        }),
    };

    public static TheoryData<string, string> TextPlaces => Both(s_places.Keys, s_disguises.Where(pair => IsText(pair.Value(OfficeSecrets.Numbers[0]))).Select(pair => pair.Key));

    public static TheoryData<string, string> BytePlaces => Both(s_bytePlaces.Keys, s_disguises.Keys);

    [Theory]
    [MemberData(nameof(TextPlaces))]
    public void Plant_TextInEveryPlaceAndDisguise_IsFound(string place, string disguise)
    {
        string planted = Encoding.UTF8.GetString(s_disguises[disguise](OfficeSecrets.Numbers[3]));
        Haul haul = HuntRun.NewHaul();
        s_places[place](haul, planted);
        Assert.Contains(haul.Finds, find => find.Secret == "number 3");
    }

    [Theory]
    [MemberData(nameof(BytePlaces))]
    public void Plant_BytesInEveryPlaceAndDisguise_IsFound(string place, string disguise)
    {
        Haul haul = HuntRun.NewHaul();
        s_bytePlaces[place](haul, s_disguises[disguise](OfficeSecrets.Numbers[3]));
        Assert.Contains(haul.Finds, find => find.Secret == "number 3");
    }

    [Fact]
    public void Plant_OtherNumbers_AreNotTakenForTheKnownOnes()
    {
        Haul haul = HuntRun.NewHaul();
        foreach (string other in KnownNumbers.Of(seed: 7, count: 50))
        {
            foreach (Func<string, byte[]> disguise in s_disguises.Values)
                haul.Add("x", disguise(other));
        }

        haul.Add("x", RandomNumberGenerator.GetBytes(1_000_000));
        Assert.Empty(haul.Finds);
    }

    /// <summary>A name, a file or a memo is no secret where it belongs, and is one everywhere else.</summary>
    [Fact]
    public void Plant_WhatBelongsInSomePlaces_IsFoundInAllOthers()
    {
        string[] elsewhere = ["log CellsContact", "logged by x", "exception in save", "span x", "metric x", "console", "temporary x", "outbox", "kept table Outbox", "file E001.xlsx", "result of sweep"];
        foreach (Secret secret in OfficeSecrets.All)
        {
            foreach (Form form in secret.Forms)
            {
                Haul haul = HuntRun.NewHaul();
                foreach (string place in (string[])[.. elsewhere, .. secret.Homes])
                    haul.Add(place, form.Bytes);
                Assert.Equal(elsewhere, haul.Finds.Where(find => find.Secret == secret.Name).Select(find => find.Place).Distinct());
                Assert.Equal(secret.Homes.Distinct().Order(), haul.AtHome.Where(seen => seen.Secret == secret.Name).Select(seen => seen.Place).Order());
            }
        }
    }

    [Theory]
    [InlineData("IAttachmentStore.PutAsync", "loose file", "loose file's name", "boxed file")]
    [InlineData("IPersonalBox.StoreAsync", "boxed file", "boxed file's name", "employee")]
    [InlineData("IMyPage.PublishAsync", "employee")]
    [InlineData("IMyPage.ShareAsync", "message")]
    public async Task Hunt_OverAnOfficeOfWhichAPortTalks_FindsWhatWasSaid(string port, params string[] said)
    {
        HuntRun run = await HuntRun.InMemoryAsync(services => new Talk(port, ((ILoggerFactory)services.GetService(typeof(ILoggerFactory))!).CreateLogger("port")));
        Assert.All(said, what => Assert.Contains(run.Haul.Finds, find => find.Secret == what && find.Place.StartsWith("log", StringComparison.Ordinal)));
    }

    /// <summary>A port of the host's may quote what it was given in what it throws. Where the office goes on without it, nobody hears that.</summary>
    [Theory]
    [InlineData("IPersonalBox.StoreAsync", "boxed file")]
    [InlineData("IMyPage.PublishAsync", "employee")]
    [InlineData("IMyPage.ShareAsync", "message")]
    public async Task Hunt_OverAnOfficeOfWhichAPortThrowsWhatItWasGiven_FindsItOnlyWhereItIsPassedOn(string port, string secret)
    {
        HuntRun run = await HuntRun.InMemoryAsync(_ => new Talk(port, null));
        Assert.DoesNotContain(run.Haul.Finds, find => !find.Place.StartsWith("exception in file store", StringComparison.Ordinal));
        Assert.Equal(port.StartsWith("IPersonalBox", StringComparison.Ordinal), run.Haul.Finds.Any(find => find.Secret == secret));
    }

    [Fact]
    public async Task Hunt_OverAnOfficeWhoseVaultTalks_FindsIt()
    {
        foreach (string disguise in (string[])["plain", "full width", "base64", "SHA-256, base64", "HMAC with the log's key"])
        {
            HuntRun run = await HuntRun.InMemoryAsync(services => Leak.IntoTheLog(
                ((ILoggerFactory)services.GetService(typeof(ILoggerFactory))!).CreateLogger("vault"), digits => Encoding.UTF8.GetString(s_disguises[disguise](digits))));
            Assert.Contains(run.Haul.Finds, find => find.Place.StartsWith("log", StringComparison.Ordinal));
            Assert.True(run.Haul.Finds.Select(find => find.Secret).Distinct().Count() >= 10, disguise);
        }
    }

    [Fact]
    public async Task Hunt_OverAnOfficeWhoseVaultLeavesAFileOrThrowsTheNumber_FindsIt()
    {
        HuntRun left = await HuntRun.InMemoryAsync(_ => new Leak(digits => File.AppendAllText(Path.Combine(Path.GetTempPath(), "vault.cache"), digits)));
        Assert.Contains(left.Haul.Finds, find => find.Place.StartsWith("temporary", StringComparison.Ordinal));

        HuntRun thrown = await HuntRun.InMemoryAsync(_ => new Leak(digits => throw new InvalidOperationException($"Cannot store {digits}.")));
        Assert.Contains(thrown.Haul.Finds, find => find.Place.StartsWith("exception", StringComparison.Ordinal));
    }

    private static ILogger Logger(Haul haul)
    {
        // The factory is not disposed of before the log was written, and holds nothing.
        ILoggerFactory factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CatchingLogger(haul)));
        return factory.CreateLogger("planted");
    }

    private static void Log(Haul haul, string what, Exception? error) => Logger(haul).LogInformation(error, "Seen {What} today", what);

    private static void Span(Haul haul, Action<Activity> change)
    {
        using CatchingTelemetry telemetry = new(haul);
        using ActivitySource source = new("planted");
        using Activity activity = source.StartActivity("x")!;
        change(activity);
    }

    private static void InFolder(Haul haul, Action<string> plant)
    {
        string folder = Directory.CreateTempSubdirectory("planted-").FullName;
        plant(folder);
        haul.AddFolder("file", folder);
        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Amid(byte[] planted) => [.. Enumerable.Repeat((byte)'x', 4099), .. planted, .. "zzz"u8];

    private static void InDatabase(Haul haul, object planted) => InFolder(haul, folder =>
    {
        string file = Path.Combine(folder, "x.db");
        using (SqliteConnection connection = new($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE Outbox (Id INTEGER, What BLOB); INSERT INTO Outbox VALUES (1, $planted)";
            command.Parameters.AddWithValue("$planted", planted);
            command.ExecuteNonQuery();
        }

        CatchingDatabase.Catch(haul, "left", file);
        File.Delete(file);
    });

    private static bool IsText(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return !text.Contains('�', StringComparison.Ordinal) && !text.Any(char.IsControl);
    }

    private static TheoryData<string, string> Both(IEnumerable<string> places, IEnumerable<string> disguises)
    {
        TheoryData<string, string> data = [];
        foreach (string place in places)
        {
            foreach (string disguise in disguises)
                data.Add(place, disguise);
        }

        return data;
    }

    private static string Wide(string digits) => string.Concat(digits.Select(digit => (char)(digit + 0xFEE0)));

    private static string Back(string digits) => new([.. digits.Reverse()]);

    private static byte[] Packed(string digits) => Convert.FromHexString(digits);
}
