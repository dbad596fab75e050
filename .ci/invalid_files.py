"""Files with an error that every script must stop at, for the judges of the statistical packages."""

import csv
import io
import os
import pathlib
import re
import subprocess

# The digits of a value that no message may show.
SECRET = "98765"


class InvalidFile:
    """A file with an error: its name, its bytes, and the patterns that the message of a script must match."""

    def __init__(self, name, content, *patterns):
        self.name, self.content, self.patterns = name, content, patterns


def written(lines):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()


def of_block(columns, rows):
    """Returns the files. `columns` are the lines of `tables/variables.csv` for the block, `rows` dictionaries of texts."""
    names = list(rows[0])
    lines = [list(row.values()) for row in rows[:3]]
    whole = written([names, *lines])
    found = [
        InvalidFile("extra column", written([[*names, "note"], *[[*line, "x"] for line in lines]]), rf"\bnote\b|\b{len(names) + 1}\b"),
        InvalidFile("row with more fields", written([names, lines[0], [*lines[1], ""], lines[2]]), r"\b3\b"),
        InvalidFile("row with fewer fields", written([names, lines[0], lines[1][:-1], lines[2]]), r"\b3\b"),
        InvalidFile("blank line", whole.replace("\n", "\n\n", 2).replace("\n\n", "\n", 1), r"\b3\b"),
        InvalidFile("semicolons", written([[";".join(names)], *[[";".join(line)] for line in lines]]), "comma|komma|virgule", "[';\"];['\"]"),
        InvalidFile("open quote", written([names, lines[0]]) + f'"{SECRET}' + written(lines[1:]), r"\b3\b"),
        InvalidFile("empty file", "", "empty|leeg|vide"),
        InvalidFile("other name", written([[names[0].title(), *names[1:]], *lines]), rf"\b{names[0]}\b"),
        InvalidFile("missing column", written([names[:-1], *[line[:-1] for line in lines]]), rf"\b{names[-1]}\b|\b{len(names) - 1}\b|comma"),
    ]
    for column in columns:
        texts = numbers_out_of_type(column)
        if texts:
            changed = [{**rows[0], column["variable"]: text} for text in texts]
            content = written([names, list(rows[0].values()), *[list(row.values()) for row in changed]])
            found.append(InvalidFile(f"numbers of {column['variable']}", content, rf"\b{column['variable']}\b", rf"\b{len(texts)}(\.00)?\b", r"\b3\b"))
    return found


def numbers_out_of_type(column):
    """Returns texts that are not a value of a column of numbers: of another form, or outside the bounds."""
    if column["is_list"] == "true":
        return []
    if column["kind"] == "serial_number":
        return [f"{SECRET}.5", f"-{SECRET}", "0", f"{SECRET}{SECRET}", f"+{SECRET}", f"{SECRET}.0"]
    texts = []
    if column["decimals"]:
        texts += [f"{SECRET}.{'1' * (int(column['decimals']) + 1)}", f"{SECRET}.", f".{SECRET}", f"{SECRET},5"]
    if column["min"]:
        texts += [str(int(column["min"]) - 1), f"-{SECRET}"]
    if column["max"]:
        texts += [str(int(column["max"]) + 1)]
    return texts


def not_utf_8(columns, rows):
    """Returns a file with a code that is not in UTF-8; None if the block has no codes."""
    names = [it["variable"] for it in columns if it["code_list"] and it["kind"] in ("code", "amount_class")]
    if not names:
        return None
    changed = written([list(rows[0]), list(rows[0].values()), list({**rows[1], names[0]: "é"}.values())])
    return InvalidFile("not in UTF-8", changed.encode("latin-1", "replace"), r"UTF-8", r"\b3\b")


# The message about a file without rows.
NO_ROW = r"no row|geen rij|aucune ligne"


def outside_window(rows, observation):
    """Returns a row whose observation period is after the window of the decision, and one that is within it."""
    return [{**rows[0], observation: re.sub(r"^\d{4}", "2030", rows[0][observation])}, rows[0]]


def errors_in_message(invalid, output):
    """Returns what is wrong with the message of a script about a file."""
    text = " ".join(output.split())
    missing = [pattern for pattern in invalid.patterns if not re.search(pattern, text)]
    found = [f"does not say {missing}"] if missing else []
    return found + (["shows a value"] if SECRET in text else [])


def write(path, invalid):
    content = invalid.content if isinstance(invalid.content, bytes) else invalid.content.encode()
    pathlib.Path(path).write_bytes(content)


def part_of(columns):
    """Returns a variable for which a script may be written alone: the last of several that the decision authorises."""
    names = [it["variable"] for it in columns if it["phrase"]]
    return names[-1] if len(names) > 1 else None


def generate(out, formats, block, variable):
    """Writes the scripts of one variable into a folder; returns False if the program is not known."""
    program = os.environ.get("BERAAD")
    if not program or not pathlib.Path(program).exists():
        return False
    command = [program, "generate", "--format", formats, "--variable", f"{block}.{variable}", "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    return True
