//! Code that the fuzz targets share: blocks, random batches, changes to files, and checks of the rows that a reader returns.

pub mod deliveries;
pub mod arrays;
pub mod batches;
pub mod files;
pub mod others;
pub mod seeds;
pub mod structure;
pub mod texts;
pub mod types;

use std::fmt::Debug;

use beraad_model::model;
use beraad_schema::arrow::FileError;
use beraad_schema::{Block, Checks, arbitrary, arrow};

/// Calls a function that is generic over a block, for the block that a byte chooses.
#[macro_export]
macro_rules! with_block {
    ($byte:expr, $check:ident($argument:expr)) => {{
        let mut checks: Vec<fn(_) -> _> = Vec::new();
        beraad_model::for_each_block!(|B| checks.push($check::<B>));
        checks[usize::from($byte) % checks.len()]($argument)
    }};
}

/// Returns random rows that are the same in every run.
#[must_use]
pub fn fixed_rows<R: Block + Debug>(count: usize) -> Vec<R> {
    arbitrary::rows_from_seed(model(), 1).take(count).collect()
}

/// Asserts that the rows from a reader are valid: they can be checked, written and read again.
///
/// # Panics
/// Panics if a row cannot be written, or if it differs from the original after it was read again.
pub fn assert_valid_rows<R: Block + Debug + PartialEq>(rows: &[R]) {
    let checks = Checks::new(model());
    // Only the first few rows, since this takes longer than the rest of the target.
    for row in rows.iter().take(8) {
        let json = serde_json::to_value(row).expect("a row as JSON");
        let back: R = serde_json::from_value(json).expect("a row from its own JSON");
        assert_eq!(back, *row);
        // A row may violate rules; the check must only not panic.
        let _ = checks.check(row);
    }
    let batch = arrow::to_batch(rows).expect("a batch of valid rows");
    assert_eq!(
        arrow::from_batch::<R>(&batch).expect("the rows of a valid batch"),
        rows
    );
}

/// Asserts that a reader returns valid rows or an error with a message.
///
/// # Panics
/// Panics if a row is not valid, or if an error has no message.
pub fn assert_valid_rows_or_error<R: Block + Debug + PartialEq>(
    chunks: Result<impl Iterator<Item = Result<Vec<R>, FileError>>, FileError>,
) {
    match chunks {
        // A valid file of a few bytes can contain millions of equal rows, so only the first ones are checked.
        Ok(chunks) => chunks.take(4).for_each(|rows| match rows {
            Ok(rows) => assert_valid_rows(&rows[..rows.len().min(100)]),
            Err(error) => assert!(!error.to_string().is_empty()),
        }),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
