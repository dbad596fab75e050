//! Conversion of rows to Arrow batches and back: the derive beside hand-written code and beside its peers.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin rows [-- ROUNDS]`
//!
//! All values are compared before the first measurement. The contenders take turns in each round. The program prints the
//! medians and the ratio of the derive to each contender, and stores them in `RESULTS.md`.

mod compare;
mod inputs;
mod payments;
mod shared;

use std::os::unix::process::CommandExt;
use std::process::Command;
use std::{env, io};

use beraad_benches::results::keep;

/// The number of rows in each batch.
const ROWS: usize = 1_000_000;

/// Environment variables that make glibc keep freed memory in the process.
const KEEP_MEMORY: [(&str, &str); 2] = [
    ("MALLOC_MMAP_THRESHOLD_", "8000000000"),
    ("MALLOC_TRIM_THRESHOLD_", "16000000000"),
];

fn main() -> io::Result<()> {
    if KEEP_MEMORY
        .iter()
        .any(|(name, _)| env::var_os(name).is_none())
    {
        // The allocator reads these variables when the process starts, so the process must start again. Without them, chance
        // decides whether a contender gets pages that it already has or new ones, which the system clears first. Clearing
        // pages can take as long as the measured work.
        return Err(Command::new(env::current_exe()?)
            .args(env::args_os().skip(1))
            .envs(KEEP_MEMORY)
            .exec());
    }
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(15);
    let shared = shared::measure(ROWS, rounds);
    let payments = payments::measure(ROWS, rounds);
    keep(
        "Rows and batches",
        &format!(
            "{ROWS} rows; medians of {rounds} interleaved rounds. Freed memory stays in the process, so that no contender waits \
             for new pages. The last column is the contender's time divided by that of the derive.\n\n{shared}\n{payments}"
        ),
    )
}
