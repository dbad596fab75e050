//! A Parquet file.

use std::sync::Arc;

use beraad_schema::arrow::parquet::BatchReader;

use crate::batch_file;
use crate::block_file::{Before, BlockFile, FileRead};
use crate::consumer::Consumer;
use crate::csv_file::strip_extension;
use crate::error::DeliveryError;
use crate::options::Options;
use crate::plan::BlockPlan;

/// Returns the name of a Parquet file without its extension.
pub(crate) fn stem(name: &str) -> Option<&str> {
    strip_extension(name, "parquet")
}

/// Reads a file, and hands its rows to the consumers, each of which has a thread.
pub(crate) fn read<C: Consumer>(
    file: &BlockFile,
    before: Before,
    plan: &BlockPlan<'_>,
    options: &Options,
    consumers: &mut [C],
) -> Result<FileRead, DeliveryError> {
    batch_file::read(file, before, plan, options, consumers, |file| {
        let batches = BatchReader::try_new(file)?;
        Ok((Arc::clone(batches.schema()), batches))
    })
}
