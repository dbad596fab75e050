"""Runs the SPSS scripts of a handout in PSPP, and compares the files that they write with the tables of the handout and the CSV.

    python .ci/judge_spss.py HANDOUT CSV_DIR

CSV_DIR has `<block>.csv` for each block, as `.ci/csv_rows.py` writes it. Needs PSPP 1.6 (Debian: pspp), and pyreadstat 1.3.7
and pandas 3.1 (PyPI).

Every script of every block and edition must end well, without a warning. Its file must have each value, label, missing code and level
of measurement, and the number of checks that each row violates. The scripts of one edition also get files with an error: with a value
that cannot be converted, with two names exchanged, and those of `invalid_files.py`; they must stop with a message that shows no value,
and leave no file. A value that is missing must be counted. With the program in the variable BERAAD, a script for one variable must read
the file of the whole block.
"""

import concurrent.futures
import csv
import datetime
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import code_periods
import invalid_files
import pyreadstat

VARIABLE_LABEL_MAX, VALUE_LABEL_MAX = 256, 120
FIRST_DAY = datetime.date(1582, 10, 14)
LEVELS = {"nominal": "nominal", "identifier": "nominal", "ordinal": "ordinal", "metric": "scale"}
FORMATS = {"day": "SDATE10", "year_month": "MOYR8", "year_quarter": "QYR8"}


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def visible(text):
    """Returns a text with each run of white space as a space; the other signs that are made visible are left to `agrees`."""
    return re.sub(r"[ \n\t\r]+", " ", text)


def same(found, expected):
    """Compares texts; a control or bidirectional character must be shown by its number."""
    shown = "".join(f"⟨U+{ord(c):04X}⟩" if is_invisible(c) else c for c in visible(expected))
    return found == shown


def is_invisible(char):
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u200b\u200e\u200f\u061c\ufeff\u2028\u2029\u2060" or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


def agrees(found, expected, most, ending=""):
    """Compares a label with the text that it has, may have with `ending`, or begins with where it was cut."""
    if len(found.encode()) > most:
        return False
    if same(found, expected) or (ending and same(found, expected + ending)):
        return True
    if ending and found.endswith(ending):
        found = found[: -len(ending)]
    shown = "".join(f"⟨U+{ord(c):04X}⟩" if is_invisible(c) else c for c in visible(expected))
    is_cut = found.endswith("…") and shown.startswith(found[:-1].rstrip())
    return is_cut and len(shown.encode()) > most - len(ending.encode())


class Handout:
    def __init__(self, folder):
        tables = pathlib.Path(folder) / "tables"
        self.scripts = pathlib.Path(folder) / "spss"
        self.blocks = read_csv(tables / "blocks.csv")
        self.variables = read_csv(tables / "variables.csv")
        self.codes = read_csv(tables / "codes.csv")
        self.lists = {row["code_list"]: row for row in read_csv(tables / "code_lists.csv")}
        model = json.loads((pathlib.Path(folder) / "model.json").read_text(encoding="utf-8"))
        self.window = model["deliberation"]["window"].get("period", {})
        self.editions = sorted(path.name for path in self.scripts.iterdir())
        self.year_ends = code_periods.year_ends(folder)

    def columns(self, block):
        return [row for row in self.variables if row["block"] == block]

    def is_missing(self, code_list, code):
        meanings = self.meanings(code_list, code)
        return bool(meanings) and all(row["missing"] for row in meanings)

    def meanings(self, code_list, code):
        rows = (row for row in self.codes if row["code_list"] == code_list)
        return [row for row in rows if row["code"] == code and row["code_is_published"] == "true"]

    def is_in_window(self, row):
        first, last = self.window.get("from") or "0", self.window.get("to") or "9999"
        return (row["valid_from"] or "0") <= last and (row["valid_to"] or "9999") >= first

    def labels(self, code_list, code, language, period):
        """Returns the labels of a code in a language, in a row or ever, for each meaning: of other languages where it has none."""
        by_meaning = {}
        known = self.meanings(code_list, code)
        for row in code_periods.holding(known, *period) if period else known:
            by_meaning.setdefault((row["valid_from"], row["valid_to"], row["source"], row["missing"]), []).append(row)
        labels = []
        for rows in by_meaning.values():
            own = [row["label"] for row in rows if row["language"] == language]
            labels.append(own or [row["label"] for row in rows])
        return labels


