using System.Globalization;
using System.Text;
using CellsContact.LeakHunt.Tests.Hunting;

namespace CellsContact.LeakHunt.Tests.Office;

/// <summary>What the office is given and may not lose: numbers, which belong nowhere, and what belongs in some places only.</summary>
internal static class OfficeSecrets
{
    internal const string FamilyName = "綾小路";
    internal const string GivenName = "満寿彦";
    internal const string FamilyKana = "アヤノコウジ";
    internal const string Memo = "電話確認済覚書";
    internal const string MessageToClient = "御確認願上候";

    /// <summary>A file that goes into the box, and one that is only kept for its time. Each sender's id is the name: a sender may do so.</summary>
    internal const string BoxedName = "雇用控綴込帳";
    internal const string LooseName = "離職添付冊子";

    internal static readonly IReadOnlyList<string> Numbers = KnownNumbers.Of(seed: 20260901, count: 13);

    private static readonly IReadOnlyList<string> s_copies = KnownNumbers.Of(seed: 20260902, count: 2);

    internal static readonly string BoxedContent = $"黒漆喰台帳 個人番号 {s_copies[0]}";
    internal static readonly string LooseContent = $"白磁器目録 個人番号 {s_copies[1]}";

    /// <summary>Only while everything is kept: after the last sweep nothing of a notice is left.</summary>
    private static readonly string[] s_notice =
    [
        "kept contacts.db", "kept table Contacts", "kept table ContactMoves", "kept table SaveAttempts", "notice",
        "result of open", "result of preview", "result of save", "result of resume", "result of list", "result of notices", "result of decline", "result of reopen", "result of cursor",
    ];

    private static readonly string[] s_fileName = [.. s_notice, "kept files", "kept table Attachments", "result of file", "result of box"];

    internal static IReadOnlyList<Secret> All { get; } =
    [
        .. Numbers.Select((digits, index) => new Secret(NameOf(index), Forms.Of(digits, HuntOffice.LogKey))),
        new("employee", Texts(FamilyName, GivenName, FamilyKana), [
            .. s_notice, "kept table ContactSearchKeys", .. Lasting("contacts.db", "table BoxFiles"), "part xl/", "page", "result of box",
        ]),
        new("memo", Texts(Memo), [.. s_notice, "token"]),
        new("message", Texts(MessageToClient), [.. s_notice, "token", "page"]),
        new("boxed file's name", Texts(BoxedName), [.. s_fileName, .. Lasting("contacts.db", "table BoxFiles")]),
        new("boxed file", [.. Texts("黒漆喰台帳"), .. Forms.Of(s_copies[0], HuntOffice.LogKey)], [
            "kept files", "kept table AttachmentContents", .. Lasting("contacts.db", "table BoxContents"), "result of file open", "result of box open",
        ]),
        new("loose file's name", Texts(LooseName), s_fileName),
        new("loose file", [.. Texts("白磁器目録"), .. Forms.Of(s_copies[1], HuntOffice.LogKey)], [
            "kept contacts.db", "kept files", "kept table AttachmentContents", "result of file open",
        ]),
    ];

    internal static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"number {number}");

    internal static string InBase64(string content) => Convert.ToBase64String(Encoding.UTF8.GetBytes(content));

    /// <summary>Places where the office's copy stays: while everything is kept, and after the last sweep.</summary>
    private static IEnumerable<string> Lasting(params string[] places) => places.SelectMany(place => (string[])[$"kept {place}", $"open {place}", $"file {place}"]);

    private static IReadOnlyList<Form> Texts(params string[] texts) => [.. texts.SelectMany(text => Forms.OfText(text, HuntOffice.LogKey))];
}
