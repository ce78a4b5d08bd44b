#!/usr/bin/python3
"""Makes office.xlsx, the workbook of the demo, as an office might keep it: its own order of columns, its own
names for some, columns of its own, a formula, a conditional format, a list to choose from. All people are made up.
Run it beside the file (needs openpyxl): python3 office-workbook.py"""
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

LINE = Side(style="thin", color="BFBFBF")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEAD = PatternFill("solid", fgColor="DDEBF7")

PEOPLE_HEADERS = [
    "社員No", "氏名", "氏名フリガナ", "部署", "性別", "生年月日", "年齢", "入社日", "退職日", "退職理由", "離職票希望",
    "郵便番号", "住所", "住所フリガナ", "住所変更年月日", "旧姓", "氏名変更年月日", "電話番号",
    "退職後住所", "退職後電話番号", "雇用形態", "職種", "週所定労働時間", "報酬月額通貨", "社保区分",
    "社保取得年月日", "社保喪失年月日", "厚年取得年月日", "厚年喪失年月日", "雇保取得年月日", "雇保喪失年月日",
    "保険変更理由", "基礎年金番号", "雇用保険被保険者番号", "マイページ公開", "備考", "担当メモ",
]
PEOPLE = [
    {"社員No": "0005", "氏名": "鈴木　健", "氏名フリガナ": "ｽｽﾞｷ ｹﾝ", "部署": "倉庫", "性別": "男", "生年月日": date(1961, 8, 20),
     "入社日": date(1998, 4, 1), "退職日": date(2024, 8, 31), "退職理由": "定年", "雇用形態": "正社員", "社保区分": "一般",
     "社保取得年月日": date(1998, 4, 1), "社保喪失年月日": date(2024, 9, 1), "厚年取得年月日": date(1998, 4, 1), "厚年喪失年月日": date(2024, 9, 1),
     "雇保取得年月日": date(1998, 4, 1), "雇保喪失年月日": date(2024, 9, 1), "郵便番号": "650-0001", "住所": "兵庫県神戸市中央区加納町9-9"},
    {"社員No": "0012", "氏名": "佐藤　一郎", "氏名フリガナ": "ｻﾄｳ ｲﾁﾛｳ", "部署": "営業", "性別": "男", "生年月日": date(1970, 1, 15),
     "入社日": date(2010, 4, 1), "雇用形態": "正社員", "職種": "営業", "週所定労働時間": "40:00", "報酬月額通貨": 350000, "社保区分": "一般",
     "社保取得年月日": date(2010, 4, 1), "厚年取得年月日": date(2010, 4, 1), "雇保取得年月日": date(2010, 4, 1),
     "郵便番号": "101-0021", "住所": "東京都千代田区外神田8-8", "電話番号": "080-0000-0012", "マイページ公開": "公開", "担当メモ": "引継ぎは小林さんへ"},
    {"社員No": "0019", "氏名": "中村　美咲", "氏名フリガナ": "ﾅｶﾑﾗ ﾐｻｷ", "部署": "経理", "性別": "女", "生年月日": date(1994, 2, 3),
     "入社日": date(2018, 4, 1), "雇用形態": "正社員", "職種": "経理", "週所定労働時間": "40:00", "報酬月額通貨": 260000, "社保区分": "一般",
     "社保取得年月日": date(2018, 4, 1), "厚年取得年月日": date(2018, 4, 1), "雇保取得年月日": date(2018, 4, 1),
     "郵便番号": "220-0011", "住所": "神奈川県横浜市西区高島7-7", "マイページ公開": "公開"},
    {"社員No": "0027", "氏名": "渡辺　真理", "氏名フリガナ": "ﾜﾀﾅﾍﾞ ﾏﾘ", "部署": "総務", "性別": "女", "生年月日": date(1988, 9, 9),
     "入社日": date(2012, 10, 1), "雇用形態": "正社員", "職種": "総務", "週所定労働時間": "40:00", "報酬月額通貨": 290000, "社保区分": "一般",
     "社保取得年月日": date(2012, 10, 1), "厚年取得年月日": date(2012, 10, 1), "雇保取得年月日": date(2012, 10, 1),
     "郵便番号": "600-8001", "住所": "京都府京都市下京区1-1", "住所フリガナ": "ｷｮｳﾄﾌｷｮｳﾄｼｼﾓｷﾞｮｳｸ1-1"},
    {"社員No": "0031", "氏名": "山本　次郎", "氏名フリガナ": "ﾔﾏﾓﾄ ｼﾞﾛｳ", "部署": "店舗", "性別": "男", "生年月日": date(1999, 12, 24),
     "入社日": date(2025, 4, 1), "雇用形態": "パート", "職種": "販売", "週所定労働時間": "20:00", "報酬月額通貨": 120000,
     "雇保取得年月日": date(2025, 4, 1), "郵便番号": "530-0012", "住所": "大阪府大阪市北区芝田6-6", "担当メモ": "春から時間を増やす予定"},
]
DEPENDENT_HEADERS = [
    "社員No", "続柄", "氏名", "フリガナ", "性別", "生年月日", "同居", "郵便番号", "住所", "職業", "年間収入",
    "社保扶養", "扶養開始日", "扶養終了日", "税扶養", "税扶養開始日", "税扶養終了日", "扶養開始理由", "扶養終了理由", "確認書類",
]
DEPENDENTS = [
    {"社員No": "0019", "続柄": "夫", "氏名": "中村　明", "フリガナ": "ﾅｶﾑﾗ ｱｷﾗ", "性別": "男", "生年月日": date(1993, 7, 15), "同居": "同居",
     "社保扶養": "有", "扶養開始日": date(2024, 4, 1), "税扶養": "有", "税扶養開始日": date(2024, 4, 1), "扶養開始理由": "婚姻", "確認書類": "済"},
    {"社員No": "0027", "続柄": "子", "氏名": "渡辺　陽太", "フリガナ": "ﾜﾀﾅﾍﾞ ﾖｳﾀ", "性別": "男", "生年月日": date(2016, 5, 5), "同居": "同居",
     "郵便番号": "600-8001", "住所": "京都府京都市下京区1-1",
     "社保扶養": "有", "扶養開始日": date(2016, 5, 5), "税扶養": "無", "扶養開始理由": "出生"},
    {"社員No": "0027", "続柄": "父母", "氏名": "鈴木　和子", "フリガナ": "ｽｽﾞｷ ｶｽﾞｺ", "性別": "女", "生年月日": date(1955, 3, 3), "同居": "別居",
     "郵便番号": "630-8001", "住所": "奈良県奈良市法華寺町5-5",
     "社保扶養": "有", "扶養開始日": date(2020, 4, 1), "税扶養": "有", "税扶養開始日": date(2020, 4, 1)},
]
PAYROLL_HEADERS = ["社員番号", "氏名", "賃金形態", "月額通貨", "月額現物", "入社日", "退職日", "4月", "5月", "6月"]


