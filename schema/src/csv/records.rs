//! The records of a CSV file, with their lines.

use std::fmt;
use std::io::Read;

use ::csv::ByteRecord;
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::dialect::Dialect;
use super::error::{CsvError, CsvRowError, CsvRowErrorKind};
use super::filling::Filling;
use super::scanned_text::{QuoteError, ScannedText};

/// A file as text in UTF-8.
type Decoded<F> = DecodeReaderBytes<Filling<F>, Vec<u8>>;

/// The records of a CSV file as fields, for a program that has no row type.
///
/// A record with more or fewer fields than the header, with a line end in a field, or with a misplaced quote sign is an error, and the
/// records after it can be read.
///
/// ```
/// use beraad_schema::csv::{Dialect, Records};
///
/// let mut records = Records::new(&Dialect::new(), "person,year\n1,2010\n2\n".as_bytes());
/// let (header, _) = records.header()?;
/// assert_eq!(header.len(), 2);
/// assert_eq!(&records.next_record().unwrap()?[1], b"2010");
/// let error = records.next_record().unwrap().unwrap_err();
/// assert!(error.to_string().contains("line 3"));
/// assert!(records.next_record().is_none());
/// # Ok::<(), beraad_schema::csv::CsvError>(())
/// ```
pub struct Records<F> {
    reader: ::csv::Reader<ScannedText<Decoded<F>>>,
    record: ByteRecord,
    /// The number of fields of the header.
    fields: usize,
    /// The line where the record begins.
    line: u64,
    is_at_end: bool,
}

impl<F: Read> Records<F> {
    /// The records of a file in this dialect.
    #[must_use]
    pub fn new(dialect: &Dialect, from: F) -> Self {
        Self::of_decoded(dialect, decoded(dialect, from), 0)
    }

    /// The records of a part of a file, of texts that were [decoded](Dialect::decode). Each record must have this number of fields, which
    /// [`header`](Self::header) replaces if the part begins with the header. Lines count from the start of the part.
    #[must_use]
    pub fn of_part(dialect: &Dialect, part: F, fields: usize) -> Self {
        let passed = DecodeReaderBytesBuilder::new()
            .encoding(None)
            .bom_override(false)
            .bom_sniffing(false)
            .utf8_passthru(true)
            .build(Filling::new(part));
        Self::of_decoded(dialect, passed, fields)
    }

    fn of_decoded(dialect: &Dialect, decoded: Decoded<F>, fields: usize) -> Self {
        let reader = ::csv::ReaderBuilder::new()
            .delimiter(dialect.separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(ScannedText::new(decoded, dialect.separator));
        Self {
            reader,
            record: ByteRecord::new(),
            fields,
            line: 0,
            is_at_end: false,
        }
    }

    /// Reads the first record, and returns it with the error of a quote sign in it; every other record must have as many fields. It
    /// is empty if the file is.
    ///
    /// # Errors
    /// [`CsvError::Csv`], if the file cannot be read.
    pub fn header(&mut self) -> Result<(ByteRecord, Option<QuoteError>), CsvError> {
        self.is_at_end = !self.reader.read_byte_record(&mut self.record)?;
        self.fields = self.record.len();
        let end = self.reader.position().byte();
        let quote_error = self.reader.get_mut().quote_error(end);
        Ok((self.record.clone(), quote_error))
    }

    /// Returns the number of bytes of the decoded text up to the end of the last record, with its line end.
    #[must_use]
    pub fn offset(&self) -> u64 {
        self.reader.position().byte()
    }

    /// Returns the line where the last record begins, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Reads the next record; `None` at the end of the file.
    ///
    /// # Errors
    /// [`CsvError::Row`], after which the next record can be read; [`CsvError::Csv`], if the file cannot be read.
    pub fn next_record(&mut self) -> Option<Result<&ByteRecord, CsvError>> {
        if self.is_at_end {
            return None;
        }
        let read = self.reader.read_byte_record(&mut self.record);
        if let Some(position) = self.record.position() {
            self.line = self.reader.get_mut().line(position.byte());
        }
        let end = self.reader.position().byte();
        let quote_error = self.reader.get_mut().quote_error(end);
        match read {
            Ok(true) => {}
            Ok(false) => {
                self.is_at_end = true;
                return None;
            }
            Err(error) => {
                self.is_at_end = true;
                return Some(Err(error.into()));
            }
        }
        let kind = self.error(quote_error);
        Some(match kind {
            None => Ok(&self.record),
            Some(kind) => Err(CsvError::Row(CsvRowError {
                line: self.line,
                kind,
            })),
        })
    }

    /// Returns the error of the record, of which a quote sign may be misplaced.
    fn error(&self, quote_error: Option<QuoteError>) -> Option<CsvRowErrorKind> {
        let has_fields = self.record.len() == self.fields;
        if !has_fields {
            // A misplaced quote sign is the cause.
            return Some(quote_error.map_or(
                CsvRowErrorKind::Fields {
                    found: self.record.len() as u64,
                    expected: self.fields as u64,
                },
                CsvRowErrorKind::Quote,
            ));
        }
        let ends_line = |byte: &u8| matches!(byte, b'\n' | b'\r');
        if self.record.as_slice().iter().any(ends_line) {
            let has_end = |field: &[u8]| field.iter().any(ends_line);
            let place = self.record.iter().position(has_end).unwrap_or_default();
            return Some(CsvRowErrorKind::LineEnd { field: place + 1 });
        }
        quote_error.map(CsvRowErrorKind::Quote)
    }
}

impl Dialect {
    /// Reads a file in the encoding of this dialect as UTF-8, without a byte order mark. Bytes of a file in UTF-8 are passed as they are.
    pub fn decode<F: Read>(&self, from: F) -> impl Read + use<F> {
        decoded(self, from)
    }

    /// Returns the sign between two fields.
    #[must_use]
    pub fn separator_sign(&self) -> u8 {
        self.separator
    }

    /// Returns true if the column with this name in a file is left out.
    #[must_use]
    pub fn ignores(&self, in_file: &str) -> bool {
        self.ignored.contains(in_file)
    }

    /// Validates that no two parts of the dialect contradict each other; every reader does so when it is opened.
    ///
    /// # Errors
    /// [`CsvError::Dialect`].
    pub fn check(&self) -> Result<(), CsvError> {
        self.validate().map_err(CsvError::Dialect)
    }
}

fn decoded<F: Read>(dialect: &Dialect, from: F) -> Decoded<F> {
    DecodeReaderBytesBuilder::new()
        .encoding(dialect.encoding)
        .bom_override(true)
        .strip_bom(true)
        .utf8_passthru(true)
        .build(Filling::new(from))
}

impl<F> fmt::Debug for Records<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the record: it is about a person.
        f.debug_struct("Records").finish_non_exhaustive()
    }
}
