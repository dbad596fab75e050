"""The checks of a delivery in dataframely, on polars.

    python dataframely_delivery.py csv|parquet FOLDER

Prints the same line as `duckdb_delivery.py`. A CSV file is read as texts, which dataframely casts to the types of the schema: only so
does it count the fields that are not values.
"""

import json
import os
import resource
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "2"

import dataframely as dy
import polars as pl

form, folder = sys.argv[1:3]
is_csv = form == "csv"

MARKS = ["na", "n/a", "n.a.", "#n/a", "#na", "#n/b", "<na>", "null", "(null)", "<null>", "nan", "-nan", "nat", "none", "nil", "\\n"]
MONTH_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])$"
QUARTER_PATTERN = r"^[0-9]{4}-Q[1-4]$"


def serial(**options):
    return dy.UInt32(min=1, max=2147483620, nullable=False, **options)


def quarter(**options):
    return dy.String(regex=QUARTER_PATTERN, nullable=False, **options) if is_csv else dy.Date(nullable=False, **options)


def flag():
    # polars casts no text to a flag.
    return dy.String(nullable=True, check={"flag": lambda it: it.is_in(["true", "false"])}) if is_csv else dy.Bool(nullable=True)


def month():
    return dy.String(regex=MONTH_PATTERN, nullable=True) if is_csv else dy.Date(nullable=True)


def number(min=-99_999_999_999):
    if is_csv:
        return dy.Float64(min=min, max=99_999_999_999, nullable=True, check={"decimals": lambda it: it == it.round(4)})
    return dy.Decimal(precision=15, scale=4, min=min, nullable=True)


def code(**options):
    return dy.String(nullable=True, max_length=8, **options)


def supplied_code():
    return code(check={"mark": lambda it: ~it.str.to_lowercase().is_in(MARKS)})


def in_window(column):
    if is_csv:
        return column.is_between(pl.lit("2005-Q1"), pl.lit("2016-Q4")) | ~column.str.contains(QUARTER_PATTERN)
    return column.is_between(pl.date(2005, 1, 1), pl.date(2016, 12, 31))


def at(text):
    """The first day of a quarter, in the form of the source."""
    if is_csv:
        return pl.lit(text)
    return pl.date(int(text[:4]), 3 * int(text[6]) - 2, 1)


class UnemploymentStatus(dy.Schema):
    person = serial(primary_key=True)
    quarter = quarter(primary_key=True)
    unemployment_activated = flag()
    lea_employed = flag()
    job_seeker = flag()
    exempt_from_registration = flag()
    benefit_and_self_employment = flag()
    unemployed_with_pcsw_support = flag()

    @dy.rule()
    def window(cls):
        return in_window(pl.col("quarter"))


class UnemploymentPayment(dy.Schema):
    person = serial()
    quarter = quarter()
    unemployment_benefit_class = supplied_code()
    intervention_beneficiary = flag()
    status_before_activation = supplied_code()
    activation_working_time_pct = number()
    award_conditions = supplied_code()
    activation_start_month = month()
    activation_end_month = month()
    compensation_category = code(check={"list": lambda it: it.is_in([".", "1", "2", "3", "4", "5", "6"])})
    unemployment_duration = dy.UInt32(min=1, max=2147483620, nullable=True)
    lea_hours_worked = number(min=0)
    selection_method = supplied_code()

    @dy.rule()
    def window(cls):
        return in_window(pl.col("quarter"))

    @dy.rule()
    def months_in_order(cls):
        start, end = pl.col("activation_start_month"), pl.col("activation_end_month")
        in_order = start <= end
        # A text that is not a month is another finding.
        return in_order | ~start.str.contains(MONTH_PATTERN) | ~end.str.contains(MONTH_PATTERN) if is_csv else in_order

    @dy.rule()
    def meaning(cls):
        late = (pl.col("compensation_category") == "4") & (pl.col("quarter") >= at("2013-Q1"))
        later = (pl.col("compensation_category") == "5") & (pl.col("quarter") >= at("2019-Q3"))
        return ~(late | later)

    @dy.rule()
    def duplicate_row(cls):
        # By a hash, which is faster than by thirteen columns.
        return pl.struct(pl.all()).hash().is_first_distinct()


class JobVolume(dy.Schema):
    person = serial(primary_key=True)
    employer = serial(primary_key=True)
    quarter = quarter(primary_key=True)
    part_time_percentage = number()
    contract_hours_ratio = number()
    reference_weekly_hours = number()
    fte_without_assimilated_days = number()
    performance_type = code(check={"list": lambda it: it.is_in(["F", "P", "S", "I"])})

    @dy.rule()
    def window(cls):
        return in_window(pl.col("quarter"))


SCHEMAS = {"unemployment_status": UnemploymentStatus, "unemployment_payment": UnemploymentPayment, "job_volume": JobVolume}

# The names of the findings by the rules of dataframely.
CHECKS = {
    "dtype": "invalid-value",
    "regex": "invalid-value",
    "check__flag": "invalid-value",
    "max_length": "invalid-value",
    "nullability": "missing-value",
    "min": "outside-bounds",
    "max": "outside-bounds",
    "check__decimals": "too-many-decimals",
    "check__mark": "missing-mark",
    "check__list": "unlisted-code",
}
ROW_RULES = {
    "window": "outside-window.quarter",
    "months_in_order": "rule-violated.",
    "meaning": "code-without-meaning.compensation_category",
    "duplicate_row": "duplicate-row.",
    "primary_key": "duplicate-key.",
}


def check_block(block):
    if is_csv:
        frame = pl.scan_csv(f"{folder}/{block}.csv", infer_schema=False)
    else:
        frame = pl.scan_parquet(f"{folder}/{block}.parquet")
    _, failure = SCHEMAS[block].filter(frame.collect(), cast=True)
    findings = {}
    for rule, count in failure.counts().items():
        if rule in ROW_RULES:
            name = ROW_RULES[rule]
            # dataframely counts every row of a key that is there twice; the others leave out the first.
            count = count // 2 if rule == "primary_key" else count
        else:
            column, check = rule.split("|")
            name = f"{CHECKS[check]}.{column}"
        name = f"{block}.{name}"
        findings[name] = findings.get(name, 0) + count
    return findings


start, processors = time.perf_counter(), time.process_time()
findings = {}
for block in SCHEMAS:
    findings |= check_block(block)
result = {
    "findings": findings,
    "seconds": time.perf_counter() - start,
    "processor_seconds": time.process_time() - processors,
    "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
}
print(json.dumps(result))
