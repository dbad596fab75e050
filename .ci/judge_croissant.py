"""Checks the Croissant description of a handout: python .ci/judge_croissant.py HANDOUT CSV_DIR

Needs mlcroissant 1.1 with pandas 3 (PyPI). CSV_DIR has `<block>.csv` for each block, from `csv_rows.write`.

The program accepts the description without an error, and reads the rows of all blocks: their values must be those of the CSV file.
It lets pandas guess the types of a CSV file, so that a text `01` becomes 1 and a text `NA` a missing value although the description
says that they are texts: the summary counts these values. The names and definitions, and the codes with their labels in all
languages and their periods, must be those of `tables/*.csv`. The program recommends a licence, a citation and a day of publication,
which a decision does not have: these warnings are expected.
"""

import csv
import decimal
import json
import logging
import pathlib
import shutil
import sys
import tempfile
from collections import Counter

import mlcroissant

import handout_tables as tables

FACTS = ["valid_from", "valid_to", "documented_from", "source", "missing", "aliases", "supplied_by",
         "class_lower", "class_upper", "class_closed", "class_unit", "class_currency"]
# The texts of the tests that pandas takes for a missing value.
MISSING_FOR_PANDAS = ["NA", "NaN", "nan", "null", "NULL", "None", "n/a", "N/A", "#N/A"]
EXPECTED_WARNINGS = ["citeAs", "datePublished", "license"]

handout, rows_folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
report = tables.Report("croissant")
work = pathlib.Path(tempfile.mkdtemp())
description = json.loads((handout / "croissant.json").read_text(encoding="utf-8"))
logging.disable(logging.WARNING)


def plain(value):
    """Converts a value that the program returned to the text of a CSV field."""
    if isinstance(value, bytes):
        return value.decode()
    if value is None or value != value:
        return ""
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return str(bool(value)).lower()
    return str(value)


def same(found, expected):
    """Returns true if two texts are equal, or the same number."""
    if found == expected:
        return True
    try:
        return decimal.Decimal(found) == decimal.Decimal(expected)
    except decimal.InvalidOperation:
        return False


def compare_rows(dataset, block):
    with open(work / f"{block}.csv", newline="", encoding="utf-8") as lines:
        expected = list(csv.DictReader(lines))
    types = {field["@id"]: field["dataType"] for field in record_set(block)["field"]}
    found = [{name.split("/")[1]: plain(value) for name, value in row.items()} for row in dataset.records(block)]
    report.equal(block, "numbers of rows", len(found), len(expected))
    for row, other in zip(found, expected):
        for name, value in other.items():
            report.compared["values"] += 1
            if row[name] == value:
                continue
            # The program lets pandas guess the types of a CSV file, whatever the description says.
            if types[f"{block}/{name}"] == "sc:Text" and (same(row[name], value) or value in MISSING_FOR_PANDAS):
                report.compared["texts that the program changed"] += 1
            elif not same(row[name], value):
                report.fail(f"{block}.{name}", f"found {row[name]!r}, expected {value!r}")
                return


def compare_codes(dataset, expected):
    for item in description["recordSet"]:
        if not item["@id"].startswith("codes/"):
            continue
        name, found = item["@id"].split("/")[1], Counter()
        for record in dataset.records(item["@id"]):
            cells = {key.split("/")[2]: plain(value) for key, value in record.items() if value is not None and value == value}
            facts = tuple(cells.get(fact) or "" for fact in FACTS)
            for key, label in cells.items():
                if key.startswith("label_"):
                    found[(cells.get("code"), key.removeprefix("label_"), label, *facts)] += 1
        report.equal(name, "code lists", found, expected[name])
    written = {item["@id"].split("/")[1] for item in description["recordSet"] if "/" in item["@id"]}
    report.equal("description", "sets of lists", written, set(expected))


def record_set(name):
    return next(item for item in description["recordSet"] if item["@id"] == name)


def compare_labels():
    rows = {f"{row['block']}/{row['variable']}": row for row in tables.table(handout, "variables")}
    sets = [item for item in description["recordSet"] if "/" not in item["@id"]]
    fields = {field["@id"]: field for item in sets for field in item["field"]}
    report.equal("description", "lists of fields", list(fields), list(rows))
    for name, field in fields.items():
        for kind, key in [("label", "name"), ("definition", "description")]:
            for language, text in tables.texts(rows[name], kind).items():
                report.equal(name, f"{kind}s", field[key].get(language), text)
    for row in tables.table(handout, "blocks"):
        keys = [key["@id"].split("/")[1] for key in record_set(row["block"]).get("key", [])]
        report.equal(row["block"], "keys", "; ".join(keys), row["key"])


shutil.copy(handout / "croissant.json", work)
blocks = [row["block"] for row in tables.table(handout, "blocks")]
for name in blocks:
    shutil.copy(rows_folder / f"{name}.csv", work)
loaded = mlcroissant.Dataset(jsonld=work / "croissant.json")
issues = loaded.metadata.ctx.issues
report.equal("description", "validations", sorted(issues.errors), [])
for warning in issues.warnings:
    if not any(f"{name}\" is recommended" in warning for name in EXPECTED_WARNINGS):
        report.fail("description", warning[-200:])
for name in blocks:
    compare_rows(loaded, name)
compare_codes(loaded, tables.meanings(handout, FACTS))
compare_labels()
shutil.rmtree(work)
sys.exit(report.end())
