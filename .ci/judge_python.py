"""Imports the Python module of every block and edition, and runs all of its functions.

    python .ci/judge_python.py HANDOUT CSV_DIR

Needs pandas 3.1, polars 2.1 and dataframely 3.1 (PyPI).

pandas and polars must read the values of the CSV. The labels of every code must be those of `tables/codes.csv` in every period
in which some meaning changes. The class of dataframely must accept the rows of the CSV, and refuse each row that is changed: a
code that is not in a closed list, a value beyond a bound, a null, a duplicate of a key, a violated rule. pandas and polars must refuse
the files of `invalid_files.py` with the same message, and read the columns in another order. With the program in the variable BERAAD, a
module for one variable must read the file of the whole block.
"""

import calendar
import contextlib
import csv
import datetime
import decimal
import importlib.util
import io
import pathlib
import re
import sys
import tempfile

import invalid_files
import pandas
import polars

handout, csv_folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = []
checked = {name: 0 for name in ("modules", "values", "labels", "refused rows", "rules", "refused files", "modules of a variable")}


def table(name):
    with open(handout / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


VARIABLES, CODES, LISTS, RULES, BLOCKS = (table(name) for name in ("variables", "codes", "code_lists", "rules", "blocks"))
LISTS = {row["code_list"]: row for row in LISTS}
EDITIONS = [name.removeprefix("label_") for name in VARIABLES[0] if name.startswith("label_")]
HIDDEN = "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb]"


def visible(text):
    text = re.sub("[ \n\t\r]+", " ", text)
    return re.sub(HIDDEN, lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def load(path):
    """Imports a module; at import it may define names, and do nothing else."""
    before = set(sys.modules)
    spec = importlib.util.spec_from_file_location(f"block_{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if {name.split(".")[0] for name in set(sys.modules) - before} & {"pandas", "polars", "dataframely"}:
        failures.append(f"{path}: imports a package at import")
    return module


def first_day(kind, text):
    if kind == "day":
        return datetime.date.fromisoformat(text)
    if kind == "month":
        return datetime.date.fromisoformat(f"{text}-01")
    year, quarter = text.split("-Q")
    return datetime.date(int(year), 3 * int(quarter) - 2, 1)


def expected(module, name, text):
    """Returns the value that a field of the CSV should have."""
    kind = module.KINDS[name]
    text = module.ALIASES.get(name, {}).get(text, text)
    if text == "" and name not in module.EMPTY_IS_CODE:
        return None
    if kind in ("day", "month", "quarter"):
        return first_day(kind, text)
    if kind in ("year", "number"):
        return int(text)
    if kind == "decimal":
        return decimal.Decimal(text).normalize()
    if kind == "flag":
        return text in ("true", "1")
    return text


def plain(value):
    """Converts a value of pandas or polars to plain Python."""
    if value is None or value is pandas.NA or value is pandas.NaT:
        return None
    if isinstance(value, pandas.Period):
        return value.start_time.date()
    if isinstance(value, float):
        return decimal.Decimal(repr(value)).normalize()
    if isinstance(value, decimal.Decimal):
        return value.normalize()
    if hasattr(value, "item"):
        return value.item()
    return value


def judge_values(who, module, path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    frames = {package: module.read_csv(path, package) for package in ("pandas", "polars")}
    for package, frame in frames.items():
        for name in module.KINDS:
            found = [plain(value) for value in frame[name].to_list()]
            if found != [expected(module, name, row[name]) for row in rows]:
                failures.append(f"{who}: {package}: column {name} has other values than the CSV")
            checked["values"] += len(found)
    options = {"dtype": module.DTYPES, "keep_default_na": False, "na_values": [""]}
    if not module.ALIASES and not module.EMPTY_IS_CODE:
        direct = pandas.read_csv(path, **options)[list(module.KINDS)]
        if not direct.equals(frames["pandas"]):
            failures.append(f"{who}: pandas.read_csv with DTYPES reads other values")
    types = {name: str(dtype) for name, dtype in frames["pandas"].dtypes.items()}
    if types != module.DTYPES or dict(frames["polars"].schema) != dict(module.polars_schema()):
        failures.append(f"{who}: other types than those of the module")
    return rows, frames


def wrong_text(kind):
    return {"number": ".", "year": "20x1", "decimal": "1,5", "flag": "maybe", "day": "2016-02-31", "month": "2016-13", "quarter": "2016-Q5"}.get(kind)


def judge_errors(who, module, rows, folder):
    """A text that cannot be converted must be an error that names the column."""
    path = folder / "wrong.csv"
    for name, kind in module.KINDS.items():
        if wrong_text(kind) is None:
            continue
        with open(path, "w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows([rows[0], rows[1] | {name: wrong_text(kind)}])
        for package in ("pandas", "polars"):
            try:
                module.read_csv(path, package)
                failures.append(f"{who}: {package}: column {name} accepts {wrong_text(kind)!r}")
            except ValueError as error:
                if f"column {name}" not in str(error):
                    failures.append(f"{who}: {package}: the error does not name column {name}: {error}")


def error_of(module, path, package):
    """Returns the message of an error; None if the file is read."""
    try:
        module.read_csv(path, package)
    except ValueError as error:
        return str(error)
    return None


def judge_counts(who, module, rows, path):
    """A file without rows must be read with a message, and rows outside the window or with an unknown code must be counted."""
    files = [("no row", [], invalid_files.NO_ROW)]
    if module.OBSERVATION_PERIOD:
        changed = invalid_files.outside_window(rows, module.OBSERVATION_PERIOD)
        files.append(("2030", changed, rf"(?m)^1: .*\b{module.OBSERVATION_PERIOD}\b.* window"))
    for name in [name for name in module.LABELS if module.KINDS[name] == "code"][:1]:
        files.append((name, [{**rows[0], name: "zz"}], rf"(?m)^1: .*\b{name}\b"))
    for name, some, pattern in files:
        path.write_text(invalid_files.written([list(rows[0]), *[list(row.values()) for row in some]]), encoding="utf-8")
        for package in ("pandas", "polars"):
            with contextlib.redirect_stdout(io.StringIO()) as out:
                frame = module.read_csv(path, package)
            if len(frame) != len(some) or not re.search(pattern, out.getvalue()):
                failures.append(f"{who}: {package}: {name}: {len(frame)} rows, prints {out.getvalue()!r}")


def judge_invalid_files(who, module, rows, columns, folder):
    """Files with an error must be refused, in both packages with the same message, which shows no value."""
    path = folder / "invalid.csv"
    for invalid in filter(None, invalid_files.of_block(columns, rows) + [invalid_files.not_utf_8(columns, rows)]):
        invalid_files.write(path, invalid)
        message, other = (error_of(module, path, package) for package in ("pandas", "polars"))
        found = ["is read"] if message is None else invalid_files.errors_in_message(invalid, message)
        found += [f"polars: {other}"] if message != other else []
        failures.extend(f"{who}: {invalid.name}: {failure}: {message}" for failure in found)
        checked["refused files"] += 1
    judge_counts(who, module, rows, path)
    names = list(reversed(rows[0]))
    path.write_text(invalid_files.written([names, *[[row[name] for name in names] for row in rows]]), encoding="utf-8")
    for package in ("pandas", "polars"):
        frame = module.read_csv(path, package)
        if list(frame.columns) != list(module.KINDS) or any(
            [plain(it) for it in frame[name].to_list()] != [expected(module, name, row[name]) for row in rows] for name in module.KINDS
        ):
            failures.append(f"{who}: {package}: other values for columns in another order")


def judge_part(who, block, language, columns, folder):
    """A module for one variable must read the file of the whole block, and keep its own columns."""
    variable = invalid_files.part_of(columns)
    if not variable or not invalid_files.generate(folder / f"part-{block}", "python", block, variable):
        return
    module = load(folder / f"part-{block}" / "python" / language / f"{block}.py")
    _, frames = judge_values(who, module, csv_folder / f"{block}.csv")
    for package, frame in frames.items():
        if list(frame.columns) != list(module.KINDS) or variable not in module.KINDS or variable not in module.__doc__:
            failures.append(f"{who}: {package}: columns {list(frame.columns)}")
    checked["modules of a variable"] += 1


def texts_of(list_id, language):
    """Returns the meanings of the published codes of a list: code, period, source and label in a language."""
    found = {}
    for row in CODES:
        if row["code_list"] == list_id and row["code_is_published"] == "true":
            key = (row["code"], row["valid_from"], row["valid_to"], row["source"])
            found.setdefault(key, {}).setdefault(row["language"], row["label"])
    order = [language] + [it for it in EDITIONS if it != language]
    meanings = []
    for (code, start, end, source), labels in found.items():
        names = [labels[it] for it in order if it in labels] or list(labels.values())
        meanings.append((code, start or "0000", end or "9999", source, visible(names[0])))
    return meanings


def label_on(meanings, code, first, last, until):
    """Returns the label of a code by `codes.csv`: that of the last day, otherwise of the whole period."""

    def within(start, end):
        names = []
        for known, begin, finish, source, label in meanings:
            if known != code or begin > end or finish < start:
                continue
            others = [it for it in meanings if it[0] == code and it[1] <= finish and it[2] >= begin]
            differs = source and any(it[3] != source and it[4] != label for it in others)
            name = f"{label} ({visible(source)})" if differs else label
            if name not in names:
                names.append(name)
        return " / ".join(names) or None

    return within(last, until) or within(first, until)


def periods(kind, meanings):
    """Returns periods around each day on which a meaning begins or ends, as texts of the CSV, with their first and last day."""
    days = {"2012-06-15"}
    for _, start, end, _, _ in meanings:
        for day, step in ((start, -1), (start, 0), (end, 0), (end, 1)):
            if len(day) == 10 and "1000" < day < "9000":
                days.add(str(datetime.date.fromisoformat(day) + datetime.timedelta(days=step)))
    found = {}
    for day in map(datetime.date.fromisoformat, sorted(days)):
        year, month = day.year, day.month
        quarter = (month + 2) // 3
        first, last, text = {
            "day": (day, day, str(day)),
            "month": (day.replace(day=1), day.replace(day=calendar.monthrange(year, month)[1]), str(day)[:7]),
            "quarter": (
                datetime.date(year, 3 * quarter - 2, 1),
                datetime.date(year, 3 * quarter, calendar.monthrange(year, 3 * quarter)[1]),
                f"{year}-Q{quarter}",
            ),
            "year": (datetime.date(year, 1, 1), datetime.date(year, 12, 31), str(year)),
        }[kind]
        found[text] = (str(first), last)
    return found


def judge_labels(who, module, language, frames, columns):
    for column in columns:
        name, kind = column["variable"], module.KINDS[column["variable"]]
        if kind != "code":
            continue
        meanings = texts_of(column["code_list"], language)
        codes = list(dict.fromkeys(it[0] for it in meanings))
        if bool(codes) != (name in module.LABELS):
            failures.append(f"{who}: {name}: {len(codes)} codes are published, but LABELS has it: {name in module.LABELS}")
        if not codes:
            continue
        missing = {}
        for row in CODES:
            if row["code_list"] == column["code_list"] and row["code_is_published"] == "true":
                missing.setdefault(row["code"], []).append(row["missing"])
        missing = {code: reasons[0] for code, reasons in missing.items() if all(reasons)}
        if module.MISSING.get(name, {}) != missing:
            failures.append(f"{who}: {name}: other missing codes: {module.MISSING.get(name)}")
        reads = LISTS[column["code_list"]]["read_at"] == "observation_period" and module.OBSERVATION_PERIOD
        if not reads:
            for code in codes:
                pieces = [it[4] for it in meanings if it[0] == code]
                found = module.label_of(polars.DataFrame({name: [code]}), name)[0]
                if any(piece not in found for piece in pieces):
                    failures.append(f"{who}: {name}: code {code!r} is {found!r}")
                checked["labels"] += 1
            continue
        at = module.OBSERVATION_PERIOD
        for text, (first, last) in periods(module.KINDS[at], meanings).items():
            until = str(last + datetime.timedelta(days=1)) if module.YEAR_END else str(last)
            wanted = [label_on(meanings, code, first, str(last), until) for code in codes] + [None, None]
            value = expected(module, at, text)
            data = {name: codes + [None, "never a code"], at: [value] * (len(codes) + 2)}
            in_polars = polars.DataFrame(data, schema_overrides={name: polars.String})
            in_pandas = pandas.DataFrame(data).astype({name: "string"})
            if module.KINDS[at] != "year":
                in_pandas[at] = pandas.PeriodIndex([text] * len(in_pandas), dtype=module.DTYPES[at])
            for package, frame in (("polars", in_polars), ("pandas", in_pandas)):
                found = [plain(it) for it in module.label_of(frame, name).to_list()]
                for code, one, other in zip(data[name], found, wanted):
                    if sorted((one or "").split(" / ")) != sorted((other or "").split(" / ")):
                        failures.append(f"{who}: {package}: {name} in {text}: code {code!r} is {one!r}, not {other!r}")
            checked["labels"] += len(codes)
    for name in module.LABELS:
        if module.KINDS[name] != "list":
            for frame in frames.values():
                module.label_of(frame, name)


def refused(frame, row_class, rule, who):
    """Demands that the class refuses a frame by a rule of this name, and no row in silence."""
    valid, failure = row_class.filter(frame)
    broken = failure.counts()
    checked["refused rows"] += 1
    if not any(rule(name) for name in broken) or row_class.is_valid(frame):
        failures.append(f"{who}: was not refused: {broken}")


def changed(frame, name, value):
    """Returns the first row with another value, and the second row as it is."""
    with_value = polars.Series(name, [value], dtype=frame.schema[name])
    return polars.concat([frame[:1].with_columns(with_value), frame[1:2]])


def judge_class(who, module, frame, columns, key):
    row_class = module.row_class()
    frame = frame.select(list(module.KINDS))
    if key:
        # The rows are drawn one by one: some have the key of another one.
        frame = frame.unique(key, keep="first", maintain_order=True)
    valid, failure = row_class.filter(frame)
    if len(valid) != len(frame):
        failures.append(f"{who}: valid rows are refused: {failure.counts()}")
    row_class.validate(frame)
    for column in columns:
        name = column["variable"]
        of_column = lambda rule, name=name: rule.startswith((f"{name}|", f"column_{name}|")) or rule == "primary_key"
        if column["nullable"] == "false":
            refused(changed(frame, name, None), row_class, of_column, f"{who}: {name}: null")
        listed = LISTS.get(column["code_list"])
        published = {row["code"] for row in CODES if row["code_list"] == column["code_list"] and row["code_is_published"] == "true"}
        if module.KINDS[name] == "code" and listed and closed(listed):
            for code in ("never", "", "\u2028", next(iter(published)) + " "):
                if code not in published:
                    refused(changed(frame, name, code), row_class, of_column, f"{who}: {name}: code {code!r}")
        if column["is_list"] == "true":
            continue
        for bound, step in (("min", -1), ("max", 1)):
            smallest = 0 if str(frame.schema[name]).startswith("UInt") else None
            if column[bound] and (value := int(column[bound]) + step) != (smallest or 0) - (smallest is not None):
                value = decimal.Decimal(value) if module.KINDS[name] == "decimal" else value
                refused(changed(frame, name, value), row_class, of_column, f"{who}: {name}: {value}")
    if key:
        refused(polars.concat([frame, frame[:1]]), row_class, lambda rule: rule in ("primary_key", "rule_key"), f"{who}: key")
    for rule in RULES:
        if rule["block"] == module.BLOCK:
            judge_rule(who, row_class, frame, rule)


def closed(listed):
    is_reference = listed["status"] in ("reference", "related")
    return (listed["kind"] == "closed" and not is_reference) or listed["supplied_complete"] == "true"


def candidates(frame, name):
    """Returns values to try in a column: nulls, small and large ones, and those that occur."""
    known = frame[name].drop_nulls().unique().sort()
    values = [None, *known.to_list()[:3], *known.to_list()[-3:]]
    dtype = frame.schema[name]
    if dtype == polars.Date:
        values += [datetime.date(1900, 1, 1), datetime.date(2900, 1, 1)]
    elif dtype.is_integer():
        values += [0, 1, 100]
    elif dtype == polars.Boolean:
        values += [True, False]
    elif dtype.is_decimal():
        values += [decimal.Decimal(0), decimal.Decimal(1), decimal.Decimal(99)]
    elif dtype == polars.String:
        values += ["0", "1", "2", "3", "A"]
    return list(dict.fromkeys(values))


def judge_rule(who, row_class, frame, rule):
    """As many rows must break a rule as its expression says, when its columns get many values."""
    names = rule["columns"].split("; ")
    frames = [frame[:20]]
    for name in names:
        frames = [
            one.with_columns(polars.lit(value, dtype=frame.schema[name]).alias(name))
            for one in frames
            for value in candidates(frame, name)
        ][:400] + frames
    every = polars.concat(frames)
    broken = row_class.filter(every)[1].counts().get(f"rule_{rule['id']}", 0)
    wanted = every.with_columns(polars.selectors.integer().cast(polars.Int64)).select(polars.sql_expr(in_sql(rule["expression"])))
    # A condition that is unknown is not violated.
    wanted = wanted.to_series().fill_null(True).not_().sum()
    if not broken or broken != wanted:
        failures.append(f"{who}: {broken} rows break the rule {rule['id']}, and {wanted} should: {rule['expression']}")
    checked["rules"] += 1


def in_sql(expression):
    """Translates the expression of a rule, as `rules.csv` has it, to SQL: by another way than the modules."""
    sql = re.sub(r"YearQuarter::new\((\d+), (\d)\)", lambda it: f"DATE '{it[1]}-{3 * int(it[2]) - 2:02}-01'", expression)
    sql = re.sub(r"YearMonth::new\((\d+), (\d+)\)", lambda it: f"DATE '{it[1]}-{int(it[2]):02}-01'", sql)
    sql = re.sub(r"Year::new\((\d+)\)", r"\1", sql)
    sql = re.sub(r"Code::<\w+>::new\(\"(.*?)\"\)", r"'\1'", sql)
    sql = re.sub(r"matches!\((.*?), ([^()]*)\)", lambda it: f"({it[1]}) IN ({it[2].replace(' | ', ', ')})", sql)
    sql = sql.replace(".is_none()", " IS NULL").replace(".is_some()", " IS NOT NULL")
    sql = sql.replace("||", "OR").replace("&&", "AND").replace("==", "=").replace("!=", "<>")
    return re.sub(r"!(?=[\w(])", "NOT ", sql)


with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
    for language in EDITIONS:
        for path in sorted((handout / "python" / language).glob("*.py")):
            block, who = path.stem, f"{language}/{path.stem}"
            module = load(path)
            columns = [row for row in VARIABLES if row["block"] == block]
            rows, frames = judge_values(who, module, csv_folder / f"{block}.csv")
            judge_errors(who, module, rows, pathlib.Path(folder))
            if language == EDITIONS[0]:
                judge_invalid_files(who, module, rows, columns, pathlib.Path(folder))
                judge_part(who, block, language, columns, pathlib.Path(folder))
            judge_labels(who, module, language, frames, columns)
            key = [row["variable"] for row in columns if row["is_key"] == "true"]
            judge_class(who, module, frames["polars"], columns, key)
            for row in columns:
                label = module.VARIABLES[row["variable"]]["label"]
                if label != visible(row[f"label_{language}"] or label):
                    failures.append(f"{who}: {row['variable']}: label {label!r}")
            checked["modules"] += 1
if checked["modules"] != len(BLOCKS) * len(EDITIONS):
    failures.append(f"{checked['modules']} modules of {len(BLOCKS)} blocks in {len(EDITIONS)} languages")
for failure in failures:
    print(failure)
print(", ".join(f"{count} {name}" for name, count in checked.items()) + f", {len(failures)} failures")
sys.exit(1 if failures else 0)
