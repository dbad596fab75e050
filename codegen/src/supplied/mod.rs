//! Code lists that come with the delivery: a folder with one `<list id>.csv` for each.
//!
//! A file has a header and a line for each meaning of a code: `code`, `nl`, `en`, `fr`, `valid_from`, `valid_to`,
//! `missing`, `source`, `remark`, in any order; for amount classes also `lower`, `upper`, `closed`, `unit`, `currency`.
//! Only `code` and one of `nl` and `en` must be there; where one of these is empty, the other stands for it. It is UTF-8,
//! with commas or semicolons (the header tells), and lines before the header that begin with `#` are comments. A quoted
//! empty code (`""`) is the empty text; an unquoted one is a mistake.
//!
//! A folder is read as a whole: either all of it is right, or every mistake is counted, the first twenty are told, and none
//! of it is used.
//!
//! ```no_run
//! # fn model() -> beraad_schema::describe::Model { unimplemented!() }
//! use beraad_codegen::supplied;
//!
//! let mut model = model();
//! let lists = supplied::read(std::path::Path::new("codelists"), &model)?;
//! lists.merge_into(&mut model);
//! # Ok::<(), supplied::SupplyError>(())
//! ```

mod check;
mod csv;
mod decimal;
mod merge;
mod mistake;
mod row;
mod template;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use beraad_schema::describe::SuppliedFile;
use beraad_schema::describe::{CodeList, Model, ValueType};
use sha2::{Digest, Sha256};

pub use self::mistake::{Mistake, Mistakes, SupplyError};
pub use self::template::{filled_in, is_open, templates};

use self::csv::Lines;
use self::merge::{Read, merge};
use self::mistake::{Found, shown};
use self::row::Header;
use crate::format::help;
use crate::output::MARKER;

/// How many bytes a file may have: ten thousand times as many as a list of codes usually has.
pub const LARGEST: u64 = 16 * 1024 * 1024;

/// How many lines a file may have below its header.
pub const MOST_LINES: usize = 100_000;

/// The lists of a folder, read and checked.
#[derive(Default)]
pub struct SuppliedLists {
    read: Vec<Read>,
}

impl SuppliedLists {
    /// Puts the codes into the lists of the model.
    ///
    /// A published code stays, and a published label without a code makes room for the code that was supplied with it.
    /// No list rejects a code because a file lacks it: a file may not hold all codes that occur. A period that a file states
    /// counts as any other: outside it, [`Block::check`](beraad_schema::Block::check) finds a code without meaning.
    pub fn merge_into(&self, model: &mut Model) {
        for read in &self.read {
            merge(model, read);
        }
    }

    /// The id of each list, with the file that brought it.
    pub fn files(&self) -> impl Iterator<Item = (&str, &SuppliedFile)> {
        self.read.iter().map(|read| (&*read.id, &read.supplied))
    }

    /// Whether no file holds a code.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read.is_empty()
    }
}

impl std::fmt::Debug for SuppliedLists {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.files()).finish()
    }
}

/// Reads the lists in a folder, and holds them against the model.
///
/// A file that has a header and no codes, as a template has, supplies nothing. The marker that this programme writes into
/// its folders is passed over.
///
/// # Errors
/// If the folder cannot be read, or if there is any mistake in any of its files.
pub fn read(dir: &Path, model: &Model) -> Result<SuppliedLists, SupplyError> {
    let failed = |source| SupplyError::Folder {
        dir: dir.to_owned(),
        source,
    };
    let entries = fs::read_dir(dir).map_err(failed)?;
    let mut entries = entries.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let (mut lists, mut mistakes) = (SuppliedLists::default(), Vec::new());
    for entry in entries {
        if entry.file_name() == MARKER {
            continue;
        }
        let mut found = Found::new(&entry.path());
        lists.read.extend(file(&entry, model, &mut found));
        mistakes.push(found);
    }
    match Mistakes::of(mistakes) {
        None => Ok(lists),
        Some(mistakes) => Err(SupplyError::Mistakes(mistakes)),
    }
}

