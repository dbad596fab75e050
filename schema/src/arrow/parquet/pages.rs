//! The pages of a file, looked at before they are decoded.
//!
//! A page says how long it is once decompressed, how many texts it holds, and how often a level or a text is repeated. The
//! decoders of `parquet` ask for all the memory that it says, and where there is not so much the process ends: that is no
//! error and no panic. So a page that says more than one of rows would is an error here.

use std::io::{self, Read};
use std::ops::Range;
use std::sync::Arc;

use ::parquet::arrow::arrow_reader::RowGroups;
use ::parquet::column::page::{Page, PageIterator, PageMetadata, PageReader};
use ::parquet::errors::Result;
use ::parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};
use ::parquet::file::reader::{ChunkReader, Length};
use ::parquet::file::serialized_reader::SerializedPageReader;

use super::check::{Check, Credit, damaged};
use super::thrift::{structure, zigzag};

/// The most bytes of a page: most writers end one after a megabyte.
const LARGEST_PAGE: i64 = 128 << 20;

/// The most bytes of a number that is written with a length of its own.
const LARGEST_NUMBER: i32 = 32;

/// The pages of all row groups of a file.
pub(super) struct Pages<F> {
    file: Arc<Measured<F>>,
    metadata: Arc<ParquetMetaData>,
}

impl<F: ChunkReader + 'static> Pages<F> {
    /// # Errors
    /// If a column has values of so many bytes that they are none of rows.
    pub(super) fn of(file: F, metadata: Arc<ParquetMetaData>) -> Result<Self> {
        let columns = metadata.file_metadata().schema_descr().columns();
        if columns
            .iter()
            .any(|column| column.type_length() > LARGEST_NUMBER)
        {
            return Err(damaged("a column has numbers of more than 32 bytes"));
        }
        let file = Arc::new(Measured(Arc::new(file)));
        Ok(Self { file, metadata })
    }

    /// Whether some of the columns hold lists.
    pub(super) fn has_lists(&self) -> bool {
        let columns = self.metadata.file_metadata().schema_descr().columns();
        columns.iter().any(|column| column.max_rep_level() > 0)
    }
}

impl<F: ChunkReader + 'static> RowGroups for Pages<F> {
    fn num_rows(&self) -> usize {
        let groups = self.metadata.row_groups().iter();
        groups.map(rows).fold(0, usize::saturating_add)
    }

    fn column_chunks(&self, column: usize) -> Result<Box<dyn PageIterator>> {
        Ok(Box::new(ColumnPages {
            file: self.file.clone(),
            metadata: self.metadata.clone(),
            column,
            credit: Credit::new(),
            groups: 0..self.metadata.num_row_groups(),
        }))
    }

    fn row_groups(&self) -> Box<dyn Iterator<Item = &RowGroupMetaData> + '_> {
        Box::new(self.metadata.row_groups().iter())
    }

    fn metadata(&self) -> &ParquetMetaData {
        &self.metadata
    }
}

fn rows(group: &RowGroupMetaData) -> usize {
    usize::try_from(group.num_rows()).unwrap_or_default()
}

/// The pages of a column, one row group after the other.
struct ColumnPages<F> {
    file: Arc<Measured<F>>,
    metadata: Arc<ParquetMetaData>,
    column: usize,
    credit: Credit,
    groups: Range<usize>,
}

impl<F: ChunkReader + 'static> Iterator for ColumnPages<F> {
    type Item = Result<Box<dyn PageReader>>;

    fn next(&mut self) -> Option<Self::Item> {
        let group = self.metadata.row_group(self.groups.next()?);
        let column = group.column(self.column);
        let pages = SerializedPageReader::new(self.file.clone(), column, rows(group), None);
        Some(pages.map(|pages| {
            let check = Check::of(column.column_descr(), self.credit.clone());
            Box::new(Checked { pages, check }) as _
        }))
    }
}

impl<F: ChunkReader + 'static> PageIterator for ColumnPages<F> {}

/// The pages of a column of one row group.
struct Checked<F: ChunkReader> {
    pages: SerializedPageReader<Measured<F>>,
    check: Check,
}

impl<F: ChunkReader> Iterator for Checked<F> {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl<F: ChunkReader> PageReader for Checked<F> {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.as_ref().map_or(Ok(()), |page| self.check.page(page))?;
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

/// A file from which only pages are read.
struct Measured<F>(Arc<F>);

impl<F: ChunkReader> Length for Measured<F> {
    fn len(&self) -> u64 {
        self.0.len()
    }
}

impl<F: ChunkReader> ChunkReader for Measured<F> {
    type T = FromHeader<F>;

