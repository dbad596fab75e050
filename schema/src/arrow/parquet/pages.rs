//! The pages of a file, validated before `parquet` decodes them.
//!
//! `parquet` reads a file in layers: row groups, the pages of a column in each of them, and the bytes of the file. It lets a
//! caller supply the first (`RowGroups`) and the last (`ChunkReader`). This module supplies both, and wraps what is between:
//!
//! - [`LimitedRowGroups`] gives a [`LimitedPages`] for each column, which passes each decompressed page through
//!   [`PageLimits`] before a decoder sees it.
//! - [`LimitedFile`] reads the header of a page before `parquet` does. A header says how long its page is once decompressed,
//!   and `parquet` allocates that length first: a page of a hundred bytes may ask for 2 GiB. Of Gzip, `parquet` ignores that
//!   length, so that such a page is decompressed once without being kept, to count its bytes.
//!
//! Without these limits, a process that opens a hostile file is killed where memory ends, which no error and no panic can
//! report.

use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ::parquet::arrow::arrow_reader::RowGroups;
use ::parquet::basic::Compression;
use ::parquet::column::page::{Page, PageIterator, PageMetadata, PageReader};
use ::parquet::errors::Result;
use ::parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use ::parquet::file::properties::ReaderProperties;
use ::parquet::file::reader::{ChunkReader, Length};
use ::parquet::file::serialized_reader::SerializedPageReader;

use super::damaged;
use super::layout::{FOOTER, PAGE_HEADER};
use super::open_pages::{OpenBytes, OpenPages, TOO_MANY_BYTES};
use super::page_limits::{ListBudget, PageLimits};
use super::schema_tree::SchemaTree;
use super::thrift::{Part, walk_struct};

/// The maximum length of a decompressed page, 128 MiB. Most writers end a page after 1 MiB.
const MAX_PAGE_BYTES: i64 = 128 << 20;

/// The maximum length of a page as the file has it. What cannot be compressed becomes longer by less than a fifth.
const MAX_COMPRESSED_BYTES: i64 = MAX_PAGE_BYTES + MAX_PAGE_BYTES / 4;

/// The maximum length of a number of a type with fixed length; the longest decimals have 32 bytes.
const MAX_NUMBER_BYTES: i32 = 32;

/// The row groups of a file.
pub(super) struct LimitedRowGroups<F> {
    file: Arc<F>,
    metadata: Arc<ParquetMetaData>,
    open_bytes: OpenBytes,
}

impl<F: ChunkReader + 'static> LimitedRowGroups<F> {
    /// # Errors
    /// If a column has numbers that are longer than those of any type of a row, or pages that this library does not
    /// decompress.
    pub(super) fn try_new(file: F, metadata: Arc<ParquetMetaData>) -> Result<Self> {
        let columns = metadata.file_metadata().schema_descr().columns();
        if columns
            .iter()
            .any(|column| column.type_length() > MAX_NUMBER_BYTES)
        {
            return Err(damaged("a column has numbers of more than 32 bytes"));
        }
        for group in metadata.row_groups() {
            group
                .columns()
                .iter()
                .try_for_each(|column| validate_compression(column.compression()))?;
        }
        let file = Arc::new(file);
        Ok(Self {
            file,
            metadata,
            open_bytes: OpenBytes::default(),
        })
    }

    /// Returns whether a column has lists.
    pub(super) fn has_lists(&self) -> bool {
        self.list_columns() > 0
    }

    fn list_columns(&self) -> usize {
        let columns = self.metadata.file_metadata().schema_descr().columns();
        let lists = columns.iter().filter(|column| column.max_rep_level() > 0);
        lists.count()
    }
}

impl<F: ChunkReader + 'static> RowGroups for LimitedRowGroups<F> {
    fn num_rows(&self) -> usize {
        let groups = self.metadata.row_groups().iter();
        groups.map(row_count).fold(0, usize::saturating_add)
    }

    fn column_chunks(&self, column: usize) -> Result<Box<dyn PageIterator>> {
        Ok(Box::new(ColumnChunks {
            file: self.file.clone(),
            metadata: self.metadata.clone(),
            column,
            budget: ListBudget::of_columns(self.list_columns()),
            open_bytes: self.open_bytes.clone(),
            row_groups: 0..self.metadata.num_row_groups(),
        }))
    }

    fn row_groups(&self) -> Box<dyn Iterator<Item = &RowGroupMetaData> + '_> {
        Box::new(self.metadata.row_groups().iter())
    }

    fn metadata(&self) -> &ParquetMetaData {
        &self.metadata
    }
}

