//! Parquet: rows into a file and back, a row group at a time.
//!
//! The schema of Arrow stands in the file, so that what reads it finds every type and all that the model says of the
//! columns. Parquet keeps texts and no positions, though: what is read as a dictionary has its codes in the order in which
//! they come up, also those of a closed list.
//!
//! Two limits are those of the crate `parquet`: its reader panics on some damaged pages, which is caught and becomes an
//! error (a program that is built to abort on panics still does); and a number beyond the 16 bits that a file itself says
//! a column has is cut to them before it is seen here.
//!
//! Pages are compressed with Snappy, which every reader knows; Zstandard is read too, and no compression. Gzip, Brotli and
//! LZ4 are features of the crate `parquet`.

mod check;
mod deltas;
mod pages;
mod thrift;

use std::fmt;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use ::parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, RowGroups,
};
use ::parquet::arrow::{ArrowWriter, ProjectionMask, parquet_to_arrow_field_levels};
use ::parquet::basic::Compression;
pub use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData, RowGroupMetaData};
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::reader::ChunkReader;
use arrow_schema::{DataType, FieldRef, Schema};

use self::pages::Pages;
use super::batches::Batches;
use super::file::{BATCH, Chunks, FileError};
use crate::describe::Model;
use crate::row::Block;

/// The rows of a row group: what a writer keeps in memory, encoded, before it writes it.
const ROW_GROUP: usize = 1 << 20;

/// The rows of a batch that is read, where a row may hold lists of some thousands of values.
const BATCH_OF_LISTS: usize = 4096;

/// Writes rows into a file of Parquet.
///
/// Without [`finish`](Self::finish) there is no file that could be read: write it aside, and give it its name when it is
/// whole.
///
/// ```
/// use beraad_schema::arrow::{FileError, parquet};
/// use beraad_schema::describe::Model;
/// use beraad_schema::describe::Block;
///
/// fn copy<R: Block>(from: std::fs::File, to: std::fs::File, model: &Model) -> Result<(), FileError> {
///     let mut writer = parquet::Writer::<R, _>::new(to, model)?;
///     for rows in parquet::Reader::<R>::open(from)? {
///         writer.write(&rows?)?;
///     }
///     writer.finish()?;
///     Ok(())
/// }
/// ```
#[must_use = "without `finish` the file cannot be read"]
pub struct Writer<R, W: Write + Send> {
    batches: Batches<R>,
    file: ArrowWriter<W>,
}

impl<R: Block, W: Write + Send> Writer<R, W> {
    /// No rows yet. The model describes the block and its columns in the file.
    ///
    /// # Errors
    /// [`FileError::Parquet`], if nothing can be written.
    pub fn new(to: W, model: &Model) -> Result<Self, FileError> {
        let batches = Batches::new(BATCH).described_by(model);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP));
        let file = ArrowWriter::try_new(to, batches.schema().clone(), Some(properties.build()))?;
        Ok(Self { batches, file })
    }

    /// Writes rows: any number of them.
    ///
    /// # Errors
    /// [`FileError::Batch`], if a row has no place in a batch, as [`Batches::push`] says; [`FileError::Parquet`], if it
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

/// Reads the rows of a file of Parquet, some tens of thousands at a time; where there are lists, some thousands.
///
/// The file may have been written by others; see [`arrow`](mod@crate::arrow) for what is taken. Columns of other types
/// than those are an error of [`open`](Self::open), before any row is read. After an error there are no more rows.
///
/// Files of which a few bytes ask for any amount of memory are refused: pages of more than 128 MiB, lists of more than some
/// thousands of values in row after row, and texts of more than 64 bytes that many rows share.
pub struct Reader<R> {
    chunks: Chunks<R>,
    file: ParquetRecordBatchReader,
    /// Whether pages are compressed in another way than this crate asks `parquet` to read.
    otherwise_compressed: bool,
    failed: bool,
}

