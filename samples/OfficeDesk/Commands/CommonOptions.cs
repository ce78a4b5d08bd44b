using System.CommandLine;
using OfficeDesk.Data;

namespace OfficeDesk.Commands;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "すべてを置くフォルダー",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => OfficeFolder.DefaultName,
    };

    public static readonly Option<string> Operator = new("--operator")
    {
        Description = "担当者（履歴に残ります）",
        HelpName = "NAME",
        Recursive = true,
        DefaultValueFactory = _ => string.IsNullOrWhiteSpace(Environment.UserName) ? "operator" : Environment.UserName,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "標準出力をJSONだけにする",
        Recursive = true,
    };

    static CommonOptions()
    {
        NotBlank(Data);
        NotBlank(Operator);
    }

    private static void NotBlank(Option<string> option) => option.Validators.Add(result =>
    {
        if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            result.AddError($"{option.Name} が空です。");
    });
}
