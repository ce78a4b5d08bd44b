using System.Buffers.Binary;
using System.IO.Compression;

namespace CellsContact.Benchmarks.Workbooks;

/// <summary>What nothing that changes cells can go below: no XML is looked at, no checksum made, nothing flushed to the disk.</summary>
internal static class Floors
{
    public static void CopyFile(string path)
    {
        using FileStream source = File.OpenRead(path);
        using FileStream target = File.Create(path + ".floor");
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
    }

    /// <summary>Inflates and deflates these parts one after the other, and copies the others' compressed bytes.</summary>
    public static void Repack(string path, IReadOnlyCollection<string> touched, CompressionLevel level)
    {
        using FileStream source = File.OpenRead(path);
        using FileStream target = File.Create(path + ".floor");
        byte[] buffer = new byte[1 << 17];
        foreach ((string name, long offset, long length) in Entries(source))
        {
            using LimitedStream raw = new(source, offset, length);
            if (!touched.Contains(name))
            {
                Pump(raw, target, buffer);
                continue;
            }

            using DeflateStream inflated = new(raw, CompressionMode.Decompress);
            using DeflateStream deflated = new(target, level, leaveOpen: true);
            Pump(inflated, deflated, buffer);
        }
    }

    /// <summary>Inflates one part.</summary>
    public static void Inflate(string path, string part)
    {
        using FileStream source = File.OpenRead(path);
        (_, long offset, long length) = Entries(source).Single(e => e.Name == part);
        using DeflateStream inflated = new(new LimitedStream(source, offset, length), CompressionMode.Decompress);
        Pump(inflated, Stream.Null, new byte[1 << 17]);
    }

    private static void Pump(Stream from, Stream to, byte[] buffer)
    {
        int got;
        while ((got = from.Read(buffer)) > 0)
            to.Write(buffer.AsSpan(0, got));
    }

    private static List<(string Name, long Offset, long Length)> Entries(FileStream file)
    {
        byte[] tail = new byte[22];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        byte[] directory = new byte[BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(12))];
        file.Position = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(16));
        file.ReadExactly(directory);
        List<(string, long, long)> entries = [];
        byte[] header = new byte[30];
        for (ReadOnlySpan<byte> rest = directory; !rest.IsEmpty;)
        {
            int name = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(rest[42..]);
            file.Position = offset;
            file.ReadExactly(header);
            offset += 30 + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            entries.Add((System.Text.Encoding.UTF8.GetString(rest.Slice(46, name)), offset, BinaryPrimitives.ReadUInt32LittleEndian(rest[20..])));
            rest = rest[(46 + name + BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]))..];
        }

        return entries;
    }

    /// <summary>So many bytes of a file from some place on.</summary>
    private sealed class LimitedStream(FileStream file, long offset, long length) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            file.Position = offset + _read;
            int got = file.Read(buffer[..(int)Math.Min(buffer.Length, length - _read)]);
            _read += got;
            return got;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
