//! A CSV file, read by one thread and parsed by others.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use beraad_schema::csv::{CsvError, Records};
use memchr::{memchr, memchr_iter, memchr2_iter, memrchr};

use crate::block_file::{Before, BlockFile, FileRead};
use crate::checks::INVALID_HEADER;
use crate::consumer::Consumer;
use crate::csv_part::{self, CsvPlan, TextPart};
use crate::error::DeliveryError;
use crate::file_kind;
use crate::hand_out::hand_out;
use crate::hashed_file::HashedFile;
use crate::options::Options;
use crate::path_values::{PathColumns, PathValues};
use crate::plan::BlockPlan;
use crate::receipt::FileReceipt;
use crate::renames;
use crate::tally::Place;
use crate::unread_file;

/// The number of bytes of a part. Its fields and columns stay in the cache of a processor.
const PART_BYTES: usize = 1 << 20;

/// The number of bytes after which a part without a line end is cut all the same: a quote sign that is never closed must not fill the memory.
const MAX_PART_BYTES: usize = 64 << 20;

/// Reads a file, and hands its rows to the consumers, each of which has a thread. A file that cannot be read is a finding.
pub(crate) fn read<C: Consumer>(
    file: &BlockFile,
    before: Before,
    plan: &BlockPlan<'_>,
    options: &Options,
    consumers: &mut [C],
) -> Result<FileRead, DeliveryError> {
    let BlockFile { path, name } = file;
    let hashed = HashedFile::open(path);
    let mut hashed = match hashed {
        Ok(hashed) => hashed,
        Err(error) => {
            let reason = unread_file::reason_of_io(path, &error);
            unread_file::report(file, before, &reason, 0, consumers);
            return Ok(unread_file::nothing_read(file, reason));
        }
    };
    let content = read_content(file, before, plan, options, consumers, &mut hashed)?;
    let mut unread = content.unread;
    // Also what is behind an error, for the hash of the file as it is.
    let (bytes, sha256) = hashed.finish().unwrap_or_else(|error| {
        unread.get_or_insert(Unread::Damaged(error));
        (0, String::new())
    });
    let is_valid = unread.is_none();
    let unread = unread.map(|unread| match unread {
        Unread::Header(error) => {
            if let Some(mismatch) = file_kind::mismatch(path) {
                unread_file::report(file, before, &mismatch, 0, consumers);
                return mismatch;
            }
            let place = Place {
                line: before.lines + 1,
                period: None,
            };
            let tally = consumers[0].tally();
            tally.add_named(&INVALID_HEADER, None, place, &error);
            error
        }
        Unread::Damaged(error) => {
            let reason = unread_file::reason_of_io(path, &error);
            unread_file::report(file, before, &reason, content.rows, consumers);
            reason
        }
    });
    if is_valid && content.rows == 0 {
        unread_file::report_without_rows(file, before, plan, consumers);
    }
    Ok(FileRead {
        receipt: FileReceipt {
            path: name.to_owned(),
            bytes,
            sha256,
            rows: content.rows,
            renamed: content.names.renamed,
            ignored: content.names.ignored,
            unread,
        },
        lines: content.lines,
        parts: content.parts,
        columns: content.columns.filter(|_| is_valid),
    })
}

/// The rows of a file, as far as they could be read.
struct Content {
    rows: u64,
    lines: u64,
    parts: u64,
    names: Names,
    columns: Option<Vec<bool>>,
    unread: Option<Unread>,
}

/// The names of columns to which options apply, also if the header is not valid.
#[derive(Default)]
struct Names {
    renamed: BTreeMap<String, String>,
    ignored: Vec<String>,
}

/// The reason why a file was not read, or not to its end.
enum Unread {
    Header(String),
    Damaged(io::Error),
}

/// Hands the rows of an open file to the consumers.
fn read_content<C: Consumer>(
    file: &BlockFile,
    before: Before,
    plan: &BlockPlan<'_>,
    options: &Options,
    consumers: &mut [C],
    hashed: &mut HashedFile,
) -> Result<Content, DeliveryError> {
    let mut content = Content {
        rows: 0,
        lines: 1,
        parts: 0,
        names: Names::default(),
        columns: None,
        unread: None,
    };
    let rows = AtomicU64::new(0);
    let unpacked = match unpacked(&file.path, hashed) {
        Ok(unpacked) => unpacked,
        Err(error) => {
            content.unread = Some(Unread::Damaged(error));
            return Ok(content);
        }
    };
    let mut parts = Parts::new(options.dialect.decode(unpacked), before);
    let first = match parts.next_part() {
        Ok(first) => first,
        Err(error) => {
            content.unread = Some(Unread::Damaged(error));
            return Ok(content);
        }
    };
    let mut first = first.unwrap_or(TextPart {
        text: Vec::new(),
        first_line: before.lines + 1,
        number: before.parts,
    });
    match header(file, &mut first, plan, options, &mut content.names) {
        Ok(opened) => {
            let ended = run(first, &mut parts, &opened.csv, plan, &rows, consumers);
            content.unread = ended.err().map(Unread::Damaged);
            content.columns = Some(opened.has_columns);
            content.names.renamed = opened.csv.renamed;
            // After an error of the header no part is handed to a consumer.
            content.parts = parts.number - before.parts;
        }
        Err(NotOpened::Header(error)) => {
            content.unread = Some(Unread::Header(error));
        }
        Err(NotOpened::Csv(source)) => {
            return Err(DeliveryError::Csv {
                path: file.path.clone(),
                source,
            });
        }
    }
    content.rows = rows.into_inner();
    // An empty file has a line all the same, for the error of its header.
    content.lines = (parts.line - 1 - before.lines).max(1);
    Ok(content)
}

