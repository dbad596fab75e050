"""Writes the rows of every block as CSV, from the JSON files of the example `arrow_files`, and reads them back as texts."""

import csv
import json
import pathlib


def text(value):
    """Returns a value as a CSV field has it. A list is one field with its JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value)
    return str(value)


def rows(json_folder, block):
    """Returns the rows of a block, each as a dictionary of values."""
    return json.loads((pathlib.Path(json_folder) / f"{block}.json").read_text())


def write(json_folder, csv_folder, blocks):
    """Writes `<block>.csv` for each block."""
    for block in blocks:
        found = rows(json_folder, block)
        with open(pathlib.Path(csv_folder) / f"{block}.csv", "w", newline="", encoding="utf-8") as out:
            writer = csv.DictWriter(out, found[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: text(value) for name, value in row.items()} for row in found)
