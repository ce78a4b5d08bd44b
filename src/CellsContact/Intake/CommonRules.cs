using CellsContact.Contacts;

namespace CellsContact.Intake;

/// <summary>Rules for every kind of notice: references to other notices, the clock, attached files.</summary>
internal static class CommonRules
{
    private const int FarYears = 2;

    internal static void Check(Contact contact, RuleScope scope)
    {
        scope.Require(contact.Corrects != contact.Id, "corrects", ContactRules.SelfReference);
        scope.Require(contact.Withdraws != contact.Id, "withdraws", ContactRules.SelfReference);
        scope.Require(contact.SentAt <= scope.Clock.Now.AddDays(1), "sentAt", ContactRules.SentAtFuture);
        if (contact.EffectiveOn is { } effective)
        {
            scope.Require(
                effective >= DateRules.YearsFrom(scope.Today, -FarYears) && effective <= DateRules.YearsFrom(scope.Today, FarYears),
                contact switch { HireContact => "hireDate", SeparationContact => "separationDate", _ => "effectiveDate" },
                ContactRules.DateFar);
        }

        CheckAttachments(contact, scope);
    }

    private static void CheckAttachments(Contact contact, RuleScope scope)
    {
        IReadOnlyList<ContactAttachment> attachments = contact.Attachments;
        scope.Require(contact is not MyNumberUpdateContact || attachments.Count == 0, "attachments", TextRules.AttachmentKind);
        scope.Require(attachments.Count <= scope.Options.MaxAttachments, "attachments", TextRules.AttachmentCount);
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < attachments.Count; i++)
        {
            string path = WirePath.Element("attachments", i);
            scope.Require(ids.Add(attachments[i].Id), $"{path}.id", TextRules.AttachmentId);
            scope.Require(attachments[i].Sha256 is not null, $"{path}.content", TextRules.AttachmentContent);
        }
    }
}
