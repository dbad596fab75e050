//! A file that cannot be read, or not to its end: a finding, so that the other files are checked all the same.

use std::io::{self, ErrorKind};
use std::path::Path;

use beraad_schema::arrow::FileError;
use beraad_schema::describe::{Language, excerpt};

use crate::block_file::{Before, BlockFile, FileRead};
use crate::checks::{FILE_WITHOUT_ROWS, UNREADABLE_FILE};
use crate::consumer::Consumer;
use crate::file_format::FileFormat;
use crate::file_kind;
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;

/// Returns the reason why a file cannot be read or unpacked, with what to do.
pub(crate) fn reason_of_io(path: &Path, error: &io::Error) -> String {
    if let Some(mismatch) = file_kind::mismatch(path) {
        return mismatch;
    }
    let advice = match error.kind() {
        ErrorKind::PermissionDenied => "check that you may read it",
        ErrorKind::NotFound => "it was there before: start again when nothing changes the files",
        _ => "the file is damaged or not complete: copy it again, or ask the provider for it",
    };
    format!("{error}; {advice}")
}

/// Returns the reason why a Parquet or Arrow file cannot be read, with what to do.
pub(crate) fn reason_of_batches(path: &Path, error: &FileError) -> String {
    file_kind::mismatch(path).unwrap_or_else(|| error.to_string())
}

/// Adds the finding about a file that cannot be read, or not to its end. `rows` is the number of rows that were read before.
pub(crate) fn report<C: Consumer>(
    file: &BlockFile,
    before: Before,
    reason: &str,
    rows: u64,
    consumers: &mut [C],
) {
    let checked = match rows {
        0 => String::new(),
        1 => " (the row before the error was checked)".to_owned(),
        _ => format!(" (the {rows} rows before the error were checked)"),
    };
    let detail = format!("`{}`: {reason}{checked}", excerpt(&file.name));
    let tally = consumers[0].tally();
    tally.add_file(&UNREADABLE_FILE, before.lines + 1, detail);
}

/// Adds the finding about a file of which the header is valid and no row was read.
pub(crate) fn report_without_rows<C: Consumer>(
    file: &BlockFile,
    before: Before,
    plan: &BlockPlan<'_>,
    consumers: &mut [C],
) {
    let has = match FileFormat::of_name(&file.name) {
        Some((FileFormat::Csv, _)) | None => "has a header and no row",
        Some(_) => "has columns and no row",
    };
    let unit = plan.block.row_unit.text(Language::EN);
    let expected = unit.map(|unit| format!("; expected rows, each of {unit}"));
    let expected = expected.unwrap_or_default();
    let detail = format!("`{}` {has}{expected}", excerpt(&file.name));
    let tally = consumers[0].tally();
    tally.add_file(&FILE_WITHOUT_ROWS, before.lines + 1, detail);
}

/// Returns the result for a file of which nothing could be read.
pub(crate) fn nothing_read(file: &BlockFile, reason: String) -> FileRead {
    FileRead {
        receipt: FileReceipt {
            path: file.name.clone(),
            bytes: 0,
            sha256: String::new(),
            rows: 0,
            renamed: std::collections::BTreeMap::new(),
            ignored: Vec::new(),
            unread: Some(reason),
        },
        lines: 1,
        parts: 0,
        columns: None,
    }
}
