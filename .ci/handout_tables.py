"""Reads the tables of a handout, with which the judges of other formats compare what comes back."""

import csv
import pathlib
from collections import Counter, defaultdict

# A label may be long.
csv.field_size_limit(10**7)


def table(handout, name):
    """Returns the rows of a table, each as a dictionary of texts."""
    with open(pathlib.Path(handout) / "tables" / f"{name}.csv", newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def texts(row, name):
    """Returns the texts of a label in each edition: the columns `label_nl`, `label_en`."""
    start = f"{name}_"
    return {key[len(start):]: text for key, text in row.items() if key.startswith(start) and len(key) - len(start) == 2 and text}


def code_of(row):
    """Returns the code of a row of `codes`; None if it is not published."""
    return row["code"] if row["code_is_published"] == "true" else None


def meanings(handout, columns):
    """Returns for each list how often each tuple of code, language, label and these columns occurs."""
    found = defaultdict(Counter)
    for row in table(handout, "codes"):
        found[row["code_list"]][(code_of(row), row["language"], row["label"], *(row[name] for name in columns))] += 1
    return found


def lists_with_codes(handout):
    """Returns the list of each column that has one, under block and column."""
    return {(row["block"], row["variable"]): row["code_list"] for row in table(handout, "variables") if row["code_list"]}


def rows_with_keys(path, key):
    """Returns the header and the rows of a CSV file. Generated rows may repeat a key: only the first of them is returned."""
    with open(path, newline="", encoding="utf-8") as lines:
        header, *rows = csv.reader(lines)
    if not key:
        return header, rows
    places = [header.index(name) for name in key]
    return header, list({tuple(row[at] for at in places): row for row in reversed(rows)}.values())


def write_rows(path, header, rows):
    """Writes a CSV file."""
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


class Report:
    """The failures of a judge: each is printed when it is found."""

    def __init__(self, judge):
        self.judge, self.failures, self.compared = judge, 0, Counter()

    def fail(self, place, text):
        self.failures += 1
        print(f"{self.judge}: {place}: {text}"[:600])

    def equal(self, place, kind, found, expected):
        self.compared[kind] += 1
        if found != expected:
            self.fail(place, f"{kind}: {difference(found, expected)}")

    def end(self):
        """Prints the summary, and returns the exit code."""
        counts = ", ".join(f"{number} {kind}" for kind, number in sorted(self.compared.items()))
        print(f"{self.judge}: {self.failures} failures; compared {counts}")
        return 1 if self.failures or not self.compared else 0


def difference(found, expected):
    """Says how two values differ, in few words."""
    if isinstance(found, Counter) and isinstance(expected, Counter):
        return f"not expected {list((found - expected).items())[:3]}, missing {list((expected - found).items())[:3]}"
    return f"found {found!r}, expected {expected!r}"