/// The list in a file, unless it has none or has mistakes.
fn file(entry: &fs::DirEntry, model: &Model, found: &mut Found) -> Option<Read> {
    let (list, name) = list_of(entry, model, found)?;
    let mut bytes = Vec::new();
    let read = File::open(entry.path()).and_then(|file| {
        // One byte more than is allowed, so that a file that grows meanwhile is seen too.
        file.take(LARGEST + 1).read_to_end(&mut bytes)
    });
    if let Err(error) = read {
        found.add(None, || {
            format!("cannot be read: {error}; see that you may read it")
        });
        return None;
    }
    if bytes.len() as u64 > LARGEST {
        let most = LARGEST / 1024 / 1024;
        found.add(None, || {
            format!("is larger than {most} MB, and no list of codes is; write the list of codes alone, one line a meaning")
        });
        return None;
    }
    let text = text(&bytes, found)?;
    let rows = rows(text, list, is_of_classes(model, list), found);
    check::check(list, &rows, found);
    if rows.is_empty() || !found.is_empty() {
        return None;
    }
    Some(Read {
        id: list.id.to_string(),
        supplied: SuppliedFile::new(name, sha256(&bytes)),
        rows,
    })
}

/// The list that a file is named after.
fn list_of<'a>(
    entry: &fs::DirEntry,
    model: &'a Model,
    found: &mut Found,
) -> Option<(&'a CodeList, String)> {
    let name = entry.file_name().to_string_lossy().into_owned();
    let kind = match entry.file_type() {
        Ok(kind) => kind,
        Err(error) => {
            found.add(None, || format!("cannot be read: {error}"));
            return None;
        }
    };
    if kind.is_symlink() {
        // What it points to may lie anywhere; what is named in the codebook must be what lies in the folder.
        found.add(None, || {
            "is a symbolic link; put the file itself into the folder".into()
        });
        return None;
    }
    if !kind.is_file() {
        let what = if kind.is_dir() { "a folder" } else { "no file" };
        found.add(None, || {
            format!("is {what}, and a folder of code lists holds `.csv` files alone; move it away")
        });
        return None;
    }
    let Some(id) = name.strip_suffix(".csv") else {
        found.add(None, || {
            "is no `.csv` file, and a folder of code lists holds nothing else; move it away, or save it as `<list id>.csv`".into()
        });
        return None;
    };
    let list = model.code_list(id);
    if list.is_none() {
        found.add(None, || {
            let known: Vec<_> = model.code_lists.iter().map(|list| &*list.id).collect();
            let help = match beraad_schema::describe::nearest(id, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}.csv`?"),
                None if known.len() <= 8 => help(id, &known),
                None => "`beraad codelists` lists all".to_owned(),
            };
            format!("there is no code list `{}`: {help}", shown(id))
        });
    }
    Some((list?, name))
}

/// The bytes as text, or where they are none.
fn text<'a>(bytes: &'a [u8], found: &mut Found) -> Option<&'a str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        found.add(1, || {
            "is UTF-16; save it as UTF-8 (in a spreadsheet: `CSV UTF-8`)".into()
        });
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let (before, rest) = bytes.split_at(error.valid_up_to());
            let line = before.split(|byte| *byte == b'\n').count();
            found.add(line, || {
                let byte = rest.first().copied().unwrap_or_default();
                let at = before.len();
                format!("the byte {byte:02X} at offset {at} is no UTF-8; save the file as UTF-8 (in a spreadsheet: `CSV UTF-8`)")
            });
            None
        }
    }
}

fn rows(text: &str, list: &CodeList, classes: bool, found: &mut Found) -> Vec<row::Row> {
    let mut rows = Vec::new();
    let mut lines = Lines::new(text);
    let separator = lines.separator();
    let header = match lines.next() {
        None => {
            let (id, header) = (&list.id, row::COLUMNS.join(","));
            found.add(None, || {
                format!("has no header; write `{header}` above the codes of `{id}`")
            });
            return rows;
        }
        Some((line, Err(mistake))) => {
            found.add(line, || format!("in the header: {mistake}"));
            return rows;
        }
        Some((line, Ok(cells))) => Header::read(line, &cells, separator, found),
    };
    let Some(header) = header else {
        return rows;
    };
    for (index, (line, cells)) in lines.enumerate() {
        if index >= MOST_LINES {
            found.add(line, || {
                format!("the file has more than {MOST_LINES} lines, and no list of codes has; what follows was not read")
            });
            break;
        }
        match cells {
            Err(mistake) => found.add(line, || mistake.to_owned()),
            // A spreadsheet leaves such lines behind.
            Ok(cells) if cells.iter().all(|cell| cell.exact().is_none()) => {}
            Ok(cells) => rows.extend(header.row(line, &cells, classes, found)),
        }
    }
    rows
}

/// Whether any variable holds amount classes of the list.
fn is_of_classes(model: &Model, list: &CodeList) -> bool {
    let is_class = |value_type: &ValueType| match value_type.item() {
        ValueType::AmountClass { list: id } => *id == list.id,
        _ => false,
    };
    model.blocks.iter().any(|block| {
        block
            .columns()
            .iter()
            .any(|column| is_class(column.value_type()))
    })
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing to a text cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}
