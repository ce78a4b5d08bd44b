namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Searches bytes for every form of every known secret, in one pass.</summary>
internal sealed class Hunter
{
    /// <summary>No form is shorter; its first six bytes are the key it is looked up by.</summary>
    private const int KeyBytes = 6;
    private const ulong KeyMask = (1UL << (KeyBytes * 8)) - 1;
    private const int MaybeBits = 22;

    private readonly Dictionary<ulong, List<(int Secret, Form Form)>> _byKey = [];
    private readonly bool[] _maybe = new bool[1 << MaybeBits];

    internal Hunter(IReadOnlyList<string> secrets, byte[] key)
    {
        for (int secret = 0; secret < secrets.Count; secret++)
        {
            foreach (Form form in Forms.Of(secrets[secret], key))
                Add(secret, form);
        }
    }

    internal IReadOnlyList<Find> Search(string place, ReadOnlySpan<byte> content)
    {
        List<Find> finds = [];
        ulong key = 0;
        for (int i = 0; i < content.Length; i++)
        {
            key = ((key << 8) | content[i]) & KeyMask;
            if (i < KeyBytes - 1 || !_maybe[Slot(key)] || !_byKey.TryGetValue(key, out List<(int Secret, Form Form)>? candidates))
                continue;
            ReadOnlySpan<byte> rest = content[(i - KeyBytes + 1)..];
            foreach ((int secret, Form form) in candidates)
            {
                if (rest.StartsWith(form.Bytes))
                    finds.Add(new(place, secret, form.Name));
            }
        }

        return finds;
    }

    private void Add(int secret, Form form)
    {
        if (form.Bytes.Length < KeyBytes)
            throw new ArgumentException($"{form.Name} is too short to be told from chance.", nameof(form));
        ulong key = form.Bytes.Take(KeyBytes).Aggregate(0UL, (made, value) => (made << 8) | value);
        _maybe[Slot(key)] = true;
        if (_byKey.TryGetValue(key, out List<(int Secret, Form Form)>? forms))
            forms.Add((secret, form));
        else
            _byKey.Add(key, [(secret, form)]);
    }

    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - MaybeBits));
}
