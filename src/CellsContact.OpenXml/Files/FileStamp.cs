namespace CellsContact.OpenXml.Files;

/// <summary>What tells, cheaply, that a file has changed.</summary>
internal readonly record struct FileStamp(long Length, DateTime LastWriteUtc, bool IsReadOnly);
