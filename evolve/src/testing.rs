//! Tests of a model and of programs that depend on one: snapshots for review, and comparison with kept versions (feature `testing`).
//!
//! A crate with a model calls [`assert_blocks`] and [`assert_version`] in its tests. A crate that depends on a model uses the macros
//! [`assert_block_snapshot!`](crate::assert_block_snapshot) and [`assert_compatible!`](crate::assert_compatible).

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use beraad_describe::{Date, Model};

use crate::canonical::canonical_text;
use crate::finding::Diff;
use crate::kept::{KeptVersion, versions_of_files};

use self::program::program;

mod dependents;
mod program;
mod variants;

#[doc(hidden)]
pub use self::dependents::{assert_block, block_text};
#[doc(hidden)]
pub use self::variants::{Variant, variants};
// Not public API: used by the macros, so that a crate that calls them depends on this crate alone.
#[doc(hidden)]
pub use beraad_schema as schema;
#[doc(hidden)]
pub use insta;

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
            insta::assert_snapshot!(&*block.id, canonical_text(model, block));
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

/// Compares the model with its latest kept version in a folder.
///
/// The model may differ from it: then the file `CHANGELOG.md` beside the folder names each finding by its fingerprint. If the folder has no
/// version yet and the environment variable `BERAAD_WRITE` is set, the model is kept as the first one. No version is ever overwritten.
///
/// # Panics
/// If there is no version, if one cannot be read, or if the model differs from the latest one in a way that the changelog does not
/// name. The message has the findings, and the command that keeps a new version.
#[track_caller]
pub fn assert_version(model: &Model, folder: &Path) {
    let mut versions = kept_versions(folder);
    if versions.is_empty() && env::var_os(WRITE).is_some() {
        keep_first(model, folder);
        versions = kept_versions(folder);
    }
    let Some(latest) = versions.last() else {
        panic!(
            "{} has no version of the model: keep the first one with `{} version new {}`, or with `{}`",
            folder.display(),
            program(),
            model.version,
            command()
        );
    };
    let program = program();
    // Every version must remain readable, not only the latest one.
    let models: Vec<_> = versions.iter().map(|name| kept(folder, name)).collect();
    let diff = Diff::new(&models[models.len() - 1], model);
    let changelog = folder.with_file_name("CHANGELOG.md");
    let named = fs::read_to_string(&changelog).unwrap_or_default();
    let is_unnamed = |finding: &&crate::Finding| !named.contains(&finding.fingerprint);
    let unnamed: Vec<_> = diff.findings.iter().filter(is_unnamed).collect();
    let lines: Vec<_> = unnamed
        .iter()
        .map(|finding| {
            let class = finding.class();
            format!("- {class} {finding} (`{}`)", finding.fingerprint)
        })
        .collect();
    assert!(
        unnamed.is_empty(),
        "the model differs from its latest version, {latest}, and {} does not name these changes:\n{}\nCopy the lines into it, with what \
         they mean for users; `{program} diff` says more. A release keeps the model as a new version: `{program} version new {}`",
        changelog.display(),
        lines.join("\n"),
        diff.next_version().unwrap_or_default()
    );
}

/// Returns the versions of which a folder has a file, from the first to the latest.
fn kept_versions(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    versions_of_files(entries.filter_map(|entry| entry.file_name().into_string().ok()))
}

fn kept(folder: &Path, version: &str) -> Model {
    let path = folder.join(format!("{version}.json"));
    let json = fs::read_to_string(&path);
    let json = json.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    match KeptVersion::from_json(&json) {
        Ok(kept) => kept.model,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn keep_first(model: &Model, folder: &Path) {
    let path = folder.join(format!("{}.json", model.version));
    let today =
        Date::today().unwrap_or_else(|| panic!("the clock of this machine has no valid day"));
    let json = KeptVersion::new(model.clone(), today).to_json();
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, json))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
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