class Run:
    """A run of a script in a folder of its own, beside the rows."""

    def __init__(self, handout, language, block, rows, names=None, invalid=None, script=None):
        self.folder = tempfile.mkdtemp()
        path = f"{self.folder}/{block}.csv"
        if invalid:
            invalid_files.write(path, invalid)
        else:
            with open(path, "w", newline="", encoding="utf-8") as out:
                writer = csv.writer(out, lineterminator="\n")
                writer.writerow(names or list(rows[0]))
                writer.writerows(row.values() for row in rows)
        shutil.copy(script or handout.scripts / language / f"{block}.sps", self.folder)
        done = subprocess.run(
            ["pspp", f"{block}.sps"],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            timeout=300,
            check=False,
        )
        self.code, self.output = done.returncode, done.stdout.decode(errors="replace")
        self.path = pathlib.Path(self.folder) / f"{block}.sav"

    def data(self):
        return pyreadstat.read_sav(str(self.path), user_missing=True, disable_datetime_conversion=True)

    def files(self):
        return sorted(path.name for path in pathlib.Path(self.folder).iterdir())

    def remove(self):
        shutil.rmtree(self.folder)


def expected_value(column, text):
    """Returns the value in the file: a number or a text; None if there is none."""
    if column["is_list"] == "true" or column["code_list"] and column["kind"] in ("code", "amount_class"):
        return text
    if text == "":
        return None
    if column["kind"] == "flag":
        return {"true": 1.0, "1": 1.0, "false": 0.0, "0": 0.0}[text]
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    return (datetime.date.fromisoformat(code_periods.days(text)[0]) - FIRST_DAY).days * 86400.0


def is_none(value):
    return value is None or (isinstance(value, float) and math.isnan(value))


