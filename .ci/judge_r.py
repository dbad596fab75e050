"""Runs the R scripts of a handout, and compares what they make with the tables of the handout and the CSV.

    python .ci/judge_r.py HANDOUT CSV_DIR

CSV_DIR has `<block>.csv` for each block, as `.ci/csv_rows.py` writes it. Needs R 4.2 with haven 2.5 and jsonlite 1.8 (Debian:
r-base-core, r-cran-haven, r-cran-jsonlite). The package labelled is not in Debian 12; the scripts use haven only.

Every script of every block and edition must run without a warning. The data frame, the .rds file, the Stata file and the SPSS file must
have each value, label and missing code. The scripts of the first edition also get files with an error (`invalid_files.py`): they must
stop with a message that names the line or the column, and write nothing. With the program in the variable BERAAD, a script for one
variable must read the file of the whole block.
"""

import concurrent.futures
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import code_periods
import invalid_files

# Runs each script in an environment of its own, with warnings as errors, and describes its data frame and its files.
DRIVER = r"""
options(warn = 2)
arguments <- commandArgs(TRUE)
describe <- function(x) {
  kind <- class(x)[length(class(x))]
  if (inherits(x, "haven_labelled")) kind <- "labelled"
  plain <- if (is.factor(x)) as.integer(x) else as.vector(unclass(x))
  text <- if (is.numeric(plain)) sprintf("%.17g", plain) else as.character(plain)
  text[is.na(plain)] <- NA
  tags <- function(x) if (is.double(x)) haven::na_tag(x) else rep(NA_character_, length(x))
  if (kind == "Date") text <- format(x, "%Y-%m-%d")
  labels <- attr(x, "labels")
  list(kind = kind, values = text, tags = if (kind == "labelled") tags(x), label = attr(x, "label"),
       definition = attr(x, "definition"), phrase = attr(x, "phrase"), grain = attr(x, "grain"), levels = levels(x),
       codes = attr(x, "codes"), missing = as.list(attr(x, "missing_codes")),
       missing_codes = unname(attr(x, "missing_codes")), label_texts = names(labels),
       label_values = if (!is.null(labels)) as.character(unclass(unname(labels))), label_tags = if (is.double(labels)) tags(labels),
       na_values = as.character(attr(x, "na_values")), na_range = as.character(attr(x, "na_range")))
}
frame <- function(x) list(label = attr(x, "label"), columns = lapply(x, describe), names = names(x))
judge <- function(script, block) {
  scope <- new.env(parent = globalenv())
  output <- capture.output(source(script, local = scope, encoding = "UTF-8"))
  found <- list(output = output, frame = frame(get(block, scope)))
  if (file.exists(paste0(block, ".rds"))) found$rds <- identical(readRDS(paste0(block, ".rds")), get(block, scope))
  if (file.exists(paste0(block, ".dta"))) found$dta <- frame(haven::read_dta(paste0(block, ".dta")))
  if (file.exists(paste0(block, ".sav"))) found$sav <- frame(haven::read_sav(paste0(block, ".sav"), user_na = TRUE))
  found
}
for (script in arguments) {
  found <- tryCatch(judge(basename(script), sub("(_labelled)?[.]R$", "", basename(script))),
                    error = function(it) list(error = conditionMessage(it)))
  writeLines(jsonlite::toJSON(found, auto_unbox = FALSE, na = "null", null = "null"), paste0(basename(script), ".json"), useBytes = TRUE)
  if (is.null(found$error)) unlink(Sys.glob("*.rds"))
}
"""


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_invisible(char):
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u200b\u200e\u200f\u061c\ufeff\u2028\u2029" or "\u202a" <= char <= "\u202e" or "\u2060" <= char <= "\u206f"


def shown(text):
    text = re.sub(r"[ \n\t\r]+", " ", text)
    return "".join(f"⟨U+{ord(char):04X}⟩" if is_invisible(char) else char for char in text)


def agrees(found, expected, most=None):
    """Compares a label with a text: it may have its code at its end, and be cut where the limit asks for it."""
    expected = shown(expected)
    start = re.sub(r" \[[^\]]*\]$", "", found) if found != expected else found
    if most is None or len(found.encode()) <= most and "…" not in found:
        return start == expected or found == expected or found.startswith(expected + " [")
    cut = start.rsplit("…", 1)[0].rstrip()
    return len(found.encode()) <= most and expected.startswith(cut) and (len(expected.encode()) > most - len(found) + len(start) or start == expected)


