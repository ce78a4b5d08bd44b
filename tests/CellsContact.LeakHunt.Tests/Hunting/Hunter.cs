namespace CellsContact.LeakHunt.Tests.Hunting;

/// <summary>Searches bytes for every form of every known secret, in one pass.</summary>
internal sealed class Hunter
{
    /// <summary>No form is shorter; its first six bytes are the key it is looked up by.</summary>
    private const int KeyBytes = 6;
    private const ulong KeyMask = (1UL << (KeyBytes * 8)) - 1;
    private const int MaybeBits = 22;

    private readonly Dictionary<ulong, List<(Secret Secret, Form Form)>> _byKey = [];
    private readonly bool[] _maybe = new bool[1 << MaybeBits];

    internal Hunter(IEnumerable<Secret> secrets)
    {
        foreach (Secret secret in secrets)
        {
            foreach (Form form in secret.Forms)
                Add(secret, form);
        }
    }

    /// <summary>Everything that is there, with whether it belongs there.</summary>
    internal IReadOnlyList<(Find Find, bool IsAtHome)> Search(string place, ReadOnlySpan<byte> content)
    {
        List<(Find Find, bool IsAtHome)> finds = [];
        ulong key = 0;
        for (int i = 0; i < content.Length; i++)
        {
            key = ((key << 8) | content[i]) & KeyMask;
            if (i < KeyBytes - 1 || !_maybe[Slot(key)] || !_byKey.TryGetValue(key, out List<(Secret Secret, Form Form)>? candidates))
                continue;
            ReadOnlySpan<byte> rest = content[(i - KeyBytes + 1)..];
            foreach ((Secret secret, Form form) in candidates)
            {
                if (rest.StartsWith(form.Bytes))
                    finds.Add((new(place, secret.Name, form.Name), secret.IsAtHome(place)));
            }
        }

        return finds;
    }

    private void Add(Secret secret, Form form)
    {
        if (form.Bytes.Length < KeyBytes)
            throw new ArgumentException($"{secret.Name}, {form.Name} is too short to be told from chance.", nameof(form));
        ulong key = form.Bytes.Take(KeyBytes).Aggregate(0UL, (made, value) => (made << 8) | value);
        _maybe[Slot(key)] = true;
        if (_byKey.TryGetValue(key, out List<(Secret Secret, Form Form)>? forms))
            forms.Add((secret, form));
        else
            _byKey.Add(key, [(secret, form)]);
    }

    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - MaybeBits));
}
