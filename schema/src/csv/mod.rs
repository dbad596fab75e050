//! CSV files to rows, by the crate `csv`.
//!
//! A [`Dialect`] states how a provider writes its files: separator, encoding, decimal commas, notations of periods, words for
//! yes and no, and names of columns. [`Reader`] validates the header when a file is opened, and reports all its errors at once,
//! also for a file without rows. Each invalid row is one error with all its invalid fields, and the reader goes on.
//! [`Reader::check`] reports the violations of a row with their line and fields. `examples/importer` of the repository is a program
//! that does all of this.
//!
//! [`ReadCsv::read_csv`] reads a whole file, and has all errors at once.
//!
//! A program without row types, which has a model alone, reads [`Records`] with [`Dialect::field_readers`].
//!
//! A file in the dialect of this library has the same rows and messages by serde; but a deserializer of `csv` sees the header with
//! the first row only, and stops at the first error of a row. The page `docs/accepted-forms.md` of the repository has every form.

mod notation;
mod scanned_text;
mod filling;
mod dialect;
mod description;
mod columns;
mod header;
mod error;
mod record;
mod records;
mod fields;
mod reader;
mod read_csv;

pub use ::encoding_rs;

pub use self::description::DialectDescription;
pub use self::dialect::{Dialect, DialectError};
pub use self::error::{
    CellAdvice, CellError, CellErrorKind, CellViolation, CsvError, CsvRowError, CsvRowErrorKind,
};
pub use self::fields::FieldReader;
pub use self::header::HeaderError;
pub use self::notation::{Notation, NotationError};
pub use self::read_csv::{CsvFileError, ReadCsv};
pub use self::reader::Reader;
pub use self::records::Records;
pub use self::scanned_text::QuoteError;
