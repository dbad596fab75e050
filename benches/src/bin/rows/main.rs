//! Rows to Arrow batches and back: the derive beside code written out by hand and beside its peers.
//!
//! `cargo run --release --manifest-path benches/Cargo.toml --bin rows [-- ROUNDS]`
//!
//! Values are compared before anything is timed. The contenders take turns in each round; medians and the ratio of the derive
//! to each are printed and kept in `RESULTS.md`.

mod compare;
mod inputs;
mod payments;
mod shared;

use std::os::unix::process::CommandExt;
use std::process::Command;
use std::{env, io};

use beraad_benches::results::keep;

/// The rows of each batch.
const ROWS: usize = 1_000_000;

/// What keeps memory that was freed in the process (glibc).
const KEEP_MEMORY: [(&str, &str); 2] = [
    ("MALLOC_MMAP_THRESHOLD_", "8000000000"),
    ("MALLOC_TRIM_THRESHOLD_", "16000000000"),
];

fn main() -> io::Result<()> {
    if KEEP_MEMORY
        .iter()
        .any(|(name, _)| env::var_os(name).is_none())
    {
        // The allocator reads them when a process starts. Without them it is chance whether a contender gets pages that are
        // there or new ones, which the system clears first: as much time again as the slowest step of any of them.
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
            "{ROWS} rows, {rounds} interleaved rounds, medians; memory that was freed stays in the process, so that nobody waits for \
             new pages. The last column says how many times as fast as the contender the \
             derive is.\n\n{shared}\n{payments}"
        ),
    )
}
