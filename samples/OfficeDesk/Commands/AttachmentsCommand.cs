using System.CommandLine;

namespace OfficeDesk.Commands;

/// <summary><c>attachments</c>: ファイル管理.</summary>
internal static class AttachmentsCommand
{
    public static Command Create(OfficeDeskApp app) => new("attachments", "添付ファイルを一覧する・取り出す・個人ボックスに保管する（ファイル管理）")
    {
        AttachmentsListCommand.Create(app),
        AttachmentsOpenCommand.Create(app),
        AttachmentsStoreCommand.Create(app),
    };
}
