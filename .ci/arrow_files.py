"""Checks our Arrow and Parquet files with other programs: python3 .ci/arrow_files.py PATH_OF_arrow_files DIR

The example `arrow_files` writes a Parquet file and an Arrow file for every block, and the rows as JSON. pyarrow, polars,
pandas and DuckDB must read the same values from the files. Each of them then writes a file in its own types, and the
example must read the same rows from it.
"""

import collections
import json
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

from row_values import expected, plain

example, folder = sys.argv[1], pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
failures = []
# How often each operation of polars has run.
computed = collections.Counter()


def compare(who, names, rows, columns):
    """Compares the values that a program read with those of the JSON, column by column."""
    for name in names:
        if [plain(value) for value in columns[name]] != rows[name]:
            failures.append(f"{who}: column {name} has different values")


def compute_in_polars(who, frame, rows, kinds):
    """Runs six everyday operations in polars, with its defaults.

    polars 2.1 fails at each of them when a column is of an extension type that it does not know.
    """
    numbers = [name for name, kind in kinds.items() if kind == "serial_number"]
    dates = [name for name, kind in kinds.items() if kind in ("year_month", "year_quarter")]
    flat = [name for name, data_type in frame.schema.items() if data_type != polars.List]

    def filter_rows(name):
        number = next(value for value in rows[name] if value is not None)
        return frame.filter(polars.col(name) == number).height, rows[name].count(number)

    def join(name):
        known = sorted({value for value in rows[name] if value is not None})
        right = polars.DataFrame({name: polars.Series(known, dtype=polars.UInt32)})
        return frame.join(right, on=name).height, sum(value is not None for value in rows[name])

    def year(name):
        years = frame.select(polars.col(name).dt.year())[name].to_list()
        return years, [value and value.year for value in rows[name]]

    def maximum(name):
        known = [value for value in rows[name] if value is not None]
        return frame.select(polars.col(name).max()).item(), max(known, default=None)

    def cast(name):
        return frame.select(polars.col(name).cast(polars.Int64))[name].to_list(), rows[name]

    def write_csv(name):
        lines = frame.select(flat).write_csv().splitlines()
        return lines[0].split(","), flat

    for operation, columns in [
        (filter_rows, numbers[:1]),
        (join, numbers[:1]),
        (year, dates),
        (maximum, numbers + dates),
        (cast, numbers),
        (write_csv, [None]),
    ]:
        for name in columns:
            try:
                result, wanted = operation(name)
            except polars.exceptions.PolarsError as error:
                failures.append(f"{who}: {operation.__name__} of {name}: {str(error).splitlines()[0]}")
                continue
            if result != wanted:
                failures.append(f"{who}: {operation.__name__} of {name} has another result")
            computed[operation.__name__] += 1


def as_others_write(table):
    """Converts a table to the types of a program without dictionaries, small integers and dates without a time."""
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
    arrow_table = pyarrow.ipc.open_file(arrow).read_all()
    table.validate(full=True)
    arrow_table.validate(full=True)
    names = table.column_names
    kinds = {field.name: field.metadata[b"beraad.kind"].decode() for field in table.schema}
    rows = {name: [expected(row[name], kinds[name]) for row in rows] for name in names}

    for who, read in [("pyarrow, Parquet", table), ("pyarrow, Arrow", arrow_table)]:
        compare(f"{block}: {who}", names, rows, {name: read.column(name).to_pylist() for name in names})
        if read.schema.metadata[b"beraad.block"].decode() != block:
            failures.append(f"{block}: {who}: the metadata of the schema is missing")
        for field in read.schema:
            if kinds[field.name] in ("code", "amount_class") and not pyarrow.types.is_list(field.type):
                if not pyarrow.types.is_dictionary(field.type):
                    failures.append(f"{block}: {who}: column {field.name} is not a dictionary")
    for who, frame in [
        ("polars, Parquet", polars.read_parquet(parquet)),
        ("polars, Arrow", polars.read_ipc(arrow)),
    ]:
        compare(f"{block}: {who}", names, rows, {name: frame[name].to_list() for name in names})
        compute_in_polars(f"{block}: {who}", frame, rows, kinds)
    read = duckdb.sql(f"select * from read_parquet('{parquet}')")
    cells = read.fetchall()
    compare(f"{block}: DuckDB", names, rows, {name: [row[at] for row in cells] for at, name in enumerate(read.columns)})
    pandas_frame = pandas.read_parquet(parquet)
    compare(f"{block}: pandas", names, rows, {name: list(pandas_frame[name]) for name in names})

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
    failures.append(f"{read} of {6 * len(blocks)} files were read back as the same rows")
if len(computed) != 6:
    failures.append(f"not every operation of polars was tried: {dict(computed)}")
for failure in failures:
    print(failure)
print(f"{len(blocks)} blocks, {computed.total()} operations in polars, {read} files read back, {len(failures)} failures")
sys.exit(1 if failures else 0)