impl<R: Block> Reader<R> {
    /// Opens a file: a [`std::fs::File`], or bytes in memory.
    ///
    /// # Errors
    /// [`FileError::Parquet`], if it is no file of Parquet; [`FileError::Batch`], if its columns are not those of the
    /// block.
    pub fn open<F: ChunkReader + 'static>(from: F) -> Result<Self, FileError> {
        if from.get_bytes(0, 6).is_ok_and(|start| *start == *b"ARROW1") {
            return Err(ParquetError::General("it is a file of Arrow".into()).into());
        }
        pages::footer(&from)?;
        let found = caught(|| ArrowReaderMetadata::load(&from, ArrowReaderOptions::new()))?;
        let chunks = Chunks::of(found.schema().clone())?;
        let pages = Pages::of(from, found.metadata().clone())?;
        let batch = if pages.has_lists() {
            BATCH_OF_LISTS
        } else {
            BATCH
        };
        let file = caught(|| {
            let (columns, all) = (found.parquet_schema(), ProjectionMask::all());
            let schema = with_wide_keys(found.schema());
            let levels = parquet_to_arrow_field_levels(columns, all, Some(schema.fields()))?;
            let batch = batch.min(pages.num_rows().max(1));
            ParquetRecordBatchReader::try_new_with_row_groups(&levels, &pages, batch, None)
        })?;
        Ok(Self {
            chunks,
            file,
            otherwise_compressed: otherwise_compressed(found.metadata()),
            failed: false,
        })
    }
}

fn otherwise_compressed(file: &ParquetMetaData) -> bool {
    let columns = file.row_groups().iter().flat_map(RowGroupMetaData::columns);
    let mut compressed = columns.map(ColumnChunkMetaData::compression);
    compressed.any(|by| {
        !matches!(
            by,
            Compression::UNCOMPRESSED | Compression::SNAPPY | Compression::ZSTD(_)
        )
    })
}

/// The schema with keys of 32 bits in its dictionaries. The reader of `parquet` has no room for as many values as keys tell
/// apart, nor for those of several row groups in one batch where each group has few.
fn with_wide_keys(schema: &Schema) -> Arc<Schema> {
    let fields = schema.fields().iter().map(with_wide_key);
    Arc::new(Schema::new_with_metadata(
        fields.collect::<Vec<_>>(),
        schema.metadata().clone(),
    ))
}

fn with_wide_key(field: &FieldRef) -> FieldRef {
    let data_type = match field.data_type() {
        DataType::Dictionary(_, values) => {
            DataType::Dictionary(Box::new(DataType::UInt32), values.clone())
        }
        DataType::List(item) => DataType::List(with_wide_key(item)),
        DataType::LargeList(item) => DataType::LargeList(with_wide_key(item)),
        DataType::FixedSizeList(item, length) => {
            DataType::FixedSizeList(with_wide_key(item), *length)
        }
        _ => return Arc::clone(field),
    };
    Arc::new(field.as_ref().clone().with_data_type(data_type))
}

/// What `read` gives. The reader of `parquet` panics on some damaged files (on levels that say more than their page holds,
/// for one); that is an error like the others, and the reader is not asked again.
fn caught<T>(read: impl FnOnce() -> Result<T, ParquetError>) -> Result<T, FileError> {
    let read = catch_unwind(AssertUnwindSafe(read));
    let read = read.unwrap_or_else(|_| Err(ParquetError::General("a page is damaged".into())));
    read.map_err(FileError::from)
}

impl<R> fmt::Debug for Reader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl<R, W: Write + Send> fmt::Debug for Writer<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

impl<R: Block> Iterator for Reader<R> {
    type Item = Result<Vec<R>, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let batch = caught(|| self.file.next().transpose().map_err(ParquetError::from));
        let rows = match batch.transpose()? {
            Ok(batch) => self.chunks.rows(&batch).map_err(FileError::from),
            // That may be the reason: whether it is, a feature of `parquet` decides that any crate may have asked for.
            Err(FileError::Parquet(error)) if self.otherwise_compressed => {
                let remedy = "compress its pages with Snappy or Zstandard, or not at all";
                Err(ParquetError::General(format!("{error}; {remedy}")).into())
            }
            Err(error) => Err(error),
        };
        self.failed = rows.is_err();
        Some(rows)
    }
}