    fn get_read(&self, start: u64) -> Result<FromHeader<F>> {
        Ok(FromHeader {
            file: self.0.clone(),
            start,
            rest: None,
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<bytes::Bytes> {
        let end = start.checked_add(u64::try_from(length)?);
        if end.is_none_or(|end| end > self.len()) {
            return Err(damaged("a page lies outside the file"));
        }
        self.0.get_bytes(start, length)
    }
}

/// The rest of a file, from the header of a page: that is all that is read so.
struct FromHeader<F: ChunkReader> {
    file: Arc<F>,
    start: u64,
    /// Once the header was looked at.
    rest: Option<F::T>,
}

impl<F: ChunkReader> Read for FromHeader<F> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if let Some(rest) = &mut self.rest {
            return rest.read(to);
        }
        let from_start = || self.file.get_read(self.start).map_err(io::Error::other);
        match decompressed(&mut from_start()?) {
            Some(0..=LARGEST_PAGE) => self.rest.insert(from_start()?).read(to),
            Some(1..) => Err(io::Error::other("a page is larger than 128 MiB")),
            _ => Err(io::Error::other("a page has no sound header")),
        }
    }
}

/// Looks at the footer of a file. A file that has none is left to what reads it.
///
/// # Errors
/// If it is none.
pub(super) fn footer(file: &impl ChunkReader) -> Result<()> {
    // Its length, and the magic word that every file ends with.
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
    let sound = structure(&mut &*footer, &mut |_, _| {});
    sound.ok_or_else(|| damaged("its footer is not as long as it says"))
}

/// The length of a page once decompressed, from its header.
fn decompressed(header: &mut impl Read) -> Option<i64> {
    let mut length = None;
    structure(header, &mut |id, written| {
        if id == 2 {
            length = length.max(Some(zigzag(written)));
        }
    })?;
    length
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
    fn a_page_that_would_be_larger_than_any_is_refused() {
        let open = |header: &[u8]| {
            let file = Measured(Arc::new(Bytes::copy_from_slice(header)));
            let mut read = Vec::new();
            file.get_read(0)?.read_to_end(&mut read)?;
            assert_eq!(read, header);
            Ok(())
        };
        // A page of 40 bytes in 20; the same of 2 GiB, also if it is said of the smaller one first; of -1 bytes.
        assert!(open(&[0x15, 0, 0x15, 80, 0x15, 40, 0]).is_ok());
        let larger = "External: a page is larger than 128 MiB";
        let most = [0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
        let largest = [&[0x15, 0, 0x15], most.as_slice(), &[0]].concat();
        assert_eq!(message(open(&largest)), larger);
        let twice = [&[0x15, 0, 0x15, 80, 0x05, 4], most.as_slice(), &[0]].concat();
        assert_eq!(message(open(&twice)), larger);
        let none = "External: a page has no sound header";
        assert_eq!(message(open(&[0x15, 0, 0x15, 1, 0])), none);
        assert_eq!(message(open(&[0x15, 0, 0x25, 80, 0])), none);
        assert_eq!(message(open(&[0x15, 0, 0x15, 80])), none);
    }

    #[test]
    fn numbers_of_any_length_are_refused() {
        let open = |length: i32| {
            let schema = format!(
                "message m {{ optional fixed_len_byte_array({length}) d (DECIMAL(15, 4)); }}"
            );
            let schema = SchemaDescriptor::new(Arc::new(parse_message_type(&schema).unwrap()));
            let file = FileMetaData::new(2, 0, None, None, Arc::new(schema), None);
            let metadata = ParquetMetaData::new(file, Vec::new());
            Pages::of(Bytes::new(), Arc::new(metadata)).map(|_| ())
        };
        assert!(open(16).is_ok());
        assert_eq!(
            message(open(1 << 24)),
            "Parquet error: a column has numbers of more than 32 bytes"
        );
    }

    #[test]
    fn a_footer_is_as_long_as_it_says() {
        let open = |bytes: &[u8], length: u8| {
            let file = [bytes, &[length, 0, 0, 0], b"PAR1"].concat();
            footer(&Bytes::from(file))
        };
        assert!(open(&[0x15, 4, 0], 3).is_ok());
        // A list of any number of yes and no, which take no bytes where they are not asked for.
        let long = [0x19, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0];
        let error = "Parquet error: its footer is not as long as it says";
        assert_eq!(message(open(&long, 8)), error);
        // For what reads it to refuse.
        assert!(open(&long, 200).is_ok());
        assert!(footer(&Bytes::from_static(b"PAR1")).is_ok());
    }
}