class Comparison:
    def __init__(self, handout, language, block, rows, run):
        self.handout, self.language, self.block, self.rows = handout, language, block, rows
        self.frame, self.meta = run.data()
        self.failures, self.unlabelled = [], [0] * len(rows)
        self.observation = next((row["observation_period"] for row in handout.blocks if row["block"] == block["block"]), "")

    def fail(self, text):
        self.failures.append(text)

    def compare(self):
        if len(self.frame) != len(self.rows):
            self.fail(f"{len(self.frame)} rows instead of {len(self.rows)}")
            return
        known = set()
        for column in self.handout.columns(self.block["block"]):
            known.add(column["variable"])
            self.values(column)
            self.label(column)
            if column["kind"] == "flag":
                self.flag(column)
            elif column["code_list"] and column["is_list"] == "false" and column["kind"] in ("code", "amount_class"):
                known.update(self.companions(column))
        others = set(self.frame.columns) - known - {"beraad_violations"}
        if others:
            self.fail(f"other variables {sorted(others)}")
        self.violations()

    def values(self, column):
        name = column["variable"]
        for number, (row, found) in enumerate(zip(self.rows, self.frame[name])):
            expected = expected_value(column, row[name])
            found = None if is_none(found) else found
            if found != expected:
                self.fail(f"{name}, row {number + 1}: {found!r} instead of {expected!r}")
                return

    def label(self, column):
        name = column["variable"]
        found = self.meta.column_names_to_labels[name] or ""
        expected = column.get(f"label_{self.language}") or ""
        if expected and not agrees(found, expected, VARIABLE_LABEL_MAX):
            self.fail(f"{name}: the label {found!r}")
        form = FORMATS.get(column["kind"]) if column["is_list"] == "false" else None
        if form and self.meta.original_variable_types[name] != form:
            self.fail(f"{name}: the format {self.meta.original_variable_types[name]}")
        level = LEVELS.get(column["measurement"])
        if level and self.meta.variable_measure[name] != level:
            self.fail(f"{name}: the level {self.meta.variable_measure[name]}")

    def flag(self, column):
        labels = self.meta.variable_value_labels.get(column["variable"], {})
        if sorted(labels) != [0.0, 1.0] or not all(labels.values()):
            self.fail(f"{column['variable']}: the labels {labels}")

    def companions(self, column):
        """Compares the companions of a column, and returns their names."""
        name, code_list = column["variable"], column["code_list"]
        names = [other for other in self.frame.columns if re.fullmatch(rf"{name}_[nckx]\d*", other)]
        columns = {row["variable"] for row in self.handout.columns(self.block["block"])}
        names = [other for other in names if other not in columns]
        rows = [row for row in self.handout.codes if row["code_list"] == code_list and row["code_is_published"] == "true"]
        published = {row["code"] for row in rows if row["code"] or column["nullable"] == "false"}
        if self.handout.lists[code_list]["read_at"] == "observation_period" and self.observation:
            # A code that has no meaning within the observation window needs no label.
            self.optional = published - {row["code"] for row in rows if self.handout.is_in_window(row)}
        else:
            self.optional = set()
        if bool(published) != bool(names):
            self.fail(f"{name}: companions {names} for {len(published)} codes")
        codes_of = {other: {} for other in names}
        for number, row in enumerate(self.rows):
            self.companion_row(column, names, codes_of, number, row)
        for other in names:
            self.value_labels(column, other, codes_of[other], published, len(names) > 1)
        return names

    def companion_row(self, column, names, codes_of, number, row):
        name, code = column["variable"], row[column["variable"]]
        found = [(other, self.frame[other].iloc[number]) for other in names]
        found = [(other, value) for other, value in found if not is_none(value)]
        reads = self.observation and self.handout.lists[column["code_list"]]["read_at"] == "observation_period"
        is_year_end = self.block["block"] in self.handout.year_ends
        period = (*code_periods.days(row[self.observation]), is_year_end) if reads else None
        is_value = code != "" or column["nullable"] == "false"
        expected = self.handout.labels(column["code_list"], code, self.language, period) if is_value else []
        if len(found) != bool(expected):
            self.fail(f"{name}, row {number + 1}: code {code!r} has the numbers {found}, and the labels {expected}")
        if names and code != "" and not found:
            self.unlabelled[number] += 1
        for other, value in found:
            label = self.meta.variable_value_labels[other].get(value, "")
            self.value_label(column, other, code, label, expected)
            if codes_of[other].setdefault(value, code) != code:
                self.fail(f"{other}: {value} is two codes")

    def value_label(self, column, other, code, label, expected):
        ending = f" [{code}]"
        options = {text for texts in expected for text in texts}
        if all(len(texts) == 1 for texts in expected) and len(options) > 1:
            is_cut = "…" in label
            missing = [text for text in options if visible(text) not in label]
            if missing and not is_cut:
                self.fail(f"{other}: the label {label!r} of {code!r} lacks {missing}")
        elif not any(agrees(label, text, VALUE_LABEL_MAX, ending) for text in options):
            self.fail(f"{other}: the label {label!r} of {code!r} instead of {sorted(options)}")

    def value_labels(self, column, other, codes, published, of_period):
        """Compares what holds for all codes, also for those that no row has."""
        labels = self.meta.variable_value_labels.get(other, {})
        texts = list(labels.values())
        if len(set(texts)) != len(texts):
            self.fail(f"{other}: two codes have one label")
        if any(len(text.encode()) > VALUE_LABEL_MAX for text in texts):
            self.fail(f"{other}: a label is too long")
        if not of_period and not len(published - self.optional) <= len(labels) <= len(published):
            self.fail(f"{other}: {len(labels)} labels for {len(published)} codes")
        if not of_period:
            self.unseen_labels(column, other, labels, published - self.optional - set(codes.values()))
        ranges = self.meta.missing_ranges.get(other, [])
        is_missing = {value: any(it["lo"] <= value <= it["hi"] for it in ranges) for value in labels}
        expected = {code for code in published if self.handout.is_missing(column["code_list"], code)}
        for value, code in codes.items():
            if is_missing.get(value) != (code in expected):
                self.fail(f"{other}: {code!r} is missing: {is_missing.get(value)}")
        if not of_period and not len(expected - self.optional) <= sum(is_missing.values()) <= len(expected):
            self.fail(f"{other}: {sum(is_missing.values())} missing codes instead of {len(expected)}")

    def unseen_labels(self, column, other, labels, codes):
        for code in codes:
            expected = self.handout.labels(column["code_list"], code, self.language, None)
            ending = f" [{code}]"
            options = {text for texts in expected for text in texts}
            is_single = len(expected) == 1 or len(options) == 1
            if is_single and not any(agrees(label, text, VALUE_LABEL_MAX, ending) for label in labels.values() for text in options):
                self.fail(f"{other}: no label of {code!r}")

    def violations(self):
        """Compares the number of checks that a row violates: the rows satisfy all rules, but may share a key."""
        keys = [name for name in self.block["key"].split("; ") if name]
        found = [tuple(row[name] for name in keys) for row in self.rows] if keys else []
        expected = self.unlabelled
        if keys:
            expected = [known + (found.count(key) > 1) for known, key in zip(expected, found)]
        if "beraad_violations" not in self.frame:
            if any(expected):
                self.fail("no number of violations")
            return
        numbers = [int(number) for number in self.frame["beraad_violations"]]
        if numbers != expected:
            row = next(i for i, (a, b) in enumerate(zip(numbers, expected)) if a != b)
            self.fail(f"row {row + 1} violates {numbers[row]} checks instead of {expected[row]}")


