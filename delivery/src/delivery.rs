//! A delivery: a folder with files of blocks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry};
use std::io;
use std::path::Path;

use beraad_schema::describe::{Block, Model, excerpt, nearest};

use crate::block_file::BlockFile;
use crate::block_files;
use crate::block_plans::BlockPlans;
use crate::constraints::ConstraintNotComputed;
use crate::error::DeliveryError;
use crate::file_format::FileFormat;
use crate::file_table;
use crate::options::Options;
use crate::report::{BlockReport, FORMAT, Report};
use crate::used_options::UsedOptions;
use crate::worker::Worker;

/// A folder with a file for each block.
///
/// | file | contents |
/// | --- | --- |
/// | `<block>.csv` | the rows of the block; `.csv.gz` and `.csv.zst` are unpacked |
/// | `<block>.parquet` | the same |
/// | `<block>.arrow`, `<block>.feather` | the same in the file format of Arrow IPC, also known as Feather version 2 |
/// | `<block>/` | a folder with several such files, whose names do not matter |
/// | `<block>/<column>=<value>/` | such files in which the column lacks, since all rows have this value; also several levels of folders |
///
/// A block may have no file. A file of another name is an error, since it may be of a block whose name is misspelt. A file
/// `delivery.toml` lists files of other names, also in folders:
///
/// ```toml
/// [files]
/// loan = "lent.csv"
/// member = ["members/2012.csv.gz", "members/2013.csv.gz"]
/// ```
#[derive(Debug)]
pub struct Delivery<'m> {
    pub(crate) model: &'m Model,
    /// The files of each block.
    pub(crate) files: BTreeMap<String, Vec<BlockFile>>,
}

impl<'m> Delivery<'m> {
    /// Finds the files of a folder. No file is read yet.
    ///
    /// # Errors
    /// If the folder cannot be read, or has a file that belongs to no block.
    pub fn open(folder: &Path, model: &'m Model) -> Result<Self, DeliveryError> {
        let mut files = file_table::read(folder, model, |name| data_stem(name).is_some())?;
        let listed = files.values().flatten().map(|file| file.name.clone());
        let listed: BTreeSet<_> = listed.collect();
        let has_listed = |folder: &str| {
            let mut listed = listed.iter();
            listed.any(|name| {
                name.strip_prefix(folder)
                    .is_some_and(|it| it.starts_with('/'))
            })
        };
        let mut errors = Vec::new();
        for entry in entries(folder)? {
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_litter(&name) || name == file_table::NAME || listed.contains(&name) {
                continue;
            }
            let path = entry.path();
            if path.is_dir() && has_listed(&name) {
                add_unlisted(&path, &name, &listed, &mut errors)?;
                continue;
            }
            let id = if path.is_dir() {
                Some(&*name)
            } else {
                data_stem(&name)
            };
            let Some(block) = id.and_then(|id| model.block(id)) else {
                errors.push(unknown_file(&name, id, model));
                continue;
            };
            let of_block = files.entry(block.id.to_string()).or_default();
            if !path.is_dir() {
                of_block.push(BlockFile { path, name });
                continue;
            }
            let before = (of_block.len(), errors.len());
            add_parts(&path, &name, of_block, &mut errors)?;
            if (of_block.len(), errors.len()) == before {
                errors.push(format!(
                    "the folder `{0}` has no file: move files such as `{0}/1.csv` into it, or remove it if the delivery has no rows of the block",
                    excerpt(&name)
                ));
            }
        }
        if files.is_empty() && errors.is_empty() {
            errors.push(format!(
                "`{}` has no file of a block: write the path of a folder with files such as `{}.csv`",
                excerpt(&folder.display().to_string()),
                model.blocks.first().map_or("<block>", |block| &block.id)
            ));
        }
        if errors.is_empty() {
            Ok(Self { model, files })
        } else {
            Err(DeliveryError::Files(errors))
        }
    }

    /// Returns true if the delivery has a file of a block.
    #[must_use]
    pub fn has_file(&self, block: &str) -> bool {
        self.files.contains_key(block)
    }

    /// Reads every file once, and checks its rows.
    ///
    /// # Errors
    /// If the options are not valid. A file that cannot be read, and what is wrong with its content, is a finding of the report.
    pub fn check(&self, options: &Options) -> Result<Report, DeliveryError> {
        self.check_with_progress(options, |_| {})
    }

