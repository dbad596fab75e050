//! Writes the encoded groups of a block in their order.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem::take;
use std::sync::{Arc, Mutex, PoisonError};

use arrow_ipc::writer::{DictionaryHandling, FileWriter, IpcWriteOptions};
use beraad_schema::arrow::arrow_array::RecordBatchOptions;
use beraad_schema::arrow::{FileError, RecordBatch};
use beraad_schema::csv::Dialect;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use sha2::{Digest, Sha256};

use super::arrays::{BlockArrays, is_of_codes};
use super::codes::{Dictionary, MAX_CODES};
use super::csv_text::{BlockText, CodeError, CodeErrorKind};
use super::encoder::{Encoded, Encoder};
use super::error::ConvertError;
use super::format::ConvertFormat;
use crate::plan::BlockPlan;

/// The file of a block, whose groups are written in their order.
pub(super) struct Sink<'w> {
    block: String,
    path: String,
    columns: Vec<String>,
    file: File<'w>,
    /// The codes of each column, in the order in which they occurred.
    dictionaries: Vec<Dictionary>,
    /// Groups that came before an earlier one.
    waiting: BTreeMap<u64, Encoded>,
    next: u64,
}

enum File<'w> {
    Parquet {
        writer: SerializedFileWriter<Buffer>,
        buffer: Buffer,
        out: Hashing<'w>,
    },
    Arrow {
        writer: FileWriter<Hashing<'w>>,
        /// For the arrays of columns.
        arrays: BlockArrays<'w>,
    },
    Csv(Hashing<'w>),
}

/// The size and the hash of a file that was written.
pub(super) struct Written {
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

impl<'w> Sink<'w> {
    /// Begins a file, and returns it with the encoder of its groups.
    pub(super) fn create(
        plan: &'w BlockPlan<'w>,
        to: ConvertFormat,
        dialect: &Dialect,
        fingerprint: &str,
        path: &str,
        out: &'w mut dyn Write,
    ) -> Result<(Self, Encoder<'w>), ConvertError> {
        let out = Hashing {
            out,
            hash: Sha256::new(),
            bytes: 0,
        };
        let block = plan.block.id.to_string();
        let name = |column: usize| plan.columns[column].name.clone();
        let failed = |source| ConvertError::Encode {
            block: block.clone(),
            source,
        };
        let (file, encoder) = match to {
            ConvertFormat::Parquet => {
                let arrays = BlockArrays::new(plan, fingerprint);
                let buffer = Buffer::default();
                let schema = Arc::clone(&arrays.schema);
                let properties = properties().map_err(failed)?;
                let writer = ArrowWriter::try_new(buffer.clone(), schema, Some(properties));
                let (writer, row_groups) = writer
                    .and_then(ArrowWriter::into_serialized_writer)
                    .map_err(|error| failed(error.into()))?;
                let file = File::Parquet {
                    writer,
                    buffer,
                    out,
                };
                (file, Encoder::Parquet { arrays, row_groups })
            }
            ConvertFormat::Arrow => {
                let arrays = BlockArrays::new(plan, fingerprint);
                // A file cannot replace a dictionary: of that of an open code list, each batch writes the new codes.
                let options =
                    IpcWriteOptions::default().with_dictionary_handling(DictionaryHandling::Delta);
                let writer = FileWriter::try_new_with_options(out, &arrays.schema, options);
                let writer = writer.map_err(|error| failed(error.into()))?;
                let file = File::Arrow { writer, arrays };
                (file, Encoder::Arrow(BlockArrays::new(plan, fingerprint)))
            }
            ConvertFormat::Csv => {
                let has_lists = plan.columns.iter().any(|it| it.value_type.is_list());
                let sign = if has_lists {
                    item_separator(dialect)?
                } else {
                    None
                };
                let text = BlockText::new(plan, sign).map_err(|error| ConvertError::ListInCsv {
                    block: block.clone(),
                    column: name(error.column),
                })?;
                let mut out = out;
                out.write_all(text.header())
                    .map_err(|error| failed(FileError::Io(error)))?;
                (File::Csv(out), Encoder::Csv(text))
            }
        };
        let columns = plan.columns.len();
        let sink = Self {
            block,
            path: path.to_owned(),
            columns: (0..columns).map(name).collect(),
            file,
            dictionaries: (0..columns).map(|_| Dictionary::default()).collect(),
            waiting: BTreeMap::new(),
            next: 0,
        };
        Ok((sink, encoder))
    }

    /// Takes a group, and writes those whose turn it is.
    pub(super) fn add(&mut self, number: u64, group: Encoded) -> Result<(), ConvertError> {
        self.waiting.insert(number, group);
        while let Some(group) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.write(group)?;
        }
        Ok(())
    }

