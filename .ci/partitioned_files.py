"""Checks deliveries with partitions of other programs: python3 .ci/partitioned_files.py PATH_OF_beraad CONVERTED DIR

`CONVERTED` is the folder that `converted_files.py` wrote, with a converted delivery for each block in `parquet` and in `csv`. pyarrow, polars
and DuckDB write the rows of each block to folders such as `loan/year=2010`, in Parquet, Arrow and CSV, by one column or two. `beraad
convert` must read the same rows from these folders. A number N as the last argument tests one in N of the columns.
"""

import csv
import itertools
import json
import pathlib
import shutil
import subprocess
import sys

import duckdb
import polars
import pyarrow
import pyarrow.dataset
import pyarrow.parquet

beraad, converted, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
step = int(sys.argv[4]) if len(sys.argv) > 4 else 1
work.mkdir(parents=True)
failures, deliveries = [], 0


def rows_of(table):
    """Returns the rows in an order of their own: folders have another one than a file."""
    return sorted(zip(*(table.column(name).to_pylist() for name in table.column_names)), key=repr)


def plain(table):
    """Returns the table with codes as texts: pyarrow has no folders of dictionaries with other keys than 32 bits."""
    columns = []
    for field, column in zip(table.schema, table.columns):
        is_dictionary = pyarrow.types.is_dictionary(field.type)
        columns.append(column.cast(field.type.value_type) if is_dictionary else column)
    return pyarrow.table(columns, names=table.column_names)


def texts(path):
    """Returns the rows of a CSV file as texts, so that a month is not written as a date."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return pyarrow.table({name: pyarrow.array([row[name] or None for row in rows], pyarrow.string()) for name in rows[0]})


def write_pyarrow(table, keys, to, extension):
    schema = pyarrow.schema([table.schema.field(key) for key in keys])
    partitioning = pyarrow.dataset.partitioning(schema, flavor="hive")
    pyarrow.dataset.write_dataset(table, to, format=extension, partitioning=partitioning, max_partitions=10_000)


def write_polars(table, keys, to, extension):
    frame = polars.from_arrow(table).lazy()
    sink = getattr(frame, f"sink_{extension}")
    # By default, polars writes the columns to the files too: both forms have their turn.
    sink(polars.PartitionBy(str(to), key=list(keys), include_key=len(keys) == 2), mkdir=True)


def write_duckdb(table, keys, to, extension):
    names = ", ".join(f'"{key}"' for key in keys)
    duckdb.sql(f"copy (select * from \"table\") to '{to}' (format {extension}, partition_by ({names}))")


# Each program with the formats that it writes.
writers = [
    (write, extension)
    for write, extensions in [
        (write_pyarrow, ["parquet", "csv", "arrow", "feather"]),
        (write_polars, ["parquet", "csv", "ipc"]),
        (write_duckdb, ["parquet", "csv"]),
    ]
    for extension in extensions
]
turns = itertools.cycle(writers)
for folder in sorted(path for path in (converted / "parquet").iterdir() if path.is_dir()):
    block = folder.name
    original = pyarrow.parquet.read_table(folder / f"{block}.parquet")
    table = plain(original)
    expected = rows_of(table)
    names = [field.name for field in table.schema if not pyarrow.types.is_list(field.type)]
    as_csv = converted / "csv" / block / f"{block}.csv"
    # A folder has one form for null and for the empty text.
    names = [name for name in names if "" not in table.column(name).to_pylist()]
    # Lists have no form in CSV.
    of_csv = texts(as_csv) if as_csv.exists() else None
    for keys in ([(name,) for name in names] + list(zip(names, names[1:])))[::step]:
        write, extension = next(turns)
        # A null in a CSV file of one column is an empty line, which readers skip.
        while extension == "csv" and (of_csv is None or len(keys) + 1 == len(table.column_names)):
            write, extension = next(turns)
        if len(keys) == len(table.column_names):
            continue
        who = f"{block} by {' and '.join(keys)}, {write.__name__} {extension}"
        one, out = work / "one", work / "out"
        for path in (one, out):
            shutil.rmtree(path, ignore_errors=True)
        one.mkdir()
        write(of_csv if extension == "csv" else table, keys, one / block, extension)
        assert all("=" in path.parent.name for path in one.rglob("*.*") if path.is_file()), who
        command = [beraad, "convert", str(one), "--to", "parquet", "--out", str(out)]
        ended = subprocess.run(command, capture_output=True, text=True)
        deliveries += 1
        if ended.returncode != 0:
            failures.append(f"{who}: {ended.stderr}{ended.stdout}")
            continue
        found = pyarrow.parquet.read_table(out / f"{block}.parquet")
        if not found.schema.equals(original.schema, check_metadata=True):
            failures.append(f"{who}: another schema")
        if rows_of(plain(found)) != expected:
            failures.append(f"{who}: other rows")
        receipt = json.loads((out / "receipt.json").read_text())
        sources = receipt["blocks"][0]["sources"]
        if sum(source["rows"] for source in sources) != len(expected):
            failures.append(f"{who}: another number of rows in the receipt")

for failure in failures:
    print(failure)
print(f"{deliveries} deliveries with partitions, {len(failures)} failures")
sys.exit(1 if failures else 0)
