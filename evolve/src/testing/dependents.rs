//! Tests of a program that depends on a model: what an update of the model means for it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::{env, fs, io, process};

use beraad_describe::{Block, CodeList, Model};

use crate::canonical::text_of_block;
use crate::class::Class;
use crate::finding::{Diff, Finding, Section};
use crate::item::Kind;
use crate::kept::{KeptVersion, read_model, version_numbers};

/// If this environment variable is set, the tests write what they accept into the file with which they compare.
const ACCEPT: &str = "BERAAD_ACCEPT";

/// Returns the canonical text of a block: see [`assert_block_snapshot!`](crate::assert_block_snapshot).
#[must_use]
pub fn block_text(block: &'static Block, lists: &[&'static CodeList]) -> String {
    let languages: Vec<_> = block.label.languages().collect();
    text_of_block(block, &languages, |id| {
        lists.iter().copied().find(|list| list.id == id)
    })
}

/// Compares the canonical text of a block with a snapshot, by the crate `insta`: each fact of the block, of its columns and of their codes
/// is on a line of its own, so that a change of the model is a few lines of a review.
///
/// ```ignore
/// use my_model::Trajectory;
///
/// #[test]
/// fn trajectory_is_as_reviewed() {
///     beraad_evolve::assert_block_snapshot!(Trajectory);
/// }
/// ```
#[macro_export]
macro_rules! assert_block_snapshot {
    ($block:ty) => {
        $crate::testing::insta::assert_snapshot!($crate::testing::block_text(
            <$block as $crate::testing::schema::Block>::description(),
            &<$block as $crate::testing::schema::Fields>::code_lists(),
        ))
    };
}

/// Fails if a block is not compatible with that in a kept version: if a finding is BREAKING, SEMANTIC or DISCLOSURE. With names of
/// columns, only these, the block itself and their code lists count, so that a column that the program does not use may change.
///
/// The file is a copy of a version of the model, which the program keeps. With the environment variable `BERAAD_ACCEPT` set to `1`, the
/// assertion does not fail: it writes the block and its code lists into the copy. A kept version of a model itself, a file such as
/// `0.1.0.json`, is never written.
///
/// ```ignore
/// beraad_evolve::assert_compatible!(Trajectory, "tests/model-0.1.0.json");
/// beraad_evolve::assert_compatible!(Trajectory, "tests/model-0.1.0.json", ["person", "trajectory_start_month"]);
/// ```
#[macro_export]
macro_rules! assert_compatible {
    ($block:ty, $version:expr) => {
        $crate::testing::assert_block(
            <$block as $crate::testing::schema::Block>::description(),
            &<$block as $crate::testing::schema::Fields>::code_lists(),
            ::core::convert::AsRef::<::std::path::Path>::as_ref($version),
            ::core::option::Option::None,
        )
    };
    ($block:ty, $version:expr, [$($column:literal),+ $(,)?]) => {
        $crate::testing::assert_block(
            <$block as $crate::testing::schema::Block>::description(),
            &<$block as $crate::testing::schema::Fields>::code_lists(),
            ::core::convert::AsRef::<::std::path::Path>::as_ref($version),
            ::core::option::Option::Some(&[$($column),+]),
        )
    };
}

/// Compares a block with that in a kept version: see [`assert_compatible!`](crate::assert_compatible).
///
/// # Panics
/// If the version cannot be read, if a column is unknown, or if a finding is BREAKING, SEMANTIC or DISCLOSURE and is not accepted.
#[track_caller]
pub fn assert_block(block: &Block, lists: &[&CodeList], version: &Path, columns: Option<&[&str]>) {
    let old = read(version);
    let new = with_block(&old, block, lists);
    let former = old.blocks.iter().find(|other| is_former(block, other));
    let used = columns.map(|columns| UsedColumns::new(block, former, columns));
    // Without a closure, so that the message has the line of the test.
    let used = match used.transpose() {
        Ok(used) => used,
        Err(error) => panic!("{error}"),
    };
    let diff = Diff::new(&old, &new);
    let is_failure = |finding: &&Finding| {
        let is_breaking = finding.class() >= Class::Disclosure;
        match &used {
            None => is_breaking,
            // A column that is gone stops the program, also if the model had announced it.
            Some(used) => (is_breaking && used.is_affected_by(finding)) || used.is_gone(finding),
        }
    };
    let failures: Vec<_> = diff
        .findings
        .iter()
        .filter(is_failure)
        .map(|finding| format!("{} {finding}\n  {}", finding.class(), advice(finding)))
        .collect();
    if failures.is_empty() {
        return;
    }
    let (id, shown, failures) = (&block.id, version.display(), failures.join("\n"));
    let is_set = env::var_os(ACCEPT).is_some_and(|value| !value.is_empty() && value != "0");
    if is_set && !is_kept_version(version) {
        if let Err(error) = accept(block, lists, version) {
            panic!("{shown}: {error}");
        }
        eprintln!("wrote these changes of block `{id}` into {shown}:\n{failures}");
        return;
    }
    panic!(
        "block `{id}` is not compatible with {shown}:\n{failures}\n{}",
        way_to_accept(version)
    );
}