/// Validates the compression of the pages of a column.
///
/// # Errors
/// If this library does not decompress such pages. Another crate of the program may have made `parquet` decompress them, but
/// without a limit for their length.
fn validate_compression(compression: Compression) -> Result<()> {
    let (algorithm, feature) = match compression {
        Compression::UNCOMPRESSED | Compression::SNAPPY | Compression::ZSTD(_) => return Ok(()),
        Compression::GZIP(_) if cfg!(feature = "gzip") => return Ok(()),
        Compression::LZ4 | Compression::LZ4_RAW if cfg!(feature = "lz4") => return Ok(()),
        Compression::GZIP(_) => ("Gzip", Some("gzip")),
        Compression::LZ4 | Compression::LZ4_RAW => ("LZ4", Some("lz4")),
        Compression::BROTLI(_) => ("Brotli", None),
        Compression::LZO => ("LZO", None),
    };
    let feature = feature.map_or(String::new(), |feature| {
        format!("; build this program with the feature `{feature}` of `beraad-schema`, or")
    });
    let before = if feature.is_empty() { ";" } else { "" };
    Err(damaged(&format!(
        "its pages are compressed with {algorithm}{feature}{before} write it with Snappy or Zstandard, in pandas and polars \
         with `compression=\"zstd\"`"
    )))
}

fn row_count(group: &RowGroupMetaData) -> usize {
    usize::try_from(group.num_rows()).unwrap_or_default()
}

/// The pages of a column, for one row group after the other.
struct ColumnChunks<F> {
    file: Arc<F>,
    metadata: Arc<ParquetMetaData>,
    column: usize,
    budget: ListBudget,
    open_bytes: OpenBytes,
    row_groups: Range<usize>,
}

impl<F: ChunkReader + 'static> Iterator for ColumnChunks<F> {
    type Item = Result<Box<dyn PageReader>>;

    fn next(&mut self) -> Option<Self::Item> {
        let group = self.metadata.row_group(self.row_groups.next()?);
        let column = group.column(self.column);
        let open_pages = Arc::new(OpenPages::new(self.open_bytes.clone()));
        let file = Arc::new(LimitedFile {
            file: self.file.clone(),
            is_gzip: matches!(column.compression(), Compression::GZIP(_)),
            open_pages: open_pages.clone(),
            level_bytes: Arc::default(),
            max_page_bytes: MAX_PAGE_BYTES,
        });
        // Pages in the old form of LZ4 have no limit for their length.
        let properties = ReaderProperties::builder().set_backward_compatible_lz4(false);
        let pages = SerializedPageReader::new_with_properties(
            file,
            column,
            row_count(group),
            None,
            Arc::new(properties.build()),
        );
        Some(pages.map(|pages| {
            let limits = PageLimits::of_column(column.column_descr(), self.budget.clone());
            Box::new(LimitedPages {
                pages,
                limits,
                open_pages,
            }) as _
        }))
    }
}

impl<F: ChunkReader + 'static> PageIterator for ColumnChunks<F> {}

/// The pages of a column in one row group.
struct LimitedPages<F: ChunkReader> {
    pages: SerializedPageReader<LimitedFile<F>>,
    limits: PageLimits,
    open_pages: Arc<OpenPages>,
}

impl<F: ChunkReader> Iterator for LimitedPages<F> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl<F: ChunkReader> PageReader for LimitedPages<F> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        if let Some(page) = &page {
            let opened = self.open_pages.open_lengths(page);
            opened.ok_or_else(|| damaged(TOO_MANY_BYTES))?;
            self.limits.validate(page)?;
        }
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> Result<bool> {
        self.pages.at_record_boundary()
    }
}

