"""Writes ledgers of many shapes into a folder, by openpyxl and by xlsxwriter: make_workbooks.py FOLDER"""
import datetime
import pathlib
import sys

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

HEADERS = ["社員番号", "氏名", "生年月日", "給与", "年収"]
PEOPLE = [[f"{n:04}", f"社員　{n}", datetime.date(1970 + n % 30, 1 + n % 12, 1 + n % 28), 200000 + n] for n in range(1, 21)]


def openpyxl_book(path, shape, first_row=1):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "個人情報"
    for column, header in enumerate(HEADERS, 1):
        sheet.cell(first_row, column, header).font = Font(bold=True)
    for row, person in enumerate(PEOPLE, first_row + 1):
        for column, value in enumerate(person, 1):
            sheet.cell(row, column, value)
        sheet.cell(row, 3).number_format = "yyyy/m/d"
        sheet.cell(row, 5, f"=D{row}*12")
    shape(book, sheet)
    book.save(path)


def chart(book, sheet):
    bars = BarChart()
    bars.add_data(Reference(sheet, min_col=4, min_row=1, max_row=21), titles_from_data=True)
    sheet.add_chart(bars, "H2")


def validation(book, sheet):
    rule = DataValidation(type="list", formula1='"男,女"', allow_blank=True)
    rule.add("F2:F21")
    sheet.add_data_validation(rule)


