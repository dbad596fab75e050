//! Rows to a Parquet file.

use std::fmt;
use std::io::Write;
use std::path::Path;

use ::parquet::arrow::ArrowWriter;
use ::parquet::basic::Compression;
use ::parquet::file::properties::WriterProperties;

use crate::arrow::builders::BatchBuilder;
use crate::arrow::file::{BATCH_SIZE, FileError};
use crate::arrow::files::FilesError;
use crate::arrow::new_file::replace;
use crate::describe::Model;
use crate::row::Block;
use crate::schema_options::SchemaOptions;

/// The number of rows of a row group. The writer keeps them in memory, encoded, until the row group is full.
const ROW_GROUP_SIZE: usize = 1 << 20;

/// Writes all rows to a file.
///
/// A file of this name is replaced when the new one is complete; after an error it is as before. For rows that do not fit into
/// memory, use [`Writer`].
///
/// ```no_run
/// # fn example<Loan: beraad_schema::Block>(loans: &[Loan], model: &beraad_schema::describe::Model) -> Result<(), beraad_schema::arrow::FilesError> {
/// use beraad_schema::arrow::parquet;
///
/// parquet::write_file("loans.parquet", model, loans)?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// If a row cannot be converted, as [`BatchBuilder::push`] describes, or the file cannot be written.
pub fn write_file<R: Block>(
    path: impl AsRef<Path>,
    model: &Model,
    rows: &[R],
) -> Result<(), FilesError> {
    replace(path.as_ref(), |file| {
        let mut writer = Writer::try_new(file, model)?;
        writer.write(rows)?;
        writer.finish()?;
        Ok(())
    })
}

/// Writes rows to a Parquet file.
///
/// Without [`finish`](Self::finish) the file cannot be read: write to a temporary file, and rename it when it is complete, as
/// [`write_file`] does.
///
/// ```
/// use beraad_schema::arrow::{FileError, parquet};
/// use beraad_schema::describe::Model;
/// use beraad_schema::Block;
///
/// fn copy<R: Block>(from: std::fs::File, to: std::fs::File, model: &Model) -> Result<(), FileError> {
///     let mut writer = parquet::Writer::<R, _>::try_new(to, model)?;
///     for rows in parquet::Reader::<R, _>::try_new(from)?.chunks() {
///         writer.write(&rows?)?;
///     }
///     writer.finish()?;
///     Ok(())
/// }
/// ```
#[must_use = "without `finish` the file cannot be read"]
pub struct Writer<R, W: Write + Send> {
    builder: BatchBuilder<R>,
    file: ArrowWriter<W>,
}

impl<R: Block, W: Write + Send> Writer<R, W> {
    /// Creates a writer of a file with the description of the block and its columns in the model.
    ///
    /// # Errors
    /// [`FileError`], if the file cannot be written.
    pub fn try_new(to: W, model: &Model) -> Result<Self, FileError> {
        Self::try_new_with_options(to, model, SchemaOptions::default())
    }

    /// Creates a writer with options of the schema.
    ///
    /// # Errors
    /// As [`try_new`](Self::try_new).
    pub fn try_new_with_options(
        to: W,
        model: &Model,
        options: SchemaOptions,
    ) -> Result<Self, FileError> {
        let builder = BatchBuilder::new(BATCH_SIZE).with_model(model, options);
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(ROW_GROUP_SIZE));
        let file = ArrowWriter::try_new(to, builder.schema().clone(), Some(properties.build()))?;
        Ok(Self { builder, file })
    }

    /// Writes rows. The last ones stay in memory until a row group is full.
    ///
    /// # Errors
    /// [`FileError::Batch`], if a row cannot be converted, as [`BatchBuilder::push`] describes; another [`FileError`], if
    /// it cannot be written. The file is not usable then.
    pub fn write(&mut self, rows: &[R]) -> Result<(), FileError> {
        for batch in self.builder.push(rows)? {
            self.file.write(&batch)?;
        }
        Ok(())
    }

    /// Writes the rows that are in memory as a row group, which is then smaller than the others.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn flush(&mut self) -> Result<(), FileError> {
        if let Some(batch) = self.builder.flush()? {
            self.file.write(&batch)?;
        }
        Ok(self.file.flush()?)
    }

    /// Writes the remaining rows and the end of the file.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn finish(mut self) -> Result<W, FileError> {
        if let Some(batch) = self.builder.flush()? {
            self.file.write(&batch)?;
        }
        Ok(self.file.into_inner()?)
    }
}

impl<R, W: Write + Send> fmt::Debug for Writer<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}
