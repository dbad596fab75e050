//! Helpers for tests: random rows and invalid values.
//!
//! This library does not depend on a model, so that crates with another decision can use it. The tests of this package need
//! several crates; a test that needs one crate is in that crate.
#![forbid(unsafe_code)]

pub mod check_ids;
pub mod csv;
pub mod invalid;
pub mod rows;

/// Returns the folder of the workspace.
#[must_use]
pub fn workspace() -> std::path::PathBuf {
    // The folder of the package is in that of the workspace.
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Collects every file in a folder and its subfolders, except hidden files and build output.
///
/// # Panics
/// Panics if a folder cannot be read.
pub fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    let mut entries: Vec<std::path::PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}
