

def read_csv(path, package="pandas"):
    """Returns the rows of a CSV file, with the types of `DTYPES`, or with package="polars" those of `polars_schema()`.

    The file has the columns `FILE_COLUMNS` in any order, and those of `KINDS` are kept. All columns are read as texts, and
    each conversion is checked: a value that cannot be converted, or is outside the `LIMITS`, is an error that names the
    column, the number of rows and the first line of the file. The header is line 1. A blank line, and a line with more or
    fewer fields than the header, is an error. In pandas, dates are periods; in polars, they are the first day of the
    period. A list stays a text.

    The numbers of rows with a code that has no label, and of rows outside `WINDOWS`, are printed: see `count_rows`.
    """
    if package not in ("pandas", "polars"):
        raise ValueError(f"expected package 'pandas' or 'polars', found {package!r}")
    _check_lines(path)
    frame = _read_pandas(path) if package == "pandas" else _read_polars(path)
    for message, count in count_rows(frame).items():
        print(f"{count}: {message}")
    if len(frame) == 0:
        print("the file has no row")
    return frame


def count_rows(frame):
    """Returns the numbers of rows that `read_csv` prints, by message: those with a code that has no label in their period, and
    those outside `WINDOWS`. One without such rows is left out.
    """
    counts = {}
    for name in LABELS:
        if KINDS[name] != "code":
            continue
        reads = OBSERVATION_PERIOD is not None and READ_AT.get(name) == "observation_period"
        groups = _groups(frame, [name, OBSERVATION_PERIOD] if reads else [name])
        known = zip(groups[name].to_list(), label_of(groups, name).to_list(), groups["beraad_rows"].to_list())
        of_period = " of this period" if reads else ""
        message = f"rows with a code of {name} that is not in the list{of_period}"
        counts[message] = sum(rows for code, label, rows in known if not _is_null(code) and _is_null(label))
    if OBSERVATION_PERIOD is not None:
        groups = _groups(frame, [OBSERVATION_PERIOD])
        periods = zip(groups[OBSERVATION_PERIOD].to_list(), groups["beraad_rows"].to_list())
        message = f"rows whose {OBSERVATION_PERIOD} is outside the window of the decision"
        counts[message] = sum(rows for period, rows in periods if not _is_null(period) and not _is_in_windows(period))
    return {message: count for message, count in counts.items() if count > 0}


def label_of(frame, column, on=None):
    """Returns the labels of the codes or flags of a column, one for each row of a frame that `read_csv` returned.

    The observation period of the row decides what a code means, if `READ_AT` says it; `on` names another column with dates.
    Without a date, all labels that the code has at some time are joined, each with its period. A code that has no label at
    that time has none.
    """
    if KINDS[column] == "list":
        raise TypeError(f"column {column} holds lists: look up each code in LABELS[{column!r}]")
    if column not in LABELS:
        raise KeyError(f"no code of column {column} is known with its text")
    if on is None and READ_AT.get(column) == "observation_period":
        on = OBSERVATION_PERIOD
    codes = frame[column].to_list()
    if on is None:
        labels = _each([(code, None) for code in codes], lambda code, _: _label(column, code, None))
    else:
        kind, ends = KINDS[on], YEAR_END and on == OBSERVATION_PERIOD
        if kind not in _FORMS or kind in ("number", "decimal", "flag"):
            raise TypeError(f"column {on} holds no dates")
        labels = _each(
            zip(codes, frame[on].to_list()),
            lambda code, date: _label(column, code, None if _is_null(date) else _days(kind, date), ends),
        )
    if type(frame).__module__.startswith("polars"):
        import polars as pl

        return pl.Series(column, labels, dtype=pl.String)
    import pandas

    return pandas.Series(labels, index=frame.index, name=column, dtype="string")


_FORMS = {
    "day": "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}",
    "month": "[1-9][0-9]{3}-[0-9]{2}",
    "quarter": "[1-9][0-9]{3}-Q[1-4]",
    "year": "[1-9][0-9]{3}",
    "number": "-?[0-9]+",
    "decimal": "-?[0-9]+([.][0-9]{1,%d})?",
    "flag": "true|false|1|0",
}
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


def _form(name):
    form = _FORMS.get(KINDS[name])
    return form % DECIMALS[name] if KINDS[name] == "decimal" else form


