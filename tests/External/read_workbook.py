"""Prints what openpyxl reads from a workbook, as JSON: for each sheet its rows below the headers, each cell with its kind."""
import datetime
import json
import sys

import openpyxl

KINDS = {bool: "bool", int: "number", float: "number", str: "text"}


def cell(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"kind": "date", "text": value.strftime("%Y-%m-%d")}
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return {"kind": KINDS.get(type(value), type(value).__name__), "text": str(value)}


def rows(sheet):
    headers = None
    for row in sheet.iter_rows(values_only=True):
        if headers is None:
            headers = row
        elif any(value is not None for value in row):
            yield {str(header): cell(value) for header, value in zip(headers, row) if header is not None and value is not None}


book = openpyxl.load_workbook(sys.argv[1], keep_vba=sys.argv[1].endswith(".xlsm"), data_only=True)
json.dump({sheet.title: list(rows(sheet)) for sheet in book.worksheets}, sys.stdout, ensure_ascii=False)
