//! Files of Arrow itself (IPC): rows into a file and back, a batch at a time.

mod blocks;
mod message;

use std::fmt::{self, Display};
use std::io::{Read, Seek, Write};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::convert::try_fb_to_schema;
use arrow_ipc::reader::FileDecoder;
use arrow_ipc::root_as_footer;
use arrow_ipc::writer::{DictionaryHandling, FileWriter, IpcWriteOptions};
use arrow_schema::{ArrowError, Field, FieldRef, SchemaRef};

use self::blocks::Blocks;
use super::accept;
use super::batches::Batches;
use super::error::{BatchError, ColumnError, Fault};
use super::file::{BATCH, Chunks, FileError};
use super::plan::Plan;
use crate::describe::Model;
use crate::row::Block;

/// Writes rows into a file of Arrow, uncompressed.
///
/// Without [`finish`](Self::finish) there is no file that could be read: write it aside, and give it its name when it is
/// whole. Every batch is one write; a [`BufWriter`](std::io::BufWriter) gathers its parts.
///
/// ```
/// use beraad_schema::arrow::{FileError, ipc};
/// use beraad_schema::describe::Model;
/// use beraad_schema::describe::Block;
///
/// fn copy<R: Block>(from: std::fs::File, to: std::fs::File, model: &Model) -> Result<(), FileError> {
///     let mut writer = ipc::Writer::<R, _>::new(to, model)?;
///     for rows in ipc::Reader::<R, _>::open(from)? {
///         writer.write(&rows?)?;
///     }
///     writer.finish()?;
///     Ok(())
/// }
/// ```
#[must_use = "without `finish` the file cannot be read"]
pub struct Writer<R, W: Write> {
    batches: Batches<R>,
    file: FileWriter<W>,
}

impl<R: Block, W: Write> Writer<R, W> {
    /// No rows yet. The model describes the block and its columns in the file.
    ///
    /// # Errors
    /// [`FileError::Arrow`], if nothing can be written.
    pub fn new(to: W, model: &Model) -> Result<Self, FileError> {
        let batches = Batches::new(BATCH).described_by(model);
        // Of the dictionary of an open list only what is new is written: a file may not take back what it said.
        let options =
            IpcWriteOptions::default().with_dictionary_handling(DictionaryHandling::Delta);
        let file = FileWriter::try_new_with_options(to, batches.schema(), options)?;
        Ok(Self { batches, file })
    }

    /// Writes rows: any number of them.
    ///
    /// # Errors
    /// [`FileError::Batch`], if a row has no place in a batch, as [`Batches::push`] says; [`FileError::Arrow`], if it
    /// cannot be written. The file is then of no use.
    pub fn write(&mut self, rows: &[R]) -> Result<(), FileError> {
        for batch in self.batches.push(rows)? {
            self.file.write(&batch)?;
        }
        Ok(())
    }

    /// Writes what is left, and the end of the file.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn finish(mut self) -> Result<W, FileError> {
        if let Some(batch) = self.batches.finish()? {
            self.file.write(&batch)?;
        }
        Ok(self.file.into_inner()?)
    }
}

/// Reads the rows of a file of Arrow, some tens of thousands at a time.
///
/// In memory are one batch of the file (others may have written all rows as one) and the rows that were made of it last.
///
/// The file may have been written by others, uncompressed; see [`arrow`](mod@crate::arrow) for what is taken. Columns of
/// other types than those are an error of [`open`](Self::open), before any row is read. After an error there are no more
/// rows.
pub struct Reader<R, F> {
    chunks: Chunks<R>,
    schema: SchemaRef,
    file: Blocks<F>,
    decoder: FileDecoder,
    batches: std::vec::IntoIter<arrow_ipc::Block>,
    /// The rows of the last batch that were not given yet.
    left: RecordBatch,
}

impl<R: Block, F: Read + Seek> Reader<R, F> {
    /// Opens a file.
    ///
    /// # Errors
    /// [`FileError::Arrow`], if it is no file of Arrow; [`FileError::Batch`], if its columns are not those of the block.
    pub fn open(from: F) -> Result<Self, FileError> {
        let mut file = Blocks::of(from)?;
        let bytes = file.footer()?;
        let footer = root_as_footer(&bytes).map_err(|error| malformed(&error))?;
        let schema = footer.schema().ok_or_else(|| damaged("it has no schema"))?;
        if !schema.endianness().equals_to_target_endianness() {
            return Err(damaged("it was written for a machine of the other byte order").into());
        }
        let schema = Arc::new(try_fb_to_schema(schema)?);
        // Before anything is made of these types: what of them is sound, `arrow-ipc` does not look at.
        let unreadable = |field: &&FieldRef| !message::is_readable(field.data_type());
        let unreadable = schema.fields().iter().filter(unreadable);
        let columns: Vec<_> = unreadable.map(|field| refused::<R>(field)).collect();
        if !columns.is_empty() {
            return Err(BatchError::Columns {
                block: R::ID,
                columns,
            }
            .into());
        }
        let chunks = Chunks::of(schema.clone())?;
        let mut decoder = FileDecoder::new(schema.clone(), footer.version());
        for block in footer.dictionaries().into_iter().flatten() {
            decoder.read_dictionary(block, &file.read(block, &schema)?)?;
        }
        let batches: Vec<_> = footer
            .recordBatches()
            .into_iter()
            .flatten()
            .copied()
            .collect();
        Ok(Self {
            chunks,
            left: RecordBatch::new_empty(schema.clone()),
            schema,
            file,
            decoder,
            batches: batches.into_iter(),
        })
    }

    /// The next rows; `None` if there are no more.
    fn rows(&mut self) -> Result<Option<Vec<R>>, FileError> {
        while self.left.num_rows() == 0 {
            let Some(block) = self.batches.next() else {
                return Ok(None);
            };
            let bytes = self.file.read(&block, &self.schema)?;
            let batch = self.decoder.read_record_batch(&block, &bytes)?;
            self.left = batch.ok_or_else(|| damaged("a block is no batch"))?;
        }
        let count = self.left.num_rows().min(BATCH);
        let batch = self.left.slice(0, count);
        self.left = self.left.slice(count, self.left.num_rows() - count);
        Ok(Some(self.chunks.rows(&batch)?))
    }
}

impl<R, F> fmt::Debug for Reader<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl<R, W: Write> fmt::Debug for Writer<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

impl<R: Block, F: Read + Seek> Iterator for Reader<R, F> {
    type Item = Result<Vec<R>, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rows = self.rows();
        if rows.is_err() {
            self.batches = Vec::new().into_iter();
            self.left = self.left.slice(0, 0);
        }
        rows.transpose()
    }
}

/// What is said of a column of a type that no column of a block has.
fn refused<R: Block>(field: &Field) -> ColumnError {
    let planned = &Plan::of::<R>().columns;
    let planned = planned.iter().find(|planned| planned.name == field.name());
    ColumnError {
        column: field.name().clone(),
        fault: planned.map_or(Fault::Unknown, |planned| {
            accept::wrong_type(field.data_type(), planned)
        }),
    }
}

/// What the check of a flat buffer says, without the way that it went, a line for each step.
fn malformed(error: &impl Display) -> ArrowError {
    damaged(error.to_string().lines().next().unwrap_or_default())
}

fn damaged(what: &str) -> ArrowError {
    ArrowError::IpcError(what.to_owned())
}