def formats(book, sheet):
    sheet.conditional_formatting.add("D2:D21", ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max", end_color="FF0000"))
    sheet.conditional_formatting.add("A2:E21", FormulaRule(formula=["$D2>200010"], fill=PatternFill("solid", bgColor="FFFF00")))


def table(book, sheet):
    added = Table(displayName="社員", ref="A1:E21")
    added.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(added)


def merged(book, sheet):
    sheet["A24"] = "備考"
    sheet.merge_cells("A24:E25")
    sheet.merge_cells("G1:H1")


def groups(book, sheet):
    sheet.row_dimensions.group(5, 10, outline_level=1, hidden=True)
    sheet.column_dimensions.group("D", "E", outline_level=1)


def protected(book, sheet):
    sheet.protection.sheet = True
    sheet["B2"].protection = Protection(locked=False)


def comments(book, sheet):
    sheet["B3"].comment = Comment("確認済み", "総務")
    sheet["B4"].hyperlink = "https://example.com/"


def names(book, sheet):
    book.defined_names.append(DefinedName("社員番号一覧", attr_text="個人情報!$A$2:$A$21"))
    sheet.print_area = "A1:E21"
    sheet.print_title_rows = "1:1"
    sheet.auto_filter.ref = "A1:E21"
    sheet.freeze_panes = "C2"


def sheets(book, sheet):
    for name in ("集計", "非表示", "グラフ"):
        book.create_sheet(name)["A1"] = "=COUNTA(個人情報!A:A)"
    book["非表示"].sheet_state = "hidden"
    book.create_chartsheet("図")


def epoch(book, sheet):
    book.epoch = CALENDAR_MAC_1904


def array(book, sheet):
    sheet["H2"] = "=SUM(D2:D21)"
    sheet.formula_attributes["H2"] = {"t": "array", "ref": "H2:H2"}


def by_openpyxl(folder):
    shapes = [chart, validation, formats, table, merged, groups, protected, comments, names, sheets, epoch, array]
    openpyxl_book(folder / "openpyxl-plain.xlsx", lambda book, sheet: None)
    openpyxl_book(folder / "openpyxl-header-row-4.xlsx", lambda book, sheet: sheet.__setitem__("A1", "社員台帳"), first_row=4)
    for shape in shapes:
        openpyxl_book(folder / f"openpyxl-{shape.__name__}.xlsx", shape)


def xlsxwriter_book(path, shape, options=None):
    book = xlsxwriter.Workbook(path, options or {})
    sheet = book.add_worksheet("個人情報")
    day = book.add_format({"num_format": "yyyy/m/d"})
    sheet.write_row(0, 0, HEADERS, book.add_format({"bold": True, "border": 1}))
    for row, (number, name, birth, wage) in enumerate(PEOPLE, 1):
        sheet.write_string(row, 0, number)
        sheet.write_string(row, 1, name)
        sheet.write_datetime(row, 2, datetime.datetime.combine(birth, datetime.time()), day)
        sheet.write_number(row, 3, wage)
        sheet.write_formula(row, 4, f"=D{row + 1}*12", None, wage * 12)
    shape(book, sheet)
    book.close()


def by_xlsxwriter(folder):
    def columns():
        return [{"header": header} for header in HEADERS[:4]] + [{"header": "年収", "formula": "=[@給与]*12"}]

    shapes = {
        "plain": lambda book, sheet: None,
        "table": lambda book, sheet: sheet.add_table(0, 0, 20, 4, {"columns": columns()}),
        "data-bars": lambda book, sheet: sheet.conditional_format("D2:D21", {"type": "data_bar", "data_bar_2010": True}),
        "icons": lambda book, sheet: sheet.conditional_format("D2:D21", {"type": "icon_set", "icon_style": "3_traffic_lights"}),
        "sparkline": lambda book, sheet: sheet.add_sparkline("G2", {"range": "個人情報!D2:D21"}),
        "validation": lambda book, sheet: sheet.data_validation("F2:F21", {"validate": "list", "source": ["男", "女"]}),
        "merged": lambda book, sheet: sheet.merge_range("A25:E26", "備考"),
        "rich-text": lambda book, sheet: sheet.write_rich_string("F2", "前", book.add_format({"bold": True}), "太字", "後"),
        "comments": lambda book, sheet: (sheet.write_comment("B2", "確認"), sheet.show_comments()),
        "chart": lambda book, sheet: sheet.insert_chart("H2", chart_of(book)),
        "textbox": lambda book, sheet: (sheet.insert_textbox("H2", "メモ"), sheet.insert_button("H9", {"macro": "a", "caption": "印刷"})),
        "filter": lambda book, sheet: (sheet.autofilter("A1:E21"), sheet.filter_column("D", "x > 200005"), [sheet.set_row(r, None, None, {"hidden": True}) for r in range(1, 6)]),
        "outline": lambda book, sheet: [sheet.set_row(r, 20, None, {"level": 1}) for r in range(3, 9)],
        "protected": lambda book, sheet: sheet.protect("secret"),
        "dynamic-array": lambda book, sheet: sheet.write_dynamic_array_formula("H2:H4", "=SORT(D2:D4)", None, 200001),
        "array": lambda book, sheet: sheet.write_array_formula("H2:H4", "{=D2:D4*2}", None, 400002),
        "header-footer": lambda book, sheet: (sheet.set_header("&C社員台帳"), sheet.print_area("A1:E21"), sheet.repeat_rows(0), sheet.set_landscape(), sheet.set_h_pagebreaks([10])),
        "ignore-errors": lambda book, sheet: sheet.ignore_errors({"number_stored_as_text": "A2:A21"}),
        "prepared": lambda book, sheet: [sheet.write_blank(r, c, None, book.add_format({"border": 1})) for r in range(21, 31) for c in range(5)],
        "second-table": lambda book, sheet: (sheet.add_table(23, 0, 27, 1, {"columns": [{"header": "部署"}, {"header": "人数"}]})),
    }
    for name, shape in shapes.items():
        xlsxwriter_book(folder / f"xlsxwriter-{name}.xlsx", shape)
    nothing = shapes["plain"]
    xlsxwriter_book(folder / "xlsxwriter-1904.xlsx", nothing, {"date_1904": True})
    xlsxwriter_book(folder / "xlsxwriter-constant-memory.xlsx", nothing, {"constant_memory": True})
    xlsxwriter_book(folder / "xlsxwriter-zip64.xlsx", nothing, {"use_zip64": True})


def chart_of(book):
    added = book.add_chart({"type": "line"})
    added.add_series({"values": "=個人情報!$D$2:$D$21", "categories": "=個人情報!$B$2:$B$21"})
    return added


target = pathlib.Path(sys.argv[1])
by_openpyxl(target)
by_xlsxwriter(target)
