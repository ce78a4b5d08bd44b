namespace CellsContact.Intake;

/// <summary>How notices are received and validated (受信と検証).</summary>
public sealed class IntakeOptions
{
    /// <summary>The greatest size of one message, in bytes.</summary>
    /// <value>32 MiB.</value>
    public int MaxMessageBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>The greatest number of attached files of one notice.</summary>
    /// <value>10.</value>
    public int MaxAttachments { get; set; } = 10;

    /// <summary>The greatest decoded size of one attached file, in bytes.</summary>
    /// <value>10 MiB.</value>
    public int MaxAttachmentBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How grave a rule's findings are, by rule id, where it differs from the rule's own severity.</summary>
    /// <value>Empty: every rule weighs what it does by itself.</value>
    public IDictionary<string, FindingSeverity> Severities { get; } = new Dictionary<string, FindingSeverity>(StringComparer.Ordinal);
}
