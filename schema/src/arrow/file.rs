//! What files have in common: why one cannot be written or read, and rows that come batch by batch.

use std::marker::PhantomData;

use arrow_array::RecordBatch;
use arrow_schema::{ArrowError, SchemaRef};

use super::error::{BatchError, Visible};
use super::rows::Rows;
use crate::row::Block;

/// The rows of a batch of a file: a batch of thirty columns takes some megabytes.
pub(super) const BATCH: usize = 65_536;

/// Why a file cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The rows cannot be written, or what the file holds are no rows of the block.
    #[error(transparent)]
    Batch(#[from] BatchError),
    /// The file cannot be reached, or is no file of Arrow, or is damaged.
    #[error("no sound file of Arrow: {}", Visible(&.0.to_string()))]
    Arrow(#[from] ArrowError),
    /// The file cannot be reached, or is no file of Parquet, or is damaged.
    #[cfg(feature = "parquet")]
    #[error("no sound file of Parquet: {}", Visible(&.0.to_string()))]
    Parquet(#[from] ::parquet::errors::ParquetError),
}

/// The rows of the batches of a file.
pub(super) struct Chunks<R> {
    /// The rows of all batches before.
    before: usize,
    rows: PhantomData<fn() -> R>,
}

impl<R: Block> Chunks<R> {
    /// # Errors
    /// If batches of this schema hold no rows of the block: that is seen before any is read.
    pub(super) fn of(schema: SchemaRef) -> Result<Self, BatchError> {
        Rows::<R>::open(&RecordBatch::new_empty(schema))?;
        Ok(Self {
            before: 0,
            rows: PhantomData,
        })
    }

    /// The rows of the next batch.
    ///
    /// # Errors
    /// If they are none of the block; rows are counted from the first of the file.
    pub(super) fn rows(&mut self, batch: &RecordBatch) -> Result<Vec<R>, BatchError> {
        let rows = Rows::open(batch).map_err(|error| error.behind(self.before))?;
        self.before += batch.num_rows();
        Ok(rows.into_vec())
    }
}