def judge(handout, language, block, rows):
    run = Run(handout, language, block["block"], rows)
    failures = []
    if run.code != 0 or re.search(r"(^|\s)(warning|error|note): ", run.output):
        lines = run.output.splitlines()
        failures.append(f"exit code {run.code}: " + " / ".join(line for line in lines if ": " in line)[:400])
    if run.path.exists():
        comparison = Comparison(handout, language, block, rows, run)
        comparison.compare()
        failures += comparison.failures
    if run.files() != sorted(f"{block['block']}.{ending}" for ending in ("csv", "sav", "sps")):
        failures.append(f"the files {run.files()}")
    run.remove()
    return failures


def judge_periods(handout, language, block, rows):
    """Gives a script rows with each code before, in and after its periods; a code that has no label is counted."""
    name, codes = block["block"], {}
    for row in handout.codes:
        if row["code_is_published"] == "true":
            codes.setdefault(row["code_list"], {}).setdefault(row["code"], []).append(row)
    window = handout.window.get("from") or "0", handout.window.get("to") or "9999"
    observation = block["observation_period"]
    rows = code_periods.rows_of_periods(handout.columns(name), codes, observation, rows[0], window) if observation else []
    if not rows:
        return []
    run = Run(handout, language, name, rows)
    if run.code != 0 or not run.path.exists():
        return [f"exit code {run.code}: {' '.join(run.output.split())[:300]}"]
    comparison = Comparison(handout, language, block, rows, run)
    for column in handout.columns(name):
        if column["code_list"] and column["is_list"] == "false" and column["kind"] in ("code", "amount_class"):
            comparison.companions(column)
    run.remove()
    # A row may violate other checks too.
    numbers = zip(comparison.frame["beraad_violations"], comparison.unlabelled)
    if any(found < expected for found, expected in numbers):
        comparison.fail("a code without a label in its period is not counted")
    return comparison.failures


def judge_errors(handout, language, block, rows):
    """Gives a script files that have an error."""
    failures, name = [], block["block"]
    columns = handout.columns(name)
    for column in columns:
        if column["is_list"] == "true":
            continue
        bad = "x" * 40 if column["kind"] in ("code", "amount_class") else "1+5"
        changed = [dict(row) for row in rows[:3]]
        changed[-1][column["variable"]] = bad
        run = Run(handout, language, name, changed)
        failures += stopped(run, column["variable"], "a value that cannot be converted")
        run.remove()
    names = list(rows[0])
    exchanged = [names[1], names[0], *names[2:]]
    run = Run(handout, language, name, rows[:3], exchanged)
    failures += stopped(run, names[0], "other names")
    run.remove()
    needed = next((it["variable"] for it in columns if it["nullable"] == "false" and not it["code_list"]), None)
    if needed:
        changed = [dict(row) for row in rows[:3]]
        changed[1][needed] = ""
        run = Run(handout, language, name, changed)
        if run.code != 0 or run.data()[0]["beraad_violations"].iloc[1] < 1:
            failures.append(f"a row without {needed} is not counted")
        run.remove()
    return failures


