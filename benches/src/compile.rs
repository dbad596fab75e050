//! Measures compile times: checks small crates one after the other.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use crate::median;

/// The dependencies of a crate that derives serde and JSON Schema.
pub const PEERS: &str = "serde = { version = \"1\", features = [\"derive\"] }\nschemars = \"1\"\n";

/// The additional dependency of a crate that also derives Arrow batches. Its feature implements serde for its wrappers.
pub const TYPED_ARROW: &str = "typed-arrow = { version = \"=0.8.0\", features = [\"serde\"] }\n";

/// Runs `cargo check` on a crate and returns the time that it took.
///
/// # Errors
/// Returns an error if the crate does not compile.
pub fn check(folder: &Path, target: &Path) -> io::Result<Duration> {
    let start = Instant::now();
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["check", "--quiet"])
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", target)
        .stdout(Stdio::null())
        .status()?;
    if status.success() {
        Ok(start.elapsed())
    } else {
        Err(io::Error::other(format!(
            "{} does not compile",
            folder.display()
        )))
    }
}

/// Writes a crate that consists of one source file, and returns its folder.
///
/// # Errors
/// Returns an error if a file cannot be written.
pub fn write_crate(
    root: &Path,
    name: &str,
    source: &str,
    dependencies: &str,
) -> io::Result<PathBuf> {
    let folder = root.join(name);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"measured-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/lib.rs"), source)?;
    Ok(folder)
}

/// Checks the crates one after the other in each round, and returns the median time of each.
///
/// A first check, which is not measured, builds the dependencies.
///
/// # Errors
/// Returns an error if a crate does not compile.
pub fn measure(crates: &[(PathBuf, PathBuf)], rounds: usize) -> io::Result<Vec<Duration>> {
    for (folder, target) in crates {
        check(folder, target)?;
    }
    let mut times = vec![Vec::new(); crates.len()];
    for _ in 0..rounds {
        for ((folder, target), times) in crates.iter().zip(&mut times) {
            let source = folder.join("src/lib.rs");
            fs::write(&source, fs::read(&source)?)?;
            times.push(check(folder, target)?);
        }
    }
    Ok(times.iter_mut().map(|times| median(times)).collect())
}
