//! The files of a block, one after the other.

use std::sync::Arc;

use beraad_schema::arrow::{ipc, parquet};

use crate::batch_file;
use crate::block_file::{Before, BlockFile, FileRead};
use crate::consumer::Consumer;
use crate::csv_file;
use crate::error::DeliveryError;
use crate::file_format::FileFormat;
use crate::options::Options;
use crate::plan::BlockPlan;

/// Reads the files of a block, and hands their rows to the consumers, of which each has a thread. `progress` is called with the path of
/// each file before it is read.
pub(crate) fn read<C: Consumer>(
    files: &[BlockFile],
    plan: &BlockPlan<'_>,
    options: &Options,
    consumers: &mut [C],
    mut progress: impl FnMut(&str),
) -> Result<Vec<FileRead>, DeliveryError> {
    let mut before = Before::default();
    let mut reads = Vec::new();
    for file in files {
        progress(&file.name);
        let read = match FileFormat::of_name(&file.name) {
            Some((FileFormat::Parquet, _)) => {
                batch_file::read(file, before, plan, options, consumers, |file| {
                    let batches = parquet::BatchReader::try_new(file)?;
                    Ok((Arc::clone(batches.schema()), batches))
                })
            }
            Some((FileFormat::Arrow, _)) => {
                batch_file::read(file, before, plan, options, consumers, |file| {
                    let batches = ipc::BatchReader::try_new(file)?;
                    Ok((Arc::clone(batches.schema()), batches))
                })
            }
            Some((FileFormat::Csv, _)) | None => {
                csv_file::read(file, before, plan, options, consumers)?
            }
        };
        before.lines += read.lines;
        before.parts += read.parts;
        reads.push(read);
    }
    Ok(reads)
}
