using System.IO.Compression;
using CellsContact.Ledgers;
using CellsContact.OpenXml.Files;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Values;
using CellsContact.OpenXml.Zip;
using CsCheck;

namespace CellsContact.OpenXml.Tests;

/// <summary>What is done ahead or side by side gives what doing it in turn would.</summary>
public sealed class ParallelWorkTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(DeflateMemory.Size - 1, 7_777)]
    [InlineData(DeflateMemory.Size, 7_777)]
    [InlineData(DeflateMemory.Size + 1, 7_777)]
    [InlineData(5_000_000, 3_000_000)]
    public void Blocks_AreTogetherOneDeflateStream(int length, int step)
    {
        foreach (bool isRandom in (bool[])[false, true])
        {
            byte[] content = new byte[length];
            if (isRandom)
                new Random(1).NextBytes(content);
            using var output = new MemoryStream();
            using var helpers = new SpareProcessors();
            using var deflater = new BlockDeflater(output, helpers);
            for (int at = 0; at < length; at += step)
                deflater.Write(content.AsSpan(at, Math.Min(step, length - at)));
            deflater.Complete();

            output.Position = 0;
            using var inflated = new MemoryStream();
            using (var inflate = new DeflateStream(output, CompressionMode.Decompress))
                inflate.CopyTo(inflated);
            Assert.True(content.AsSpan().SequenceEqual(inflated.ToArray()));
            Assert.Equal((length, CrcByDefinition(content)), (deflater.Count, deflater.Crc));
        }
    }

    [Fact]
    public void Crc32_IsTheDefinition_ForEveryLengthAndSplit() => Gen.Select(Gen.Byte.Array[0, 20_000], Gen.Int[0, 20_000]).Sample((data, split) =>
    {
        split = Math.Min(split, data.Length);
        Assert.Equal(CrcByDefinition(data), Crc32.Append(Crc32.Append(0, data.AsSpan(0, split)), data.AsSpan(split)));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void FlushingAhead_LosesNothing_AndTellsAFailureOnce(int failing)
    {
        byte[] content = new byte[(3 * TemporaryFile.Step) + 1];
        new Random(1).NextBytes(content);
        using var written = new MemoryStream();
        int flushes = 0;
        using var file = new TemporaryFile(written, () =>
        {
            if (Interlocked.Increment(ref flushes) == failing)
                throw new IOException("No such luck");
        });
        Action save = () =>
        {
            for (int at = 0; at < content.Length; at += 100_000)
                file.Write(content.AsSpan(at, Math.Min(100_000, content.Length - at)));
            file.FlushToDisk();
        };

        if (failing > 0)
            Assert.Throws<IOException>(save);
        else
            save();
        Assert.InRange(flushes, 1, 4);
        Assert.True(failing > 0 || content.AsSpan().SequenceEqual(written.ToArray()));
    }

    [Fact]
    public void FlushingAhead_IsOverBeforeTheFileIsClosed()
    {
        using var begun = new ManualResetEventSlim();
        var closing = new Closing();
        bool closedTooEarly = false;
        var file = new TemporaryFile(closing, () =>
        {
            begun.Set();
            Thread.Sleep(50);
            closedTooEarly = closing.IsClosed;
        });
        file.Write(new byte[TemporaryFile.Step]);
        if (Environment.ProcessorCount > 1 && !OperatingSystem.IsWindows())
            Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));

        file.Dispose();

        Assert.True(closing.IsClosed);
        Assert.False(closedTooEarly);
    }

    [Fact]
    public void ReadingAhead_GivesTheSameBytes_AndTheSameFailure() =>
        Gen.Select(Gen.Int[0, 3 * ReadAheadStream.BlockSize], Gen.Int[1, 400_000], Gen.Bool).Sample((length, step, isBroken) =>
        {
            byte[] content = new byte[length];
            new Random(length).NextBytes(content);
            using var stream = new ReadAheadStream(new Breaking(content, isBroken));
            using var read = new MemoryStream();
            byte[] buffer = new byte[step];
            IOException? failure = null;
            try
            {
                for (int got; (got = stream.Read(buffer)) > 0;)
                    read.Write(buffer.AsSpan(0, got));
            }
            catch (IOException e)
            {
                failure = e;
            }

            Assert.Equal(isBroken, failure is not null);
            Assert.True(content.AsSpan(0, (int)read.Length).SequenceEqual(read.ToArray()));
            Assert.True(isBroken || read.Length == length);
        }, iter: 40);

    [Fact]
    public void ReadingAhead_StopsWhenNobodyReadsOn()
    {
        var source = new Breaking(new byte[8 * ReadAheadStream.BlockSize], isBroken: false);
        using (var stream = new ReadAheadStream(source))
            _ = stream.Read(new byte[64]) + stream.Read(new byte[64]);

        long read = source.Last;
        Thread.Sleep(50);
        Assert.True(source.IsClosed);
        Assert.Equal(read, source.Last);
    }

    [Fact]
    public void SharedWork_IsDoneOnce_WhoeverComesFirst()
    {
        for (int i = 0; i < 200; i++)
        {
            var work = new Counting();
            work.Offer();
            Parallel.Invoke(work.Finish, work.Finish, work.Execute);
            Assert.Equal(1, work.Runs);
        }

        var abandoned = new Counting();
        abandoned.Abandon();
        abandoned.Execute();
        Assert.Equal(0, abandoned.Runs);
    }

    [Fact]
    public void TextStore_GivesEveryTextBack_DeflatedOrNot()
    {
        var store = new TextStore();
        string[] texts = [.. Enumerable.Range(0, 120_000).Select(i => i % 30_000 == 7 ? new string('長', 40_000) : $"愛知県名古屋市中区栄{i}丁目")];
        int[] places = [.. texts.Select(text => store.Add(System.Text.Encoding.UTF8.GetBytes(text)))];

        foreach (int i in Enumerable.Range(0, texts.Length).OrderBy(i => (i * 7919L) % 3_001))
            Assert.Equal(texts[i], System.Text.Encoding.UTF8.GetString(store.Read(places[i])));
    }

    [Fact]
    public void SpareProcessors_AreTheSameThreadsToTheEnd_AndComeToEveryStep()
    {
        var threads = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();
        using var helpers = new SpareProcessors();
        Noted[] steps = [.. Enumerable.Range(0, 300).Select(_ => new Noted(threads))];
        foreach (Noted[] some in steps.Chunk(7))
        {
            foreach (Noted step in some)
                helpers.Offer(step);
            Assert.True(Environment.ProcessorCount == 1 || SpinWait.SpinUntil(() => Array.TrueForAll(some, s => s.IsOver), TimeSpan.FromSeconds(30)));
        }

        Assert.InRange(threads.Count, 0, Environment.ProcessorCount - 1);
    }

    [Fact]
    public void NumberSet_IsASetOfFoldedNumbers()
    {
        Gen<string> number = Gen.OneOf(
            Gen.String[Gen.Char["0123456789"], 1, 25],
            Gen.String[Gen.Char["012０１A- "], 1, 6].Where(text => text.Trim().Length > 0));
        Gen.Select(number.Array[0, 8], number.Array[0, 8]).Sample((added, asked) =>
        {
            var set = new NumberSet();
            var expected = new HashSet<string>();
            foreach (string text in added)
                Assert.Equal(expected.Add(LedgerMatching.FoldNumber(text)), set.Add(ShownNumber.Of(text)));
            foreach (string text in asked.Concat(added))
            {
                Assert.Equal(expected.Contains(LedgerMatching.FoldNumber(text)), set.Contains(ShownNumber.Of(text)));
                Assert.Equal(LedgerMatching.FoldNumber(text), NumberSet.Fold(text));
                Assert.Equal(text, ShownNumber.Of(text).ToString());
            }

            var joined = new NumberSet();
            foreach (string text in asked)
                joined.Add(ShownNumber.Of(text));
            joined.UnionWith(set);
            Assert.All(asked.Concat(added), text => Assert.True(joined.Contains(ShownNumber.Of(text))));
            joined.Remove(ShownNumber.Of(added.Concat(asked).FirstOrDefault("1")));

            foreach (string text in added)
                Assert.True(set.Contains(ShownNumber.Of(text)));
            foreach (string text in added)
                set.Remove(ShownNumber.Of(text));
            Assert.All(added, text => Assert.False(set.Contains(ShownNumber.Of(text))));
        });
    }

    private sealed class Noted(System.Collections.Concurrent.ConcurrentDictionary<int, int> threads) : SharedWork
    {
        protected override void Run() => threads.AddOrUpdate(Environment.CurrentManagedThreadId, 1, (_, count) => count + 1);
    }

    private static uint CrcByDefinition(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }

    private sealed class Closing : MemoryStream
    {
        public bool IsClosed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Counting : SharedWork
    {
        private int _runs;

        public int Runs => _runs;

        protected override void Run() => Interlocked.Increment(ref _runs);
    }

    private sealed class Breaking(byte[] content, bool isBroken) : MemoryStream(content)
    {
        public bool IsClosed { get; private set; }

        public long Last { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int got = base.Read(buffer, offset, count);
            Last = Position;
            return got == 0 && isBroken ? throw new IOException("The disk is gone.") : got;
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