    /// As [`check`](Self::check); `progress` is called with the path of each file before it is read.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub fn check_with_progress(
        &self,
        options: &Options,
        mut progress: impl FnMut(&str),
    ) -> Result<Report, DeliveryError> {
        let plans = self.plans(options, &mut progress)?;
        let mut blocks = Vec::new();
        for plan in &plans.plans {
            let constraints = plans.constraints_of(&plan.block.id);
            let mut workers: Vec<_> = (0..options.threads.get())
                .map(|_| Worker::new(plan, constraints, options.show_values))
                .collect();
            let files = &self.files[&*plan.block.id];
            let reads = block_files::read(files, plan, options, &mut workers, &mut progress)?;
            let (tally, rows) = Worker::finish(plan, workers, options);
            blocks.push(BlockReport::new(
                plan,
                reads,
                rows,
                tally,
                &plans.constraints,
            ));
        }
        let not_computed = plans.constraints.not_computed;
        Ok(self.report(blocks, not_computed, options))
    }

    /// Prepares the blocks that were asked for and have files.
    pub(crate) fn plans(
        &self,
        options: &Options,
        progress: impl FnMut(&str),
    ) -> Result<BlockPlans<'m>, DeliveryError> {
        let blocks = self.wanted(options);
        let blocks = blocks.filter(|block| self.files.contains_key(&*block.id));
        BlockPlans::new(self.model, blocks, &self.files, options, progress)
    }

    /// Returns the blocks that were asked for.
    pub(crate) fn wanted(&self, options: &Options) -> impl Iterator<Item = &'m Block> {
        let ids = options.blocks.as_ref();
        let mut blocks: Vec<_> = self.model.blocks.iter().collect();
        blocks.retain(|block| ids.is_none_or(|ids| ids.contains(&*block.id)));
        blocks.into_iter()
    }

    /// Returns the report about blocks that were read.
    pub(crate) fn report(
        &self,
        blocks: Vec<BlockReport>,
        constraints_not_computed: Vec<ConstraintNotComputed>,
        options: &Options,
    ) -> Report {
        let model = self.model;
        let without_file = self
            .wanted(options)
            .filter(|block| !self.files.contains_key(&*block.id));
        Report {
            format: FORMAT,
            deliberation: model.deliberation.number.to_string(),
            model_version: model.version.to_string(),
            fingerprint: model.fingerprint(),
            program_version: env!("CARGO_PKG_VERSION"),
            day: None,
            options: UsedOptions::new(options),
            unused_options: unused_options(options, &blocks),
            blocks,
            blocks_without_file: without_file.map(|block| block.id.to_string()).collect(),
            constraints_not_computed,
        }
    }
}

/// Returns the options about columns that no file has: a name that is misspelt would change nothing, and say so nowhere.
fn unused_options(options: &Options, blocks: &[BlockReport]) -> Vec<String> {
    let files = || blocks.iter().flat_map(|block| &block.files);
    // What is in a file without a readable header is not known.
    if files().any(|file| file.unread.is_some() && file.sha256.is_empty()) {
        return Vec::new();
    }
    let is_ignored = |name: &String| files().any(|file| file.ignored.contains(name));
    let ignored = options.dialect.description().ignored.into_iter();
    let ignored = ignored.filter(|name| !is_ignored(name)).map(|name| {
        format!(
            "no file has the column `{}` that `Dialect::ignore` leaves out: correct the name, or leave the option out",
            excerpt(&name)
        )
    });
    let is_read = |id: &str| blocks.iter().any(|block| block.block == id);
    let is_renamed = |id: Option<&str>, name: &str| {
        let blocks = blocks
            .iter()
            .filter(|it| id.is_none_or(|id| it.block == id));
        let mut files = blocks.flat_map(|block| &block.files);
        files.any(|file| file.renamed.contains_key(name))
    };
    let renamed = options.renames.unused(is_read, is_renamed).into_iter();
    let renamed = renamed.map(|name| {
        format!(
            "no file has the column `{}` that `Dialect::rename` gives another name: correct the name, or remove the line",
            excerpt(name)
        )
    });
    ignored.chain(renamed).collect()
}