def judge_invalid_files(handout, language, block, rows):
    """Gives a script the files that every package must refuse."""
    failures, name = [], block["block"]
    columns = handout.columns(name)
    for invalid in filter(None, [*invalid_files.of_block(columns, rows), invalid_files.not_utf_8(columns, rows)]):
        run = Run(handout, language, name, rows, invalid=invalid)
        found = invalid_files.errors_in_message(invalid, run.output)
        if run.code == 0 or run.files() != [f"{name}.csv", f"{name}.sps"]:
            found.append(f"exit code {run.code}, files {run.files()}")
        failures += [f"{invalid.name}: {failure}: {' '.join(run.output.split())[:200]}" for failure in found]
        run.remove()
    return failures


def judge_counts(handout, language, block, rows):
    """Gives a script a file that has no row, and a row outside the window, which must be counted."""
    failures, name, observation = [], block["block"], block["observation_period"]
    invalid = invalid_files.InvalidFile("no row", invalid_files.written([list(rows[0])]))
    run = Run(handout, language, name, rows, invalid=invalid)
    if run.code != 0 or not re.search(invalid_files.NO_ROW, run.output) or not run.path.exists() or len(run.data()[0]):
        failures.append(f"a file without rows: exit code {run.code}: {' '.join(run.output.split())[:200]}")
    run.remove()
    if observation:
        run = Run(handout, language, name, invalid_files.outside_window(rows, observation))
        if run.code != 0 or run.data()[0]["beraad_violations"].iloc[0] <= run.data()[0]["beraad_violations"].iloc[1]:
            failures.append("a row outside the window is not counted")
        run.remove()
    return failures


def judge_part(handout, language, block, rows):
    """Writes a script for one variable, which must read the file of the whole block."""
    name = block["block"]
    variable = invalid_files.part_of(handout.columns(name))
    with tempfile.TemporaryDirectory() as folder:
        if not variable or not invalid_files.generate(f"{folder}/part", "spss", name, variable):
            return []
        script = pathlib.Path(folder) / "part" / "spss" / language / f"{name}.sps"
        header = script.read_text(encoding="utf-8-sig").split("PRESERVE.")[0]
        run = Run(handout, language, name, rows, script=script)
        names = list(run.data()[0].columns) if run.path.exists() else []
        is_read = run.code == 0 and len(run.data()[0]) == len(rows) and variable in names
    failures = []
    if not is_read or set(rows[0]) <= set(names) or variable not in header:
        failures.append(f"{variable}: exit code {run.code}, columns {names}: {' '.join(run.output.split())[:200]}")
    run.remove()
    return failures


def stopped(run, column, error):
    if run.code == 0 or run.path.exists() or not re.search(rf"\b{column}\b", run.output):
        return [f"{column}: {error} does not stop the script (exit code {run.code})"]
    return []


def main():
    if len(sys.argv) != 3 or not shutil.which("pspp"):
        sys.exit("usage: judge_spss.py HANDOUT CSV_DIR, with pspp (Debian) and pyreadstat (PyPI)")
    handout = Handout(sys.argv[1])
    tasks = []
    for place, block in enumerate(handout.blocks):
        rows = read_csv(pathlib.Path(sys.argv[2]) / f"{block['block']}.csv")
        if place % 3 == 0:
            tasks.append((judge_invalid_files, handout.editions[0], block, rows))
            tasks.append((judge_counts, handout.editions[0], block, rows))
        if place % 8 == 3:
            tasks.append((judge_part, handout.editions[0], block, rows))
        tasks += [(judge, language, block, rows) for language in handout.editions]
        tasks.append((judge_periods, handout.editions[0], block, rows))
        tasks.append((judge_errors, handout.editions[0], block, rows))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda task: task[0](handout, *task[1:]), tasks)
        for (check, language, block, _), failures in zip(tasks, results):
            if failures:
                failed += 1
                print(f"{block['block']} ({language}, {check.__name__}): {'; '.join(text[:300] for text in failures[:5])}")
    print(f"SPSS: {len(handout.blocks)} blocks in {len(handout.editions)} editions, {failed} of {len(tasks)} judgements failed")
    sys.exit(failed > 0)


main()
