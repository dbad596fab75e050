"""Files of rows, read and written by other programs: python3 .ci/arrow_files.py PATH_OF_arrow_files DIR

The example `arrow_files` writes a file of Parquet and one of Arrow for every block, and its rows as JSON. pyarrow, polars,
pandas and DuckDB must read the same values from them; and what each of them writes in turn, in its own types, the example
must read as the same rows.
"""

import datetime
import decimal
import json
import math
import pathlib
import subprocess
import sys

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.ipc
import pyarrow.parquet

example, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
failures = []


def plain(value):
    """A value of any of the programs, as Python has it."""
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
    """A value of the JSON, as a file of Arrow has it."""
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


def same(who, names, rows, columns):
    """Whether a program has the values of the JSON, column by column."""
    for name in names:
        if [plain(value) for value in columns[name]] != rows[name]:
            failures.append(f"{who}: {name} has other values")


def as_others_write(table):
    """The table in the types of a program that knows no dictionary, no small integer and no date without a time."""
    columns = []
    for field, column in zip(table.schema, table.columns):
        to = field.type
        if pyarrow.types.is_dictionary(to):
            to = pyarrow.large_string()
        elif pyarrow.types.is_integer(to):
            to = pyarrow.int64()
        elif pyarrow.types.is_date(to):
            to = pyarrow.timestamp("us")
        elif pyarrow.types.is_decimal(to):
            to = pyarrow.decimal128(30, 10)
        columns.append(column.cast(to))
    return pyarrow.table(columns, names=table.column_names)


subprocess.run([example, "write", str(folder)], check=True)
blocks = sorted(path.stem for path in folder.glob("*.json"))
assert len(blocks) > 30, blocks
for block in blocks:
    parquet, arrow = str(folder / f"{block}.parquet"), str(folder / f"{block}.arrow")
    rows = json.loads((folder / f"{block}.json").read_text())
    table = pyarrow.parquet.read_table(parquet)
    of_arrow = pyarrow.ipc.open_file(arrow).read_all()
    table.validate(full=True)
    of_arrow.validate(full=True)
    names = table.column_names
    kinds = {field.name: field.metadata[b"beraad.kind"].decode() for field in table.schema}
    rows = {name: [expected(row[name], kinds[name]) for row in rows] for name in names}

    for who, read in [("pyarrow, Parquet", table), ("pyarrow, Arrow", of_arrow)]:
        same(f"{block}: {who}", names, rows, {name: read.column(name).to_pylist() for name in names})
        if read.schema.metadata[b"beraad.block"].decode() != block:
            failures.append(f"{block}: {who}: the metadata is lost")
        for field in read.schema:
            if kinds[field.name] in ("code", "amount_class") and not pyarrow.types.is_list(field.type):
                if not pyarrow.types.is_dictionary(field.type):
                    failures.append(f"{block}: {who}: {field.name} is no dictionary")
    for who, frame in [
        ("polars, Parquet", polars.read_parquet(parquet)),
        ("polars, Arrow", polars.read_ipc(arrow)),
    ]:
        same(f"{block}: {who}", names, rows, {name: frame[name].to_list() for name in names})
    read = duckdb.sql(f"select * from read_parquet('{parquet}')")
    cells = read.fetchall()
    same(f"{block}: DuckDB", names, rows, {name: [row[at] for row in cells] for at, name in enumerate(read.columns)})
    pandas_frame = pandas.read_parquet(parquet)
    same(f"{block}: pandas", names, rows, {name: list(pandas_frame[name]) for name in names})

    others = as_others_write(table)
    pyarrow.parquet.write_table(others, folder / f"{block}.pyarrow.parquet", compression="zstd", row_group_size=70)
    with pyarrow.ipc.new_file(str(folder / f"{block}.pyarrow.arrow"), others.schema) as file:
        file.write_table(others, max_chunksize=90)
    polars.read_parquet(parquet).write_parquet(folder / f"{block}.polars.parquet")
    polars.read_parquet(parquet).write_ipc(folder / f"{block}.polars.arrow", compression="uncompressed")
    pandas_frame.to_parquet(folder / f"{block}.pandas.parquet", index=False)
    to = folder / f"{block}.duckdb.parquet"
    duckdb.sql(f"copy (select * from read_parquet('{parquet}')) to '{to}' (format parquet)")

back = subprocess.run([example, "read", str(folder)], capture_output=True, text=True)
failures += back.stderr.splitlines()
read = len(back.stdout.splitlines())
if back.returncode != 0 or read != 6 * len(blocks):
    failures.append(f"{read} of {6 * len(blocks)} files came back as the same rows")
for failure in failures:
    print(failure)
print(f"{len(blocks)} blocks, {read} files read back, {len(failures)} failures")
sys.exit(1 if failures else 0)
