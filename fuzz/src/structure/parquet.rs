//! Changes to the footer and to the page headers of Parquet files.

use super::signed;
use super::thrift::{STRUCT, Value, change_value, field, number_in_field, read_value, write_value};
use crate::files::{Random, footer};

// The ids of fields, as `parquet.thrift` numbers them.
const ROW_GROUPS: i16 = 4;
const COLUMNS: i16 = 1;
const METADATA: i16 = 3;
const COMPRESSED_SIZE_OF_CHUNK: i16 = 7;
const DATA_PAGE_OFFSET: i16 = 9;
const INDEX_PAGE_OFFSET: i16 = 10;
const DICTIONARY_PAGE_OFFSET: i16 = 11;
const COMPRESSED_SIZE_OF_PAGE: i16 = 3;

/// Makes one change to the footer or to the header of a page.
pub(super) fn change(file: &mut Vec<u8>, random: &mut Random) -> Option<()> {
    let (start, end) = footer(file, "PAR1".len())?;
    let mut root = read_value(&mut &file[start..end], STRUCT)?;
    let mut body = file[..start].to_vec();
    if random.one_in(3) {
        change_value(&mut root, random);
    } else {
        change_page_header(&mut body, &mut root, random)?;
    }
    let mut footer = Vec::new();
    write_value(&root, &mut footer);
    body.extend(&footer);
    body.extend(u32::try_from(footer.len()).ok()?.to_le_bytes());
    body.extend(b"PAR1");
    *file = body;
    Some(())
}

/// The header of a page, and its place in the file.
struct PageHeader {
    header: Value,
    start: usize,
    length: usize,
}

impl PageHeader {
    fn at(body: &[u8], start: usize) -> Option<Self> {
        let mut rest = body.get(start..)?;
        let before = rest.len();
        let header = read_value(&mut rest, STRUCT)?;
        Some(Self {
            header,
            start,
            length: before - rest.len(),
        })
    }

    /// Returns the place after the page.
    fn end(&mut self) -> Option<usize> {
        let length = number_in_field(&mut self.header, COMPRESSED_SIZE_OF_PAGE)?;
        (self.start + self.length).checked_add(usize::try_from(length).ok()?)
    }
}

/// Changes the header of a page, and corrects the offsets and the size of the chunk that depend on its length.
fn change_page_header(body: &mut Vec<u8>, root: &mut Value, random: &mut Random) -> Option<()> {
    let mut chunks = chunks_of(root);
    let index = random.below(chunks.len());
    let mut page = random_page(body, chunks.get_mut(index)?, random)?;
    change_value(&mut page.header, random);
    let mut written = Vec::new();
    write_value(&page.header, &mut written);
    let moved = signed(written.len()) - signed(page.length);
    let start = signed(page.start);
    body.splice(page.start..page.start + page.length, written);
    for chunk in &mut chunks {
        for id in [DATA_PAGE_OFFSET, INDEX_PAGE_OFFSET, DICTIONARY_PAGE_OFFSET] {
            if let Some(Value::Number(offset)) = field(chunk, id)
                && *offset > start
            {
                *offset = offset.wrapping_add(moved);
            }
        }
    }
    if let Some(Value::Number(size)) = field(chunks[index], COMPRESSED_SIZE_OF_CHUNK) {
        *size = size.wrapping_add(moved);
    }
    Some(())
}

/// Returns a page of a chunk: that of the dictionary, or any page after it.
fn random_page(body: &[u8], chunk: &mut Value, random: &mut Random) -> Option<PageHeader> {
    let data = number_in_field(chunk, DATA_PAGE_OFFSET)?;
    let dictionary = number_in_field(chunk, DICTIONARY_PAGE_OFFSET);
    let first = dictionary.map_or(data, |dictionary| dictionary.min(data));
    let mut page = PageHeader::at(body, usize::try_from(first).ok()?)?;
    while !random.one_in(2) {
        // After the last page of the file there is no header.
        let Some(next) = PageHeader::at(body, page.end()?) else {
            break;
        };
        page = next;
    }
    Some(page)
}

/// Returns the metadata of the column chunks of a footer.
fn chunks_of(footer: &mut Value) -> Vec<&mut Value> {
    let mut chunks = Vec::new();
    let Some(Value::List(_, groups, _)) = field(footer, ROW_GROUPS) else {
        return chunks;
    };
    for group in groups {
        if let Some(Value::List(_, columns, _)) = field(group, COLUMNS) {
            let metadata = columns
                .iter_mut()
                .filter_map(|column| field(column, METADATA));
            chunks.extend(metadata);
        }
    }
    chunks
}
