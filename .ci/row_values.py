"""Values of rows as plain Python: from the JSON of the example `arrow_files`, and from the programs that read our files."""

import datetime
import decimal
import math

import pandas


def plain(value):
    """Converts a value that one of the programs returned to plain Python."""
    if value is None or value is pandas.NaT or value is pandas.NA:
        return None
    if isinstance(value, float) and math.isnan(value):
        return None
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, float):
        return decimal.Decimal(repr(value)).normalize()
    if isinstance(value, decimal.Decimal):
        return value.normalize()
    return value


def expected(value, kind):
    """Converts a value of the JSON to the value that the column of the file should hold."""
    if value is None:
        return None
    if isinstance(value, list):
        return [expected(item, kind) for item in value]
    if kind == "year_month":
        year, month = value.split("-")
        return datetime.date(int(year), int(month), 1)
    if kind == "year_quarter":
        year, quarter = value.split("-Q")
        return datetime.date(int(year), 3 * int(quarter) - 2, 1)
    return plain(value)