class Handout:
    def __init__(self, folder):
        tables = pathlib.Path(folder) / "tables"
        self.scripts = pathlib.Path(folder).resolve() / "r"
        self.blocks = {row["block"]: row for row in read_csv(tables / "blocks.csv")}
        self.variables = read_csv(tables / "variables.csv")
        window = json.loads((pathlib.Path(folder) / "model.json").read_text())["deliberation"]["window"]["period"]
        self.first, self.last = window.get("from") or "0", window.get("to") or "9999"
        self.codes = {}
        for row in read_csv(tables / "codes.csv"):
            if row["code_is_published"] == "true":
                self.codes.setdefault(row["code_list"], {}).setdefault(row["code"], []).append(row)
        self.editions = sorted(path.name for path in self.scripts.iterdir())
        self.lists = {row["code_list"]: row for row in read_csv(tables / "code_lists.csv")}
        self.year_ends = code_periods.year_ends(folder)

    def period(self, block, column, row):
        """Returns the period of a row, if it decides what a code of a column means."""
        observation = self.blocks[block]["observation_period"]
        reads = observation and self.lists[column["code_list"]]["read_at"] == "observation_period"
        return (*code_periods.days(row[observation]), block in self.year_ends) if reads else None

    def columns(self, block):
        return [row for row in self.variables if row["block"] == block]

    def labels(self, column, code, language, period=None):
        """Returns the labels that a code has in a row or at any time: of each meaning one, in the language if there is one."""
        meanings = {}
        known = self.codes.get(column["code_list"], {}).get(code, [])
        for row in code_periods.holding(known, *period) if period else known:
            key = row["valid_from"], row["valid_to"], row["source"], row["missing"], row["supplied_by"]
            meanings.setdefault(key, []).append(row)
        labels = []
        for rows in meanings.values():
            own = [row["label"] for row in rows if row["language"] == language]
            labels.append(own or [row["label"] for row in rows])
        return labels

    def published(self, column):
        """Returns the codes of a column that have a meaning within the observation window."""
        found = set()
        for code, rows in self.codes.get(column["code_list"], {}).items():
            is_within = any((row["valid_from"] or "0") <= self.last and (row["valid_to"] or "9999") >= self.first for row in rows)
            if is_within and (code or column["nullable"] == "false"):
                found.add(code)
        return found

    def is_missing(self, column, code):
        rows = self.codes.get(column["code_list"], {}).get(code, [])
        return bool(rows) and all(row["missing"] for row in rows)


def one(value):
    """Returns the only item of a vector of R."""
    return value[0] if isinstance(value, list) and value else value or None


