namespace CellsContact.External;

/// <summary>LibreOffice without a window, with a profile of its own.</summary>
internal sealed class LibreOffice : IDisposable
{
    // Comma, double quote, UTF-8, from the first line, every cell as shown, all sheets each into a file.
    private const string Csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    private readonly string _profile = Directory.CreateTempSubdirectory("libreoffice-").FullName;

    /// <summary>Shows every sheet as comma-separated text.</summary>
    /// <returns>The lines' cells, by sheet.</returns>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyList<string[]>>> ToCsvAsync(string workbook)
    {
        string folder = await ConvertAsync(workbook, Csv);
        string start = $"{Path.GetFileNameWithoutExtension(workbook)}-";
        return Directory.GetFiles(folder, "*.csv").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file)[start.Length..],
            file => CsvText.Read(File.ReadAllText(file)));
    }

    /// <summary>Prints into a PDF.</summary>
    internal async Task<string> ToPdfAsync(string workbook) => Directory.GetFiles(await ConvertAsync(workbook, "pdf"), "*.pdf").Single();

    /// <summary>Opens the workbook and saves it in its own format.</summary>
    internal async Task<string> SaveAsync(string workbook) => Directory.GetFiles(await ConvertAsync(
        workbook,
        Path.GetExtension(workbook) == ".xlsm" ? "xlsm:Calc MS Excel 2007 VBA XML" : "xlsx:Calc MS Excel 2007 XML")).Single();

    /// <summary>Opens .xlsx workbooks and saves them in their own format, in one go.</summary>
    /// <returns>The files of the same names.</returns>
    internal async Task<IReadOnlyList<string>> SaveAllAsync(IReadOnlyList<string> workbooks)
    {
        string folder = await ConvertAsync(workbooks, "xlsx:Calc MS Excel 2007 XML");
        return [.. workbooks.Select(workbook => Path.Combine(folder, Path.GetFileName(workbook)))];
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_profile, recursive: true);

    private Task<string> ConvertAsync(string workbook, string format) => ConvertAsync([workbook], format);

    private async Task<string> ConvertAsync(IReadOnlyList<string> workbooks, string format)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_profile, Path.GetRandomFileName())).FullName;
        await ExternalTool.RunAsync(
            "soffice",
            "libreoffice-calc fonts-ipafont-gothic",
            [$"-env:UserInstallation=file://{_profile}/user", "--headless", "--convert-to", format, "--outdir", folder, .. workbooks]);
        return folder;
    }
}
