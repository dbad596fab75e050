"""Reads the datasets of Stata of every block and edition with other programs, and checks the syntax of the scripts.

    python .ci/judge_stata.py HANDOUT CSV_DIR

Needs pandas 3.1 and pyreadstat 1.3 (PyPI); with R and haven (Debian: r-base-core, r-cran-haven) R reads the datasets too.
pandas and pyreadstat must give the names, the types, the labels, the value labels and the missing codes that follow from
`tables/variables.csv` and `tables/codes.csv`, and R haven must give what pandas gives.

Nothing here runs Stata: a small tokenizer reads each script as Stata does, and follows compound quotes, comments and the signs
of macros. Each label in the script must be the one of the dataset, and every column of the CSV must be converted. No command may stop
the script because of a rule, and a number must be within the limits of its type. The function of Mata that looks at the lines of a file
is translated to Python, and must find the errors of `invalid_files.py`.
"""

import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import code_periods
import invalid_files
import pandas
import pyreadstat

handout, csv_folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = []
checked = {"files": 0, "datasets": 0, "labels": 0, "missing": 0, "scripts": 0, "in R": 0}


def table(name):
    with open(handout / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


VARIABLES, CODES = table("variables"), table("codes")
YEAR_ENDS = code_periods.year_ends(handout)
EDITIONS = [name.removeprefix("label_") for name in VARIABLES[0] if name.startswith("label_")]


def visible(text):
    """Returns a text as the scripts have it: no control characters, no marks of the direction, no sign of a macro."""
    shown = ""
    for char in text:
        if char in " \n\t\r":
            shown += "" if shown.endswith(" ") else " "
        elif re.fullmatch("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]", char):
            shown += f"⟨U+{ord(char):04X}⟩"
        else:
            shown += char
    return shown.replace("`", "\u2018").replace("$", "\uff04").replace("\"'", "\"\u2019")


def is_cut(found, whole, limit):
    """Returns true if a label is the whole text, or its start if the text is too long."""
    whole = visible(whole)
    if len(whole.encode()) <= limit:
        return found == whole
    return found.endswith("…") and len(found.encode()) <= limit and whole.startswith(found[:-1])


def in_edition(row, name, language):
    """Returns the text in the language of an edition, or in one that it has."""
    texts = [row.get(f"{name}_{language}")] + [row.get(f"{name}_{other}") for other in EDITIONS]
    return {text for text in texts if text} if not texts[0] else {texts[0]}


def labels_of(list_id, code, language):
    """Returns the labels of a code in a language, or in any if it has none."""
    rows = [row for row in CODES if row["code_list"] == list_id and row["code"] == code and row["code_is_published"] == "true"]
    own = [row for row in rows if row["language"] == language]
    return own or rows


def storage_fits(kind, stored, decimals):
    return {
        "flag": stored == "int8",
        "code": stored == "string" or stored.startswith("str"),
        "amount_class": stored == "string" or stored.startswith("str"),
    }.get(kind, stored in ("int8", "int16", "int32", "double", "float64"))


FORMATS = {"day": "%td", "year_month": "%tm", "year_quarter": "%tq", "year": None}


def judge_dataset(path, block, language):
    who = f"{language}/{block}"
    with pandas.read_stata(path, iterator=True) as reader:
        variable_labels, value_labels = reader.variable_labels(), reader.value_labels()
        label = reader.data_label
        rows = reader.read(convert_categoricals=False)
    frame, meta = pyreadstat.read_dta(str(path), user_missing=True)
    if len(rows) or len(frame):
        failures.append(f"{who}: the dataset has rows")
    if list(variable_labels) != meta.column_names or list(variable_labels.values()) != [it or "" for it in meta.column_labels]:
        failures.append(f"{who}: pandas and pyreadstat read other variable labels")
    columns = [row for row in VARIABLES if row["block"] == block]
    names = {row["variable"] for row in columns}
    order, companions = [], {}
    for name in meta.column_names:
        if name in names:
            order.append(name)
        else:
            # A companion follows its column.
            companions.setdefault(order[-1], []).append(name)
            if not name.startswith(order[-1]):
                failures.append(f"{who}: {name} follows {order[-1]}")
    if order != [row["variable"] for row in columns]:
        failures.append(f"{who}: other variables: {order}")
        return {}
    for row in columns:
        name, kind = row["variable"], row["kind"]
        if not any(is_cut(variable_labels[name], text, 80) for text in in_edition(row, "label", language)):
            failures.append(f"{who}: {name}: label {variable_labels[name]!r}")
        if row["is_list"] == "true":
            continue
        if not storage_fits(kind, meta.readstat_variable_types[name], row["decimals"]):
            failures.append(f"{who}: {name}: a {kind} is stored as {meta.readstat_variable_types[name]}")
        if FORMATS.get(kind) and meta.original_variable_types[name] != FORMATS[kind]:
            failures.append(f"{who}: {name}: format {meta.original_variable_types[name]}")
        if kind == "flag" and sorted(value_labels.get(name, {})) != [0, 1]:
            failures.append(f"{who}: {name}: a flag without labels")
        published = {it["code"] for it in CODES if it["code_list"] == row["code_list"] and it["code_is_published"] == "true"}
        if kind in ("code", "amount_class"):
            if bool(published) != (name in companions):
                failures.append(f"{who}: {name}: {len(published)} codes and companions {companions.get(name)}")
            judge_companions(who, companions.get(name, []), value_labels, meta)
    return {"label": label, "labels": variable_labels, "values": value_labels}


FIRST_LETTER = 2147483622


def judge_companions(who, companions, value_labels, meta):
    """pandas and pyreadstat must read the same labels, and the same letters of missing codes."""
    for companion in companions:
        known = dict(value_labels.get(companion, {}))
        other = meta.variable_value_labels.get(companion, {})
        plain = {(f"{chr(97 + int(k) - FIRST_LETTER)}" if k >= FIRST_LETTER else int(k)): v for k, v in known.items()}
        other = {(k if isinstance(k, str) else int(k)): v for k, v in other.items()}
        if plain != other:
            failures.append(f"{who}: {companion}: pandas and pyreadstat read other value labels")


REPLACE = re.compile(r"^replace (\w+) = (\S+) if (\w+) == (\(.*?[\"')]\)|`\".*?\"')( &.*)?$")
PIECE = re.compile(r"`\"(.*?)\"'|char\((\d+)\)")
DAY = re.compile(r"(>=|<=) mdy\((\d+), (\d+), (\d+)\)")


def judge_numbers(who, block, language, text, values):
    """Follows the numbers of the script: the label of each must be that of its code, and in the period of the companion."""
    columns = {row["variable"]: row for row in VARIABLES if row["block"] == block}
    seen = {}
    for line in text.split("\n"):
        found = REPLACE.match(line)
        if not found or found[1] == found[3]:
            continue
        companion, number, column, code, condition = found.groups(default="")
        code = "".join(chr(int(place)) if place else text for text, place in PIECE.findall(code))
        # The first one of periods that are alternatives: the label is the same in each.
        start, end = "0000", "9999"
        for sign, month, day, year in DAY.findall(condition.split(" | ")[0]):
            date = f"{year}-{int(month):02}-{int(day):02}"
            start, end = (max(start, date), end) if sign == ">=" else (start, min(end, date))
        if block in YEAR_ENDS and end < "9999":
            end = code_periods.after(end)
        key = FIRST_LETTER + ord(number[1]) - 97 if number.startswith(".") else int(number)
        label = values.get(companion, {}).get(key)
        rows = labels_of(columns[column]["code_list"], code, language)
        inside = [it for it in rows if (it["valid_from"] or "0000") <= end and (it["valid_to"] or "9999") >= start]
        names = {visible(it["label"]) for it in inside}
        pieces = [piece for name in names for piece in [name] if label and piece[:300] in label.removesuffix("…")[: 10**6]]
        if not names or len(pieces) != len(names):
            failures.append(f"{who}: {companion}: code {code!r} = {number} is {label!r}, not {sorted(names)}")
        rest = label or ""
        for name in sorted(names, key=len, reverse=True):
            rest = rest.replace(name, "", 1)
        sources = "|".join(re.escape(visible(it["source"])) for it in rows if it["source"]) or "$^"
        rest = re.sub(rf"\((({sources})|[-0-9/]+|, )+\)| / |\[{re.escape(visible(code))}\]", "", rest).strip()
        if rest and not label.endswith("…"):
            failures.append(f"{who}: {companion}: the label of code {code!r} has more text: {rest[:60]!r}")
        is_missing = bool(rows) and all(it["missing"] for it in rows)
        checked["labels"] += 1
        checked["missing"] += is_missing
        if is_missing != number.startswith(".") and len(missing_codes(columns[column]["code_list"])) <= 26:
            failures.append(f"{who}: {companion}: code {code!r} = {number}, missing: {is_missing}")
        seen.setdefault(column, set()).add(code)
    for column, codes in seen.items():
        for row in CODES:
            if row["code_list"] == columns[column]["code_list"] and row["code_is_published"] == "true":
                if row["code"] not in codes and not row["valid_from"] and not row["valid_to"]:
                    failures.append(f"{who}: {column}: code {row['code']!r} has no number")


def missing_codes(list_id):
    reasons = {}
    for row in CODES:
        if row["code_list"] == list_id and row["code_is_published"] == "true":
            reasons.setdefault(row["code"], []).append(row["missing"])
    return [code for code, found in reasons.items() if all(found)]


TOKEN = re.compile(r'`"|"\'|["`\'$\n]|/\*|//|.', re.DOTALL)


def tokens(who, text):
    """Splits a script into commands, each a list of words and strings. It follows compound quotes, and refuses macros."""
    commands = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("*"):
            if "/*" in line or "//" in line:
                failures.append(f"{who}: line {number}: a comment that goes on")
            continue
        command, depth, plain, word, string = [], 0, False, "", ""
        for token in TOKEN.findall(line):
            if token == '`"' and not plain:
                depth += 1
                if depth > 1:
                    string += token
            elif token == "\"'" and depth:
                depth -= 1
                if depth == 0:
                    command.append(("string", string))
                    string = ""
                else:
                    string += token
            elif token in ("`", "$"):
                failures.append(f"{who}: line {number}: {token} begins a macro")
            elif depth:
                string += token
            elif token == '"' or (token == "\"'" and plain):
                plain = not plain
                if not plain:
                    command.append(("string", string))
                    string = ""
            elif plain:
                string += token
            elif token in ("/*", "//"):
                failures.append(f"{who}: line {number}: {token} begins a comment")
            elif token.isspace():
                if word:
                    command.append(("word", word))
                word = ""
            else:
                word += token
        if word:
            command.append(("word", word))
        if depth or plain:
            failures.append(f"{who}: line {number}: a string does not end")
        if command:
            commands.append(command)
    return commands


VERBS = set(
    "version import confirm capture format label char generate replace order keep sort drop rename quietly if recast save".split()
    # These stop or show, and are not rules: `stops` reads the conditions of `exit`.
    + ["display", "exit", "}", "mata:"]
)
# The conditions on which a script may stop: the file, and a value that is not of its type.
STOPS = re.compile(r"^if (scalar\(beraad_\w+\) (==|>) [01]|_rc != 0|r\(N\) > 0) \{$")
SUMMARY = re.compile(
    r"^quietly summarize beraad_line if (missing\(beraad_value\) & (?P<a>\w+) != \"\"|ustrinvalidcnt\((?P<b>\w+)\) > 0 \| strpos\((?P=b), uchar\(65533\)\) > 0)$"
)


def stops(who, lines):
    """Checks that the script stops for the file, and for values that are not of their type, and for nothing else."""
    for before, line, after in zip(lines, lines[1:], lines[3:]):
        if line.endswith("{") and (not STOPS.match(line) or after != "    exit 459"):
            failures.append(f"{who}: {line}")
        if line == "if r(N) > 0 {" and not SUMMARY.match(before):
            failures.append(f"{who}: stops at {before}")
        if line.startswith(("assert ", "isid ")):
            failures.append(f"{who}: stops at a rule: {line}")


def limits(who, block, text):
    """Checks the bounds of each column of numbers."""
    for row in VARIABLES:
        if row["block"] != block or row["is_list"] == "true":
            continue
        bounds = {"serial_number": ("1", "2147483620")}.get(row["kind"], (row["min"], row["max"]))
        found = re.search(rf"inrange\(real\({row['variable']}\), (\S+), (\S+)\)", text)
        if any(bounds) and (not found or any(bound and bound != it for bound, it in zip(bounds, found.groups()))):
            failures.append(f"{who}: {row['variable']}: other limits than {bounds}")


def without_mata(text):
    """Returns a script without its function of Mata, and the function."""
    before, _, rest = text.partition("\nmata:\n")
    function, _, after = rest.partition("\nend\n")
    return f"{before}\n{after}", function


def in_python(function):
    """Translates the function of Mata, which has assignments, loops and conditions only, to one of Python."""
    lines, depth = ["def beraad_lines(path, expected):"], 0
    for line in function.split("\n")[1:]:
        line = line.strip()
        if line in ("{", "") or line.startswith(("real ", "string ")):
            depth += line == "{"
        elif line == "}":
            depth -= 1
        else:
            line = line.replace(", .)", ", None)").replace(" != J(0, 0, \"\")", " is not None")
            # A colon-equals within a condition; `&` binds less tightly than a comparison in Mata.
            line = re.sub(r"while \(\((\w+) = (.*?)\)( is not None| > 0)\)", r"while ((\1 := \2)\3)", line).replace(" & ", " and ")
            if one := re.fullmatch(r"if (\(.*\)) (\w+ = \w+)", line):
                line = f"if {one[1]}: {one[2]}"
            if line.endswith("{"):
                line = line[:-1].rstrip() + ":"
            lines.append("    " * depth + line)
            depth += line.endswith(":")
    return "\n".join(lines)


def judge_lines(function):
    """Runs the function that looks at lines on the files with an error."""
    scalars = {}
    names = {
        "char": chr,
        "fopen": lambda path, _: open(path, encoding="utf-8", newline=""),
        "fget": lambda file: (line.rstrip("\r\n") if (line := file.readline()) else None),
        "fclose": lambda file: file.close(),
        "mod": lambda number, by: number % by,
        "strlen": lambda text: len(text.encode()),
        "subinstr": lambda text, old, new: text.replace(old, new),
        "strpos": lambda text, part: text.find(part) + 1,
        "substr": lambda text, start, length: text[start - 1 :] if length is None else text[start - 1 : start - 1 + length],
        "strtrim": str.strip,
        "st_numscalar": lambda name, value: scalars.update({name.removeprefix("beraad_"): int(value)}),
    }
    exec(in_python(function), names)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(csv_folder.glob("*.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            columns = [row for row in VARIABLES if row["block"] == path.stem]
            names["beraad_lines"](path, len(rows[0]))
            if scalars["blank"] or scalars["other"] or scalars["open"] or not scalars["comma"] or not scalars["count"]:
                failures.append(f"lines of {path.name}: {scalars}")
            wanted = {
                "extra column": {"other": 1, "fields": len(rows[0]) + 1},
                "row with more fields": {"other": 3, "fields": len(rows[0]) + 1},
                "row with fewer fields": {"other": 3, "fields": len(rows[0]) - 1},
                "blank line": {"blank": 3},
                "semicolons": {"semicolon": 1, "comma": 0},
                "empty file": {"count": 0},
                "open quote": {"open": 3},
            }
            for invalid in invalid_files.of_block(columns, rows):
                if invalid.name in wanted:
                    file = pathlib.Path(folder) / "invalid.csv"
                    invalid_files.write(file, invalid)
                    names["beraad_lines"](file, len(rows[0]))
                    if not wanted[invalid.name].items() <= scalars.items():
                        failures.append(f"lines of {path.name}: {invalid.name}: {scalars}")
                    checked["files"] += 1


def judge_script(path, block, dataset, who):
    source, function = without_mata(path.read_text(encoding="utf-8"))
    if not checked["files"]:
        judge_lines(function)
    stops(who, source.split("\n"))
    limits(who, block, source)
    commands = tokens(who, source)
    labels, values, names, notes = {}, {}, set(), 0
    for command in commands:
        words = [text for _, text in command]
        if words[0] not in VERBS:
            failures.append(f"{who}: the command {words[0]}")
        for text in words:
            if command[words.index(text)][0] == "word" and text.count("(") != text.count(")") and words[0] == "char":
                failures.append(f"{who}: brackets of {words}")
        plain = " ".join(text for kind, text in command if kind == "word")
        if plain.count("(") != plain.count(")"):
            failures.append(f"{who}: brackets of {plain}")
        if words[:2] == ["label", "variable"]:
            labels[words[2]] = words[3]
        elif words[:2] == ["label", "define"]:
            number = words[3]
            number = FIRST_LETTER + ord(number[1]) - 97 if number.startswith(".") else int(number)
            if number in values.setdefault(words[2], {}):
                failures.append(f"{who}: {words[2]}: two labels of {words[3]}")
            values[words[2]][number] = words[4]
        elif words[:2] == ["label", "data"] and words[2] != dataset["label"]:
            failures.append(f"{who}: the label of the dataset is {words[2]!r}")
        elif words[0] == "recast":
            names.add(words[2])
        elif words[0] == "char":
            notes += 1
    if labels != dataset["labels"] or names != set(labels):
        failures.append(f"{who}: the script has other variables or labels than the dataset")
    judge_numbers(who, block, who.split("/")[0], source, values)
    if values != dataset["values"]:
        failures.append(f"{who}: the script has other value labels than the dataset")
    with open(csv_folder / f"{block}.csv", encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    confirmed = re.findall(r"^capture confirm variable (\w+), exact$", source, re.M)
    if confirmed != header:
        failures.append(f"{who}: confirms {confirmed}")
    if not set(header) <= names:
        failures.append(f"{who}: columns of the CSV without labels: {set(header) - names}")


R = r"""
library(haven)
files <- commandArgs(trailingOnly = TRUE)
show <- function(...) cat(paste(..., sep = "\t"), "\n", sep = "")
for (file in readLines(files[1], encoding = "UTF-8")) {
  d <- read_dta(file)
  stopifnot(nrow(d) == 0)
  for (n in names(d)) {
    show(file, n, "", "", attr(d[[n]], "label"))
    l <- attr(d[[n]], "labels")
    for (i in seq_along(l)) {
      tag <- na_tag(l[i])
      show(file, n, if (is.na(tag)) format(l[[i]], scientific = FALSE) else tag, "v", names(l)[i])
    }
  }
}
"""


def judge_in_r(datasets):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "read.R").write_text(R)
        (folder / "files").write_text("\n".join(map(str, datasets)) + "\n")
        command = ["Rscript", str(folder / "read.R"), str(folder / "files")]
        run = subprocess.run(command, capture_output=True, text=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
        if run.returncode:
            failures.append(f"R haven: {run.stderr.strip()}")
    found = {}
    for line in run.stdout.rstrip("\n").split("\n"):
        if line.count("\t") < 4:
            failures.append(f"R haven: {line}")
            continue
        file, name, value, kind, label = line.split("\t", 4)
        variables, values = found.setdefault(file, ({}, {}))
        if kind:
            value = value.strip()
            values.setdefault(name, {})[FIRST_LETTER + ord(value) - 97 if value.isalpha() else int(float(value))] = label
        else:
            variables[name] = label
    for path, dataset in datasets.items():
        if found.get(str(path)) != (dataset["labels"], dataset["values"]):
            failures.append(f"{path}: R haven reads other labels")
        checked["in R"] += 1


datasets = {}
for language in EDITIONS:
    for path in sorted((handout / "stata" / language).glob("*.dta")):
        dataset = judge_dataset(path, path.stem, language)
        checked["datasets"] += 1
        if dataset:
            datasets[path] = dataset
            judge_script(path.with_suffix(".do"), path.stem, dataset, f"{language}/{path.stem}.do")
            checked["scripts"] += 1
if shutil.which("Rscript"):
    judge_in_r(datasets)
blocks = {row["block"] for row in VARIABLES}
if checked["datasets"] != len(blocks) * len(EDITIONS):
    failures.append(f"{checked['datasets']} datasets of {len(blocks)} blocks in {len(EDITIONS)} languages")
for failure in failures:
    print(failure)
print(", ".join(f"{count} {name}" for name, count in checked.items()) + f", {len(failures)} failures")
sys.exit(1 if failures else 0)