class Judge:
    def __init__(self, handout, language, block, rows, found, source):
        self.handout, self.language, self.block, self.rows = handout, language, block, rows
        self.columns, self.frame, self.source = found["columns"], found, source
        for column in self.columns.values():
            column["kind"] = one(column["kind"])
        self.most = {"R": (None, None), "haven": (80, 120), "dta": (80, 120), "sav": (256, 120)}[source]
        self.failures = []

    def fail(self, name, text):
        self.failures.append(f"{self.source}: {name}: {text}")

    def judge(self):
        known = set()
        for column in self.handout.columns(self.block):
            name = column["variable"]
            known.add(name)
            self.values(column, self.columns[name])
            self.texts(column, self.columns[name])
            if column["kind"] == "flag" and column["is_list"] == "false":
                self.flag(column, self.columns[name])
            elif column["code_list"] and column["is_list"] == "false" and column["kind"] in ("code", "amount_class"):
                known.update(self.companions(column))
        if set(self.frame["names"]) != known:
            self.fail("frame", f"columns {sorted(set(self.frame['names']) ^ known)}")
        return self.failures

    def values(self, column, found):
        name, is_file = column["variable"], self.source in ("dta", "sav")
        is_text = column["is_list"] == "true" or column["kind"] in ("code", "amount_class")
        if len(found["values"]) != len(self.rows):
            self.fail(name, f"{len(found['values'])} rows")
        for row, value in zip(self.rows, found["values"]):
            expected = row[name] or None
            if is_text and not expected:
                # A file of Stata or SPSS has no absent text; an empty text may also be a code.
                is_right = value in ("", None)
            elif is_text or expected is None:
                is_right = value == expected
            elif column["kind"] == "flag":
                truth = expected in ("true", "1")
                is_right = value == (str(int(truth)) if found["kind"] == "labelled" else str(truth).upper())
            elif found["kind"] == "Date":
                is_right = value == code_periods.days(expected)[0]
            else:
                is_right = re.fullmatch(r"[+-]?\d+(\.\d+)?", expected) is not None and float(value or "nan") == float(expected)
            if not is_right:
                self.fail(name, f"{value!r} instead of {expected!r} ({found['kind']}, {is_file})")
                return

    def texts(self, column, found):
        label = column.get(f"label_{self.language}")
        if label and not agrees(one(found["label"]) or "", label, self.most[0]):
            self.fail(column["variable"], f"the label {found['label']}")
        if self.source in ("R", "haven"):
            for part, expected in [("definition", column.get(f"definition_{self.language}")), ("phrase", column["phrase"])]:
                if expected and (one(found[part]) or "") != shown(expected):
                    self.fail(column["variable"], f"the {part} {found[part]}")

    def flag(self, column, found):
        values = {"R": ["FALSE", "TRUE"]}.get(self.source, ["0", "1"])
        if found["label_values"] != values or not all(found["label_texts"]):
            self.fail(column["variable"], f"the labels {found['label_values']} {found['label_texts']}")

    def companions(self, column):
        name = column["variable"]
        others = {it["variable"] for it in self.handout.columns(self.block)}
        names = [it for it in self.frame["names"] if re.fullmatch(rf"{name}_[nckx]\d*", it) and it not in others]
        codes = self.handout.published(column)
        if bool(names) != bool(codes):
            self.fail(name, f"companions {names} of {len(codes)} codes")
        decoded = {it: self.decoded(it) for it in names}
        numbers = {}
        for number, row in enumerate(self.rows):
            code = row[name]
            has_value = code != "" or column["nullable"] == "false"
            period = self.handout.period(self.block, column, row)
            expected = self.handout.labels(column, code, self.language, period) if has_value else []
            labels = [(it, decoded[it][number]) for it in names if decoded[it][number] is not None]
            if len(labels) != bool(expected):
                self.fail(name, f"code {code!r} in row {number + 1} has {labels}, expected {expected}")
                return names
            for other, (key, label, is_missing) in labels:
                if numbers.setdefault((other, key), code) != code:
                    self.fail(other, f"{key} is {code!r} and {numbers[other, key]!r}")
                self.value_label(other, code, label, expected)
                if is_missing != self.handout.is_missing(column, code):
                    self.fail(other, f"{code!r} is missing: {is_missing}")
        for other in names:
            self.all_labels(column, other, codes, len(names) > 1)
        return names

    def decoded(self, name):
        """Returns the key, the label and whether it is a missing value, for each row of a companion."""
        found = self.columns[name]
        if found["kind"] == "factor":
            levels, codes, missing = found["levels"], found["codes"] or found["levels"], found["missing_codes"] or []
            places = [value and int(value) - 1 for value in found["values"]]
            return [None if it is None else (codes[it], levels[it], codes[it] in missing) for it in places]
        if not found["label_texts"]:
            self.fail(name, "no labels")
            return [None] * len(found["values"])
        tags = found["label_tags"] or [None] * len(found["label_texts"])
        by_key = {tag or float(value): text for tag, value, text in zip(tags, found["label_values"], found["label_texts"])}
        result = []
        row_tags = found["tags"] or [None] * len(found["values"])
        missing = {float(it) for it in found["na_values"] or []}
        bounds = [float(it) for it in found["na_range"] or []]
        for tag, value in zip(row_tags, found["values"]):
            if tag is None and value is None:
                result.append(None)
                continue
            key = tag or float(value)
            in_range = tag is None and bounds and bounds[0] <= key <= bounds[1]
            result.append((key, by_key.get(key, ""), bool(tag or key in missing or in_range)))
        return result

    def value_label(self, other, code, label, expected):
        options = {text for texts in expected for text in texts}
        if len(expected) > 1 and len(options) > 1:
            missing = [texts for texts in expected if not any(shown(text) in label for text in texts)]
            if missing and "…" not in label:
                self.fail(other, f"the label {label!r} of {code!r} lacks {missing}")
        elif not any(agrees(label, text, self.most[1]) for text in options):
            self.fail(other, f"the label {label!r} of {code!r} instead of {sorted(options)}")

    def all_labels(self, column, other, codes, is_of_period):
        """Compares the labels of all codes, also of those that no row has."""
        found = self.columns[other]
        texts = found["levels"] or found["label_texts"] or []
        if len(set(texts)) != len(texts):
            self.fail(other, "two codes have one label")
        # Labels that the observation period does not decide are those of all codes.
        every = self.handout.codes.get(column["code_list"], {})
        if not is_of_period and not len(codes) <= len(texts) <= len(every):
            self.fail(other, f"{len(texts)} labels of {len(codes)} codes")
        if found["codes"] is None:
            bounds = [float(it) for it in found["na_range"] or []]
            values = {float(it) for it in found["na_values"] or []}
            is_missing = [
                tag is not None or float(value) in values or bool(bounds) and bounds[0] <= float(value) <= bounds[1]
                for tag, value in zip(found["label_tags"] or [None] * len(texts), found["label_values"] or [])
            ]
            least, most = (sum(self.handout.is_missing(column, code) for code in some) for some in (codes, every))
            if not is_of_period and not least <= sum(is_missing) <= most:
                self.fail(other, f"{sum(is_missing)} missing codes instead of {least}")
            return
        for code, level in zip(found["codes"], found["levels"]):
            options = self.handout.labels(column, code, self.language)
            options = {text for texts in options for text in texts}
            if not any(agrees(level, text) or shown(text) in level for text in options):
                self.fail(other, f"the level {level!r} of {code!r}")
            if (code in (found["missing_codes"] or [])) != self.handout.is_missing(column, code):
                self.fail(other, f"{code!r} among the missing codes")


