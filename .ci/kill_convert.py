"""Kills `beraad convert` at random moments: python3 .ci/kill_convert.py PATH_OF_beraad DELIVERY DIR [TIMES]

Before each kill, `DIR/out` has a complete CSV conversion or a complete Parquet conversion. After it, the folder must have the one or the
other, whole; a call that is not killed must then remove whatever is left beside it.
"""

import hashlib
import pathlib
import random
import shutil
import subprocess
import sys
import time

beraad, delivery, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
times = int(sys.argv[4]) if len(sys.argv) > 4 else 30
work.mkdir(parents=True, exist_ok=True)
out = work / "out"
random.seed(1)


def command(to):
    return [beraad, "convert", delivery, "--to", to, "--out", str(out)]


def contents():
    """Returns the hash of each file in the output folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


complete, seconds = {}, {}
for to in ("csv", "parquet"):
    start = time.time()
    subprocess.run(command(to), check=True, stdout=subprocess.DEVNULL)
    seconds[to] = time.time() - start
    complete[to] = contents()
seen = {"old": 0, "new": 0, "put back": 0}
old, new = "parquet", "csv"
for _ in range(times):
    running = subprocess.Popen(command(new), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(random.uniform(0, seconds[new] * 1.05))
    running.kill()
    running.wait()
    if out.exists():
        found = contents()
        assert found in (complete[old], complete[new]), f"{out} is neither the old folder nor the new one: {found}"
        seen["old" if found == complete[old] else "new"] += 1
    else:
        # Between the two renames: the old folder is complete beside it.
        seen["put back"] += 1
    # The next call is not killed, and leaves nothing beside the folder.
    subprocess.run(command(new), check=True, stdout=subprocess.DEVNULL)
    assert contents() == complete[new]
    assert [path.name for path in work.iterdir()] == ["out"], list(work.iterdir())
    old, new = new, old
shutil.rmtree(out)
print(f"{times} kills: {seen}")
