//! The commands for this model: `cargo run -- codebook --out handout`.

use std::process::ExitCode;

fn main() -> ExitCode {
    beraad::run(@@crate@@::model(), std::env::args_os())
}
