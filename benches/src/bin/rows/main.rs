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

use std::{env, io};

use beraad_benches::results::keep;

/// The rows of each batch.
const ROWS: usize = 1_000_000;

fn main() -> io::Result<()> {
    let rounds = env::args()
        .nth(1)
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(15);
    let shared = shared::measure(ROWS, rounds);
    let payments = payments::measure(ROWS, rounds);
    keep(
        "Rows and batches",
        &format!(
            "{ROWS} rows, {rounds} interleaved rounds, medians. The last column says how many times as fast as the contender the \
             derive is.\n\n{shared}\n{payments}"
        ),
    )
}
