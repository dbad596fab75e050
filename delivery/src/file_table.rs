//! `delivery.toml`: the files of a delivery that are not named after their blocks.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use beraad_schema::describe::{Model, did_you_mean, excerpt};
use serde::Deserialize;

use crate::block_file::BlockFile;
use crate::error::DeliveryError;

/// The name of the table in the folder of a delivery.
pub(crate) const NAME: &str = "delivery.toml";

/// The content of the table:
///
/// ```toml
/// [files]
/// pay = "lonen.csv"
/// trajectory = ["traject/2005.csv.gz", "traject/2006.csv.gz"]
/// ```
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// The paths of the files of each block, in the folder of the delivery.
    files: BTreeMap<String, Paths>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a path, or a list of paths")]
enum Paths {
    One(String),
    Several(Vec<String>),
}

/// Returns the files of each block that the table of a folder lists; none if the folder has no table. `is_data_file` returns true for the
/// name of a file that can be read.
///
/// # Errors
/// All errors of the table at once.
pub(crate) fn read(
    folder: &Path,
    model: &Model,
    is_data_file: impl Fn(&str) -> bool,
) -> Result<BTreeMap<String, Vec<BlockFile>>, DeliveryError> {
    let path = folder.join(NAME);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        // What is not a folder is reported where its files are listed.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(BTreeMap::new());
        }
        Err(source) => return Err(DeliveryError::Read { path, source }),
    };
    let table: Table = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start.min(text.len()));
        let line = 1 + text[..start].matches('\n').count();
        let in_line = text.lines().nth(line - 1).unwrap_or_default();
        // TOML reads it as the start of a sign such as a tab.
        let advice = if in_line.contains('\\') {
            "write `/` between folders, as in `\"folder/file.csv\"`, in place of `\\`".to_owned()
        } else {
            format!(
                "write `[files]`, and a line such as `{} = \"file.csv\"` for each block",
                model.blocks.first().map_or("block", |block| &block.id)
            )
        };
        let message = error.message();
        DeliveryError::Files(vec![format!("`{NAME}`, line {line}: {message}; {advice}")])
    })?;
    let mut errors = Vec::new();
    let mut files: BTreeMap<String, Vec<BlockFile>> = BTreeMap::new();
    let mut listed: BTreeMap<String, String> = BTreeMap::new();
    for (block, paths) in table.files {
        if model.block(&block).is_none() {
            let known = model.blocks.iter().map(|block| &*block.id);
            let hint = did_you_mean(&block, known);
            errors.push(format!(
                "`{NAME}`: unknown block `{}`; {hint}the command `blocks` lists them",
                excerpt(&block)
            ));
            continue;
        }
        let paths = match paths {
            Paths::One(path) => vec![path],
            Paths::Several(paths) => paths,
        };
        if paths.is_empty() {
            errors.push(format!(
                "`{NAME}`, block `{block}`: the list has no path: write one such as `\"{block}.csv\"`, or remove the line"
            ));
        }
        for name in paths {
            let shown = excerpt(&name);
            let parts = Path::new(&name).components();
            let parts = parts.filter(|part| *part != Component::CurDir);
            let relative: PathBuf = parts.collect();
            let is_inside = relative
                .components()
                .all(|part| matches!(part, Component::Normal(_)));
            let path = folder.join(&relative);
            // One path has one name, also if it was written with `./` or `//`.
            let name = relative.to_string_lossy().replace('\\', "/");
            // A backslash between folders, or a tab and the like, which TOML makes of `\t`.
            let is_windows = shown.contains('\\') || name.contains(char::is_control);
            let error = if is_windows && !path.is_file() {
                "does not exist: write `/` between folders, as in `folder/file.csv`, in place of `\\`"
            } else if !is_inside {
                "is not a path in the folder of the delivery: write it without `/` at the start and without `..`"
            } else if !is_data_file(&name) {
                "is not a file of rows by its name, such as `.csv` or `.parquet`"
            } else if !path.is_file() {
                "does not exist in the folder of the delivery"
            } else if let Some(other) = listed.insert(name.clone(), block.clone()) {
                errors.push(format!(
                    "`{NAME}`: `{shown}` is listed for `{other}` and for `{block}`"
                ));
                continue;
            } else {
                files
                    .entry(block.clone())
                    .or_default()
                    .push(BlockFile { path, name });
                continue;
            };
            errors.push(format!("`{NAME}`, block `{block}`: `{shown}` {error}"));
        }
    }
    if errors.is_empty() {
        Ok(files)
    } else {
        Err(DeliveryError::Files(errors))
    }
}
