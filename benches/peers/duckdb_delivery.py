"""The checks of a delivery in DuckDB.

    python duckdb_delivery.py csv|parquet FOLDER

Prints a line of JSON: the findings, the seconds of wall-clock and of processors without the start of Python, and the peak memory in
KiB. Each block is read once. A CSV file is read with the types of its columns, and the fields that the types reject are counted from
`reject_errors`, which is faster than to read texts and to convert them. Left out, in favour of DuckDB: the lines of the findings, their
number by period, the hash of the file, and columns that are empty or have one value.
"""

import json
import resource
import sys
import time

import duckdb

# The types of columns of a CSV file; those of other columns are texts. Numbers with decimals are doubles, since a decimal of DuckDB is rounded
# without a word; a double that differs from itself with four decimals has more of them.
TYPES = {
    "person": "UINTEGER",
    "employer": "UINTEGER",
    "unemployment_duration": "UINTEGER",
    "activation_working_time_pct": "DOUBLE",
    "lea_hours_worked": "DOUBLE",
    "part_time_percentage": "DOUBLE",
    "contract_hours_ratio": "DOUBLE",
    "reference_weekly_hours": "DOUBLE",
    "fte_without_assimilated_days": "DOUBLE",
    "activation_start_month": "DATE",
    "activation_end_month": "DATE",
    "unemployment_activated": "BOOLEAN",
    "lea_employed": "BOOLEAN",
    "job_seeker": "BOOLEAN",
    "exempt_from_registration": "BOOLEAN",
    "benefit_and_self_employment": "BOOLEAN",
    "unemployed_with_pcsw_support": "BOOLEAN",
    "intervention_beneficiary": "BOOLEAN",
}

COLUMNS = {
    "unemployment_status": """person quarter unemployment_activated lea_employed job_seeker exempt_from_registration
        benefit_and_self_employment unemployed_with_pcsw_support""".split(),
    "unemployment_payment": """person quarter unemployment_benefit_class intervention_beneficiary status_before_activation
        activation_working_time_pct award_conditions activation_start_month activation_end_month compensation_category
        unemployment_duration lea_hours_worked selection_method""".split(),
    "job_volume": """person employer quarter part_time_percentage contract_hours_ratio reference_weekly_hours
        fte_without_assimilated_days performance_type""".split(),
}

# The published codes of the lists of two columns, with the days on which each is valid.
CODES = {
    "unemployment_payment": """
        ('.', date '1998-01-01', date '9999-12-31'), ('1', date '1998-01-01', date '9999-12-31'),
        ('2', date '1998-01-01', date '9999-12-31'), ('3', date '1998-01-01', date '2011-12-18'),
        ('3', date '2012-01-01', date '9999-12-31'), ('4', date '1998-01-01', date '2012-12-31'),
        ('5', date '1998-01-01', date '2019-06-30'), ('6', date '1998-01-01', date '9999-12-31')""",
    "job_volume": """
        ('F', date '0001-01-01', date '9999-12-31'), ('P', date '0001-01-01', date '9999-12-31'),
        ('S', date '0001-01-01', date '9999-12-31'), ('I', date '0001-01-01', date '9999-12-31')""",
}
CODED = {"unemployment_payment": "compensation_category", "job_volume": "performance_type"}

KEYS = {"unemployment_status": ["person", "quarter"], "job_volume": ["person", "employer", "quarter"]}

MARKS = """('na', 'n/a', 'n.a.', '#n/a', '#na', '#n/b', '<na>', 'null', '(null)', '<null>', 'nan', '-nan', 'nat', 'none', 'nil', '\\n')"""


def serial(column):
    return {f"outside-bounds.{column}": f"{column} < 1 or {column} > 2147483620"}


def decimals(column, is_csv):
    checks = {f"outside-bounds.{column}": f"abs({column}) > 99999999999"}
    if is_csv:
        checks[f"too-many-decimals.{column}"] = f"{column} <> round({column}, 4)"
    return checks


def code(column):
    # Most codes are shorter than any mark.
    return {
        f"missing-mark.{column}": f"case when length({column}) < 2 then false else lower({column}) in {MARKS} end",
        f"invalid-value.{column}": f"length({column}) > 8",
    }


def row_checks(block, is_csv):
    """The conditions of a row, each with the name of the finding."""
    checks = {f"missing-value.{column}": f"{column} is null" for column in KEYS.get(block, ["person", "quarter"])}
    checks |= serial("person")
    if block == "unemployment_payment":
        for column in ("activation_working_time_pct", "lea_hours_worked"):
            checks |= decimals(column, is_csv)
        for column in ("unemployment_benefit_class", "status_before_activation", "award_conditions", "selection_method"):
            checks |= code(column)
        checks["outside-bounds.unemployment_duration"] = "unemployment_duration < 1 or unemployment_duration > 2147483620"
        checks["outside-bounds.lea_hours_worked"] = "lea_hours_worked < 0 or lea_hours_worked > 99999999999"
        checks["rule-violated."] = "activation_start_month > activation_end_month"
    if block == "job_volume":
        checks |= serial("employer")
        for column in COLUMNS[block][3:7]:
            checks |= decimals(column, is_csv)
    return checks


