"""Checks the CSVW metadata of a handout: python .ci/judge_csvw.py HANDOUT CSV_DIR

Needs csvw 4.1 (PyPI). CSV_DIR has `<block>.csv` for each block, from `csv_rows.write`.

`csvwvalidate` accepts the metadata with the rows of all blocks. A row with one invalid value is refused, for each column that can
refuse one; so is a row with the key of another one. The program takes every text for a year or a month, so these are not tried.
The labels and the codes, in all languages and with their periods, must be those of `tables/*.csv`.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections import Counter

from csvw import TableGroup

import handout_tables as tables

handout, rows_folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
report = tables.Report("csvw")
work = pathlib.Path(tempfile.mkdtemp())
metadata = json.loads((handout / "csv-metadata.json").read_text(encoding="utf-8"))
properties = ["missing", "documented_from", "supplied_by", "class_lower", "class_upper", "class_closed", "class_unit",
              "class_currency"]


def invalid_values(column):
    """Returns values that the column must refuse."""
    datatype = column["datatype"]
    values = {"date": ["2013-02-30"], "integer": ["1.5"], "decimal": ["x"],
              "boolean": ["maybe"], "json": ["{"]}.get(datatype["base"], [])
    values += [str(datatype["minimum"] - 1), str(datatype["maximum"] + 1)] if "minimum" in datatype else []
    values += ["~"] if "format" in datatype else []
    return values + ([""] if column["required"] and "null" not in column else [])


def is_accepted(table, header, rows):
    """Returns true if the program reads the rows, and finds no key twice."""
    tables.write_rows(work / "mutated.csv", header, rows)
    group = {**metadata, "tables": [{**table, "url": "mutated.csv"}], "dc:hasPart": []}
    (work / "mutated.json").write_text(json.dumps(group), encoding="utf-8")
    read = TableGroup.from_file(work / "mutated.json").tables[0]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            list(read.iterdicts(strict=True))
            return read.check_primary_key()
    except ValueError:
        return False


def rows_of(table):
    return tables.rows_with_keys(rows_folder / table["url"], table["tableSchema"].get("primaryKey"))


def check_mutations(table):
    header, rows = rows_of(table)
    report.equal(table["url"], "blocks with valid rows", is_accepted(table, header, rows), True)
    for at, column in enumerate(table["tableSchema"]["columns"]):
        for value in invalid_values(column):
            row = list(rows[0])
            row[at] = value
            place = f"{table['url']} {column['name']} {value!r}"
            report.equal(place, "invalid values", is_accepted(table, header, [row]), False)
    if table["tableSchema"].get("primaryKey"):
        report.equal(table["url"], "duplicate keys", is_accepted(table, header, [rows[0], rows[0]]), False)


def by_language(values):
    return {value["@language"]: value["@value"] for value in values}


def found_meanings(scheme):
    found = Counter()
    for concept in scheme.get("skos:hasTopConcept", []):
        pairs = [(it["schema:name"], it["schema:value"]) for it in concept.get("schema:additionalProperty", [])]
        facts = dict(pairs)
        aliases = [value for name, value in pairs if name == "alias" and value]
        short, remark = by_language(concept.get("skos:altLabel", [])), by_language(concept.get("skos:note", []))
        days = (concept.get("schema:validFrom", ""), concept.get("schema:validThrough", ""), concept.get("dc:source", ""))
        for language, label in by_language(concept["skos:prefLabel"]).items():
            row = (*days, "; ".join(aliases), short.get(language, ""), remark.get(language, ""))
            found[(concept.get("skos:notation"), language, label, *row, *(facts.get(name, "") for name in properties))] += 1
    return found


def compare():
    rows = {(row["block"], row["variable"]): row for row in tables.table(handout, "variables")}
    columns = {(it["url"][:-4], column["name"]): column for it in metadata["tables"] for column in it["tableSchema"]["columns"]}
    report.equal("metadata", "lists of columns", list(columns), list(rows))
    for name, column in columns.items():
        for kind, key in [("label", "dc:title"), ("definition", "dc:description")]:
            for language, text in tables.texts(rows[name], kind).items():
                report.equal(name, f"{kind}s", by_language(column[key]).get(language), text)
        scheme = column.get("skos:inScheme", {}).get("@id", "#")[1:]
        report.equal(name, "code lists of columns", scheme, rows[name]["code_list"])
    order = ["valid_from", "valid_to", "source", "aliases", "short_label", "remark", *properties]
    expected = tables.meanings(handout, order)
    for scheme in metadata["dc:hasPart"]:
        name = scheme["dc:identifier"]
        report.equal(name, "code lists", found_meanings(scheme), expected[name])


shutil.copy(handout / "csv-metadata.json", work)
for item in metadata["tables"]:
    tables.write_rows(work / item["url"], *rows_of(item))
command = pathlib.Path(sys.executable).with_name("csvwvalidate")
run = subprocess.run([command, "csv-metadata.json"], cwd=work, capture_output=True, text=True)
report.equal("csvwvalidate", "validations", (run.returncode, run.stdout[-300:] + run.stderr[-300:] if run.returncode else ""), (0, ""))
for item in metadata["tables"]:
    check_mutations(item)
compare()
shutil.rmtree(work)
sys.exit(report.end())