/// Adds the files in the folder of a block, also in folders of partitions such as `year=2010`.
fn add_parts(
    folder: &Path,
    shown: &str,
    files: &mut Vec<BlockFile>,
    errors: &mut Vec<String>,
) -> Result<(), DeliveryError> {
    for entry in entries(folder)? {
        let file_name = entry.file_name();
        let name = file_name.to_string_lossy();
        if is_litter(&name) {
            continue;
        }
        let path = entry.path();
        let part_name = format!("{shown}/{name}");
        if path.is_dir() {
            match partition_error(file_name.to_str(), shown) {
                Some(error) => errors.push(format!("`{}` {error}", excerpt(&part_name))),
                None => add_parts(&path, &part_name, files, errors)?,
            }
        } else if data_stem(&name).is_none() {
            errors.push(format!(
                "`{}` is not a CSV, Parquet or Arrow file: move it away, or save it as `.csv`",
                excerpt(&part_name)
            ));
        } else {
            files.push(BlockFile {
                path,
                name: part_name,
            });
        }
    }
    Ok(())
}

/// Returns the error of a folder in another folder of a block that is not one of a partition. `name` is `None` if it is not in UTF-8.
fn partition_error(name: Option<&str>, parent: &str) -> Option<String> {
    let Some(name) = name else {
        return Some("has a name that is not in UTF-8: rename it".to_owned());
    };
    match name.split_once('=') {
        None if name == "_delta_log" => Some(
            "belongs to a Delta table, whose folder also has files of rows that were deleted: write the rows of the table to Parquet files"
                .to_owned(),
        ),
        None | Some(("", _)) => Some(format!(
            "does not name a column: write the name before the value, as in `<column>={}`, or move its files to the folder of the block",
            excerpt(name.trim_start_matches('='))
        )),
        // A symbolic link to a folder around it would have no end either.
        Some((column, _)) if parent.split('/').any(|it| it.split_once('=').is_some_and(|it| it.0 == column)) => Some(format!(
            "names column `{}` a second time: remove one of the folders",
            excerpt(column)
        )),
        Some(_) => None,
    }
}

/// Adds an error for each file of a folder that the table of the delivery should list, since it lists others there.
fn add_unlisted(
    folder: &Path,
    shown: &str,
    listed: &BTreeSet<String>,
    errors: &mut Vec<String>,
) -> Result<(), DeliveryError> {
    for entry in entries(folder)? {
        let name = entry.file_name().to_string_lossy().into_owned();
        let shown = format!("{shown}/{name}");
        if is_litter(&name) || listed.contains(&shown) {
            continue;
        }
        if entry.path().is_dir() {
            add_unlisted(&entry.path(), &shown, listed, errors)?;
        } else {
            errors.push(format!(
                "`{}` is not listed in `{}`, which lists other files of its folder: add it, or move it away",
                excerpt(&shown),
                file_table::NAME
            ));
        }
    }
    Ok(())
}

/// Returns the name of a file of rows without its extensions.
fn data_stem(name: &str) -> Option<&str> {
    FileFormat::of_name(name).map(|(_, stem)| stem)
}

/// The entries of a folder, by their names.
fn entries(folder: &Path) -> Result<Vec<DirEntry>, DeliveryError> {
    let failed = |source| DeliveryError::Folder {
        path: folder.to_owned(),
        source,
    };
    let entries = fs::read_dir(folder).map_err(failed)?;
    let mut entries = entries.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    entries.sort_by_key(DirEntry::file_name);
    Ok(entries)
}

/// The name of the receipt that the command `convert` writes beside its files.
const RECEIPT_FILE: &str = "receipt.json";

/// Returns true if a file of this name is not of rows: systems leave some in folders.
fn is_litter(name: &str) -> bool {
    name.starts_with('.')
        || matches!(
            name,
            RECEIPT_FILE
                | "Thumbs.db"
                | "desktop.ini"
                | "__MACOSX"
                | "_SUCCESS"
                | "_metadata"
                | "_common_metadata"
        )
}

fn unknown_file(name: &str, id: Option<&str>, model: &Model) -> String {
    let shown = excerpt(name);
    let Some(id) = id else {
        return format!(
            "`{shown}` is not a CSV, Parquet or Arrow file: move it away, or save it as `<block>.csv`"
        );
    };
    let known = model.blocks.iter().map(|block| &*block.id);
    match nearest(id, known) {
        Some(meant) => format!("`{shown}` is not named after a block: did you mean `{meant}`?"),
        None => format!("`{shown}` is not named after a block: the command `blocks` lists them"),
    }
}
