using CellsContact.Ledgers;
using CellsContact.OpenXml.Layouts;
using CellsContact.OpenXml.Sheets;
using Microsoft.Extensions.Options;

namespace CellsContact.OpenXml;

/// <summary>Names the option and the value that cannot be.</summary>
internal sealed class OpenXmlLedgerOptionsValidator : IValidateOptions<OpenXmlLedgerOptions>
{
    private const int MaxSheetName = 31;
    private const string NotInSheetNames = ":\\/?*[]";

    public ValidateOptionsResult Validate(string? name, OpenXmlLedgerOptions options)
    {
        List<string> failures = [.. Failures(options)];
        if (options.WorkbookFor is null)
            failures.Insert(0, $"{nameof(OpenXmlLedgerOptions.WorkbookFor)} is not set: the ledger does not know where the workbooks are.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>What also has to hold where no workbook path is needed, as in creating one.</summary>
    public static IEnumerable<string> Failures(OpenXmlLedgerOptions options)
    {
        foreach (string failure in HeaderRowFailures(options).Distinct())
            yield return failure;
        if (options.KanaWidth is not (KanaWidth.Half or KanaWidth.Full or KanaWidth.AsIs))
            yield return $"{nameof(OpenXmlLedgerOptions.KanaWidth)} is {(int)options.KanaWidth}, which is no kana width.";
        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromHours(1))
            yield return $"{nameof(OpenXmlLedgerOptions.BusyTimeout)} is {options.BusyTimeout}; it must be zero to one hour.";
        if (options.BusyRetryDelay <= TimeSpan.Zero || options.BusyRetryDelay > TimeSpan.FromMinutes(1))
            yield return $"{nameof(OpenXmlLedgerOptions.BusyRetryDelay)} is {options.BusyRetryDelay}; it must be above zero and at most one minute.";
        if (options.MaxParts < 1)
            yield return $"{nameof(OpenXmlLedgerOptions.MaxParts)} is {options.MaxParts}; it must be at least 1.";
        if (options.MaxPartBytes < 1)
            yield return $"{nameof(OpenXmlLedgerOptions.MaxPartBytes)} is {options.MaxPartBytes}; it must be at least 1.";
        if (options.MaxCompressionRatio < 1)
            yield return $"{nameof(OpenXmlLedgerOptions.MaxCompressionRatio)} is {options.MaxCompressionRatio}; it must be at least 1.";
        foreach (string failure in SheetFailures(options).Concat(HeaderFailures(options)))
            yield return failure;
    }

    private static IEnumerable<string> HeaderRowFailures(OpenXmlLedgerOptions options)
    {
        int[] rows = [.. SheetNames.Tables.Select(options.HeaderRowOf), options.HeaderRow];
        foreach (int row in rows)
        {
            if (row is < 0 or > 1000)
                yield return $"{nameof(OpenXmlLedgerOptions.HeaderRow)} is {row}; it must be 1 to 1000, or 0 to look for it.";
        }
    }

    private static IEnumerable<string> SheetFailures(OpenXmlLedgerOptions options)
    {
        string[] sheets = [.. SheetNames.Tables.Select(options.SheetOf), options.LogSheet ?? ""];
        foreach (string sheet in sheets)
        {
            if (string.IsNullOrWhiteSpace(sheet) || sheet.Length > MaxSheetName || sheet.Any(sign => NotInSheetNames.Contains(sign, StringComparison.Ordinal)))
                yield return $"'{sheet}' cannot be a sheet's name in Excel.";
        }

        foreach (string name in sheets.Select(s => s.Trim()).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (sheets.Count(s => string.Equals(s.Trim(), name, StringComparison.OrdinalIgnoreCase)) > 1)
                yield return $"The sheet '{name}' is named for more than one table.";
        }
    }

    private static IEnumerable<string> HeaderFailures(OpenXmlLedgerOptions options)
    {
        foreach (LedgerTable table in SheetNames.Tables)
        {
            var named = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            void Name(string what, LedgerField field)
            {
                if (!named.TryGetValue(what, out List<string>? fields))
                    named[what] = fields = [];
                if (!fields.Contains(field.Id))
                    fields.Add(field.Id);
            }

            foreach (LedgerField field in LedgerFields.Of(table))
            {
                foreach (string header in options.HeadersOf(field))
                    Name($"The header '{LedgerMatching.Fold(header)}'", field);
                if (options.ColumnOf(field) is { } column)
                    Name($"The column {CellReference.Column(column)}", field);
            }

            foreach ((string what, List<string> fields) in named)
            {
                if (fields.Count > 1)
                    yield return $"{what} is named for more than one field: {string.Join(", ", fields)}.";
            }
        }
    }
}
