

def read_csv(path, package="pandas"):
    """Returns the rows of a CSV file, with the types of `DTYPES`, or with package="polars" those of `polars_schema()`.

    All columns are read as texts, and each conversion is checked: a value that cannot be converted is an error that names
    the column. In pandas, dates are periods; in polars, they are the first day of the period. A list stays a text.
    """
    if package == "pandas":
        return _read_pandas(path)
    if package == "polars":
        return _read_polars(path)
    raise ValueError(f"expected package 'pandas' or 'polars', found {package!r}")


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
    "day": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "month": "[0-9]{4}-[0-9]{2}",
    "quarter": "[0-9]{4}-Q[1-4]",
    "year": "[0-9]{4}",
    "number": "-?[0-9]+",
    "decimal": "-?[0-9]+([.][0-9]{1,%d})?",
    "flag": "true|false|1|0",
}
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


def _form(name):
    form = _FORMS.get(KINDS[name])
    return form % DECIMALS[name] if KINDS[name] == "decimal" else form


def _check_header(found):
    missing = [name for name in KINDS if name not in found]
    if missing:
        raise ValueError(f"the file has no column {', '.join(missing)}")


def _refuse(name, row):
    # Without the value, which is confidential.
    raise ValueError(f"column {name}, row {row + 1}: expected a {KINDS[name]}")


def _read_pandas(path):
    import pandas

    frame = pandas.read_csv(path, dtype="str", na_filter=False, encoding="utf-8-sig")
    if not isinstance(frame.index, pandas.RangeIndex):
        # pandas takes the first fields of each row as its name, and moves all others.
        raise ValueError("row 1: the row has more fields than the header")
    _check_header(frame.columns)
    for name, dtype in DTYPES.items():
        text, form = frame[name], _form(name)
        if text.isna().any():
            raise ValueError(f"column {name}, row {text.isna().argmax() + 1}: the row has too few fields")
        if form is not None:
            wrong = (text != "") & ~text.str.fullmatch(form)
            if wrong.any():
                _refuse(name, int(wrong.argmax()))
        known = text.replace(ALIASES.get(name, {})).astype("string")
        if name not in EMPTY_IS_CODE:
            known = known.where(known != "", pandas.NA)
        if KINDS[name] == "flag":
            known = known.map(_FLAGS)
        try:
            frame[name] = known.astype(dtype)
        except (ValueError, TypeError, OverflowError):
            raise ValueError(f"column {name}: not each value is a {KINDS[name]}") from None
    return frame


def _read_polars(path):
    import polars as pl

    frame = pl.read_csv(path, infer_schema=False, empty_string_is_null=False)
    _check_header(frame.columns)
    for name, dtype in polars_schema().items():
        text, form = frame[name], _form(name)
        if text.has_nulls():
            raise ValueError(f"column {name}, row {text.is_null().arg_max() + 1}: the row has too few fields")
        if form is not None:
            wrong = (text != "") & ~text.str.contains(f"^(?:{form})$")
            if wrong.any():
                _refuse(name, wrong.arg_max())
        known = text.replace(ALIASES.get(name, {}))
        if name not in EMPTY_IS_CODE:
            known = known.replace({"": None})
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
            raise ValueError(f"column {name}: not each value is a {KINDS[name]}") from None
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