def run(folder, scripts):
    """Runs scripts in a folder that has their CSV files, and returns what they made."""
    for script in scripts:
        shutil.copy(script, folder)
    driver = pathlib.Path(folder) / "driver.r"
    driver.write_text(DRIVER)
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = ["Rscript", "--vanilla", driver.name, *[script.name for script in scripts]]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=1800, check=False)
    if done.returncode or done.stderr.strip():
        print(f"Rscript: exit {done.returncode}: {done.stderr.strip()[:2000]}")
        return {script.name: {"error": "no result"} for script in scripts}
    return {script.name: json.loads((pathlib.Path(folder) / f"{script.name}.json").read_text()) for script in scripts}


def judge_edition(handout, language, csv_folder):
    failures, count = [], 0
    scripts = sorted((handout.scripts / language).glob("*.R"))
    with tempfile.TemporaryDirectory() as folder:
        for path in csv_folder.glob("*.csv"):
            shutil.copy(path, folder)
        results = run(folder, scripts)
    for name, result in results.items():
        block = re.sub(r"(_labelled)?\.R$", "", name)
        count += 1
        if result.get("error"):
            failures.append(f"{language}/{name}: {one(result['error'])}")
            continue
        rows = read_csv(csv_folder / f"{block}.csv")
        failures += [f"{language}/{name}: {failure}" for failure in counted(handout, block, rows, result["output"])]
        parts = {"haven" if "_labelled" in name else "R": result["frame"], "dta": result.get("dta"), "sav": result.get("sav")}
        wanted = {"haven", "dta", "sav"} if "_labelled" in name else {"R"}
        if {part for part, found in parts.items() if found} != wanted or ("R" in wanted and result.get("rds") != [True]):
            failures.append(f"{language}/{name}: the files {[part for part in parts if parts[part]]}")
        for part, found in parts.items():
            if found:
                judge = Judge(handout, language, block, rows, found, part)
                failures += [f"{language}/{name}: {failure}" for failure in judge.judge()]
    return failures, count


