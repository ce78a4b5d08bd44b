namespace CellsContact.OpenXml.Files;

/// <summary>How long to wait for others, and how often to look.</summary>
internal sealed record BusyPatience(TimeSpan Timeout, TimeSpan RetryDelay, TimeProvider Time);
