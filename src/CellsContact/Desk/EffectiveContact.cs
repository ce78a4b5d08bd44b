using System.Text.Json;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Intake;
using CellsContact.MyNumbers;

namespace CellsContact.Desk;

/// <summary>A notice with the operator's edits on top, validated by the same rules; the notice itself stays as it was received.</summary>
/// <param name="Contact">The effective notice, or <c>null</c> when it is not valid.</param>
/// <param name="Findings">What validation found, edits included.</param>
internal sealed record EffectiveContact(Contact? Contact, IReadOnlyList<ContactFinding> Findings)
{
    private const int MaxPathDigits = 8;
    private static readonly string[] s_notEditable = ["kind", "id", "establishmentId", "corrects", "withdraws", "attachments"];

    internal static EffectiveContact Of(Contact contact, IReadOnlyList<Edit> edits, ContactValidator validator)
    {
        JsonObject json = JsonNode.Parse(ContactJson.Serialize(contact))!.AsObject();
        List<ContactFinding> refused = [];
        foreach (Edit edit in edits)
        {
            if (Apply(contact, json, edit) is { } finding)
                refused.Add(finding);
        }

        using JsonDocument document = JsonDocument.Parse(json.ToJsonString());
        ContactValidation validation = validator.Validate(document.RootElement);
        bool valid = refused.Count == 0 && validation.Findings.All(finding => finding.Severity != FindingSeverity.Error);
        return new(valid ? validation.Contact : null, [.. refused, .. validation.Findings]);
    }

    private static ContactFinding? Apply(Contact contact, JsonObject json, Edit edit)
    {
        IReadOnlyList<object>? steps = EditPath.Parse(edit.Path);
        if (steps is not null && (s_notEditable.Contains(steps[0]) || steps.Contains("myNumber") || HoldsNumber(contact, edit.Path)))
        {
            return new(Shown(edit.Path), "edit.notEditable", FindingSeverity.Error, new(
                "連絡種類・ID・マイナンバー・添付ファイルは変更できません。マイナンバーのある家族は、項目を一つずつ変更してください。",
                "Kind, ids, My Number and attachments cannot be edited; a dependent with a number is edited field by field."));
        }

        if (steps is null || EditPath.TypeAt(contact.Kind, steps) is null)
        {
            return new(Shown(edit.Path), "edit.path", FindingSeverity.Error, new(
                "この連絡種類にこの項目はありません。項目名を確認してください。",
                "This kind of notice has no such field: check the path."));
        }

        return EditPath.TrySet(json, steps, JsonNode.Parse(edit.Value.GetRawText())) ? null : new(Shown(edit.Path), "edit.index", FindingSeverity.Error, new(
            "その番号の要素はありません。末尾に足すときは次の番号を指定してください。",
            "There is no such element: to append one, give the next index."));
    }

    /// <summary>An edit's path as findings show it: it comes from outside, and whoever mistypes must not find a number repeated.</summary>
    private static string Shown(string path) => path.Count(char.IsDigit) >= MaxPathDigits ? WirePath.Unnamed : path;

    /// <summary>Whether an edit would replace an object or list that a number belongs to: whose number it is would no longer be certain.</summary>
    private static bool HoldsNumber(Contact contact, string path) => MyNumberPaths.Of(contact).Any(number =>
        number.Length > path.Length && number.StartsWith(path, StringComparison.Ordinal) && number[path.Length] is '.' or '[');
}
