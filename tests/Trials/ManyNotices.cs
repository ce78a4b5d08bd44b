using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.DependencyInjection;
using CellsContact.Desk;
using CellsContact.Intake;
using CellsContact.Ledgers;
using CellsContact.Retention;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.Trials;

/// <summary>
/// A database with very many notices, and what is due of them on <see cref="Due"/>. Two notices go through inbox and desk as every
/// notice does, a third one later; then their rows are copied, each copy with a name of its own that can be looked for.
/// </summary>
public sealed class ManyNotices : IAsyncDisposable
{
    /// <summary>A name in every notice that is due.</summary>
    public const string DueName = "御手洗";

    /// <summary>A name in every notice that is not due yet.</summary>
    public const string KeptName = "小鳥遊";

    /// <summary>What the files of the notices that are due begin with.</summary>
    public const string DueContent = "the content of a file that is due";

    private const int Rarely = 50;
    private static readonly DateTimeOffset s_received = new(2026, 9, 1, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly Sender s_sender = new("client-1", [OfficeFolder.Establishment]);
    private static readonly DeskOperator s_clerk = new("clerk-1", "担当 一");
    private readonly OfficeFolder _folder;
    private readonly Clock _clock = new(s_received);
    private readonly ServiceProvider _services;

    private ManyNotices(OfficeFolder folder)
    {
        _folder = folder;
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ILedgerMaintenance>(new Watched(this));
        services.AddCellsContact(builder => builder
            .AddEstablishment(OfficeFolder.Establishment.Value, "株式会社テスト")
            .UseInMemoryLedger()
            .UseEntityFrameworkCore(options => options.UseSqlite(folder.Database))
            .KeepMyNumbersInMemory());
        _services = services.BuildServiceProvider();
    }

    /// <summary>The first instant at which those received first are due: day 181, 00:00 in Japan.</summary>
    public static DateTimeOffset Due { get; } = new(2027, 3, 1, 0, 0, 0, TimeSpan.FromHours(9));

    /// <summary>Told how many sets the ledger has been made to forget, each time before a batch is erased; every notice that is due has one.</summary>
    public Action<int>? Forgetting { get; set; }

    /// <summary>The sweep.</summary>
    public RetentionSweep Sweep => _services.GetRequiredService<RetentionSweep>();

    /// <summary>Makes a database of notices on the day that is <see cref="Due"/>; one in fifty of those that are due has a file.</summary>
    /// <param name="due">How many are due, two at least.</param>
    /// <param name="kept">How many are not, one at least.</param>
    public static async Task<ManyNotices> CreateAsync(int due, int kept)
    {
        ManyNotices notices = new(new(Directory.CreateTempSubdirectory("office-").FullName));
        await notices.SaveAsync("plain", DueName, file: null);
        await notices.SaveAsync("filed", DueName, DueContent);
        notices._clock.Now = s_received.AddDays(10);
        await notices.SaveAsync("later", KeptName, file: null);
        notices._clock.Now = Due;
        await notices.CopyAsync("plain", DueName, 0, due - 2 - (due / Rarely));
        await notices.CopyAsync("filed", DueName, due, due / Rarely);
        await notices.CopyAsync("later", KeptName, 2 * due, kept - 1);
        return notices;
    }

    /// <summary>How many rows a table has.</summary>
    public long Count(string table) => (long)Execute($"SELECT count(*) FROM \"{table}\"")!;

    /// <summary>Whether the bytes of a text are in the database, its write-ahead log or its index.</summary>
    public bool IsInTheFiles(string text) => new[] { "", "-wal", "-shm" }.Any(end => IsInTheFile(_folder.Database + end, Encoding.UTF8.GetBytes(text)));

    /// <summary>The size of the database and its write-ahead log in bytes.</summary>
    public (long Database, long Log) Sizes => (new FileInfo(_folder.Database).Length, new FileInfo(_folder.Database + "-wal") is { Exists: true } log ? log.Length : 0);

    /// <summary>What SQLite finds wrong with the file, or <c>ok</c>.</summary>
    public string Integrity() => (string)Execute("PRAGMA integrity_check")!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete();
    }

