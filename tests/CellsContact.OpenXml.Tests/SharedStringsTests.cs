using System.Globalization;
using System.IO.Compression;
using System.Text;
using CellsContact.OpenXml.Sheets;
using CellsContact.OpenXml.Workbooks;
using CellsContact.OpenXml.Zip;

namespace CellsContact.OpenXml.Tests;

/// <summary>The shared strings can be asked for while they are still being read.</summary>
public sealed class SharedStringsTests
{
    private const int Count = 60_000;

    [Fact]
    public async Task Get_GivesWhatHasCome_WhileTheRestIsStillBeingRead()
    {
        using var held = new HeldStream(PackageOf(Xml(Count)));
        var package = new ZipReader(held, new PackageLimits(10, 1 << 30, 1000));
        held.From = 1 << 20;
        using var strings = new SharedStrings(package, package.Find("xl/sharedStrings.xml"));

        Assert.True(held.IsReached.Wait(TimeSpan.FromSeconds(30)));
        Assert.Equal(Text(0), strings.Get("0"));
        Assert.Equal(Text(5_000), strings.Get("5000"));
        Task<string> last = Task.Run(() => strings.Get($"{Count - 1}"));
        Assert.NotSame(last, await Task.WhenAny(last, Task.Delay(50)));

        held.Release();
        Assert.Equal(Text(Count - 1), await last);
        for (int i = 0; i < Count; i += 97)
            Assert.Equal(Text(i), strings.Get(i.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Get_OfSeveralThreads_WaitsForEachOnesString()
    {
        for (int round = 0; round < 20; round++)
        {
            using SharedStrings strings = StringsOf(new MemoryStream(PackageOf(Xml(20_000))));
            Parallel.For(0, 4, part =>
            {
                for (int i = part * 60; i < 20_000; i += 251)
                    Assert.Equal(i % 10 == 0 ? $"{i:00000}" : "", strings.NumberAt(i).ToString());
            });
        }
    }

    [Fact]
    public void Get_OfSeveralThreads_GivesEachItsText_HoweverFewPagesAreAtHand()
    {
        using SharedStrings strings = StringsOf(new MemoryStream(PackageOf(Xml(Count))));
        Parallel.For(0, 4, part =>
        {
            for (int i = part * 7; i < Count; i += 251)
                Assert.Equal(Text(i), strings.Get(i.ToString(CultureInfo.InvariantCulture)));
        });
    }

    [Fact]
    public void Damage_BehindWhatWasAskedFor_IsToldByComplete()
    {
        string xml = Xml(Count);
        byte[] package = PackageOf(xml[..(xml.Length - "</sst>".Length)]);
        using SharedStrings strings = StringsOf(new MemoryStream(package));

        Assert.Equal(Text(3), strings.Get("3"));
        Assert.Throws<WorkbookFormatException>(strings.Complete);
        Assert.Throws<WorkbookFormatException>(strings.Complete);
    }

    [Fact]
    public void Get_BehindTheLast_IsDamage()
    {
        using SharedStrings strings = StringsOf(new MemoryStream(PackageOf(Xml(3))));

        Assert.Throws<WorkbookFormatException>(() => strings.Get("3"));
        Assert.True(strings.NumberAt(3).IsEmpty);
    }

    private static string Text(int i) => i % 10 == 0 ? $"{i:00000}" : $"愛知県名古屋市中区栄{i}丁目";

    private static string Xml(int count)
    {
        var xml = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (int i = 0; i < count; i++)
            xml.Append("<si><t>").Append(Text(i)).Append("</t></si>");
        return xml.Append("</sst>").ToString();
    }

    private static byte[] PackageOf(string sharedStrings)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.NoCompression).Open();
            part.Write(Encoding.UTF8.GetBytes(sharedStrings));
        }

        return package.ToArray();
    }

    private static SharedStrings StringsOf(Stream package)
    {
        var reader = new ZipReader(package, new PackageLimits(10, 1 << 30, 1000));
        return new SharedStrings(reader, reader.Find("xl/sharedStrings.xml"));
    }

    /// <summary>Keeps back what lies behind some place.</summary>
    private sealed class HeldStream(byte[] content) : MemoryStream(content)
    {
        private readonly ManualResetEventSlim _released = new();

        public ManualResetEventSlim IsReached { get; } = new();

        public int From { get; set; } = int.MaxValue;

        public void Release() => _released.Set();

        /// <summary>Reading into a span comes here too. A test that fails before it lets go does not hang.</summary>
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position >= From && !_released.IsSet)
            {
                IsReached.Set();
                _released.Wait(TimeSpan.FromSeconds(60));
            }

            return base.Read(buffer, offset, count);
        }
    }
}
