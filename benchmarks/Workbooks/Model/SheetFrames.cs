namespace CellsContact.Benchmarks.Workbooks;

/// <summary>What stands before and behind the rows of each sheet.</summary>
internal static class SheetFrames
{
    private const string Namespaces =
        FixedParts.Main + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\""
        + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"";

    public static (string Head, string Tail) Of(Ledger ledger, int at)
    {
        Sheet sheet = ledger.Sheets[at];
        int last = sheet.Records + 1;
        string head = $"<worksheet {Namespaces}><dimension ref=\"A1:{LedgerFile.LettersOf(sheet.Columns.Count)}{last}\"/>"
            + "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<sheetFormatPr defaultRowHeight=\"18.75\" x14ac:dyDescent=\"0.4\"/><cols><col min=\"1\" max=\"1\" width=\"9\" style=\"2\" customWidth=\"1\"/></cols><sheetData>";
        const string Margins = "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>";
        string tail = "</sheetData>" + (sheet.Name == ledger.People.Name ? PeopleRules(last) : "")
            + Margins + (sheet.Name == ledger.People.Name
                ? "<drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId2\"/>" + DataBar(last)
                : sheet.Name == ledger.Payroll.Name ? "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>" : "")
            + "</worksheet>";
        return (head, tail);
    }

    private static string PeopleRules(int last) =>
        $"<autoFilter ref=\"A1:AN{last}\"/><phoneticPr fontId=\"1\"/>"
        + $"<conditionalFormatting sqref=\"K2:K{last}\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"2\"><formula>$K2&gt;46000</formula></cfRule></conditionalFormatting>"
        + $"<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" sqref=\"E2:E{last}\"><formula1>\"男,女\"</formula1></dataValidation></dataValidations>";

    private static string DataBar(int last) =>
        "<extLst><ext uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\"><x14:conditionalFormattings>"
        + "<x14:conditionalFormatting xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:cfRule type=\"dataBar\" id=\"{00000000-0001-0000-0000-000000000001}\">"
        + "<x14:dataBar minLength=\"0\" maxLength=\"100\"><x14:cfvo type=\"autoMin\"/><x14:cfvo type=\"autoMax\"/><x14:negativeFillColor rgb=\"FFFF0000\"/><x14:axisColor rgb=\"FF000000\"/></x14:dataBar></x14:cfRule>"
        + $"<xm:sqref>L2:L{last}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
}
