using System.Text.Json.Nodes;
using CellsContact.Contacts;
using CellsContact.Desk;

namespace CellsContact.Trials;

/// <summary>A notice as a client sends it, and what the office decides about it; <c>null</c> when it only receives it.</summary>
public sealed record TrialNotice(ContactKey Key, JsonObject Message, ContactDecision? Decision);
