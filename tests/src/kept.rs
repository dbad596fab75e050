//! Comparison of a model with its kept files: snapshots for review, and a version for comparison with later ones.
//!
//! A crate with a model calls these functions in its tests: see `examples/library-loans/tests/model.rs`.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use beraad_schema::describe::Model;

use crate::canonical;

/// If this environment variable is set, the tests write the kept version.
const WRITE: &str = "BERAAD_WRITE";

/// Compares the canonical text of each block with the snapshot `<block>.snap` in the folder.
///
/// With `INSTA_UPDATE=always`, insta writes the snapshots.
///
/// # Panics
/// Panics if a block differs from its snapshot.
pub fn assert_blocks(model: &Model, folder: &Path) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for block in &model.blocks {
            insta::assert_snapshot!(&*block.id, canonical::block(model, block));
        }
    });
}

/// Returns the names of the snapshots in the folder that do not belong to a block: a block was renamed or removed, or another
/// test wrote the snapshot under a name of its own.
///
/// Snapshots with the name of a test (`test__name.snap`) are ignored.
///
/// # Panics
/// Panics if the folder cannot be read.
#[must_use]
pub fn other_snapshots(model: &Model, folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names: BTreeSet<String> = entries
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension() == Some(OsStr::new("snap")))
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    let is_block = |name: &str| model.blocks.iter().any(|block| block.id == name);
    names
        .into_iter()
        .filter(|name| !name.contains("__") && !is_block(name))
        .collect()
}

/// Compares the model with its kept version, the file `<version>.json` in the folder.
///
/// If the environment variable `BERAAD_WRITE` is set, the file is written first.
///
/// # Panics
/// Panics if the file is missing, differs from the model, or does not read back as the model.
pub fn assert_version(model: &Model, folder: &Path) {
    let path = folder.join(format!("{}.json", model.version));
    let json = serde_json::to_string_pretty(model).expect("a model is valid JSON") + "\n";
    if env::var_os(WRITE).is_some() {
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, &json))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    // Git may write the line ends of Windows; the JSON has none within its texts.
    let kept = fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        kept == json,
        "{} is missing or stale: if the change is intended, write it with `{}`",
        path.display(),
        command()
    );
    let read = Model::from_json(&kept).expect("the kept version is a model");
    assert_eq!(&read, model, "the kept version reads back as the model");
    assert_eq!(read.fingerprint(), model.fingerprint());
}

/// Returns the command that runs the current integration test again and writes the kept version.
fn command() -> String {
    let package = env::var("CARGO_PKG_NAME").unwrap_or_default();
    let program = env::current_exe().unwrap_or_default();
    let program = program.file_stem().unwrap_or_default().to_string_lossy();
    // Cargo appends a hash to the name of a test program.
    let test = program.rsplit_once('-').map_or(&*program, |(name, _)| name);
    format!("{WRITE}=1 cargo test -p {package} --test {test}")
}
