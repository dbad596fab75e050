"""Checks converted deliveries with other programs: python3 .ci/converted_files.py PATH_OF_beraad ROWS DIR

`ROWS` is the folder of the example `arrow_files` with the rows of every block as JSON, and as Parquet files. `beraad convert` reads them
as CSV, or as Parquet where CSV has no form for a column, and writes Parquet, Arrow and CSV. pyarrow, polars, pandas and DuckDB must read
the same values from its files, in the same types as from the files that typed rows were written to.
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.ipc
import pyarrow.parquet

import csv_rows
from row_values import expected, plain

beraad, folder, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
work.mkdir(parents=True)
failures = []
# The rows that a check finds nothing wrong with as a block: each key once.
rows_of = {}


def check(path):
    """Returns the checks with errors in a folder."""
    report = subprocess.run([beraad, "check", str(path), "--format", "json"], capture_output=True, text=True)
    findings = [finding for block in json.loads(report.stdout)["blocks"] for finding in block["findings"]]
    return {finding["check"] for finding in findings if finding["severity"] == "error"}


def write_source(block, rows, table):
    """Writes the rows of a block as CSV, or those of its Parquet file if CSV has no form for a column."""
    to = work / "one" / block
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    if any(isinstance(value, list) for value in rows[0].values()):
        pyarrow.parquet.write_table(table.take([row["at"] for row in rows]), to / f"{block}.parquet")
        return to
    with open(to / f"{block}.csv", "w", newline="", encoding="utf-8") as out:
        names = [name for name in rows[0] if name != "at"]
        writer = csv.DictWriter(out, names, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows({name: csv_rows.text(row[name]) for name in names} for row in rows)
    return to


def as_csv_reads(value):
    """CSV has one form for null and for the empty code, and reads null."""
    return None if value == "" else value


def meets_constraints(block, row):
    """Returns whether a random row meets the constraints that a check computes from the files of its block alone."""
    if block == "person_year":
        years = [value and int(str(value)[:4]) for value in (row["year"], row["birth_date"])]
        is_of_age = None in years or 18 <= years[0] - years[1] <= 65
        return is_of_age if row["is_sample_person"] else row["civil_status"] is None
    return block != "household" or row["reference_person_id"] is None or row["relation_to_reference_person"] == "20"


def compare(who, names, rows, columns):
    """Compares the values that a program read with those of the JSON, column by column."""
    for name in names:
        if [plain(value) for value in columns[name]] != rows[name]:
            failures.append(f"{who}: column {name} has different values")


blocks = sorted(path.stem for path in folder.glob("*.json"))
assert len(blocks) > 30, blocks
tables = {}
for block in blocks:
    rows = [{**row, "at": at} for at, row in enumerate(csv_rows.rows(folder, block)) if meets_constraints(block, row)]
    tables[block] = pyarrow.parquet.read_table(folder / f"{block}.parquet")
    has_lists = any(isinstance(value, list) for value in rows[0].values())
    if not has_lists:
        # A required column cannot hold the empty code in CSV.
        fields = {field.name: field.nullable for field in tables[block].schema}
        rows = [row for row in rows if all(fields.get(name, True) or value != "" for name, value in row.items())]
        rows = [{name: as_csv_reads(value) for name, value in row.items()} for row in rows]
    source = write_source(block, rows, tables[block])
    errors = check(source)
    if errors == {"duplicate-key"}:
        # Random rows may repeat a key: one row is enough to see the types, and half of them usually have none.
        while errors and len(rows) > 1:
            rows = rows[: len(rows) // 2]
            source = write_source(block, rows, tables[block])
            errors = check(source)
    if errors:
        failures.append(f"{block}: errors in random rows: {errors}")
        continue
    rows_of[block] = rows

for to in ("parquet", "arrow", "csv"):
    (work / to).mkdir()
    # Each block by itself: the persons of random rows are not those of other blocks. Lists have no form in CSV.
    for block in rows_of:
        source, out = work / "one" / block, work / to / block
        if to == "csv" and not (source / f"{block}.csv").exists():
            continue
        command = [beraad, "convert", str(source), "--to", to, "--out", str(out)]
        ended = subprocess.run(command, capture_output=True, text=True)
        if ended.returncode != 0:
            failures.append(f"{block}: convert to {to}: {ended.stderr or ended.stdout}")
            continue
        receipt = json.loads((out / "receipt.json").read_text())
        assert [it["block"] for it in receipt["blocks"]] == [block]
        path, table = out / f"{block}.{to}", tables[block]
        kinds = {field.name: field.metadata[b"beraad.kind"].decode() for field in table.schema}
        names = table.column_names
        rows = {name: [expected(row[name], kinds[name]) for row in rows_of[block]] for name in names}
        if to == "csv":
            with open(path, newline="", encoding="utf-8") as read:
                found = list(csv.DictReader(read))
            for name in names:
                given = [row[name] for row in rows_of[block]]
                read = [row[name] for row in found]
                # A decimal may be written with another number of zeros.
                if any(isinstance(value, float) for value in given):
                    given, read = ([float(value) if value not in (None, "") else None for value in column] for column in (given, read))
                else:
                    given = [csv_rows.text(value) for value in given]
                if given != read:
                    failures.append(f"{block}: CSV: column {name} has different values")
            again = subprocess.run(
                [beraad, "check", str(out), "--block", block], capture_output=True, text=True, check=False
            )
            if again.returncode != 0:
                failures.append(f"{block}: CSV: {again.stdout}")
            continue
        if to == "parquet":
            readers = {
                "pyarrow": pyarrow.parquet.read_table(path),
                "polars": polars.read_parquet(path),
                "pandas": pandas.read_parquet(path),
            }
            found = duckdb.sql(f"select * from read_parquet('{path}')")
            cells = found.fetchall()
            compare(f"{block}: DuckDB", names, rows, {name: [row[at] for row in cells] for at, name in enumerate(found.columns)})
            of_rows = duckdb.sql(f"select * from read_parquet('{folder / block}.parquet')")
            if found.types != of_rows.types:
                failures.append(f"{block}: DuckDB: other types than those of typed rows")
            of_rows = polars.read_parquet(folder / f"{block}.parquet")
        else:
            with pyarrow.ipc.open_file(str(path)) as file:
                readers = {"pyarrow": file.read_all()}
            readers["polars"] = polars.read_ipc(path)
            readers["pandas"] = pandas.read_feather(path)
            of_rows = polars.read_ipc(folder / f"{block}.arrow")
        readers["pyarrow"].validate(full=True)
        if not readers["pyarrow"].schema.equals(table.schema, check_metadata=True):
            failures.append(f"{block}: pyarrow, {to}: another schema than that of typed rows")
        if readers["polars"].schema != of_rows.schema:
            failures.append(f"{block}: polars, {to}: other types than those of typed rows")
        columns = {name: readers["pyarrow"].column(name).to_pylist() for name in names}
        compare(f"{block}: pyarrow, {to}", names, rows, columns)
        frame = readers["polars"]
        compare(f"{block}: polars, {to}", names, rows, {name: frame[name].to_list() for name in names})
        frame = readers["pandas"]
        compare(f"{block}: pandas, {to}", names, rows, {name: list(frame[name]) for name in names})

for failure in failures:
    print(failure)
print(f"{len(rows_of)} blocks converted to Parquet, Arrow and CSV, {len(failures)} failures")
sys.exit(1 if failures else 0)
