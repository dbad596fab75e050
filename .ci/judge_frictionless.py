"""Checks the Frictionless Data Package of a handout: python .ci/judge_frictionless.py HANDOUT CSV_DIR

Needs frictionless 5.21 (PyPI). CSV_DIR has `<block>.csv` for each block, from `csv_rows.write`.

The package is valid, and so are all rows of all blocks. A row with one invalid value is refused because of that field, for each
field that can refuse one; so is a row with the key of another one. The labels and the codes, in all languages and with their
periods, must be those of `tables/*.csv`.
"""

import json
import pathlib
import shutil
import sys
import tempfile
from collections import Counter

from frictionless import Package, Resource, system

import handout_tables as tables

PERIODS = ["valid_from", "valid_to", "documented_from", "source", "missing"]

handout, rows_folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
report = tables.Report("frictionless")
work = pathlib.Path(tempfile.mkdtemp())
descriptor = json.loads((handout / "datapackage.json").read_text(encoding="utf-8"))
system.trusted = True


def errors_of(resource):
    checked = Resource.from_descriptor(resource, basepath=str(work)).validate(limit_errors=20)
    return [error for task in checked.tasks for error in task.errors] + list(checked.errors)


def invalid_values(field):
    """Returns values that the field must refuse."""
    constraints = field.get("constraints", {})
    values = {"date": ["2013-02-30"], "yearmonth": ["2013-13"], "year": ["MMXIII"], "integer": ["1.5", "x"], "number": ["x"],
              "boolean": ["maybe"], "array": ["{"]}.get(field["type"], [])
    values += [str(constraints["minimum"] - 1)] if "minimum" in constraints else []
    values += [str(constraints["maximum"] + 1)] if "maximum" in constraints else []
    # Not a code, nor a text of a form: none has a tilde.
    values += ["~"] if "enum" in constraints or "pattern" in constraints else []
    return values + ([""] if constraints.get("required") and "missingValues" not in field else [])


def rows_of(resource):
    return tables.rows_with_keys(rows_folder / resource["path"], resource["schema"].get("primaryKey"))


def check_mutations(resource):
    header, rows = rows_of(resource)
    changed = {**resource, "path": "mutated.csv"}
    for field in resource["schema"]["fields"]:
        at = header.index(field["name"])
        for value in invalid_values(field):
            row = list(rows[0])
            row[at] = value
            tables.write_rows(work / "mutated.csv", header, [row])
            fields = {getattr(error, "field_name", None) for error in errors_of(changed)}
            refused = field["name"] in fields or (value == "" and fields)
            report.equal(f"{resource['name']}.{field['name']} {value!r}", "invalid values", bool(refused), True)
    if resource["schema"].get("primaryKey"):
        tables.write_rows(work / "mutated.csv", header, [rows[0], rows[0]])
        kinds = {error.type for error in errors_of(changed)}
        report.equal(resource["name"], "duplicate keys", kinds, {"primary-key"})


def is_closed(row):
    """Returns true if a list refuses other codes."""
    return row["supplied_complete"] == "true" or (row["kind"] == "closed" and row["status"] not in ("reference", "related"))


def compare():
    rows = {(row["block"], row["variable"]): row for row in tables.table(handout, "variables")}
    fields = {(it["name"], field["name"]): field for it in descriptor["resources"] for field in it["schema"]["fields"]}
    report.equal("package", "lists of fields", list(fields), list(rows))
    closed = {row["code_list"] for row in tables.table(handout, "code_lists") if is_closed(row)}
    codes = tables.meanings(handout, PERIODS)
    for name, field in fields.items():
        for kind in ["label", "definition"]:
            for language, text in tables.texts(rows[name], kind).items():
                report.equal(name, f"{kind}s", field[f"{kind}s"].get(language), text)
        if rows[name]["kind"] in ("code", "amount_class") and rows[name]["is_list"] == "false" and rows[name]["code_list"] in closed:
            known = {row[0] for row in codes[rows[name]["code_list"]]} - {None}
            report.equal(name, "closed lists", known <= set(field["constraints"]["enum"]), True)
    for item in descriptor["codeLists"]:
        found = Counter()
        for entry in item["codes"]:
            for meaning in entry["meanings"]:
                period = meaning.get("period", {})
                facts = (meaning.get(name, "") for name in PERIODS[2:])
                facts = (period.get("from", ""), period.get("to", ""), *facts)
                found.update((entry["code"], language, label, *facts) for language, label in meaning["label"].items())
        report.equal(item["id"], "code lists", found, codes[item["id"]])
    used = {row["code_list"] for row in rows.values() if row["code_list"]}
    report.equal("package", "sets of lists", {item["id"] for item in descriptor["codeLists"]}, used)


shutil.copy(handout / "datapackage.json", work)
for item in descriptor["resources"]:
    tables.write_rows(work / item["path"], *rows_of(item))
validated = Package(str(work / "datapackage.json")).validate()
for error in validated.errors:
    report.fail("package", error.message)
for task in validated.tasks:
    report.equal(task.name, "blocks with valid rows", [error.message for error in task.errors[:2]], [])
for item in descriptor["resources"]:
    check_mutations(item)
compare()
shutil.rmtree(work)
sys.exit(report.end())
