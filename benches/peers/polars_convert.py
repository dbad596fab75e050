"""The conversion of CSV files to Parquet files by polars, without checks and without the types of a model.

    python polars_convert.py read|scan FOLDER OUT

`read` reads each file as a whole, as most scripts do; `scan` streams it, which takes less memory. polars guesses the types of the columns from
the first rows, and reads a file as texts if the guess does not hold for all rows. Prints the same line as `duckdb_delivery.py`.
"""

import json
import os
import pathlib
import resource
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "2"

import polars as pl

form, folder, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])


def convert(path, to, **options):
    if form == "read":
        pl.read_csv(path, **options).write_parquet(to)
    else:
        pl.scan_csv(path, **options).sink_parquet(to)


start, processors = time.perf_counter(), time.process_time()
for path in sorted(folder.glob("*.csv")):
    to = out / f"{path.stem}.parquet"
    try:
        convert(path, to)
    except pl.exceptions.ComputeError:
        convert(path, to, infer_schema=False)
result = {
    "findings": {},
    "seconds": time.perf_counter() - start,
    "processor_seconds": time.process_time() - processors,
    "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
}
print(json.dumps(result))
