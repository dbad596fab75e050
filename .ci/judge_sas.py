"""Checks the SAS scripts of a handout: python .ci/judge_sas.py HANDOUT CSV_DIR

There is no SAS here. CSV_DIR has `<block>.csv` for each block, as `.ci/csv_rows.py` writes it. Needs saslite 0.4 and pandas below 3
(PyPI), which read a part of the language.

- A tokenizer of our own reads each script: quotes and comments end, each statement begins with a word that its step has, no line is
  longer than SAS reads, no label longer than 256 bytes, no name longer than 32, no name of a format longer than 31 or with a digit at
  its end, and each format that is used exists. A percent sign or ampersand is in single quotes only.
- The formats and the statements `when` give each row of the CSV the label that `tables/codes.csv` has for its code, in the period of
  the row, and every missing code a letter. Two codes never have one label.
- A number that is outside the limits of its type becomes missing, and is counted; the script stops at another number of fields.
- saslite parses one statement of each form. Those that it cannot read are listed; the summary counts them.

saslite 0.4 cannot read hexadecimal texts, `.` and `.A` as missing values, `abort`, `xattr`, `put` with `+(-1)`, `set` with `end=`, an
`else` of its own and an `input` of one column: these forms are checked by the tokenizer alone, as are doubled quotes, which are
replaced before saslite reads them. No script is run, so that values and counts are not compared.
"""

import collections
import csv
import datetime
import json
import pathlib
import re
import sys

import code_periods

TOKEN = re.compile(r"""(?P<comment>/\*.*?\*/)|(?P<text>'(?:[^']|'')*'(?P<suffix>[xd]\b)?)|(?P<space>\s+)
    |(?P<number>\.[A-Z](?![A-Za-z0-9_])|-?\d+(?:\.\d+)?|\.(?![A-Za-z]))|(?P<name>\$?[A-Za-z_][A-Za-z0-9_]*\.?)|(?P<sign>[-+*/=<>(),;$:.?@]+?)""", re.X | re.S)
STATEMENTS = {
    "": {"options", "libname", "data", "proc"},
    "format": {"value", "run"},
    "sort": {"by", "run"},
    "datasets": {"modify", "xattr", "quit"},
    "data": {"length", "retain", "label", "format", "infile", "input", "if", "put", "abort", "else", "end", "select", "when", "otherwise", "drop", "set", "by", "run", "=", "return", "stop", "beraad_eof"},
}


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_invisible(char):
    return ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u200b\u200e\u200f\u061c\ufeff\u2028\u2029" or "\u202a" <= char <= "\u202e" or "\u2060" <= char <= "\u206f"


def shown(text):
    text = re.sub(r"[ \n\t\r]+", " ", text)
    return "".join(f"⟨U+{ord(char):04X}⟩" if is_invisible(char) else char for char in text)


def value(token):
    """Returns the text of a quoted token."""
    if token.endswith("'x"):
        return bytes.fromhex(token[1:-2]).decode()
    if token.endswith("'d"):
        return datetime.datetime.strptime(token[1:-2], "%d%b%Y").date().isoformat()
    return token[1:-1].replace("''", "'")


class Script:
    """The statements of a script: a list of tokens for each, with the step to which it belongs."""

    def __init__(self, text):
        self.failures, self.statements = [], []
        if any(len(line.encode()) > 32767 for line in text.split("\n")):
            self.failures.append("a line is longer than SAS reads")
        at, step, statement = 0, "", []
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                self.failures.append(f"no token: {text[at:at + 40]!r}")
                return
            at = match.end()
            if match.lastgroup in ("space", "comment") or match["comment"] or match["space"]:
                continue
            if match[0] != ";":
                statement.append(match[0])
                continue
            if statement:
                step = self.add(step, statement)
            statement = []
        if statement or step:
            self.failures.append(f"the end is missing: {step} {statement[:5]}")

    def add(self, step, statement):
        first = statement[0]
        word = "=" if len(statement) > 1 and statement[1] in ("=", "+") else first
        if word not in STATEMENTS[step]:
            self.failures.append(f"{first!r} in step {step!r}")
        if statement.count("(") != statement.count(")"):
            self.failures.append(f"brackets: {' '.join(statement)[:100]}")
        if first == "data" or first == "proc":
            step = "data" if first == "data" else statement[1]
        self.statements.append((step, statement))
        return "" if first in ("run", "quit") else step


