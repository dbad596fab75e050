//! What the fuzz targets share: blocks, batches with anything in them, changes to files, and what is asked of rows.

pub mod arrays;
pub mod batches;
pub mod files;
pub mod others;
pub mod types;

use std::fmt::Debug;

use beraad_model::model;
use beraad_schema::arrow::FileError;
use beraad_schema::{Checks, Block, arbitrary};

/// Calls a function that is generic over a row for the block that a byte chooses.
#[macro_export]
macro_rules! with_block {
    ($byte:expr, $check:ident($argument:expr)) => {{
        let mut checks: Vec<fn(_) -> _> = Vec::new();
        beraad_model::for_each_block!(|B| checks.push($check::<B>));
        checks[usize::from($byte) % checks.len()]($argument)
    }};
}

/// Rows that are always the same.
#[must_use]
pub fn made<R: Block + Debug>(count: usize) -> Vec<R> {
    arbitrary::rows_from_seed(model(), 1).take(count).collect()
}

/// Whether rows that a reader gave are rows: they can be checked, written and read again.
///
/// # Panics
/// If they are not.
pub fn assert_sound<R: Block + Debug + PartialEq>(rows: &[R]) {
    let checks = Checks::new(model());
    // The first few: this takes longer than all the rest.
    for row in rows.iter().take(8) {
        let json = serde_json::to_value(row).expect("a row is written");
        let back: R = serde_json::from_value(json).expect("what is written is read");
        assert_eq!(back, *row);
        // What breaks a rule is a row all the same.
        let _ = checks.check(row);
    }
    let batch = R::to_batch(rows).expect("rows make a batch");
    assert_eq!(
        R::from_batch(&batch).expect("a batch of rows is read"),
        rows
    );
}

/// Whether a reader gives rows or says what is wrong.
///
/// # Panics
/// If what it gives are no rows.
pub fn assert_sound_file<R: Block + Debug + PartialEq>(
    opened: Result<impl Iterator<Item = Result<Vec<R>, FileError>>, FileError>,
) {
    match opened {
        // A few bytes can say that there are millions of equal rows, soundly: the first ones tell.
        Ok(reader) => reader.take(4).for_each(|rows| match rows {
            Ok(rows) => assert_sound(&rows[..rows.len().min(100)]),
            Err(error) => assert!(!error.to_string().is_empty()),
        }),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
