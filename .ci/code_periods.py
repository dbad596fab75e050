"""The labels that a code has in the period of a row, and rows with codes outside their periods, for the judges of the packages."""

import calendar
import datetime
import pathlib
import re


def days(text):
    """Returns the first and the last day of a period in a CSV file, as texts."""
    if re.fullmatch(r"\d{4}", text):
        return f"{text}-01-01", f"{text}-12-31"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text, text
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", text)
    year, last = (int(quarter[1]), 3 * int(quarter[2])) if quarter else map(int, text.split("-"))
    first = last - 2 if quarter else last
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def period_like(text, day):
    """Returns the period that contains a day, in the form of another period."""
    year, month = int(day[:4]), int(day[5:7])
    if re.fullmatch(r"\d{4}", text):
        return str(year)
    if "Q" in text:
        return f"{year}-Q{(month + 2) // 3}"
    return day[: len(text)]


def year_ends(handout):
    """Returns the blocks whose rows hold the state at the end of a year, at midnight."""
    modules = pathlib.Path(handout).glob("python/*/*.py")
    return {path.stem for path in modules if "\nYEAR_END = True\n" in path.read_text(encoding="utf-8")}


def after(day, number=1):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(days=number))


def holding(rows, first, last, is_year_end):
    """Returns the lines of `tables/codes.csv`, all of one code, that hold in a row of the period between two days.

    Those of the last day hold, otherwise the last ones within the period. The state at midnight is that of two days: a code that has
    another label on each has none.
    """

    def on(day):
        return [row for row in rows if (row["valid_from"] or "0") <= day <= (row["valid_to"] or "9999")]

    def labels(some):
        return {(row["language"], row["label"]) for row in some}

    found, next_day = on(last), on(after(last)) if is_year_end else []
    if found and next_day and labels(found) != labels(next_day):
        return []
    ends = [row["valid_to"] for row in rows if first <= (row["valid_to"] or "9999") < last]
    return found or next_day or (on(max(ends)) if ends else [])


def rows_of_periods(columns, codes, observation, row, window):
    """Returns rows like another one, with each code of a list before, in and after each of its periods within the window.

    `codes` has the lines of `tables/codes.csv` by list and code.
    """
    found = []
    for column in columns:
        if column["is_list"] == "true" or column["kind"] not in ("code", "amount_class"):
            continue
        for code, meanings in codes.get(column["code_list"], {}).items():
            texts = {}
            for meaning in meanings:
                for end, steps in ((meaning["valid_from"], (-1, 0)), (meaning["valid_to"], (0, 1))):
                    for day in [after(end, step) for step in steps] if end else []:
                        if window[0] <= day <= window[1]:
                            texts[period_like(row[observation], day)] = None
            found += [{**row, observation: text, column["variable"]: code} for text in texts if code]
    return found