/// A file whose header is valid.
struct Opened<'p> {
    csv: CsvPlan<'p>,
    /// For each column of the block, true if the file or its path has it.
    has_columns: Vec<bool>,
}

/// The reason why no row of a file is read.
enum NotOpened {
    /// The errors of the header and of the path.
    Header(String),
    Csv(CsvError),
}

impl From<CsvError> for NotOpened {
    fn from(error: CsvError) -> Self {
        match error {
            CsvError::Header(error) => Self::Header(error.to_string()),
            error => Self::Csv(error),
        }
    }
}

/// Reads the header, and removes it from the part.
fn header<'p>(
    file: &BlockFile,
    part: &mut TextPart,
    plan: &'p BlockPlan<'p>,
    options: &'p Options,
    applied: &mut Names,
) -> Result<Opened<'p>, NotOpened> {
    // The text was decoded already.
    let mut records = Records::of_part(&options.dialect, &*part.text, 0);
    let (names, quote_error) = records.header()?;
    let end = usize::try_from(records.offset()).unwrap_or(usize::MAX);
    let texts = names
        .iter()
        .filter_map(|name| std::str::from_utf8(name).ok());
    let texts: Vec<_> = texts.collect();
    let ignored = texts.iter().filter(|it| options.dialect.ignores(it.trim()));
    applied.ignored = ignored.map(|it| it.trim().to_owned()).collect();
    let mut renamed = options.renames.of_header(plan.block, texts.iter().copied());
    let dialect = renames::renamed(options.dialect.clone(), &renamed);
    dialect.check()?;
    let in_block = dialect.description().renames;
    let path_columns = PathColumns::of_file(file, plan, options, |name| {
        let mut texts = texts.iter().map(|text| text.trim());
        texts.any(|text| text == name || in_block.get(text).is_some_and(|it| it == name))
    });
    renamed.extend(path_columns.renamed.clone());
    applied.renamed.clone_from(&renamed);
    applied.ignored.extend(path_columns.ignored.clone());
    let is_in_path = |name: &str| {
        let place = plan.position(name);
        place.is_ok_and(|place| path_columns.has(place))
    };
    let mut errors = Vec::new();
    let readers =
        dialect.field_readers_without(plan.model, plan.block, &names, quote_error, is_in_path);
    let readers = readers.unwrap_or_else(|error| {
        errors.push(error.to_string());
        Vec::new()
    });
    let columns = readers.iter().enumerate();
    let has_columns = columns
        .map(|(place, reader)| reader.field_in_file().is_some() || path_columns.has(place))
        .collect();
    let of_dialect = errors.is_empty().then_some(&*readers);
    let path_values = path_columns.read(plan, options, of_dialect);
    let path_values = path_values.unwrap_or_else(|of_path| {
        errors.extend(of_path);
        PathValues::default()
    });
    if !errors.is_empty() {
        return Err(NotOpened::Header(errors.join("\n")));
    }
    let mut end = end.min(part.text.len());
    // The line end of the header may be of two signs, of which one is read.
    if end > 0 && part.text.get(end) == Some(&b'\n') && part.text[end - 1] == b'\r' {
        end += 1;
    }
    part.first_line += lines_in(&part.text[..end]);
    part.text.drain(..end);
    Ok(Opened {
        csv: CsvPlan {
            dialect,
            renamed,
            readers,
            path_values,
            fields: names.len(),
            show_values: options.show_values,
        },
        has_columns,
    })
}

/// Hands the parts of a file to the consumers, and counts their rows.
fn run<F: Read, C: Consumer>(
    first: TextPart,
    parts: &mut Parts<F>,
    csv: &CsvPlan<'_>,
    plan: &BlockPlan<'_>,
    rows: &AtomicU64,
    consumers: &mut [C],
) -> io::Result<()> {
    let take = |text: TextPart, consumer: &mut C| {
        let part = csv_part::read(&text, csv, plan, consumer.tally());
        rows.fetch_add(part.rows() as u64, Ordering::Relaxed);
        consumer.take(part, text.number);
    };
    hand_out(consumers, take, |send| {
        let mut next = Some(first);
        while let Some(part) = next {
            if !send(part) {
                break;
            }
            next = parts.next_part()?;
        }
        Ok(())
    })
}