class Meaning:
    """What a script says of columns: labels, formats, and the numbers of codes."""

    def __init__(self, script):
        self.failures, self.labels, self.format_of, self.formats = script.failures, {}, {}, {}
        # For each companion: its column, its period, and the number of each code.
        self.companions, self.input = {}, []
        self.text_of = {}
        column, within = None, None
        for step, words in script.statements:
            if words[0] == "value":
                self.value(words)
            elif words[0] == "label":
                self.labels[words[1]] = value(words[3])
            elif words[0] == "format" and step == "data":
                self.format_of[words[1]] = words[2].rstrip(".")
            elif words[0] == "input" and len(words) > 3:
                self.input = words[1::3]
            elif words[0] == "if" and words[-2:] == ["then", "do"]:
                within = words
            elif words[0] == "select":
                column = words[2]
            elif words[0] == "when":
                companion = self.companions.setdefault(words[4], (column, {}))
                companion[1].setdefault(value(words[2]), (words[6], self.periods(within)))
            elif words[0] == "end":
                column, within = None, within if column else None
            elif words[0] == "otherwise":
                continue
            elif re.fullmatch(r"beraad_\d+", words[2] if len(words) == 3 else "") and words[1] == "=":
                self.text_of[words[0]] = words[2]

    def value(self, words):
        name = words[1]
        if len(name.lstrip("$")) > 31 or name[-1].isdigit() or name in self.formats:
            self.failures.append(f"the name of the format {name}")
        keys = words[2::3]
        if any(sign != "=" for sign in words[3::3]) or len(words) % 3 != 2:
            self.failures.append(f"the format {name} is not a list of keys and labels")
        keys = [value(key) if key.startswith("'") else key for key in keys]
        labels = [value(label) for label in words[4::3]]
        if len(set(keys)) != len(keys) or len(set(labels)) != len(labels):
            self.failures.append(f"the format {name} has a key or a label twice")
        self.formats[name] = dict(zip(keys, labels))

    @staticmethod
    def periods(words):
        """Returns the periods of a condition, which may have alternatives: the first and the last day of each."""
        periods = [["0", "9999"]]
        for place, word in enumerate(words or []):
            if word == "or":
                periods.append(["0", "9999"])
            elif word.endswith("'d") and "".join(words[place - 2:place]).endswith(">="):
                periods[-1][0] = max(periods[-1][0], value(word))
            elif word.endswith("'d"):
                periods[-1][1] = min(periods[-1][1], value(word))
        return periods


