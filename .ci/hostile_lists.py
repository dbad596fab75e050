"""Writes code lists whose codes and labels have the syntax of other programs in them: python .ci/hostile_lists.py HANDOUT OUT_DIR

For each code list of the handout that is still to come and that has no form or bounds of its own, `OUT_DIR/<list>.csv` gets them. It prints
the blocks that use these lists, separated by commas.
"""

import csv
import pathlib
import sys

handout, out = map(pathlib.Path, sys.argv[1:3])
LISTS = 6
LABELS = [
    "<script>alert(1)</script> & <b>&amp;</b> ]]>",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(1)",
    "left \u202eright to left\u202c and \u2066isolated\u2069",
    "x" * 10_000,
    "one ' two '' three \" four \"\" five \"\"\" six ''' seven ` eight",
    "`\"compound\"' and `macro' and $global and \\$escaped",
    "&macro and %let x = 1; %goto end; */ /* ' ; run; quit;",
    "\\\\ backslash \\n \\t \\\" \\' \\u0041 \\x41",
    "{ $name } {{ name }} ${name} #{name} %s %d",
    ". dot * star ; semicolon | bar , comma",
    "BEGIN DATA. END DATA. EXECUTE.",
    "é è ü ß œ € – 漢字 🎓",
]
CODES = ["'", '"', "`", "=1", "$x", "&y", "%z", "\\", "<", ".", "*", ";", "-1", "1 2"]


def table(name):
    with open(handout / "tables" / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


variables = table("variables")
plain = [row for row in table("awaited") if row["published_codes"] == "0" and row["labels_without_code"] == "0"]
types = {(row["block"], row["variable"]): row for row in variables}
lists, blocks = [], []
for row in plain:
    kind = types[row["block"], row["variable"]]
    if kind["kind"] != "code" or row["code_list"] in lists or len(lists) == LISTS:
        continue
    lists.append(row["code_list"])
    blocks.append(row["block"])
out.mkdir(parents=True, exist_ok=True)
for name in lists:
    with open(out / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "nl", "en"])
        writer.writerows((code, f"{label}", f"{label} (en)") for code, label in zip(CODES, LABELS))
print(",".join(dict.fromkeys(blocks)))
