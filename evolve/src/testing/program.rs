//! The command line of the program that keeps versions, for the messages of tests.

use std::env;
use std::path::Path;

/// Returns the command that compares and keeps the versions of the model that a test is about.
///
/// A package with a model and a program of its own runs that program, whose model is the right one; elsewhere it is `beraad`.
pub(super) fn program() -> &'static str {
    // Cargo sets the variable for the tests that it runs.
    match env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => program_of(Path::new(&package)),
        None => "beraad",
    }
}

fn program_of(package: &Path) -> &'static str {
    let sources = package.join("src");
    if sources.join("main.rs").is_file() || sources.join("bin").is_dir() {
        "cargo run --"
    } else {
        "beraad"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_with_a_program_runs_it() {
        let package = tempfile::tempdir().unwrap();
        assert_eq!(program_of(package.path()), "beraad");
        std::fs::create_dir(package.path().join("src")).unwrap();
        assert_eq!(program_of(package.path()), "beraad");
        std::fs::write(package.path().join("src/main.rs"), "").unwrap();
        assert_eq!(program_of(package.path()), "cargo run --");
    }
}