_EXAMPLES = {"day": "2016-03-17", "month": "2016-03", "quarter": "2016-Q1"}


def _records(path):
    """Yields the number of the first line and the fields of the header and of each row."""
    import csv

    first = 1
    with open(path, newline="", encoding="utf-8-sig") as file:
        reader = csv.reader(file, strict=True)
        try:
            for fields in reader:
                yield first, fields
                first = reader.line_num + 1
        except csv.Error as error:
            if "end of data" in str(error):
                raise ValueError(f"line {first} of the file has a quotation mark that is not closed") from None
            raise ValueError(f"line {first} of the file: {error}") from None


def _check_lines(path):
    """Checks the header, and the number of fields of each line: the packages fill, cut or skip lines."""
    try:
        records = _records(path)
        _, header = next(records, (1, None))
        _check_header(header)
        for line, fields in records:
            if not any(fields) and len(fields) <= 1 < len(header) or not fields:
                raise ValueError(f"line {line} of the file is blank: remove it")
            if len(fields) != len(header):
                raise ValueError(f"line {line} of the file has {len(fields)} fields: expected {len(header)}")
    except UnicodeDecodeError:
        line = _first_line_not_in_utf_8(path)
        raise ValueError(f"line {line} of the file is not in UTF-8: save the file as CSV in UTF-8") from None


