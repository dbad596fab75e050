//! Compile time: small crates, checked one after the other.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use crate::median;

/// What a crate that derives serde and JSON Schema depends on.
pub const PEERS: &str = "serde = { version = \"1\", features = [\"derive\"] }\nschemars = \"1\"\n";

/// And one that derives Arrow batches too, its wrappers going through serde.
pub const TYPED_ARROW: &str = "typed-arrow = { version = \"=0.8.0\", features = [\"serde\"] }\n";

/// Checks a crate, its dependencies built, and says how long that took.
///
/// # Errors
/// If it does not compile.
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

/// Writes a crate of one file.
///
/// # Errors
/// If the system refuses.
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

/// Times the checks of some crates, one after the other in each round, and returns the median of each.
///
/// # Errors
/// If one does not compile.
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