/// The parts of a text, each of whole lines.
struct Parts<F> {
    from: F,
    /// The start of a line whose end was not read yet.
    rest: Vec<u8>,
    /// The line in which the next part begins.
    line: u64,
    /// The number of the next part.
    number: u64,
    is_at_end: bool,
}

impl<F: Read> Parts<F> {
    fn new(from: F, before: Before) -> Self {
        Self {
            from,
            rest: Vec::new(),
            line: before.lines + 1,
            number: before.parts,
            is_at_end: false,
        }
    }

    /// Returns the next part; `None` at the end.
    fn next_part(&mut self) -> io::Result<Option<TextPart>> {
        let mut text = std::mem::take(&mut self.rest);
        let mut wanted = PART_BYTES;
        while !self.is_at_end {
            let missing = wanted.saturating_sub(text.len()) as u64;
            // Otherwise the text grows step by step, and is copied at each of them.
            text.reserve(wanted.saturating_sub(text.len()));
            let read = (&mut self.from).take(missing).read_to_end(&mut text)?;
            self.is_at_end = (read as u64) < missing;
            if self.is_at_end {
                break;
            }
            if let Some(end) = end_of_lines(&text) {
                self.rest = text.split_off(end);
                break;
            }
            if text.len() >= MAX_PART_BYTES {
                break;
            }
            wanted = text.len() * 2;
        }
        if text.is_empty() {
            return Ok(None);
        }
        if self.is_at_end && self.rest.is_empty() && !text.ends_with(b"\n") {
            text.push(b'\n');
        }
        let (first_line, number) = (self.line, self.number);
        self.line += lines_in(&text);
        self.number += 1;
        Ok(Some(TextPart {
            text,
            first_line,
            number,
        }))
    }
}

/// Returns the end of the last line of a text that is not in a quoted field.
fn end_of_lines(text: &[u8]) -> Option<usize> {
    if memchr(b'"', text).is_none() {
        let end = memrchr(b'\n', text).or_else(|| {
            // The line ends of old systems. The last one may be the first half of another one.
            memrchr(b'\r', &text[..text.len().saturating_sub(1)])
        });
        return end.map(|end| end + 1);
    }
    let (mut is_quoted, mut last, mut skip_to) = (false, None, 0);
    for place in memchr2_iter(b'"', b'\n', text) {
        if place < skip_to {
            continue;
        }
        match (text[place], is_quoted) {
            (b'\n', false) => last = Some(place + 1),
            (b'"', true) if text.get(place + 1) == Some(&b'"') => skip_to = place + 2,
            (b'"', true) => is_quoted = false,
            (b'"', false) => {
                // Within a field that does not begin with it, it is a sign like any other.
                let before = place.checked_sub(1).map_or(b'\n', |before| text[before]);
                is_quoted =
                    !(before.is_ascii_alphanumeric() || before == b' ' || !before.is_ascii());
            }
            _ => {}
        }
    }
    last
}

/// Returns the number of lines that end in a text.
fn lines_in(text: &[u8]) -> u64 {
    let feeds = memchr_iter(b'\n', text).count();
    let returns = memchr_iter(b'\r', text);
    let alone = returns
        .filter(|place| text.get(place + 1) != Some(&b'\n'))
        .count();
    (feeds + alone) as u64
}

/// Unpacks a file by its extension.
fn unpacked<'f>(path: &Path, file: &'f mut HashedFile) -> io::Result<Box<dyn Read + 'f>> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    Ok(match &*extension.to_ascii_lowercase() {
        "gz" => Box::new(flate2::read::MultiGzDecoder::new(
            io::BufReader::with_capacity(1 << 18, file),
        )),
        "zst" => Box::new(zstd::stream::read::Decoder::new(file)?),
        _ => Box::new(file),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn part_does_not_end_in_a_quoted_field() {
        assert_eq!(end_of_lines(b"a\nb\nc"), Some(4));
        assert_eq!(end_of_lines(b"a\n\"b\nc"), Some(2));
        assert_eq!(end_of_lines(b"a,\"b\"\"\n\"\nc"), Some(9));
        assert_eq!(end_of_lines(b"5\" disk\nb"), Some(8));
        assert_eq!(end_of_lines(b"abc"), None);
    }

    proptest! {
        #[test]
        fn parts_are_the_whole_text(lines in prop::collection::vec("[a-z\",\r]{0,9}", 0..40)) {
            let text = lines.join("\n") + "\n";
            let mut parts = Parts::new(text.as_bytes(), Before::default());
            let mut read = Vec::new();
            while let Some(part) = parts.next_part().unwrap() {
                prop_assert_eq!(part.first_line, 1 + lines_in(&read));
                read.extend(part.text);
            }
            prop_assert_eq!(read, text.into_bytes());
        }
    }
}
