#!/usr/bin/env bash
# Runs a fuzz target with libFuzzer, by stable Rust and a C++ compiler: bash fuzz/run.sh TARGET SECONDS
#
# The code is instrumented as `cargo fuzz` does it, apart from the address sanitizer, which needs nightly Rust.
set -euo pipefail
cd "$(dirname "$0")"
target=${1:?the name of a target, such as csv}
seconds=${2:?the number of seconds}
host=$(rustc -vV | sed -n 's/^host: //p')
folder=${CARGO_TARGET_DIR:-$PWD/target}/libfuzzer

if [ "$target" != from_batch ]; then
  cargo run --quiet --release --no-default-features --example seeds
fi
mkdir -p "corpus/$target" "artifacts/$target"

flags=(--cfg fuzzing -Cdebug-assertions -Coverflow-checks -Cpasses=sancov-module)
for option in level=4 inline-8bit-counters pc-table trace-compares; do
  flags+=("-Cllvm-args=-sanitizer-coverage-$option")
done
# With a named host, build scripts and macros are not instrumented.
RUSTFLAGS="${flags[*]}" cargo build --release --target "$host" --target-dir "$folder" --bin "$target"
echo "$folder/$host/release/$target"
exec "$folder/$host/release/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -malloc_limit_mb=1024 -len_control=0 \
  -print_final_stats=1 -artifact_prefix="artifacts/$target/" "corpus/$target"
