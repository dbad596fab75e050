"""Checks our JSON Schemas with the programs that read them: python3 .ci/generated_types.py TOOLS SCHEMAS.. --rows ROWS --work DIR

TOOLS is a folder with the npm packages ajv, json-schema-to-typescript, quicktype and typescript. SCHEMAS are folders of schema
files; ROWS is a folder with `<block>.json`, valid random rows of the blocks of the first of them (the example `arrow_files`
writes them). Ajv must compile every schema with its defaults. quicktype, json-schema-to-typescript, datamodel-code-generator
and typify must generate types that compile. Of each block with rows, the types must accept the valid rows and refuse rows with
one error each, such as a code that is not in a closed list.
"""

import argparse
import enum
import importlib
import json
import os
import pathlib
import re
import subprocess
import sys

import pydantic

arguments = argparse.ArgumentParser()
arguments.add_argument("tools", type=pathlib.Path)
arguments.add_argument("schemas", type=pathlib.Path, nargs="+")
arguments.add_argument("--rows", type=pathlib.Path, required=True)
arguments.add_argument("--work", type=pathlib.Path, required=True)
arguments = arguments.parse_args()
tools, rows_folder, work = arguments.tools.resolve(), arguments.rows.resolve(), arguments.work.resolve()
here = pathlib.Path(__file__).resolve().parent
failures = []
counts = {"schemas": 0, "valid rows": 0, "invalid rows": 0, "named codes": 0}


def run(command, **options):
    """Runs a program, and records what it wrote if it fails."""
    ended = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if ended.returncode != 0:
        failures.append(f"{pathlib.Path(command[0]).name}: {(ended.stdout + ended.stderr).strip()[-3000:]}")
    return ended


def invalid_rows(schema, rows):
    """Returns rows with one error each, and what the error is."""
    columns = schema["properties"]
    row = dict(max(rows, key=lambda row: sum(value is not None and value != [] for value in row.values())))
    required = schema["required"][0]
    yield "a missing column", {name: value for name, value in row.items() if name != required}
    yield "an unknown column", row | {"no_such_column": 1}
    for name, column in columns.items():
        is_list = column["type"] == "array" if "type" in column else False
        values = column["items"] if is_list else column
        types = values.get("type", [])
        if "oneOf" in values:
            yield f"an unknown code in {name}", row | {name: ["?"] if is_list else "?"}
        elif "anyOf" in values:
            yield f"a flag that is neither yes nor no in {name}", row | {name: "yes"}
        elif {"integer", "number"} & set([types] if isinstance(types, str) else types):
            yield f"a text as a number in {name}", row | {name: ["many"] if is_list else "many"}
        if not is_list and name in schema["required"]:
            yield f"null in {name}", row | {name: None}


class Schema:
    """A schema file, with valid and invalid rows if the block has them."""

    def __init__(self, path, has_rows):
        self.path = path
        self.block = path.name.removesuffix(".schema.json")
        # The examples may have a block with the same name.
        self.name = self.block if has_rows else f"{path.parent.parent.name}_{self.block}".replace("-", "_")
        self.schema = json.loads(path.read_text())
        self.rows = json.loads((rows_folder / f"{self.block}.json").read_text()) if has_rows else []
        self.invalid = list(invalid_rows(self.schema, self.rows)) if has_rows else []


def check_in_node(schemas):
    """Compiles and checks with Ajv, and generates TypeScript with json-schema-to-typescript."""
    inputs = [
        {"path": str(it.path), "name": it.name, "rows": it.rows, "invalid": it.invalid} for it in schemas
    ]
    (work / "inputs.json").write_text(json.dumps(inputs))
    ended = run(["node", here / "generated_types.cjs", work / "inputs.json", work / "ts"], env={**os.environ, "NODE_PATH": str(tools / "node_modules")})
    failures.extend(ended.stdout.splitlines())