def _first_line_not_in_utf_8(path):
    with open(path, "rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number


def _check_header(found):
    if found is None:
        raise ValueError("the file is empty")
    if len(found) <= 1 < len(FILE_COLUMNS):
        first = "".join(found)
        signs = [repr(sign) for sign in (";", "\t", "|") if sign in first]
        sign = f", but {signs[0]}" if signs else ""
        raise ValueError(f"the first line of the file has no comma{sign}: expected a comma between the columns")
    missing = [name for name in KINDS if name not in found]
    if missing:
        raise ValueError(f"the file has no column {', '.join(missing)}")
    for place, name in enumerate(found):
        if name not in FILE_COLUMNS:
            raise ValueError(f"the file has a column that the block does not have: {name[:40]}")
        if name in found[:place]:
            raise ValueError(f"the file has two columns {name}")


def _is_wrong(name, text):
    """Returns true if a text is not a value of the column: it has another form, is outside the limits, or is not a date."""
    import datetime
    import decimal
    import re

    kind, form = KINDS[name], _form(name)
    if text == "" or form is None:
        return False
    if not re.fullmatch(form, text, re.ASCII):
        return True
    if name in LIMITS:
        least, most = LIMITS[name]
        return not least <= decimal.Decimal(text) <= most
    try:
        if kind in ("day", "month"):
            datetime.date.fromisoformat(text if kind == "day" else f"{text}-01")
    except ValueError:
        return True
    return False


def _refuse(path, name, texts):
    """Raises an error with the number of rows whose value is not of the type; without the value, which is confidential."""
    rows = [row for row, text in enumerate(texts) if _is_wrong(name, text)]
    kind = KINDS[name]
    expected = f"a {kind} such as {_EXAMPLES[kind]}" if kind in _EXAMPLES else "one of " + ", ".join(_FLAGS)
    if name in LIMITS:
        least, most = LIMITS[name]
        expected = f"a {'' if kind == 'decimal' else 'whole '}number from {least} to {most}"
        if kind == "decimal":
            expected += f" with at most {DECIMALS[name]} decimals"
    line = next(line for row, (line, _) in enumerate(_records(path), start=-1) if row == rows[0])
    raise ValueError(
        f"column {name}: rows whose value is not {expected}: {len(rows)}, the first one is in line {line}"
    )


def _read_pandas(path):
    import pandas

    frame = pandas.read_csv(path, dtype="str", na_filter=False, encoding="utf-8-sig", index_col=False)[list(KINDS)]
    for name, dtype in DTYPES.items():
        text, form = frame[name], _form(name)
        if form is not None and ((text != "") & ~text.str.fullmatch(form)).any():
            _refuse(path, name, text)
        known = text.replace(ALIASES.get(name, {})).astype("string")
        if name not in EMPTY_IS_CODE:
            known = known.where(known != "", pandas.NA)
        if name in LIMITS:
            number = pandas.to_numeric(text.where(text != "", None))
            if (number.notna() & ~number.between(*LIMITS[name])).any():
                _refuse(path, name, text)
        if KINDS[name] == "flag":
            known = known.map(_FLAGS)
        try:
            frame[name] = known.astype(dtype)
        except (ValueError, TypeError, OverflowError):
            if any(_is_wrong(name, it) for it in text):
                _refuse(path, name, text)
            raise
    return frame


def _read_polars(path):
    import polars as pl

    try:
        frame = pl.read_csv(path, infer_schema=False, empty_string_is_null=False).select(list(KINDS))
    except pl.exceptions.ComputeError:
        # The error of polars shows values, which are confidential.
        marked = [line for line, fields in _records(path) if any('"' in field for field in fields)]
        line = f", perhaps line {marked[0]}" if marked else ""
        raise ValueError(f"polars cannot read a line of the file{line}: a quotation mark within a field must be doubled") from None
    for name, dtype in polars_schema().items():
        text, form = frame[name], _form(name)
        if form is not None and ((text != "") & ~text.str.contains(f"^(?:{form})$")).any():
            _refuse(path, name, text)
        known = text.replace(ALIASES.get(name, {}))
        if name not in EMPTY_IS_CODE:
            known = known.replace({"": None})
        if name in LIMITS and not known.cast(pl.Float64).is_between(*LIMITS[name]).all():
            _refuse(path, name, text)
        if KINDS[name] == "flag":
            known = known.replace_strict(_FLAGS, default=None, return_dtype=pl.Boolean)
        if KINDS[name] == "month":
            known = known + "-01"
        if KINDS[name] == "quarter":
            for quarter, month in enumerate(("01", "04", "07", "10"), start=1):
                known = known.str.replace(f"-Q{quarter}", f"-{month}-01", literal=True)
        try:
            known = known.str.to_date("%Y-%m-%d") if dtype == pl.Date else known.cast(dtype)
        except pl.exceptions.PolarsError:
            if any(_is_wrong(name, it) for it in text):
                _refuse(path, name, text)
            raise
        frame = frame.with_columns(known.alias(name))
    return frame


def _is_null(value):
    # NaN, NaT and NA differ from themselves, or cannot be compared.
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value


def _days(kind, value):
    """Returns the first and the last day of a period."""
    from datetime import date, timedelta

    if kind == "year":
        return date(value, 1, 1), date(value, 12, 31)
    # The month of a quarter of pandas is its last one.
    value = getattr(value, "start_time", value)
    first = date(value.year, value.month, value.day)
    if kind == "day":
        return first, first
    months = first.year * 12 + first.month - 1 + (3 if kind == "quarter" else 1)
    return first.replace(day=1), date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _groups(frame, names):
    """Returns the different values of columns, with the number of rows of each in the column `beraad_rows`."""
    if type(frame).__module__.startswith("polars"):
        import polars as pl

        return frame.group_by(names).agg(pl.len().alias("beraad_rows"))
    return frame[names].groupby(names, dropna=False, observed=True).size().reset_index(name="beraad_rows")


def _is_in_windows(period):
    first, last = _days(KINDS[OBSERVATION_PERIOD], period)
    return any(start <= str(first) and (end is None or str(last) <= end) for start, end in WINDOWS)


def _each(pairs, label):
    """Looks up the label of each pair of a code and a date, and of equal pairs only once."""
    known, labels = {}, []
    for code, date in pairs:
        if _is_null(code):
            labels.append(None)
            continue
        if (code, date) not in known:
            known[code, date] = label(code, date)
        labels.append(known[code, date])
    return labels


def _label(column, code, days, at_midnight=False):
    from datetime import timedelta

    meanings = [(start, end, labels[code]) for start, end, labels in LABELS[column] if code in labels]
    if days is None:
        names = list(dict.fromkeys(label for _, _, label in meanings))
        if len(names) > 1:
            names = [
                label if start is None and end is None else f"{label} ({start or ''}/{end or ''})"
                for start, end, label in meanings
            ]
        return " / ".join(names) or None

    def within(first, last):
        found = [
            label
            for start, end, label in meanings
            if (start is None or start <= str(last)) and (end is None or end >= str(first))
        ]
        return " / ".join(dict.fromkeys(found)) or None

    first, last = days
    # The state at the end of a year, at midnight, is that of two days.
    until = last + timedelta(days=1) if at_midnight else last
    return within(last, until) or within(first, until)