    fn write(&mut self, group: Encoded) -> Result<(), ConvertError> {
        let written = match (&mut self.file, group) {
            (
                File::Parquet {
                    writer,
                    buffer,
                    out,
                },
                Encoded::Parquet { columns, texts },
            ) => {
                for (place, texts) in texts.iter().enumerate() {
                    let dictionary = &mut self.dictionaries[place];
                    for text in texts {
                        dictionary.key(text);
                    }
                    if dictionary.texts.len() > MAX_CODES {
                        return Err(self.too_many_codes(place));
                    }
                }
                let row_group = writer.next_row_group().and_then(|mut row_group| {
                    for column in columns {
                        column.append_to_row_group(&mut row_group)?;
                    }
                    row_group.close()
                });
                row_group
                    .map_err(FileError::from)
                    .and_then(|_| buffer.drain_to(out).map_err(FileError::Io))
            }
            (File::Arrow { writer, arrays }, Encoded::Arrow { columns, rows }) => {
                let mut of_batch = Vec::new();
                for (place, column) in columns.into_iter().enumerate() {
                    let dictionary = &mut self.dictionaries[place];
                    let texts = column.texts().unwrap_or_default().iter();
                    let map: Vec<_> = texts.map(|text| dictionary.key(text)).collect();
                    if dictionary.texts.len() > MAX_CODES {
                        return Err(self.too_many_codes(place));
                    }
                    let is_of_codes = is_of_codes(arrays.schema.field(place));
                    let shared = is_of_codes.then(|| (&*map, dictionary.array()));
                    of_batch.push(arrays.array(place, column, shared));
                }
                let of_batch: Result<Vec<_>, _> = of_batch.into_iter().collect();
                let options = RecordBatchOptions::new().with_row_count(Some(rows));
                let schema = Arc::clone(&arrays.schema);
                of_batch
                    .and_then(|of_batch| {
                        RecordBatch::try_new_with_options(schema, of_batch, &options)
                    })
                    .and_then(|batch| writer.write(&batch))
                    .map_err(FileError::from)
            }
            (File::Csv(out), Encoded::Csv(Ok(text))) => out.write_all(&text).map_err(FileError::Io),
            (File::Csv(_), Encoded::Csv(Err(CodeError { column, kind }))) => {
                let (block, column) = (self.block.clone(), self.columns[column].clone());
                return Err(match kind {
                    CodeErrorKind::Empty => ConvertError::EmptyCodeInCsv { block, column },
                    CodeErrorKind::Sign(sign) => ConvertError::SignInCode {
                        block,
                        column,
                        sign,
                    },
                });
            }
            _ => Ok(()),
        };
        written.map_err(|source| self.failed(source))
    }

    /// Writes the end of the file.
    pub(super) fn finish(self) -> Result<Written, ConvertError> {
        let (block, path) = (self.block, self.path);
        let finished = match self.file {
            File::Parquet {
                writer,
                buffer,
                mut out,
            } => writer
                .into_inner()
                .map_err(FileError::from)
                .and_then(|_| buffer.drain_to(&mut out).map_err(FileError::Io))
                .map(|()| out),
            File::Arrow { writer, .. } => writer.into_inner().map_err(FileError::from),
            File::Csv(out) => Ok(out),
        };
        let out = finished.map_err(|source| failed(&block, &path, source))?;
        let hash = out.hash.finalize();
        let digits = hash.iter().map(|byte| format!("{byte:02x}"));
        Ok(Written {
            bytes: out.bytes,
            sha256: digits.collect(),
        })
    }

    fn failed(&self, source: FileError) -> ConvertError {
        failed(&self.block, &self.path, source)
    }

    fn too_many_codes(&self, column: usize) -> ConvertError {
        ConvertError::TooManyCodes {
            block: self.block.clone(),
            column: self.columns[column].clone(),
            max: MAX_CODES,
        }
    }
}

/// Returns the sign between two values of a field, which the files that are written have too.
fn item_separator(dialect: &Dialect) -> Result<Option<char>, ConvertError> {
    let Some(sign) = dialect.description().item_separator else {
        return Ok(None);
    };
    // The other signs of the dialect are those of the files that are read.
    let written = u8::try_from(sign).map(|sign| Dialect::new().item_separator(sign));
    if let Ok(Err(source)) = written.map(|dialect| dialect.check()) {
        return Err(ConvertError::Dialect(source));
    }
    Ok(Some(sign))
}

fn failed(block: &str, path: &str, source: FileError) -> ConvertError {
    match source {
        FileError::Io(source) => ConvertError::Write {
            path: path.to_owned(),
            source,
        },
        source => ConvertError::Encode {
            block: block.to_owned(),
            source,
        },
    }
}

fn properties() -> Result<WriterProperties, FileError> {
    let level = ZstdLevel::try_new(1)?;
    Ok(WriterProperties::builder()
        .set_compression(Compression::ZSTD(level))
        .build())
}

/// A file that hashes what is written.
struct Hashing<'w> {
    out: &'w mut dyn Write,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The bytes of a row group: the writer of `parquet` needs one that threads can share, and the file of the caller need not be.
#[derive(Clone, Default)]
struct Buffer(Arc<Mutex<Vec<u8>>>);

impl Buffer {
    fn drain_to(&self, out: &mut impl Write) -> io::Result<()> {
        let bytes = take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        out.write_all(&bytes)
    }
}

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut buffer = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        buffer.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