def check_typescript(schemas):
    """Compiles the generated TypeScript, with rows as constants: each invalid row must be an error of the compiler."""
    lines = []
    for it in schemas:
        quicktype = work / "ts" / f"{it.name}.quicktype.ts"
        run([tools / "node_modules/.bin/quicktype", "-s", "schema", it.path, "--lang", "typescript", "--just-types", "-o", quicktype])
        for generator in ["json2ts", "quicktype"]:
            file = work / "ts" / f"{it.name}.{generator}.ts"
            interfaces = re.findall(r"export interface (\w+)", file.read_text()) if file.exists() else []
            if not interfaces:
                failures.append(f"{it.name}: {generator} made no type")
                continue
            name = f"{it.name}_{generator}"
            lines.append(f'import type {{ {interfaces[0]} as {name} }} from "./{it.name}.{generator}";')
            for at, row in enumerate(it.rows[:20]):
                lines.append(f"export const {name}_{at}: {name} = {json.dumps(row)};")
            for at, (reason, row) in enumerate(it.invalid):
                lines.append(f"// @ts-expect-error: {reason}")
                lines.append(f"export const {name}_invalid_{at}: {name} = {json.dumps(row)};")
    (work / "ts" / "rows.ts").write_text("\n".join(lines) + "\n")
    command = [tools / "node_modules/.bin/tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "rows.ts"]
    run(command, cwd=work / "ts")


def check_python(schemas):
    """Generates pydantic models, and validates the rows with them."""
    package, inputs = work / "generated_models", work / "named_schemas"
    inputs.mkdir()
    for it in schemas:
        # The name of the file becomes that of the module.
        (inputs / f"{it.name}.json").write_text(it.path.read_text())
    run([
        pathlib.Path(sys.executable).parent / "datamodel-codegen", "--input", inputs, "--input-file-type", "jsonschema",
        "--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin", "--output", package,
    ])
    sys.path.insert(0, str(work))
    for it in schemas:
        module = importlib.import_module(f"generated_models.{it.name}")
        models = [
            value for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, pydantic.BaseModel) and list(value.model_fields) == list(it.schema["properties"])
        ]
        if len(models) != 1:
            failures.append(f"{it.name}: datamodel-code-generator made {len(models)} models of the row")
            continue
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, enum.Enum):
                # The label of the code is its name.
                counts["named codes"] += sum(not name.startswith("field_") for name in value.__members__)
        for at, row in enumerate(it.rows):
            try:
                models[0].model_validate_json(json.dumps(row), strict=True)
            except pydantic.ValidationError as error:
                failures.append(f"{it.name}: pydantic refuses row {at}: {error.errors()[0]}")
                break
        for reason, row in it.invalid:
            try:
                models[0].model_validate_json(json.dumps(row), strict=True)
                failures.append(f"{it.name}: pydantic accepts {reason}")
            except pydantic.ValidationError:
                pass


def check_rust(schemas):
    """Generates Rust types with typify, and reads the rows with them."""
    ended = run(
        ["cargo", "run", "--quiet", "--locked", "--manifest-path", here / "typify/Cargo.toml", "--", work / "inputs.json"],
        env={"CARGO_TARGET_DIR": str(work / "target"), **os.environ, "GENERATED_TYPES_INPUTS": str(work / "inputs.json")},
    )
    failures.extend(ended.stdout.splitlines())


(work / "ts").mkdir(parents=True)
schemas = [
    Schema(path, at == 0)
    for at, folder in enumerate(arguments.schemas)
    for path in sorted(folder.resolve().glob("*.schema.json"))
]
for it in schemas:
    counts["schemas"] += 1
    counts["valid rows"] += len(it.rows)
    counts["invalid rows"] += len(it.invalid)
check_in_node(schemas)
check_typescript(schemas)
check_python(schemas)
check_rust(schemas)
if min(counts.values()) < 30 or not any("unknown code" in reason for it in schemas for reason, _ in it.invalid):
    failures.append("hardly anything was checked")
for failure in failures:
    print(failure)
print(", ".join(f"{count} {name}" for name, count in counts.items()) + f", {len(failures)} failures")
sys.exit(1 if failures else 0)