def counted(handout, block, rows, output):
    """Compares the counts that a script prints: the rows satisfy all rules, but may share a key or have a code without a label."""
    lines = [re.fullmatch(r"(\d+): (.*)", line) for line in output]
    failures = [f"prints {line}" for line, count in zip(output, lines) if not count]
    counts = [(int(line[1]), line[2]) for line in lines if line]
    keys = handout.blocks[block]["key"].split("; ")
    found = [tuple(row[name] for name in keys) for row in rows] if keys != [""] else []
    shared, of_key = sum(found.count(key) > 1 for key in found), ", ".join(keys)
    if found and not any(count == shared and of_key in text for count, text in counts):
        failures.append(f"does not count {shared} rows with the same {of_key}: {counts}")
    unlabelled = {}
    for count, text in counts:
        columns = [it for it in handout.columns(block) if it["code_list"] and text.split(" ").count(it["variable"]) == 1]
        if len(columns) == 1:
            name = columns[0]["variable"]
            unlabelled[name] = unlabelled.get(name, 0) + count
        elif count and of_key not in text:
            failures.append(f"counts {count}: {text}")
    return failures + unlabelled_codes(handout, block, rows, unlabelled)


def unlabelled_codes(handout, block, rows, found):
    """Compares the numbers of rows whose code has no label in their period."""
    failures = []
    for column in handout.columns(block):
        name = column["variable"]
        if column["kind"] not in ("code", "amount_class") or column["is_list"] == "true" or not handout.published(column):
            continue
        of_period = [not handout.labels(column, row[name], "", handout.period(block, column, row)) for row in rows if row[name]]
        if found.get(name, 0) != sum(of_period):
            failures.append(f"counts {found.get(name, 0)} codes of {name} instead of {sum(of_period)}")
    return failures


def judge_periods(handout, language, csv_folder):
    """Counts the rows with a code before, in and after its periods, and compares their labels."""
    failures, files = [], {}
    for path in sorted(csv_folder.glob("*.csv")):
        observation = handout.blocks[path.stem]["observation_period"]
        if observation:
            window = handout.first, handout.last
            files[path.stem] = code_periods.rows_of_periods(handout.columns(path.stem), handout.codes, observation, read_csv(path)[0], window)
    files = {block: rows for block, rows in files.items() if rows}
    scripts = [handout.scripts / language / f"{block}{ending}.R" for block in files for ending in ("", "_labelled")]
    with tempfile.TemporaryDirectory() as folder:
        for block, rows in files.items():
            content = invalid_files.written([list(rows[0]), *[list(row.values()) for row in rows]])
            (pathlib.Path(folder) / f"{block}.csv").write_text(content, encoding="utf-8")
        results = run(folder, scripts) if scripts else {}
    for name, result in results.items():
        block = re.sub(r"(_labelled)?\.R$", "", name)
        if result.get("error"):
            failures.append(f"{name}: {one(result['error'])}")
            continue
        judge = Judge(handout, language, block, files[block], result["frame"], "haven" if "_labelled" in name else "R")
        unlabelled = {}
        for count, text in re.findall(r"^(\d+): (.*)$", "\n".join(result["output"]), re.M):
            for column in handout.columns(block):
                if column["code_list"] and column["is_list"] == "false" and text.split(" ").count(column["variable"]) == 1:
                    unlabelled.setdefault(column["variable"], []).append(int(count))
        for column in handout.columns(block):
            if column["code_list"] and column["is_list"] == "false" and column["kind"] in ("code", "amount_class"):
                judge.companions(column)
        found = {column: sum(counts) for column, counts in unlabelled.items()}
        failures += [f"{name}, periods: {failure}" for failure in judge.failures + unlabelled_codes(handout, block, files[block], found)]
    return failures, sum(map(len, files.values()))


def errors(handout, block, rows):
    """Returns the names and rows of files with an error, each with a part of the message."""
    names = list(rows[0])
    for column in handout.columns(block):
        if column["is_list"] == "false" and column["kind"] not in ("code", "amount_class"):
            for text in ("x", "1e5", "0x1A", " 1", "NA", "2016-13", "2016-02-30"):
                yield names, [{**rows[0], column["variable"]: text}], column["variable"]
            break
    yield [names[1], names[0], *names[2:]], rows[:1], names[0] if len(names) > 1 else ""