    /// <summary>A hire that is received, kept as a draft, and reflected with an edit and a memo: everything that is kept of a notice.</summary>
    private async Task SaveAsync(string id, string family, string? file)
    {
        JsonObject message = new()
        {
            ["kind"] = "hire",
            ["id"] = id,
            ["establishmentId"] = OfficeFolder.Establishment.Value,
            ["sentAt"] = "2026-09-01T09:00:00+09:00",
            ["remarks"] = $"{family}の備考 {new string('長', 400)}",
            ["hireDate"] = "2026-09-01",
            ["person"] = new JsonObject
            {
                ["name"] = new JsonObject { ["family"] = family, ["given"] = id, ["familyKana"] = "ミタライ", ["givenKana"] = "ハナコ" },
                ["birthDate"] = "1990-05-03",
                ["gender"] = "female",
                ["postalCode"] = "460-0008",
                ["address"] = $"愛知県名古屋市中区{family}町1-1-1",
            },
            ["socialInsurance"] = new JsonObject { ["join"] = false },
            ["employmentInsurance"] = new JsonObject { ["join"] = false },
            ["attachments"] = file is null ? [] : new JsonArray(new JsonObject
            {
                ["id"] = "a1",
                ["fileName"] = $"{family}の契約書.pdf",
                ["mediaType"] = "application/pdf",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(file + new string(' ', 2000))),
            }),
        };
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(message.ToJsonString()));
        await foreach (IntakeResult result in _services.GetRequiredService<ContactInbox>().ReceiveAsync(stream, s_sender))
            Require(result is IntakeResult.Accepted, result);
        ContactKey key = new(OfficeFolder.Establishment, ContactId.Parse(id));
        ContactDesk desk = _services.GetRequiredService<ContactDesk>();
        Edit edit = Edit.Set("person.address", $"愛知県名古屋市中区{family}通2-2");
        foreach (ContactDecision decision in (ContactDecision[])[ContactDecision.Draft with { Edits = [edit], Memo = $"{family}さんに電話" }, ContactDecision.Reflect])
        {
            SavePreview preview = await desk.PreviewAsync(key, s_clerk, decision);
            SaveResult saved = preview.Blocked ?? await desk.SaveAsync(preview.Token, s_clerk);
            Require(saved is SaveResult.Saved, saved);
        }
    }

    /// <summary>Copies the rows of a notice, each copy with its own number in its keys and in every text.</summary>
    private async Task CopyAsync(string id, string family, int offset, int count)
    {
        if (count <= 0)
            return;
        await using SqliteConnection connection = Open();
        long sequence = (long)Execute($"SELECT Sequence FROM Contacts WHERE ContactId = '{id}'")!;
        await using SqliteTransaction transaction = connection.BeginTransaction();
        foreach ((string table, string key, string where) in (IEnumerable<(string, string, string)>)
            [("Contacts", "Sequence", "Sequence"), ("ContactSearchKeys", "ContactSequence", "ContactSequence"), ("ContactMoves", "ContactSequence", "ContactSequence"), ("SaveAttempts", "ContactSequence", "ContactSequence")])
        {
            Copy(table, key, $"\"{where}\" = {sequence}");
        }

        Copy("Attachments", "Sequence", $"ContactId = '{id}'");
        Copy("AttachmentContents", "AttachmentSequence", $"AttachmentSequence IN (SELECT Sequence FROM Attachments WHERE ContactId = '{id}')");
        await transaction.CommitAsync();

        void Copy(string table, string key, string where)
        {
            List<string> columns = [];
            using SqliteCommand names = connection.CreateCommand();
            names.CommandText = $"SELECT name FROM pragma_table_info('{table}') ORDER BY cid";
            using (SqliteDataReader reader = names.ExecuteReader())
            {
                while (reader.Read())
                    columns.Add(reader.GetString(0));
            }

            string values = string.Join(", ", columns.Select(column => column == key
                ? string.Create(CultureInfo.InvariantCulture, $"{1000 + offset} + i")
                // Changes are frozen with their hash.
                : column == "Changes" ? "Changes"
                : $"CASE typeof(\"{column}\") WHEN 'text' THEN replace(replace(\"{column}\", '{id}', '{id}-' || i), '{family}', '{family}' || i) ELSE \"{column}\" END"));
            using SqliteCommand copy = connection.CreateCommand();
            copy.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO \"{table}\" SELECT {values} FROM n, (SELECT * FROM \"{table}\" WHERE {where})");
            copy.ExecuteNonQuery();
        }
    }

    private object? Execute(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Open()
    {
        SqliteConnection connection = new($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private static bool IsInTheFile(string path, byte[] text)
    {
        if (!File.Exists(path))
            return false;
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] block = new byte[1 << 20];
        int kept = 0;
        while (stream.Read(block, kept, block.Length - kept) is > 0 and var read)
        {
            Span<byte> bytes = block.AsSpan(0, kept + read);
            if (bytes.IndexOf(text) >= 0)
                return true;
            kept = Math.Min(text.Length - 1, bytes.Length);
            bytes[^kept..].CopyTo(block);
        }

        return false;
    }

    private static void Require(bool isSo, object result)
    {
        if (!isSo)
            throw new InvalidOperationException($"The example does not go through: {result}");
    }

    private sealed class Watched(ManyNotices notices) : ILedgerMaintenance
    {
        private int _forgotten;

        public ValueTask ForgetAsync(EstablishmentId establishment, IReadOnlyList<ChangeSetId> ids, CancellationToken token)
        {
            _forgotten += ids.Count;
            notices.Forgetting?.Invoke(_forgotten);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
