using System.Text;
using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;
using CellsContact.Statuses;

namespace CellsContact.Trials;

/// <summary>A notice as a client sends it, and what the office decides about it; <c>null</c> when it only receives it.</summary>
public sealed record TrialNotice(ContactKey Key, JsonObject Message, ContactDecision? Decision)
{
    /// <summary>The same with a file, decided so that the client is told: with a message, and if it is reflected published, its file put in the box.</summary>
    public TrialNotice Shared()
    {
        if (Decision is null)
            return this;
        JsonObject message = Message.DeepClone().AsObject();
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["id"] = "a1",
            ["fileName"] = $"{Key.Id}.txt",
            ["mediaType"] = "text/plain",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Key} の添付")),
        });
        bool reflects = Decision.Action == ContactAction.Reflect;
        string told = Decision.MessageToClient ?? $"{Key.Id} を確認しました。";
        return this with { Message = message, Decision = Decision with { MessageToClient = told, Publish = reflects, StoreAttachments = reflects } };
    }
}
