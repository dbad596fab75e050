//! Writes the seeds of the fuzzer into `fuzz/corpus`.
//!
//! `cargo run --manifest-path fuzz/Cargo.toml --no-default-features --example seeds`

use std::path::Path;

use beraad_fuzz::seeds::{DynResult, Seed, seeds};
use beraad_fuzz::structure::Format;
use beraad_fuzz::texts::Text;

fn main() -> DynResult<()> {
    for (target, seeds) in [
        ("ipc", seeds(Format::Arrow)?),
        ("parquet", seeds(Format::Parquet)?),
        ("csv", Text::Csv.seeds()),
        ("json", Text::Json.seeds()),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(target);
        std::fs::create_dir_all(&folder)?;
        for Seed { name, input } in seeds {
            std::fs::write(folder.join(name), input)?;
        }
    }
    Ok(())
}