/// A file, as the pages of one column in one row group are read from it: page headers are validated before `parquet` reads
/// them.
struct LimitedFile<F> {
    file: Arc<F>,
    /// True if the pages are compressed with Gzip.
    is_gzip: bool,
    open_pages: Arc<OpenPages>,
    /// Of the last page header that was read, the number of bytes before the compressed ones. Nobody reads two pages of a
    /// column at once; the number is atomic because a file must be `Sync`.
    level_bytes: Arc<AtomicU64>,
    /// The maximum length of a page that is compressed with Gzip, once decompressed.
    max_page_bytes: i64,
}

impl<F: ChunkReader> Length for LimitedFile<F> {
    fn len(&self) -> u64 {
        self.file.len()
    }
}

impl<F: ChunkReader> ChunkReader for LimitedFile<F> {
    type T = ValidatedHeader<F>;

    fn get_read(&self, start: u64) -> Result<ValidatedHeader<F>> {
        Ok(ValidatedHeader {
            file: self.file.clone(),
            start,
            level_bytes: self.level_bytes.clone(),
            open_pages: self.open_pages.clone(),
            reader: None,
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<bytes::Bytes> {
        // `get_bytes` of a `std::fs::File` allocates `length` bytes before it finds out that the file ends.
        let end = start.checked_add(u64::try_from(length)?);
        if end.is_none_or(|end| end > self.len()) {
            return Err(damaged("a page is outside the file"));
        }
        // No algorithm makes a page much longer.
        if i64::try_from(length)? > MAX_COMPRESSED_BYTES {
            return Err(damaged(TOO_LARGE));
        }
        let bytes = self.file.get_bytes(start, length)?;
        if self.is_gzip {
            let levels = usize::try_from(self.level_bytes.load(Ordering::Relaxed))?;
            validate_gzip_length(bytes.get(levels..).unwrap_or_default(), self.max_page_bytes)?;
        }
        Ok(bytes)
    }
}

const TOO_LARGE: &str = "a page is larger than 128 MiB";

/// Validates the length of a page that is compressed with Gzip, once decompressed.
///
/// # Errors
/// If it is larger than a page may be. Other errors are left to `parquet`, which decompresses the page again.
#[cfg(feature = "gzip")]
fn validate_gzip_length(bytes: &[u8], max: i64) -> Result<()> {
    let max = max.unsigned_abs();
    let mut decoder = flate2::read::MultiGzDecoder::new(bytes).take(max + 1);
    match io::copy(&mut decoder, &mut io::sink()) {
        Ok(length) if length > max => Err(damaged(TOO_LARGE)),
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(not(feature = "gzip"))]
fn validate_gzip_length(_: &[u8], _: i64) -> Result<()> {
    // `validate_compression` has rejected the file.
    Ok(())
}

/// Reads a file from the header of a page on: `parquet` reads headers through `get_read`, and everything else through
/// `get_bytes`.
struct ValidatedHeader<F: ChunkReader> {
    file: Arc<F>,
    start: u64,
    level_bytes: Arc<AtomicU64>,
    open_pages: Arc<OpenPages>,
    /// `None` until the header was validated.
    reader: Option<F::T>,
}

impl<F: ChunkReader> Read for ValidatedHeader<F> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if let Some(reader) = &mut self.reader {
            return reader.read(to);
        }
        // The header is read twice: once to validate it, and again by `parquet` through the reader that is kept.
        let from_start = || self.file.get_read(self.start).map_err(io::Error::other);
        let header = read_page_header(&mut from_start()?)
            .ok_or_else(|| io::Error::other("a page has an invalid header"))?;
        if header.page_bytes > MAX_PAGE_BYTES {
            return Err(io::Error::other(TOO_LARGE));
        }
        self.open_pages
            .open(header.is_dictionary, header.page_bytes.unsigned_abs())
            .ok_or_else(|| io::Error::other(TOO_MANY_BYTES))?;
        self.level_bytes
            .store(header.level_bytes, Ordering::Relaxed);
        // Kept, so that the header is validated once and not with each piece that is read.
        self.reader.insert(from_start()?).read(to)
    }
}

/// The type of a page that is a dictionary.
const DICTIONARY_PAGE_TYPE: i64 = 2;

/// The lengths in the header of a page.
struct PageHeader {
    /// The length of the page once decompressed. If the header has it twice, it is the larger one.
    page_bytes: i64,
    /// True if the page is a dictionary.
    is_dictionary: bool,
    /// The number of bytes of levels before the compressed bytes.
    level_bytes: u64,
}

/// Reads the lengths in the header of a page; `None` if it has none, or an impossible one.
fn read_page_header(header: &mut impl Read) -> Option<PageHeader> {
    let (mut page_bytes, mut level_bytes) = (None, 0_i64);
    let mut is_dictionary = false;
    walk_struct(header, PAGE_HEADER, &mut |ids, part| {
        let Part::Number(number) = part else { return };
        match ids {
            // `type`.
            [1] => is_dictionary = number == DICTIONARY_PAGE_TYPE,
            // `uncompressed_page_size`.
            [2] => page_bytes = page_bytes.max(Some(number)),
            // Of a page of version 2, `definition_levels_byte_length` and `repetition_levels_byte_length`.
            [8, 5 | 6] => level_bytes = level_bytes.saturating_add(number),
            _ => {}
        }
    })?;
    Some(PageHeader {
        page_bytes: page_bytes.filter(|length| *length >= 0)?,
        is_dictionary,
        level_bytes: level_bytes.try_into().ok()?,
    })
}

/// Validates the footer of a file. A file without one is left to the crate `parquet`, which reports it.
///
/// # Errors
/// If a list or a text in the footer is longer than the footer, if a field has another type than in the format, or if the columns
/// are not one tree.
pub(super) fn validate_footer(file: &impl ChunkReader) -> Result<()> {
    // The length of the footer in 4 bytes, and `PAR1`.
    let Some(end) = file.len().checked_sub(8) else {
        return Ok(());
    };
    let length = file.get_bytes(end, 4)?;
    let length = length
        .iter()
        .rev()
        .fold(0, |length, byte| length << 8 | u32::from(*byte));
    let Some(start) = end.checked_sub(length.into()) else {
        return Ok(());
    };
    let footer = file.get_bytes(start, usize::try_from(length)?)?;
    let mut tree = SchemaTree::default();
    let walked = walk_struct(&mut &*footer, FOOTER, &mut |ids, part| match (ids, part) {
        // `num_children` of an element of `schema`.
        ([2, 0, 5], Part::Number(number)) => tree.children(number),
        ([2, 0], Part::End) => tree.end_element(),
        _ => {}
    });
    if walked.is_none() {
        return Err(damaged("its footer is damaged"));
    }
    if !tree.is_complete() {
        return Err(damaged("its columns are not one tree"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use ::parquet::file::metadata::FileMetaData;
    use ::parquet::schema::parser::parse_message_type;
    use ::parquet::schema::types::SchemaDescriptor;
    use bytes::Bytes;

    use super::*;

    fn message(result: Result<()>) -> String {
        result.unwrap_err().to_string()
    }

    #[test]
    fn page_above_the_maximum_length_is_rejected() {
        let open = |header: &[u8]| {
            let file = LimitedFile {
                file: Arc::new(Bytes::copy_from_slice(header)),
                is_gzip: false,
                open_pages: Arc::default(),
                level_bytes: Arc::default(),
                max_page_bytes: MAX_PAGE_BYTES,
            };
            let mut read = Vec::new();
            file.get_read(0)?.read_to_end(&mut read)?;
            assert_eq!(read, header);
            Ok(())
        };
        // A page of 40 bytes in 20. The same with 2 GiB, also if a smaller length comes first. Then -1 bytes, and no length.
        assert!(open(&[0x15, 0, 0x15, 80, 0x15, 40, 0]).is_ok());
        let larger = "External: a page is larger than 128 MiB";
        let max = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        let largest = [&[0x15, 0, 0x15], max.as_slice(), &[0]].concat();
        assert_eq!(message(open(&largest)), larger);
        let twice = [&[0x15, 0, 0x15, 80, 0x05, 4], max.as_slice(), &[0]].concat();
        assert_eq!(message(open(&twice)), larger);
        let none = "External: a page has an invalid header";
        assert_eq!(message(open(&[0x15, 0, 0x15, 1, 0])), none);
        assert_eq!(message(open(&[0x15, 0, 0x25, 80, 0])), none);
        assert_eq!(message(open(&[0x15, 0, 0x15, 80])), none);
    }

    #[cfg(feature = "gzip")]
    #[test]
    fn gzip_page_that_is_larger_than_its_header_says_is_rejected() {
        use std::io::Write;

        use flate2::Compression;
        use flate2::write::GzEncoder;

        let compressed = |length: usize| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&vec![0; length]).unwrap();
            encoder.finish().unwrap()
        };
        let open = |bytes: &[u8], level_bytes: u64| {
            let file = LimitedFile {
                file: Arc::new(Bytes::copy_from_slice(bytes)),
                is_gzip: true,
                open_pages: Arc::default(),
                level_bytes: Arc::new(AtomicU64::new(level_bytes)),
                max_page_bytes: 1 << 16,
            };
            file.get_bytes(0, bytes.len()).map(|_| ())
        };
        let (largest, larger) = (compressed(1 << 16), compressed((1 << 16) + 1));
        assert!(larger.len() < 1 << 10);
        assert!(open(&largest, 0).is_ok());
        assert_eq!(
            message(open(&larger, 0)),
            format!("Parquet error: {TOO_LARGE}")
        );
        // Behind three bytes of levels; and two streams, one after the other.
        let with_levels = [&[1, 2, 3], larger.as_slice()].concat();
        assert_eq!(
            message(open(&with_levels, 3)),
            format!("Parquet error: {TOO_LARGE}")
        );
        let twice = [largest.as_slice(), &compressed(1)].concat();
        assert_eq!(
            message(open(&twice, 0)),
            format!("Parquet error: {TOO_LARGE}")
        );
        // `parquet` reports a page that is damaged.
        assert!(open(&largest[..50], 0).is_ok());
    }

    #[test]
    fn level_bytes_are_those_of_the_header() {
        // 1: 3, 2: 40, 3: 20, 8: { 1: 5, 5: 2, 6: 4 }.
        let header = [
            0x15, 6, 0x15, 80, 0x15, 40, 0x5C, 0x15, 10, 0x45, 4, 0x15, 8, 0, 0,
        ];
        let header = read_page_header(&mut header.as_slice()).unwrap();
        assert_eq!((header.page_bytes, header.level_bytes), (40, 6));
    }

    #[test]
    fn long_numbers_are_rejected() {
        let open = |length: i32| {
            let schema = format!(
                "message m {{ optional fixed_len_byte_array({length}) d (DECIMAL(15, 4)); }}"
            );
            let schema = SchemaDescriptor::new(Arc::new(parse_message_type(&schema).unwrap()));
            let file = FileMetaData::new(2, 0, None, None, Arc::new(schema), None);
            let metadata = ParquetMetaData::new(file, Vec::new());
            LimitedRowGroups::try_new(Bytes::new(), Arc::new(metadata)).map(|_| ())
        };
        assert!(open(16).is_ok());
        assert_eq!(
            message(open(1 << 24)),
            "Parquet error: a column has numbers of more than 32 bytes"
        );
    }

    #[test]
    fn footer_shorter_than_it_says_is_rejected() {
        let open = |bytes: &[u8], length: u8| {
            let file = [bytes, &[length, 0, 0, 0], b"PAR1"].concat();
            validate_footer(&Bytes::from(file))
        };
        // A version, and a schema of a root without columns.
        let least = [0x15, 4, 0x19, 0x1C, 0x48, 0, 0, 0];
        assert!(open(&least, 8).is_ok());
        let tree = "Parquet error: its columns are not one tree";
        assert_eq!(message(open(&[0x15, 4, 0], 3)), tree);
        // 2^31 - 1 children.
        let children = [
            0x29, 0x1C, 0x48, 0, 0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0,
        ];
        assert_eq!(message(open(&children, 12)), tree);
        // A list of booleans, which could be of any length without taking bytes.
        let long = [0x19, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0];
        let error = "Parquet error: its footer is damaged";
        assert_eq!(message(open(&long, 8)), error);
        // The reader of `parquet` rejects these.
        assert!(open(&long, 200).is_ok());
        assert!(validate_footer(&Bytes::from_static(b"PAR1")).is_ok());
    }
}
