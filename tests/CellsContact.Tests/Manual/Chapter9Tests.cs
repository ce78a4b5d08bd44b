using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.Tests.Scenes;

namespace CellsContact.Tests.Manual;

/// <summary>９．連絡データの添付ファイル保管。 As far as receiving goes.</summary>
public sealed class Chapter9Tests : IDisposable
{
    private readonly OfficeScene _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task Attachment_IsDescribedByNameSizeAndHashAndItsContentIsReportedAsNotKept()
    {
        JsonObject hire = OfficeScene.Example("hire");
        IntakeResult.Accepted accepted = Assert.IsType<IntakeResult.Accepted>(Assert.Single(await _office.ReceiveAsync(hire.ToJsonString())));
        ContactAttachment file = Assert.Single((await _office.EntryAsync(accepted.Key)).Contact.Attachments);

        Assert.Equal(("雇用契約書.txt", "text/plain", 15L), (file.FileName, file.MediaType, file.Size));
        Assert.Equal(64, file.Sha256!.Length);
        Assert.Contains(accepted.Findings, finding => finding.RuleId == "attachment.contentNotKept" && finding.Severity == FindingSeverity.Warning);
    }
}
