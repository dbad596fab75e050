//! Rows to an Arrow file.

use std::fmt;
use std::io::{BufWriter, Write};
use std::path::Path;

use arrow_ipc::writer::{DictionaryHandling, FileWriter, IpcWriteOptions};

use crate::arrow::builders::BatchBuilder;
use crate::arrow::file::{BATCH_SIZE, FileError};
use crate::arrow::files::FilesError;
use crate::arrow::new_file::replace;
use crate::describe::Model;
use crate::row::Block;
use crate::schema_options::SchemaOptions;

/// Writes all rows to a file.
///
/// A file of this name is replaced when the new one is complete; after an error it is as before. For rows that do not fit into
/// memory, use [`Writer`].
///
/// ```no_run
/// # fn example<Loan: beraad_schema::Block>(loans: &[Loan], model: &beraad_schema::describe::Model) -> Result<(), beraad_schema::arrow::FilesError> {
/// use beraad_schema::arrow::ipc;
///
/// ipc::write_file("loans.arrow", model, loans)?;
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
        let mut writer = Writer::try_new(BufWriter::new(file), model)?;
        writer.write(rows)?;
        writer.finish()?;
        Ok(())
    })
}

/// Writes rows to an uncompressed Arrow file.
///
/// Without [`finish`](Self::finish) the file cannot be read: write to a temporary file, and rename it when it is complete, as
/// [`write_file`] does.
/// Every record batch is one write; a [`BufWriter`](std::io::BufWriter) gathers its parts.
///
/// ```
/// use beraad_schema::arrow::{FileError, ipc};
/// use beraad_schema::describe::Model;
/// use beraad_schema::Block;
///
/// fn copy<R: Block>(from: std::fs::File, to: std::fs::File, model: &Model) -> Result<(), FileError> {
///     let mut writer = ipc::Writer::<R, _>::try_new(to, model)?;
///     for rows in ipc::Reader::<R, _>::try_new(from)?.chunks() {
///         writer.write(&rows?)?;
///     }
///     writer.finish()?;
///     Ok(())
/// }
/// ```
#[must_use = "without `finish` the file cannot be read"]
pub struct Writer<R, W: Write> {
    builder: BatchBuilder<R>,
    file: FileWriter<W>,
}

impl<R: Block, W: Write> Writer<R, W> {
    /// Creates a writer, and writes the schema with the description of the block and its columns in the model.
    ///
    /// # Errors
    /// [`FileError`], if the schema cannot be written.
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
        // A file cannot replace a dictionary: of that of an open code list, each batch writes the new codes.
        let ipc_options =
            IpcWriteOptions::default().with_dictionary_handling(DictionaryHandling::Delta);
        let file = FileWriter::try_new_with_options(to, builder.schema(), ipc_options)?;
        Ok(Self { builder, file })
    }

    /// Writes rows. The last ones stay in memory until a record batch is full.
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

    /// Writes the rows that are in memory as a record batch, which is then smaller than the others.
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
        // Writes the footer, without which no reader finds the record batches.
        Ok(self.file.into_inner()?)
    }
}

impl<R, W: Write> fmt::Debug for Writer<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}