/// Returns what a person does who accepts the changes.
fn way_to_accept(version: &Path) -> String {
    let package = env::var("CARGO_PKG_NAME").unwrap_or_default();
    let package = match package.as_str() {
        "" => String::new(),
        name => format!(" -p {name}"),
    };
    let command = format!("`{ACCEPT}=1 cargo test{package}`");
    if is_kept_version(version) {
        format!(
            "This file is a kept version of a model, which is never written. To accept the change, copy it under a name such as \
             `tests/model-{}`, write that path in the test, and run {command}",
            version.file_name().unwrap_or_default().to_string_lossy()
        )
    } else {
        format!("To accept the change, run {command}, which writes it into that file")
    }
}

/// Returns true for a file that `beraad version new` writes, such as `0.1.0.json`.
fn is_kept_version(version: &Path) -> bool {
    // A link to such a file is one too.
    let target = fs::canonicalize(version);
    let target = target.as_deref().unwrap_or(version);
    [version, target].into_iter().any(|path| {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        stem.and_then(version_numbers).is_some()
    })
}

#[track_caller]
fn read(version: &Path) -> Model {
    let shown = version.display();
    let json = match fs::read_to_string(version) {
        Ok(json) => json,
        Err(error) => panic!(
            "{shown}: {error}; copy a version of the model there, as `beraad version new` or `VERSIONS` of the model has it"
        ),
    };
    match read_model(&json) {
        Ok(model) => model,
        Err(error) => panic!("{shown}: {error}"),
    }
}

/// Returns true if a block of the old model is a block under its present or a former name.
fn is_former(block: &Block, old: &Block) -> bool {
    old.id == block.id || block.renamed_from.contains(&old.id)
}

/// Returns a model with another state of one block and of its code lists. The rest remains, since a block does not know its decision.
fn with_block(old: &Model, block: &Block, lists: &[&CodeList]) -> Model {
    let mut new = old.clone();
    let same = new.blocks.iter().position(|other| other.id == block.id);
    let former = || {
        let mut blocks = new.blocks.iter();
        blocks.position(|other| is_former(block, other))
    };
    match same.or_else(former) {
        Some(place) => new.blocks[place] = block.clone(),
        None => new.blocks.push(block.clone()),
    }
    for list in lists {
        match new.code_lists.iter_mut().find(|other| other.id == list.id) {
            Some(other) => *other = (*list).clone(),
            None => new.code_lists.push((*list).clone()),
        }
    }
    new
}

/// Writes the block and its code lists into the file of the program.
fn accept(block: &Block, lists: &[&CodeList], version: &Path) -> io::Result<()> {
    // The tests of a program run at the same time, and several of them may write the file.
    static WRITING: Mutex<()> = Mutex::new(());
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let target = fs::canonicalize(version)?;
    let json = fs::read_to_string(&target)?;
    let json = if let Ok(mut kept) = KeptVersion::from_json(&json) {
        kept.model = with_block(&kept.model, block, lists);
        kept.to_json()
    } else {
        let old = read_model(&json).map_err(io::Error::other)?;
        serde_json::to_string_pretty(&with_block(&old, block, lists))? + "\n"
    };
    // Another test must never read half of a file.
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let draft = target.with_file_name(format!(".{name}.{}", process::id()));
    let written = fs::write(&draft, json).and_then(|()| fs::rename(&draft, &target));
    if written.is_err() {
        // The first error is the one to report.
        let _ = fs::remove_file(&draft);
    }
    written
}

