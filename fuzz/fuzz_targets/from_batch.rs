//! Reads any batch: the result must be its rows or an error.
#![no_main]

use std::fmt::Debug;

use arbitrary::Unstructured;
use beraad_fuzz::{assert_valid_rows, batches, with_block};
use beraad_schema::arrow::RowReader;
use beraad_schema::{Block, arrow};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|input: &[u8]| -> Corpus {
    match input {
        [block, input @ ..] => with_block!(*block, check(input)),
        [] => Corpus::Reject,
    }
});

fn check<R: Block + Debug + PartialEq>(input: &[u8]) -> Corpus {
    let Ok(batch) = batches::batch::<R>(&mut Unstructured::new(input)) else {
        return Corpus::Reject;
    };
    let row_by_row = RowReader::<R>::try_new(&batch).map(Iterator::collect::<Vec<_>>);
    match arrow::from_batch::<R>(&batch) {
        Ok(rows) => {
            assert_eq!(rows.len(), batch.num_rows());
            assert_eq!(row_by_row.as_ref(), Ok(&rows));
            assert_valid_rows(&rows);
        }
        Err(error) => {
            assert_eq!(row_by_row.err().as_ref(), Some(&error));
            assert!(!error.to_string().is_empty());
        }
    }
    Corpus::Keep
}
