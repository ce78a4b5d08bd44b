using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Arm = System.Runtime.Intrinsics.Arm;

namespace CellsContact.OpenXml.Zip;

/// <summary>CRC-32 as zip uses it: every byte that is read or written goes through it, so it is done with the processor's own means.</summary>
internal static class Crc32
{
    /// <summary>Below, the table is done before the processor's means are so much as compiled.</summary>
    private const int WorthFolding = 8 << 10;

    private static readonly uint[] Table = BuildTable();

    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        uint c = ~crc;
        if (Pclmulqdq.IsSupported && data.Length >= WorthFolding)
        {
            int folded = data.Length & -16;
            c = Fold(c, data[..folded]);
            data = data[folded..];
        }
        else if (Arm.Crc32.Arm64.IsSupported)
        {
            for (; data.Length >= sizeof(ulong); data = data[sizeof(ulong)..])
                c = Arm.Crc32.Arm64.ComputeCrc32(c, BitConverter.ToUInt64(data));
        }

        return ~AppendBytes(c, data);
    }

    private static uint AppendBytes(uint c, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data)
            c = Table[(byte)(c ^ b)] ^ (c >> 8);
        return c;
    }

    /// <summary>
    /// Folds 64 bytes a step by carry-less multiplication (Gopal et al., "Fast CRC Computation Using PCLMULQDQ"). The
    /// factors are x^k modulo the polynomial for the distances folded over: 512 bits, then 128. The last 16 bytes are
    /// congruent to the whole and go through the table. What a processor can do is known only where the program runs: the
    /// packages' machine code cannot have this method.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Fold(uint crc, ReadOnlySpan<byte> data)
    {
        Vector128<ulong> by512 = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        Vector128<ulong> by128 = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        ReadOnlySpan<Vector128<ulong>> rest = MemoryMarshal.Cast<byte, Vector128<ulong>>(data);
        (Vector128<ulong> a, Vector128<ulong> b, Vector128<ulong> c, Vector128<ulong> d) =
            (rest[0] ^ Vector128.CreateScalar((ulong)crc), rest[1], rest[2], rest[3]);
        int at = 4;
        if (Pclmulqdq.V256.IsSupported)
        {
            Vector256<ulong> byTwice512 = Vector256.Create(by512, by512);
            (Vector256<ulong> ab, Vector256<ulong> cd) = (Vector256.Create(a, b), Vector256.Create(c, d));
            for (; at + 4 <= rest.Length; at += 4)
            {
                ab = Multiply(ab, byTwice512) ^ Vector256.Create(rest[at], rest[at + 1]);
                cd = Multiply(cd, byTwice512) ^ Vector256.Create(rest[at + 2], rest[at + 3]);
            }

            (a, b, c, d) = (ab.GetLower(), ab.GetUpper(), cd.GetLower(), cd.GetUpper());
        }

        for (; at + 4 <= rest.Length; at += 4)
        {
            a = Multiply(a, by512) ^ rest[at];
            b = Multiply(b, by512) ^ rest[at + 1];
            c = Multiply(c, by512) ^ rest[at + 2];
            d = Multiply(d, by512) ^ rest[at + 3];
        }

        a = Multiply(a, by128) ^ b;
        a = Multiply(a, by128) ^ c;
        a = Multiply(a, by128) ^ d;
        for (; at < rest.Length; at++)
            a = Multiply(a, by128) ^ rest[at];
        return AppendBytes(0, MemoryMarshal.AsBytes(new ReadOnlySpan<Vector128<ulong>>(in a)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Multiply(Vector128<ulong> value, Vector128<ulong> factor) =>
        Pclmulqdq.CarrylessMultiply(value, factor, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, factor, 0x11);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> value, Vector256<ulong> factor) =>
        Pclmulqdq.V256.CarrylessMultiply(value, factor, 0x00) ^ Pclmulqdq.V256.CarrylessMultiply(value, factor, 0x11);

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int bit = 0; bit < 8; bit++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        return table;
    }
}
