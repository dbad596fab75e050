//! The files of a block, one after the other.

use crate::arrow_file;
use crate::block_file::{Before, BlockFile, FileRead};
use crate::consumer::Consumer;
use crate::csv_file;
use crate::error::DeliveryError;
use crate::options::Options;
use crate::parquet_file;
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
        let read = if parquet_file::stem(&file.name).is_some() {
            parquet_file::read(file, before, plan, options, consumers)?
        } else if arrow_file::stem(&file.name).is_some() {
            arrow_file::read(file, before, plan, options, consumers)?
        } else {
            csv_file::read(file, before, plan, options, consumers)?
        };
        before.lines += read.lines;
        before.parts += read.parts;
        reads.push(read);
    }
    Ok(reads)
}
