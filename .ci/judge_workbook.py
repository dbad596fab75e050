"""Checks the workbook of a handout: python .ci/judge_workbook.py HANDOUT CSV_DIR

Needs openpyxl 3.1 (PyPI). CSV_DIR is not read: the workbook does not depend on the rows.

Each sheet must have the cells of `tables/<sheet>.csv`, all of them texts and no formula, a frozen header and a filter; each link must lead
to a sheet and a row that exist.
"""

import csv
import pathlib
import sys

import openpyxl



def shown(text):
    """Returns a text as a cell has it: a control or bidirectional character is shown by its number."""
    hidden = lambda c: ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u200b\u200e\u200f\u061c\ufeff\u2028\u2029\u2060" or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069"
    return "".join(f"⟨U+{ord(c):04X}⟩" if hidden(c) else c for c in text)


handout = pathlib.Path(sys.argv[1])
workbook = openpyxl.load_workbook(handout / "codebook.xlsx")
failures = []
cells = links = 0

tables = sorted(path.stem for path in (handout / "tables").glob("*.csv"))
if sorted(workbook.sheetnames[1:]) != tables:
    failures.append(f"sheets {workbook.sheetnames[1:]} instead of {tables}")
for name in tables:
    sheet = workbook[name]
    with open(handout / "tables" / f"{name}.csv", newline="", encoding="utf-8") as file:
        expected = [[shown(text) for text in row] for row in csv.reader(file)]
    if sheet.freeze_panes != "A2" or sheet.auto_filter.ref is None:
        failures.append(f"{name}: no frozen header, or no filter")
    found = [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]
    if found != expected:
        wrong = [(row, column) for row, line in enumerate(expected) for column, text in enumerate(line) if found[row][column] != text]
        failures.append(f"{name}: {len(wrong)} cells differ, the first in row and column {wrong[:1]}")
    for row in sheet.iter_rows():
        for cell in row:
            cells += 1
            if cell.data_type not in ("s", "n", "inlineStr") or (cell.data_type == "n" and cell.value is not None):
                failures.append(f"{name} {cell.coordinate}: type {cell.data_type}")
            if cell.hyperlink is not None:
                links += 1
                sheet_of, _, place = (cell.hyperlink.location or "").rpartition("!")
                target = sheet_of.strip("'")
                if target not in workbook.sheetnames or workbook[target][place].value is None:
                    failures.append(f"{name} {cell.coordinate}: no place {cell.hyperlink.location}")

for failure in failures[:20]:
    print(failure)
print(f"workbook: {len(tables)} sheets, {cells} cells, {links} links, {len(failures)} failures")
sys.exit(bool(failures))
