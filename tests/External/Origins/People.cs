namespace CellsContact.External.Origins;

/// <summary>The people of the ledgers that other makers' libraries write for these tests.</summary>
internal static class People
{
    public static readonly string[] Headers = ["社員番号", "氏名", "生年月日", "給与", "年収"];

    public static IReadOnlyList<(string Number, string Name, DateTime Birth, double Wage)> All { get; } =
    [
        .. Enumerable.Range(1, 20).Select(n => ($"{n:0000}", $"社員　{n}", new DateTime(1970 + n, 1 + (n % 12), 1 + n, 0, 0, 0, DateTimeKind.Unspecified), 200_000.0 + n)),
    ];
}
