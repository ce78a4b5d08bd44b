using System.Globalization;
using System.IO.Compression;
using CellsContact.Benchmarks.Workbooks;

// One case in this process, or all of them in one process each.
switch (args)
{
    case ["generate", var file, var employees]:
        LedgerFile.Write(new(Int(employees)), file);
        return 0;
    case ["ours", .. var rest]:
        OwnLibrary writer = new(rest[1]);
        return Trial.Main(rest, (_, work) => writer.Apply(work));
    case ["index", var input, var repeats]:
        OwnLibrary reader = new(input);
        Trial.Run(Int(repeats), () => { }, reader.Index);
        return 0;
    case ["inflate", var input, var repeats]:
        Trial.Run(Int(repeats), () => { }, () => Floors.Inflate(input, "xl/worksheets/sheet1.xml"));
        return 0;
    case ["copy", var input, var repeats]:
        Trial.Run(Int(repeats), () => { }, () => Floors.CopyFile(input));
        return 0;
    case [("floor-1" or "floor-6") and var level, var input, var work, var repeats]:
        string[] touched = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet5.xml", "xl/tables/table1.xml"];
        Trial.Run(
            Int(repeats), () => { }, () => Floors.Repack(input, touched, level == "floor-1" ? CompressionLevel.Fastest : CompressionLevel.Optimal));
        return 0;
    default:
        return await Comparison.RunAsync(args);
}

static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
