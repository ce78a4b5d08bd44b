using CellsContact.Attachments;
using CellsContact.Contacts;
using Microsoft.Extensions.DependencyInjection;

namespace CellsContact.DependencyInjection;

/// <summary>Makes the folder of attached files when the host starts, and reports it where it cannot be made.</summary>
internal sealed class AttachmentFolderGaps(string folder, IServiceProvider provider) : IStartupGaps
{
    public IEnumerable<string> Find()
    {
        try
        {
            _ = provider.GetRequiredService<IAttachmentStore>();
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return
            [
                new BilingualText(
                    $"添付ファイルのフォルダー「{folder}」を作れません。場所とアクセス権を確認してください。",
                    $"The folder of attached files {folder} cannot be made. Check the path and the permissions.").ToString(),
            ];
        }
    }
}
