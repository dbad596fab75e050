//! The errors of rows by the row types.

use std::collections::BTreeSet;

use beraad_model::for_each_block;
use beraad_schema::csv::{CsvError, CsvRowErrorKind};
use beraad_schema::{Block, Checks};
use beraad_tests::check_ids::{of_cell, of_violation};

use super::sheet::{Row, Sheet, dialect};

/// The checks that a row type makes itself.
pub(crate) const TYPED: [&str; 11] = [
    "invalid-record",
    "missing-value",
    "invalid-value",
    "outside-bounds",
    "too-many-decimals",
    "outside-window",
    "unknown-code",
    "code-form",
    "missing-mark",
    "code-without-meaning",
    "rule-violated",
];

/// The errors of a row: the check with its column.
pub(crate) type RowErrors = BTreeSet<(&'static str, Option<String>)>;

/// Returns the errors of each row, and a word for each warning.
pub(crate) fn errors(sheet: &Sheet<'_>, rows: &[Row]) -> Vec<(RowErrors, usize)> {
    let mut text = sheet.header().join(",").into_bytes();
    text.push(b'\n');
    text.extend(rows.iter().flat_map(Row::line));
    let mut errors = None;
    for_each_block!(|B| {
        if B::ID == sheet.block.id {
            errors = Some(errors_of::<B>(sheet, &text));
        }
    });
    let errors = errors.expect("a row type");
    assert_eq!(errors.len(), rows.len(), "{}", sheet.block.id);
    errors
}

fn errors_of<R: Block>(sheet: &Sheet<'_>, text: &[u8]) -> Vec<(RowErrors, usize)> {
    let checks = Checks::<R>::new(sheet.model);
    let dialect = dialect();
    let mut reader = dialect.reader::<R, _>(text).expect("a header");
    let mut all = Vec::new();
    while let Some(row) = reader.next() {
        let mut errors = RowErrors::new();
        let mut warnings = 0;
        match row.and_then(|row| reader.check(&checks, row)) {
            Ok(row) => warnings = checks.warnings(&row).len(),
            Err(CsvError::Row(error)) => match error.kind {
                CsvRowErrorKind::Values(cells) => {
                    let cells = cells.into_iter();
                    errors.extend(cells.map(|it| (of_cell(&it.kind), Some(it.column.to_string()))));
                }
                CsvRowErrorKind::Violations(violations) => {
                    errors.extend(violations.iter().map(|it| {
                        let kind = &it.violation.kind;
                        (of_violation(kind), kind.column().map(str::to_owned))
                    }));
                }
                _ => {
                    errors.insert(("invalid-record", None));
                }
            },
            Err(other) => panic!("{other}"),
        }
        all.push((errors, warnings));
    }
    all
}

/// Returns true if a text with this first line can be read.
pub(crate) fn is_header(sheet: &Sheet<'_>, header: &[u8]) -> bool {
    let mut is_header = false;
    for_each_block!(|B| {
        if B::ID == sheet.block.id {
            is_header = dialect().reader::<B, _>(header).is_ok();
        }
    });
    is_header
}
