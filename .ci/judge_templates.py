"""Completes the workbook of code lists as a person does, and reads it back: python .ci/judge_templates.py HANDOUT CSV_DIR

Needs openpyxl 3.1 (PyPI), and the program `beraad` (BERAAD, otherwise target/release/beraad). HANDOUT and CSV_DIR are not read.

Every cell of the template must be a text, and closed vocabularies must have drop-downs. Each sheet then gets codes that are texts,
numbers and merged cells, and days that are real dates; the program must find the same codes, periods and labels.
"""

import csv
import datetime
import json
import os
import pathlib
import subprocess
import tempfile

import openpyxl

program = os.environ.get("BERAAD", "target/release/beraad")
folder = pathlib.Path(tempfile.mkdtemp())
failures = []


def beraad(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)


written = beraad("codelists", "template", "--out", folder / "templates")
assert written.returncode == 0, written.stderr
workbook = openpyxl.load_workbook(folder / "templates" / "codelists.xlsx")
completed = {}
for sheet in workbook.worksheets[1:]:
    rows = list(sheet.iter_rows())
    header = next(row for row in rows if row[0].value == "code")
    columns = {cell.value: cell.column for cell in header}
    for row in rows:
        for cell in row:
            if cell.value is not None and cell.data_type not in ("s", "inlineStr"):
                failures.append(f"{sheet.title} {cell.coordinate}: type {cell.data_type}")
    lists = {str(area): check.formula1 for check in sheet.data_validations.dataValidation for area in check.sqref.ranges}
    if not any('"yes,no"' == words for words in lists.values()) or not any("not_applicable" in words for words in lists.values()):
        failures.append(f"{sheet.title}: a drop-down is not there")
    # A form of codes that the list requires, and bounds of classes, are in tests of the reader.
    explained = " ".join(str(row[0].value) for row in rows[: header[0].row - 1])
    if "Each code of this list has" in explained or "lower" in columns:
        continue
    first = header[0].row + 1
    known = [row for row in rows[header[0].row :] if any(cell.value is not None for cell in row)]
    for row in known:
        # A published label gets its code, as a text with a zero.
        sheet.cell(row[0].row, columns["code"], f"0{row[0].row - first}X")
    below = first + len(known)
    label = "en" if "en" in columns else "nl"
    sheet.cell(below, columns["code"], 777)
    sheet.cell(below, columns[label], "a number")
    merged = f"A{below + 1}:A{below + 2}"
    sheet.cell(below + 1, columns["code"], "888")
    for offset, (start, end) in enumerate([("2005-01-01", "2009-12-31"), ("2010-01-01", "2012-12-31")]):
        row = below + 1 + offset
        sheet.cell(row, columns[label], f"a merged code {offset}")
        for name, day in (("valid_from", start), ("valid_to", end)):
            cell = sheet.cell(row, columns[name], datetime.date.fromisoformat(day))
            cell.number_format = "dd/mm/yyyy"
    sheet.merge_cells(merged)
    completed[sheet.title] = len(known) + 2

delivery = folder / "delivery"
delivery.mkdir()
workbook.save(delivery / "codelists.xlsx")
listed = beraad("codelists", "--codelists", delivery, "--format", "json")
if listed.returncode != 0:
    failures.append(listed.stderr[:2000])
else:
    lists = {line["id"]: line for line in json.loads(listed.stdout)}
    for name, codes in completed.items():
        line = lists.get(name) or next(line for id, line in lists.items() if id.startswith(name.split("~")[0]))
        if line["state"] != "supplied" or line["labels_without_code"] or line["codes"] < codes:
            failures.append(f"{name}: {line['state']}, {line['codes']} codes of {codes}, {line['labels_without_code']} labels without a code")
    generated = beraad("generate", "--format", "tables_csv", "--codelists", delivery, "--out", folder / "tables")
    assert generated.returncode == 0, generated.stderr
    found = {}
    with open(folder / "tables" / "tables" / "codes.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["code_list"], set()).add((row["code"], row["valid_from"], row["valid_to"]))
    expected = {("777", "", ""), ("888", "2005-01-01", "2009-12-31"), ("888", "2010-01-01", "2012-12-31")}
    for name in completed:
        id = name if name in found else next(id for id in found if id.startswith(name.split("~")[0]))
        if not expected <= found[id]:
            failures.append(f"{id}: {sorted(expected - found[id])} are not in codes.csv")

for failure in failures[:20]:
    print(failure)
print(f"templates: {len(workbook.worksheets) - 1} sheets, {len(completed)} completed, {sum(completed.values())} codes, {len(failures)} failures")
raise SystemExit(bool(failures))
