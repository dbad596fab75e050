//! The kind of a file by its first bytes, for a file that is not what its name says.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::file_format::FileFormat;

/// The number of bytes that decide the kind of a file.
const START: u64 = 64;

/// A kind of file: its first bytes, a noun, and what to do.
struct Kind {
    start: &'static [u8],
    noun: &'static str,
    advice: &'static str,
}

/// Kinds of files that providers send. All but the first four are not read.
const KINDS: [Kind; 14] = [
    kind(b"\x1f\x8b", "a gzip file", "name it `.csv.gz`"),
    kind(b"\x28\xb5\x2f\xfd", "a zstd file", "name it `.csv.zst`"),
    kind(b"PAR1", "a Parquet file", "name it `.parquet`"),
    kind(b"ARROW1", "an Arrow file", "name it `.arrow`"),
    kind(
        b"FEA1",
        "a Feather file of version 1",
        "write it as version 2, or as Parquet",
    ),
    kind(
        b"\xff\xff\xff\xff",
        "an Arrow stream",
        "write the file format of Arrow IPC, or Parquet",
    ),
    kind(
        b"PK\x03\x04",
        "an Excel workbook or a zip archive",
        "save the sheet as \"CSV UTF-8\", or unpack the archive",
    ),
    kind(
        b"\xd0\xcf\x11\xe0",
        "an Excel workbook (.xls)",
        "save the sheet as \"CSV UTF-8\"",
    ),
    kind(b"$FL2", "an SPSS file", "save it as CSV or Parquet"),
    kind(b"<stata_dta>", "a Stata file", "save it as CSV or Parquet"),
    kind(
        b"\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60",
        "a SAS file",
        "save it as CSV or Parquet",
    ),
    kind(b"%PDF", "a PDF", "ask the provider for the data as CSV"),
    kind(b"BZh", "a bzip2 file", "unpack it"),
    kind(b"7z\xbc\xaf", "a 7-Zip archive", "unpack it"),
];

const fn kind(start: &'static [u8], noun: &'static str, advice: &'static str) -> Kind {
    Kind {
        start,
        noun,
        advice,
    }
}

/// Returns what a file that cannot be read is by its first bytes, and what to do; `None` if it is what its name says, or unknown.
pub(crate) fn mismatch(path: &Path) -> Option<String> {
    let mut start = Vec::new();
    let file = File::open(path).ok()?;
    file.take(START).read_to_end(&mut start).ok()?;
    let expected = expected_kind(path)?;
    let found = KINDS.iter().find(|kind| start.starts_with(kind.start));
    match found {
        Some(found) if found.noun == expected => None,
        // The name of the first column of a CSV file may begin with the letters of a kind.
        Some(found) if found.is_a_word() && is_text(&start) => None,
        Some(found) => Some(format!("it is {}: {}", found.noun, found.advice)),
        None if expected != CSV && is_text(&start) => Some(format!(
            "it is a text file, not {expected}: name it `.csv` if it is CSV"
        )),
        None => None,
    }
}

impl Kind {
    fn is_a_word(&self) -> bool {
        self.start.iter().all(u8::is_ascii_alphanumeric)
    }
}

const CSV: &str = "a CSV file";

/// Returns the noun for the kind of file that a name promises.
fn expected_kind(path: &Path) -> Option<&'static str> {
    let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
    let packing = Path::new(&name).extension().and_then(OsStr::to_str);
    Some(match (FileFormat::of_name(&name)?.0, packing) {
        (FileFormat::Parquet, _) => "a Parquet file",
        (FileFormat::Arrow, _) => "an Arrow file",
        (FileFormat::Csv, Some("gz")) => "a gzip file",
        (FileFormat::Csv, Some("zst")) => "a zstd file",
        (FileFormat::Csv, _) => CSV,
    })
}

fn is_text(start: &[u8]) -> bool {
    let is_sign = |byte: &u8| *byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n');
    !start.is_empty() && start.iter().all(is_sign)
}
