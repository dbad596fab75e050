#!/usr/bin/env bash
# Compares the old version of one invented table with each changed version, with other programs, and stores what they print.
#
#     bash docs/other-tools/run.sh
#
# It installs the other programs into a temporary folder, and needs Python 3.10 with `venv`, Node.js with npm, and Rust. With
# TOOLS=folder it keeps the programs there for the next run. BERAAD names a program that is already built; without it, this
# script builds it. It does not build cargo-semver-checks, which takes more than 20 minutes on a small machine: if
# CARGO_SEMVER_CHECKS does not name that program, the outputs say that it was not run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tools=${TOOLS:-$(mktemp -d)}
mkdir -p "$tools"
tools=$(cd "$tools" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -n "${TOOLS:-}" ] || rm -rf "$tools"' EXIT

if [ ! -x "$tools/venv/bin/datacontract" ]; then
  python3 -m venv "$tools/venv"
  "$tools/venv/bin/pip" install --quiet datacontract-cli==1.2.8 jsonsubschema==0.0.8 jsonschema-diff==0.1.11
fi
if [ ! -x "$tools/node_modules/.bin/buf" ]; then
  npm install --silent --prefix "$tools" @bufbuild/buf@1.75.0 json-schema-diff@1.0.0
fi
if [ -z "${BERAAD:-}" ]; then
  cargo build --locked --manifest-path "$here/../../Cargo.toml" --target-dir "$tools/target" -p beraad
  BERAAD=$tools/target/debug/beraad
fi
PATH=$tools/venv/bin:$tools/node_modules/.bin:$PATH
export NO_COLOR=1 TERM=dumb COLUMNS=200 CARGO_TARGET_DIR=$work/target

rm -rf "$here/inputs" "$here/outputs"
mkdir -p "$here/inputs" "$here/outputs"
python3 "$here/generate.py" "$work/inputs"
cp -r "$work/inputs/old" "$here/inputs/old"
cd "$work"

# Prints a command, what it prints, and its exit code. The third argument and the next ones are the command.
# Runs of spaces become one space, and paths of the temporary folder and ends of lines are removed.
run() {
  local filter=$1 code=0
  shift
  echo "\$ $*"
  "$@" >"$work/printed" 2>&1 || code=$?
  sed -e "s#$work/##g" -e 's/\x1b\[[0-9;]*m//g' "$work/printed" | "$filter" | sed -e 's/[ \t]*$//' -e '/^$/d'
  echo "exit code $code"
  echo
}

# The rows of the table of datacontract-cli that have a direction, without borders and the rest of a long message.
rows() {
  sed -e 's/│/|/g' | tr -s ' ' | grep -E '^Perspective|^No changes|^[|] [A-Z]+ [|] [A-Za-z]+ [|] [a-z]+ [|] schema'
}

one_line() {
  tr -s ' \n' ' '
  echo
}

without_times() {
  sed -e 's/\[ *[0-9.]*s\]//'
}

# Writes a crate, whose source is a file, into a folder.
crate() {
  mkdir -p "$2/src"
  printf '[package]\nname = "dwellings"\nversion = "1.0.0"\nedition = "2021"\n\n[workspace]\n' >"$2/Cargo.toml"
  cp "$1" "$2/src/lib.rs"
}

# Checks a protobuf file by the rules of three categories: the source code, JSON, and binary messages.
buf_breaking() {
  mkdir -p "$work/proto/old" "$work/proto/new"
  cd "$work/proto"
  cp "../inputs/old/$2" old/dwelling.proto
  cp "../inputs/$1/$2" new/dwelling.proto
  echo "# $2"
  for category in FILE WIRE_JSON WIRE; do
    run cat buf breaking new --against old --error-format json --config "{\"version\":\"v1\",\"breaking\":{\"use\":[\"$category\"]}}"
  done
  cd "$work"
}

semver_checks() {
  rm -rf crates
  crate "inputs/old/$2" crates/old
  crate "inputs/$1/$2" crates/new
  echo "# $2"
  run without_times cargo semver-checks --manifest-path crates/new/Cargo.toml --baseline-root crates/old
}

compare() {
  local change=$1
  echo "## beraad diff"
  run cat beraad diff inputs/old/dwelling.model.json "inputs/$change/dwelling.model.json"
  if grep -q '"renamed_from": ' "inputs/$change/dwelling.model.json"; then
    sed -e 's/"renamed_from": [^]]*], //' "inputs/$change/dwelling.model.json" >without_former_name.model.json
    run cat beraad diff inputs/old/dwelling.model.json without_former_name.model.json
  fi
  echo "## buf breaking"
  buf_breaking "$change" dwelling.proto
  [ ! -e "inputs/$change/labels-as-names.proto" ] || buf_breaking "$change" labels-as-names.proto
  echo "## JSON Schema"
  local schemas=(inputs/old/dwelling.schema.json "inputs/$change/dwelling.schema.json")
  run one_line json-schema-diff "${schemas[@]}"
  run cat jsonsubschema "${schemas[@]}"
  run cat jsonsubschema "${schemas[1]}" "${schemas[0]}"
  run cat jsonschema-diff --no-color --exit-code "${schemas[@]}"
  echo "## datacontract breaking"
  for perspective in consumer producer; do
    run rows datacontract breaking --perspective "$perspective" inputs/old/dwelling.odcs.yaml "inputs/$change/dwelling.odcs.yaml"
  done
  echo "## cargo semver-checks"
  if [ -z "${CARGO_SEMVER_CHECKS:-}" ]; then
    echo "not run: CARGO_SEMVER_CHECKS does not name the program"
    return
  fi
  semver_checks "$change" dwelling.rs
  [ ! -e "inputs/$change/labels-as-names.rs" ] || semver_checks "$change" labels-as-names.rs
}

beraad() {
  "$BERAAD" "$@"
}

cargo() {
  "$CARGO_SEMVER_CHECKS" "$@"
}

{
  "$BERAAD" --version | cut -d ' ' -f 1,2
  echo "buf $(buf --version)"
  echo "json-schema-diff $(json-schema-diff --version)"
  pip list 2>/dev/null | grep -E '^(jsonsubschema|jsonschema-diff|datacontract-cli) ' | tr -s ' '
  [ -z "${CARGO_SEMVER_CHECKS:-}" ] || cargo semver-checks --version
} >"$here/outputs/versions.txt"
for change in inputs/[0-9]*; do
  change=$(basename "$change")
  echo "$change"
  for file in inputs/"$change"/*; do
    name=$(basename "$file")
    diff -U0 --label "old/$name" --label "$change/$name" "inputs/old/$name" "$file" || true
  done >"$here/inputs/$change.diff"
  compare "$change" >"$here/outputs/$change.txt"
done