/// The columns of a block that a program uses.
struct UsedColumns<'b> {
    block: &'b Block,
    /// Their names in the old and in the new model.
    names: BTreeSet<String>,
    /// The ids of their code lists in both models.
    lists: BTreeSet<String>,
    /// The names of those that only the old model has.
    gone: BTreeSet<String>,
}

impl<'b> UsedColumns<'b> {
    /// Finds the columns with these names in the new and in the old state of a block.
    fn new(block: &'b Block, former: Option<&Block>, wanted: &[&str]) -> Result<Self, String> {
        let new_columns = block.columns();
        let old_columns = former.map(Block::columns).unwrap_or_default();
        let mut used = Self {
            block,
            names: BTreeSet::new(),
            lists: BTreeSet::new(),
            gone: BTreeSet::new(),
        };
        let (mut unknown, mut errors) = (Vec::new(), Vec::new());
        for name in wanted {
            let old = old_columns.iter().find(|column| column.name == *name);
            let same = new_columns.iter().find(|column| column.name == *name);
            let renamed = || {
                let mut columns = new_columns.iter();
                columns.find(|column| column.former_names().any(|it| it == *name))
            };
            match (old, same.or_else(renamed)) {
                (None, None) => unknown.push(*name),
                (None, Some(new)) if new.name != *name => errors.push(format!(
                    "column `{name}` of block `{}` is called `{}` now: use the new name in the test",
                    block.id, new.name
                )),
                // The comparison says what became of a column that was renamed or removed.
                (old, new) => {
                    if new.is_none() {
                        used.gone.insert((*name).to_owned());
                    }
                    for column in old.into_iter().chain(new) {
                        used.names.insert(column.name.clone());
                        used.lists.extend(column.code_list().map(str::to_owned));
                    }
                }
            }
        }
        if !unknown.is_empty() {
            errors.push(format!(
                "block `{}` does not have: {}; correct the names in the test",
                block.id,
                unknown.join(", ")
            ));
        }
        if errors.is_empty() {
            Ok(used)
        } else {
            Err(errors.join("\n"))
        }
    }

    /// Returns true if a finding is about one of the columns that are gone.
    fn is_gone(&self, finding: &Finding) -> bool {
        let is_block =
            |section: &Section| matches!(section, Section::Block(id) if self.block.id == *id);
        let mut items = finding.differences.iter().flat_map(|it| &it.items);
        is_block(&finding.section)
            && items.any(|item| item.kind == Kind::Column && self.gone.contains(&item.name))
    }

    /// Returns true if a finding is about one of the columns, about the block itself, or about one of the code lists.
    fn is_affected_by(&self, finding: &Finding) -> bool {
        match &finding.section {
            Section::CodeList(id) => self.lists.contains(id),
            Section::Block(id) if self.block.id == *id => {
                let items = finding.differences.iter().flat_map(|it| &it.items);
                let mut columns = items.filter(|item| item.kind == Kind::Column).peekable();
                columns.peek().is_none() || columns.any(|item| self.names.contains(&item.name))
            }
            _ => false,
        }
    }
}

/// Returns what a finding means for the author of a program. The remedy of the rule is for the author of the model.
fn advice(finding: &Finding) -> &'static str {
    match (finding.rule.id, finding.class()) {
        ("C024" | "T003" | "V005", _) => "Use the new name in the program and in this test.",
        ("V001" | "V002", _) => {
            "The column is not there any more: remove it from the program and from this test."
        }
        ("V006", _) => {
            "Check whether it is the same column. If so, use the new name in the program and in this test."
        }
        (_, Class::Semantic) => {
            "The same values may mean something else now: read what the program does with them, and do not compare them with earlier ones."
        }
        (_, Class::Breaking) => "Adapt the program, and the files and joins that it uses.",
        (_, Class::Disclosure) => {
            "The data say more than before: check that your own decision allows it."
        }
        (_, Class::Risky | Class::Compatible | Class::Doc) => "Nothing breaks.",
    }
}