def sheet(book, title, headers, rows):
    page = book.create_sheet(title)
    page.append(headers)
    for cell in page[1]:
        cell.font, cell.fill, cell.border = Font(bold=True), HEAD, BOX
        cell.alignment = Alignment(horizontal="center")
    for row in rows:
        page.append([row.get(header) for header in headers])
    for line in page.iter_rows(min_row=2):
        for cell, header in zip(line, headers):
            cell.border = BOX
            if header.endswith(("日", "年月日")):
                cell.number_format = "yyyy/mm/dd"
            elif header in ("社員No", "社員番号", "郵便番号"):
                cell.number_format = "@"
            elif header in ("報酬月額通貨", "月額通貨", "月額現物", "年間収入", "4月", "5月", "6月"):
                cell.number_format = "#,##0"
    for index, header in enumerate(headers, 1):
        wide = header in ("住所", "住所フリガナ", "退職後住所")
        page.column_dimensions[get_column_letter(index)].width = 34 if wide else 13
    page.freeze_panes = "C2"
    page.auto_filter.ref = page.dimensions
    return page


book = Workbook()
book.remove(book.active)
people = sheet(book, "個人情報", PEOPLE_HEADERS, PEOPLE)
birth, age, left = (get_column_letter(PEOPLE_HEADERS.index(header) + 1) for header in ("生年月日", "年齢", "退職日"))
for number in range(2, people.max_row + 1):
    people[f"{age}{number}"] = f'=DATEDIF({birth}{number},TODAY(),"Y")'
people.conditional_formatting.add(
    f"A2:{get_column_letter(len(PEOPLE_HEADERS))}{people.max_row}",
    FormulaRule(formula=[f'${left}2<>""'], fill=PatternFill("solid", bgColor="D9D9D9"), font=Font(color="7F7F7F")))
choice = DataValidation(type="list", formula1='"男,女"', allow_blank=True)
people.add_data_validation(choice)
gender = get_column_letter(PEOPLE_HEADERS.index("性別") + 1)
choice.add(f"{gender}2:{gender}{people.max_row}")

sheet(book, "給与データ", PAYROLL_HEADERS, [
    {"社員番号": p["社員No"], "氏名": p["氏名"], "賃金形態": "時給" if p["社員No"] == "0031" else "月給",
     "月額通貨": p.get("報酬月額通貨"), "入社日": p["入社日"], "退職日": p.get("退職日")} for p in PEOPLE])
sheet(book, "扶養親族", DEPENDENT_HEADERS, DEPENDENTS)
notes = book.create_sheet("事務所メモ")
notes["A1"] = "みなと商事株式会社　担当: 社労士事務所（デモ）"
notes["A2"] = "このシートは事務所のものです。連絡の反映では変わりません。"
book.calculation.fullCalcOnLoad = True
book.properties.creator = "CellsContact demo"
book.save(Path(__file__).with_name("office.xlsx"))