# The first day of a quarter: texts of CSV are parsed for each group of rows, not for each row.
FIRST_DAY = """
    case when regexp_full_match(quarter, '[0-9]{4}-Q[1-4]')
    then make_date(quarter[:4]::int, 3 * quarter[7:]::int - 2, 1) end"""


def check_block(connection, block, folder, is_csv):
    columns, coded, findings = COLUMNS[block], CODED.get(block), {}
    if is_csv:
        types = {column: TYPES.get(column, "VARCHAR") for column in columns}
        source = f"""read_csv('{folder}/{block}.csv', header = true, auto_detect = false, delim = ',', quote = '"',
            columns = {types}, dateformat = '%Y-%m', store_rejects = true,
            rejects_table = '{block}_rejects', rejects_scan = '{block}_scan')"""
    else:
        source = f"read_parquet('{folder}/{block}.parquet')"
    checks = row_checks(block, is_csv)
    groups = ["quarter"] + ([coded] if coded else [])
    key = KEYS.get(block)
    # Two rows are equal if their hashes of 64 bits are: faster than to group by thirteen columns.
    key_columns = ", ".join(key) if key else f"hash({', '.join(columns)}) as row_hash"
    if is_csv:
        # Read the file once, and keep only what the two statements below need.
        flags = ", ".join(f"coalesce({condition}, false) as c{number}" for number, condition in enumerate(checks.values()))
        kept = [key_columns] if key else [key_columns, "quarter"]
        kept += [coded] if coded else []
        # DuckDB does not parse a column that no statement names, and would not reject its fields.
        kept += [column for column in columns if TYPES.get(column) == "BOOLEAN" and key]
        connection.execute(f"create or replace temp table rows as select {', '.join(kept)}, {flags} from {source}")
        source = "rows"
        conditions = [f"c{number}" for number in range(len(checks))]
        key_columns = ", ".join(key) if key else "row_hash"
    else:
        conditions = list(checks.values())
    counts = ", ".join(f"count(*) filter ({condition}) as c{number}" for number, condition in enumerate(conditions))
    connection.execute(f"""
        create or replace temp table groups as
        with counted as (select {", ".join(groups)}, count(*) as n, {counts} from {source} group by all)
        select *, {FIRST_DAY if is_csv else "quarter"} as first_day from counted""")
    sums = ", ".join(f"sum(c{number})" for number in range(len(checks)))
    first, *found = connection.execute(f"""
        select sum(n) filter (first_day < date '2005-01-01' or first_day > date '2016-12-31'),
            sum(n) filter (quarter is not null and first_day is null), {sums} from groups""").fetchone()
    for name, count in zip(["outside-window.quarter", "invalid-value.quarter", *checks], [first, *found]):
        findings[name] = findings.get(name, 0) + (count or 0)
    if coded:
        unlisted, without_meaning = connection.execute(f"""
            with list(code, valid_from, valid_to) as (values {CODES[block]})
            select sum(n) filter ({coded} not in (select code from list)),
                sum(n) filter (first_day is not null and {coded} in (select code from list) and not exists (from list
                    where code = {coded} and valid_from <= first_day + interval 3 months - interval 1 day
                    and valid_to >= first_day))
            from groups""").fetchone()
        findings[f"unlisted-code.{coded}"] = unlisted or 0
        findings[f"code-without-meaning.{coded}"] = without_meaning or 0
    complete = " and ".join(f"{column} is not null" for column in key) if key else "true"
    (repeated,) = connection.execute(f"""
        select sum(n - 1) from (select {key_columns}, count(*) as n from {source} where {complete} group by all having n > 1)
        """).fetchone()
    findings["duplicate-key." if key else "duplicate-row."] = repeated or 0
    if is_csv:
        rejected = connection.execute(f"""
            select column_name, count(*) from {block}_rejects group by all""").fetchall()
        for column, count in rejected:
            name = f"invalid-value.{column}"
            findings[name] = findings.get(name, 0) + count
    return {f"{block}.{name}": int(count) for name, count in findings.items() if count}


def main():
    form, folder = sys.argv[1:3]
    start, processors = time.perf_counter(), time.process_time()
    connection = duckdb.connect()
    connection.execute("set threads = 2; set preserve_insertion_order = false")
    findings = {}
    for block in COLUMNS:
        findings |= check_block(connection, block, folder, form == "csv")
    result = {
        "findings": findings,
        "seconds": time.perf_counter() - start,
        "processor_seconds": time.process_time() - processors,
        "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
