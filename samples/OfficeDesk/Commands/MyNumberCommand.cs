using System.CommandLine;

namespace OfficeDesk.Commands;

/// <summary><c>mynumber</c>: 認証・表示、「確認済み」、アクセスログ.</summary>
internal static class MyNumberCommand
{
    public static Command Create(OfficeDeskApp app) => new("mynumber", "マイナンバーを認証して表示する・確認済みにする・アクセスログを見る")
    {
        MyNumberShowCommand.Create(app),
        MyNumberConfirmCommand.Create(app),
        MyNumberLogCommand.Create(app),
    };
}