def run_alone(script, path, content):
    """Runs a script beside a file, and returns the exit code, the output and the names of the files that it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        invalid_files.write(f"{folder}/{path.name}", content)
        shutil.copy(script, folder)
        before = {it.name for it in pathlib.Path(folder).iterdir()}
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        command = ["Rscript", "--vanilla", script.name]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        written = {it.name for it in pathlib.Path(folder).iterdir()} - before
    return done.returncode, done.stdout + done.stderr, written


def judge_errors(handout, language, csv_folder):
    """Counts the files with an error at which a script stops with the name of the column or the line, and writes nothing."""
    tasks = []
    for path in sorted(csv_folder.glob("*.csv"))[::6]:
        rows, columns = read_csv(path), handout.columns(path.stem)
        files = invalid_files.of_block(columns, rows) + [invalid_files.not_utf_8(columns, rows)]
        for names, some, column in errors(handout, path.stem, rows):
            content = invalid_files.written([names, *[list(row.values()) for row in some]])
            files.append(invalid_files.InvalidFile(f"{some[0].get(column)!r}", content, re.escape(column)))
        for invalid in filter(None, files):
            tasks += [(handout.scripts / language / f"{path.stem}{ending}.R", path, invalid) for ending in ("", "_labelled")]
    failures = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (script, _, invalid), (code, output, written) in zip(tasks, pool.map(lambda task: run_alone(*task), tasks)):
            found = invalid_files.errors_in_message(invalid, output)
            if code == 0 or written:
                found.append("does not stop")
            failures += [f"{script.name}: {invalid.name}: {failure}: {output[-300:]}" for failure in found]
    return failures, len(tasks)


def judge_counts(handout, language, csv_folder):
    """Runs the scripts with a file that has no row, and with a row outside the window, which must be counted."""
    failures, count = [], 0
    for path in sorted(csv_folder.glob("*.csv"))[::6]:
        rows, observation = read_csv(path), handout.blocks[path.stem]["observation_period"]
        files = [("no row", [], invalid_files.NO_ROW)]
        if observation:
            files.append(("2030", invalid_files.outside_window(rows, observation), rf"(?m)^1: .*\b{handout.last[:4]}\b"))
        for name, some, pattern in files:
            content = invalid_files.written([list(rows[0]), *[list(row.values()) for row in some]])
            for ending in ("", "_labelled"):
                invalid, count = invalid_files.InvalidFile(name, content), count + 1
                code, output, written = run_alone(handout.scripts / language / f"{path.stem}{ending}.R", path, invalid)
                if code or not written or not re.search(pattern, output):
                    failures.append(f"{path.stem}{ending}.R: {name}: exit code {code}: {output[-300:]}")
    return failures, count


def judge_parts(handout, language, csv_folder):
    """Counts the scripts for one variable that read the file of the whole block."""
    failures, count = [], 0
    for path in sorted(csv_folder.glob("*.csv"))[3::8]:
        variable = invalid_files.part_of(handout.columns(path.stem))
        with tempfile.TemporaryDirectory() as folder:
            if not variable or not invalid_files.generate(f"{folder}/part", "r", path.stem, variable):
                continue
            script = pathlib.Path(folder) / "part" / "r" / language / f"{path.stem}.R"
            header = script.read_text().split("\n\n")[0]
            shutil.copy(script, folder)
            shutil.copy(path, folder)
            found = run(folder, [script])[script.name]
        count += 1
        names = found["frame"]["names"] if "frame" in found else []
        values = found["frame"]["columns"][variable]["values"] if variable in names else []
        if len(values) != len(read_csv(path)) or variable not in header or set(read_csv(path)[0]) <= set(names):
            failures.append(f"{path.stem}.R of {variable}: {found.get('error') or names}")
    return failures, count


def main():
    handout, csv_folder = Handout(sys.argv[1]), pathlib.Path(sys.argv[2])
    failures, scripts = [], 0
    for language in handout.editions:
        found, count = judge_edition(handout, language, csv_folder)
        failures += found
        scripts += count
    found, stopped = judge_errors(handout, handout.editions[0], csv_folder)
    failures += found
    found, counts = judge_counts(handout, handout.editions[0], csv_folder)
    failures += found
    found, of_periods = judge_periods(handout, handout.editions[0], csv_folder)
    failures += found
    found, parts = judge_parts(handout, handout.editions[0], csv_folder)
    failures += found
    for failure in failures:
        print(failure[:600])
    expected = 2 * len(handout.editions) * len(list(csv_folder.glob("*.csv")))
    print(f"R: {scripts} of {expected} scripts, {stopped} files with an error, {counts} files to count, {of_periods} rows with a code and a period, {parts} scripts of a variable, {len(failures)} failures")
    sys.exit(1 if failures or scripts != expected else 0)


main()
