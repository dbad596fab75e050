//! Reads a folder of supplied lists.

use std::fs::{self, DirEntry, File};
use std::io::{self, Read as _};
use std::path::Path;

use beraad_describe::{CodeList, Languages, Model, SuppliedFile, nearest, one_of};

use super::error::{ListErrors, Report, SupplyError};
use super::header::{Header, columns};
use super::line::SuppliedMeaning;
use super::{SuppliedList, SuppliedLists, check, is_of_amount_classes};
use crate::csv::Lines;
use crate::excerpt::excerpt;

/// The lists of a folder, or the errors in all of its files.
pub(super) fn folder(dir: &Path, model: &Model) -> Result<SuppliedLists, SupplyError> {
    let failed = |source| SupplyError::Folder {
        dir: dir.to_owned(),
        source,
    };
    let entries = fs::read_dir(dir).map_err(failed)?;
    let mut entries = entries.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    // The system lists a folder in any order, on which no message may depend.
    entries.sort_by_key(DirEntry::file_name);
    let (mut lists, mut reports) = (Vec::new(), Vec::new());
    for entry in entries {
        // The marker of this program, and what a system leaves in every folder (`.DS_Store`).
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let mut report = Report::new(&entry.path());
        lists.extend(file(&entry, model, &mut report));
        reports.push(report);
    }
    match ListErrors::of(reports) {
        None => Ok(SuppliedLists { lists }),
        Some(errors) => Err(SupplyError::Lists(errors)),
    }
}

/// The list in a file; `None` if it contains no codes, or errors.
fn file(entry: &DirEntry, model: &Model, report: &mut Report) -> Option<SuppliedList> {
    let (list, name) = list_of(entry, model, report)?;
    let bytes = bytes(entry, report)?;
    let text = text(&bytes, report)?;
    let languages = &model.deliberation.languages;
    let is_of_classes = is_of_amount_classes(model, list);
    let meanings = meanings(text, list, languages, is_of_classes, report);
    check::check(list, &meanings, report);
    if meanings.is_empty() || !report.is_empty() {
        return None;
    }
    Some(SuppliedList {
        id: list.id.to_string(),
        file: SuppliedFile::from_bytes(name, &bytes),
        meanings,
    })
}

/// The list that a file is named after, and the name of the file.
fn list_of<'a>(
    entry: &DirEntry,
    model: &'a Model,
    report: &mut Report,
) -> Option<(&'a CodeList, String)> {
    let name = entry.file_name().to_string_lossy().into_owned();
    // The type of the entry itself: a link is not followed.
    let kind = match entry.file_type() {
        Ok(kind) => kind,
        Err(error) => {
            report.error(None, || format!("cannot read the file: {error}"));
            return None;
        }
    };
    if kind.is_symlink() {
        // It may point to any place. The file that the codebook names must be the one in the folder.
        report.error(None, || {
            "symbolic link; put the file itself into the folder".to_owned()
        });
        return None;
    }
    let id = name.strip_suffix(".csv").filter(|_| kind.is_file());
    let Some(id) = id else {
        report.error(None, || {
            let (found, fix) = if kind.is_dir() {
                ("a folder", "move it away")
            } else {
                (
                    "another file",
                    "move it away, or save it as CSV under such a name",
                )
            };
            format!("expected only files `<list id>.csv`, found {found}; {fix}")
        });
        return None;
    };
    let list = model.code_list(id);
    if list.is_none() {
        report.error(None, || {
            let known: Vec<_> = model.code_lists.iter().map(|list| &*list.id).collect();
            let hint = match nearest(id, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}.csv`?"),
                None if known.len() <= 8 => format!("expected {}", one_of(&known)),
                None => "the command `codelists` lists all code lists".to_owned(),
            };
            format!("unknown code list `{}`; {hint}", excerpt(id))
        });
    }
    Some((list?, name))
}

fn bytes(entry: &DirEntry, report: &mut Report) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = File::open(entry.path()).and_then(|file| {
        // One byte more than is allowed, so that a file that grows meanwhile is refused too.
        file.take(SuppliedLists::MAX_FILE_BYTES + 1)
            .read_to_end(&mut bytes)
    });
    if let Err(error) = read {
        report.error(None, || {
            format!("cannot read the file: {error}; check its permissions")
        });
        return None;
    }
    if bytes.len() as u64 > SuppliedLists::MAX_FILE_BYTES {
        report.error(None, || {
            let most = SuppliedLists::MAX_FILE_BYTES / 1024 / 1024;
            format!("the file is larger than {most} MB; write only the list of codes, one line for each meaning")
        });
        return None;
    }
    Some(bytes)
}

/// The bytes as text, or an error at the first byte that is not UTF-8.
fn text<'a>(bytes: &'a [u8], report: &mut Report) -> Option<&'a str> {
    // Before the check of UTF-8, which would name the first byte and not the cause.
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        report.error(1, || {
            "the file is in UTF-16; save it as UTF-8 (in a spreadsheet: `CSV UTF-8`)".to_owned()
        });
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let (before, rest) = bytes.split_at(error.valid_up_to());
            let line = before.split(|byte| *byte == b'\n').count();
            report.error(line, || {
                let byte = rest.first().copied().unwrap_or_default();
                let offset = before.len();
                format!("invalid UTF-8: byte {byte:02X} at offset {offset}; save the file as UTF-8 (in a spreadsheet: `CSV UTF-8`)")
            });
            None
        }
    }
}

/// The meanings in the lines that are valid.
fn meanings(
    text: &str,
    list: &CodeList,
    languages: &Languages,
    is_of_amount_classes: bool,
    report: &mut Report,
) -> Vec<SuppliedMeaning> {
    let mut meanings = Vec::new();
    let mut lines = Lines::from_header(text);
    let separator = lines.separator();
    let header = match lines.next() {
        None => {
            report.error(None, || {
                let (id, header) = (&list.id, columns(languages).join(","));
                format!("missing header; write `{header}` above the codes of `{id}`")
            });
            None
        }
        Some((line, Err(error))) => {
            report.error(line, || format!("invalid header: {error}"));
            None
        }
        Some((line, Ok(fields))) => Header::read(line, &fields, separator, languages, report),
    };
    let Some(header) = header else {
        return meanings;
    };
    for (index, (line, fields)) in lines.enumerate() {
        if index >= SuppliedLists::MAX_LINES {
            report.error(line, || {
                let most = SuppliedLists::MAX_LINES;
                format!(
                    "more than {most} lines below the header; the rest of the file was not read"
                )
            });
            break;
        }
        match fields {
            Err(error) => report.error(line, || error.to_owned()),
            // A spreadsheet leaves such lines behind.
            Ok(fields) if fields.iter().all(|field| field.exact().is_none()) => {}
            Ok(fields) => {
                meanings.extend(header.meaning(line, &fields, list, is_of_amount_classes, report));
            }
        }
    }
    meanings
}