class Judge:
    def __init__(self, folder, csv_folder):
        tables = pathlib.Path(folder) / "tables"
        self.scripts, self.csv_folder = pathlib.Path(folder) / "sas", csv_folder
        self.blocks = {row["block"]: row for row in read_csv(tables / "blocks.csv")}
        self.variables = read_csv(tables / "variables.csv")
        self.codes = {}
        for row in read_csv(tables / "codes.csv"):
            if row["code_is_published"] == "true":
                self.codes.setdefault(row["code_list"], {}).setdefault(row["code"], []).append(row)
        self.lists = {row["code_list"]: row for row in read_csv(tables / "code_lists.csv")}
        window = json.loads((pathlib.Path(folder) / "model.json").read_text(encoding="utf-8"))["deliberation"]["window"].get("period", {})
        self.window = window.get("from") or "0", window.get("to") or "9999"
        self.year_ends = code_periods.year_ends(folder)
        self.forms, self.checked = {}, 0

    def judge(self, language, block):
        script = Script((self.scripts / language / f"{block}.sas").read_text())
        for step, words in script.statements:
            self.form(step, words)
        if script.failures:
            return script.failures
        meaning = Meaning(script)
        rows = read_csv(self.csv_folder / f"{block}.csv")
        columns = [row for row in self.variables if row["block"] == block]
        if len(meaning.input) != len(rows[0]) or [row["variable"] for row in columns] != list(rows[0]):
            meaning.failures.append("the columns that are read")
        text = (self.scripts / language / f"{block}.sas").read_text()
        if f"beraad_fields ne {len(columns)} then do" not in text:
            meaning.failures.append("does not stop at another number of fields")
        for column in columns:
            self.column(meaning, language, block, column, rows)
            bounds = {"serial_number": ("1", "2147483620")}.get(column["kind"], (column["min"], column["max"]))
            found = re.search(rf"if {column['variable']} < (\S+) or {column['variable']} > (\S+) then {column['variable']} = \.;", text)
            if column["is_list"] == "false" and any(bounds) and (not found or any(it and it != other for it, other in zip(bounds, found.groups()))):
                meaning.failures.append(f"{column['variable']}: other limits than {bounds}")
        for name, label in meaning.labels.items():
            if len(label.encode()) > 256 or len(name) > 32:
                meaning.failures.append(f"the name or the label of {name} is too long")
        for name, used in meaning.format_of.items():
            if re.match(r"\$?f\d", used) and used not in meaning.formats:
                meaning.failures.append(f"{name}: no format {used}")
        return meaning.failures

    def form(self, step, words):
        """Keeps one statement of each form."""
        form = [re.sub(r"^'.*'", "''", word, flags=re.S) for word in words]
        form = [re.sub(r"^\.[A-Z]$", ".A", re.sub(r"^\d+", "1", word)) for word in form]
        known = {"length", "label", "format", "input", "drop", "value", "when", "if", "put", "by", "xattr", "select", "data", "proc", "infile"}
        form = [word if place == 0 or word.rstrip(".") in known or not re.match(r"[A-Za-z_]", word) else "x" for place, word in enumerate(form)]
        if len(form) > 1 and form[1] in ("=", "+"):
            form[0] = "x"
        short = " ".join(form[:7])
        self.forms.setdefault((step, short), words)

    def column(self, meaning, language, block, column, rows):
        name = column["variable"]
        expected = column.get(f"label_{language}")
        found = meaning.labels.get(name, "")
        if expected and found != shown(expected) and not found.endswith("…"):
            meaning.failures.append(f"{name}: the label {found!r}")
        if column["is_list"] == "true" or column["kind"] not in ("code", "amount_class"):
            return
        if meaning.text_of.get(name) not in meaning.input:
            meaning.failures.append(f"{name}: is not the text that is read")
        companions = {other: it for other, it in meaning.companions.items() if it[0] == name}
        codes = self.codes.get(column["code_list"], {})
        if bool(companions) != any(code or column["nullable"] == "false" for code in codes):
            meaning.failures.append(f"{name}: companions {list(companions)}")
        observation = self.blocks[block]["observation_period"]
        reads = observation and self.lists[column["code_list"]]["read_at"] == "observation_period"
        for row in rows:
            period = (*code_periods.days(row[observation]), block in self.year_ends) if reads else None
            self.code(meaning, language, column, companions, row[name], period)
        if reads:
            for row in code_periods.rows_of_periods([column], self.codes, observation, rows[0], self.window):
                period = (*code_periods.days(row[observation]), block in self.year_ends)
                self.code(meaning, language, column, companions, row[name], period)

    def code(self, meaning, language, column, companions, code, period):
        name = column["variable"]
        rows = self.codes.get(column["code_list"], {}).get(code, []) if code or column["nullable"] == "false" else []
        rows = code_periods.holding(rows, *period) if period else rows
        found, day = [], period[1] if period else None
        for other, (_, numbers) in companions.items():
            number, periods = numbers.get(code, (None, []))
            if any(not day or first <= day <= last for first, last in periods):
                label = meaning.formats[meaning.format_of[other]][number]
                found.append(label)
                is_missing = all(row["missing"] for row in self.codes[column["code_list"]][code])
                if is_missing != number.startswith("."):
                    meaning.failures.append(f"{other}: the number {number} of {code!r}")
                if len(companions) == 1 and all(it == [["0", "9999"]] for _, it in numbers.values()):
                    if meaning.formats[meaning.format_of[name]].get(code) != label:
                        meaning.failures.append(f"{name}: the label of {code!r} in the format of the column")
        self.checked += 1
        options = {shown(row["label"]) for row in rows}
        if len(found) != bool(rows) or found and not any(text in found[0] or found[0].split("…")[0] in text for text in options):
            meaning.failures.append(f"{name}: {code!r} on {day} has {[it[:80] for it in found]}, expected {[it[:80] for it in options]}")

    def saslite(self):
        """Parses one statement of each form, and returns the numbers of those that saslite reads and does not read."""
        from saslite.parser.program_parser import ProgramParser

        parser, read, unread = ProgramParser(), 0, collections.Counter()
        wrap = {"data": "data x; {} run;", "format": "proc format; {} run;", "sort": "proc sort data=x; {} run;", "datasets": "proc datasets library=x; {} quit;", "": "{}"}
        for (step, form), words in self.forms.items():
            if words[0] in ("run", "quit", "end", "do", "otherwise", "proc", "data") or words[-1] == "do":
                continue
            text = " ".join(word[:60] + "'" if len(word) > 200 else word for word in words)
            # saslite has no doubled quotes: they are checked by the tokenizer.
            text = re.sub(r"'(?:[^']|'')*'(?=[^']|$)", lambda it: "'" + it[0][1:-1].replace("''", "’").replace("&", "+").replace("%", "+") + "'", text)
            text = re.sub(r"(\S+)\.(?=\s|$|\))", r"\1.", re.sub(r"(?<=\$) ", "", text))
            text = f"select ({words[4]}); {text}; end" if words[0] == "when" else f"{text}; end" if words[0] == "select" else text
            try:
                parser.parse(wrap[step].format(text + ";"))
                read += 1
            except Exception:  # saslite and lark raise many kinds
                unread[f"{step} {words[0]}: {form[:70]}"] += 1
        return read, unread


def main():
    judge = Judge(sys.argv[1], pathlib.Path(sys.argv[2]))
    failures, scripts = [], 0
    for folder in sorted(judge.scripts.iterdir()):
        for path in sorted(folder.glob("*.sas")):
            scripts += 1
            failures += [f"{folder.name}/{path.name}: {failure}" for failure in dict.fromkeys(judge.judge(folder.name, path.stem))]
    read, unread = judge.saslite()
    for failure in failures:
        print(failure[:400])
    for form in sorted(unread):
        print(f"saslite cannot read: {form}")
    expected = len(list(judge.scripts.iterdir())) * len(list(judge.csv_folder.glob("*.csv")))
    print(f"SAS: {scripts} of {expected} scripts, {judge.checked} codes, saslite reads {read} forms and not {len(unread)}, {len(failures)} failures")
    sys.exit(1 if failures or scripts != expected else 0)


main()
