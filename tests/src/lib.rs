//! Helpers for the tests of several crates: random rows, ways to spoil them, and checks of any model against the files
//! that are kept of it.
//!
//! Nothing here depends on a model, so that a crate with another decision can use it. Tests that need one crate only are
//! in that crate.
#![forbid(unsafe_code)]

pub mod canonical;
pub mod csv;
pub mod kept;
pub mod rows;
pub mod spoiled;

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> std::path::PathBuf {
    // The package's folder stands in the workspace's.
    let package = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Collects every file in a folder and its subfolders, except hidden files and build output.
///
/// # Panics
/// If a folder cannot be read.
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
