namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>A shape that a secret may have taken, and the bytes that give it away.</summary>
internal sealed record Form(string Name, byte[] Bytes);

/// <summary>A secret that was found: where, which of the known ones, and in which shape. Never the secret itself.</summary>
internal sealed record Find(string Place, string Secret, string Form);
