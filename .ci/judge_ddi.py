"""Checks the DDI-Codebook files of a handout: python .ci/judge_ddi.py HANDOUT CSV_DIR [XSD_DIR]

Needs xmllint (Debian libxml2-utils 2.9) and xmlschema 4.3 (PyPI), which finds references to an id that does not exist.
XSD_DIR has the official schemas of the DDI Alliance as `2.5/codebook.xsd` and `2.6/codebook.xsd`; without it, nothing is validated
against them, and a line reports it. CSV_DIR is not read: the
description does not depend on the rows.

Both programs validate both files. Then the names, labels and definitions of all variables, the codes with their labels in all
languages and their periods, the keys and the providers must be those of `tables/*.csv`.
"""

import pathlib
import subprocess
import sys
from collections import Counter
from xml.etree import ElementTree

import xmlschema

import handout_tables as tables

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DETAILS = ["documented_from", "source", "supplied_by", "class_lower", "class_upper", "class_closed", "class_unit", "class_currency"]

handout = pathlib.Path(sys.argv[1])
schemas = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
report = tables.Report("ddi")


class Codebook:
    """A parsed file."""

    def __init__(self, path):
        self.root = ElementTree.parse(path).getroot()
        self.space = self.root.tag.split("}")[0] + "}"
        self.ids = {element.get("ID"): element for element in self.root.iter() if element.get("ID")}

    def all(self, element, path):
        return element.findall("/".join(self.space + name for name in path.split("/")))

    def texts(self, element, name):
        """Returns the texts of the elements without a level, by language."""
        return {it.get(LANGUAGE): it.text or "" for it in self.all(element, name) if not it.get("level")}

    def period(self, element):
        """Returns the first and the last day to which an element refers."""
        days = {"start": "", "end": ""}
        for reference in (element.get("sdatrefs") or "").split():
            day = self.ids.get(reference)
            if day is None or day.tag != self.space + "timePrd":
                return reference, "not a day of the study"
            days[day.get("event")] = day.get("date")
        return days["start"], days["end"]

    def meanings(self, variable):
        """Returns how often each meaning of a code occurs: one for each language."""
        found = Counter()
        for category in self.all(variable, "catgry"):
            values = self.all(category, "catValu")
            code = (values[0].text or "") if values else None
            levels = {it.get("level"): it.text or "" for it in self.all(category, "txt") if it.get("level") != "remark"}
            remarks = {it.get(LANGUAGE): it.text or "" for it in self.all(category, "txt") if it.get("level") == "remark"}
            short = {it.get(LANGUAGE): it.text or "" for it in self.all(category, "labl") if it.get("level") == "short"}
            aliases = "; ".join(it.text for it in self.all(category, "txt") if it.get("level") == "alias" and it.text)
            missing = category.get("missType", "") if category.get("missing") == "Y" else ""
            for language, label in self.texts(category, "labl").items():
                row = (*self.period(category), missing, short.get(language, ""), remarks.get(language, ""), aliases)
                found[(code, language, label, *row, *(levels.get(name, "") for name in DETAILS))] += 1
        return found


def validate(path, schema):
    run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, path], capture_output=True, text=True)
    errors = [line for line in run.stderr.splitlines() if "error" in line]
    report.equal(path.name, "validations by xmllint", (run.returncode, errors[:1]), (0, []))
    errors = [str(error.reason) for error in xmlschema.XMLSchema(schema).iter_errors(path)]
    report.equal(path.name, "validations by xmlschema", errors[:3], [])


def compare(path):
    book = Codebook(path)
    variables = {(it.get("ID").split(".")[1], it.get("name")): it for it in book.all(book.root, "dataDscr/var")}
    rows = {(row["block"], row["variable"]): row for row in tables.table(handout, "variables")}
    report.equal(path.name, "lists of variables", list(variables), list(rows))
    order = ["valid_from", "valid_to", "missing", "short_label", "remark", "aliases", *DETAILS]
    lists, expected = tables.lists_with_codes(handout), tables.meanings(handout, order)
    for name, variable in variables.items():
        row, place = rows[name], f"{path.name} {'.'.join(name)}"
        for column, element in [("label", "labl"), ("definition", "txt"), ("universe", "universe")]:
            found = book.texts(variable, element)
            for language, text in tables.texts(row, column).items():
                report.equal(place, f"{column}s", found.get(language), text)
        report.equal(place, "periods of variables", book.period(variable), (row["valid_from"], row["valid_to"]))
        phrases = [it.text for it in book.all(variable, "concept")]
        report.equal(place, "phrases", phrases, [row["phrase"]] if row["phrase"] else [])
        report.equal(place, "code lists of variables", book.meanings(variable), expected[lists[name]] if name in lists else Counter())
    compare_blocks(book, path)


def compare_blocks(book, path):
    files = {it.get("ID"): it for it in book.all(book.root, "fileDscr")}
    rows = tables.table(handout, "blocks")
    report.equal(path.name, "lists of files", list(files), [f"file.{row['block']}" for row in rows])
    for row in rows:
        groups = book.all(files[f"file.{row['block']}"], "fileTxt/fileStrc/recGrp")
        keys = [book.ids[it].get("name") for group in groups for it in group.get("keyvar").split()]
        report.equal(row["block"], "keys", "; ".join(keys), row["key"])
        group = book.ids[f"group.{row['block']}"]
        for language, text in tables.texts(row, "universe").items():
            report.equal(row["block"], "universes of blocks", book.texts(group, "universe").get(language), text)
    providers = {it.text for it in book.all(book.root, "stdyDscr/citation/distStmt/distrbtr")}
    report.equal(path.name, "providers", providers, {row["provider"] for row in rows if row["provider"]})


for version in ["2.5", "2.6"]:
    file = handout / "ddi" / f"codebook-{version}.xml"
    if schemas:
        validate(file, schemas / version / "codebook.xsd")
    compare(file)
if not schemas:
    print("ddi: not validated by the official schemas: name their folder")
sys.exit(report.end())
