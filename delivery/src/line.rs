//! A line of a file.

use std::fmt;

use serde::Serialize;

use crate::block_file::FileRead;
use crate::file_format::FileFormat;

/// A line of a file of a block. `Display` writes `12`, or `loan/part-2.csv:12` where the block has several files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Line {
    /// The path of the file within the delivery, where the block has several files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line of a CSV file, from 1: the header is line 1. In another file, the row, from 1.
    pub line: u64,
    /// True for a row of a Parquet or Arrow file, which has no lines.
    #[serde(skip)]
    pub is_row: bool,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{file}:")?;
        }
        write!(f, "{}", self.line)
    }
}

/// Returns the lines of files by their numbers among the lines of all files of a block.
pub(crate) fn lines_of(numbers: &[u64], files: &[FileRead]) -> Vec<Line> {
    let numbers = numbers.iter();
    numbers.map(|number| line_of(*number, files)).collect()
}

fn line_of(number: u64, files: &[FileRead]) -> Line {
    let mut line = number;
    let mut last = None;
    for file in files {
        last = Some(file);
        if line <= file.lines {
            break;
        }
        line -= file.lines;
    }
    let file = last.filter(|_| files.len() > 1);
    Line {
        file: file.map(|file| file.receipt.path.clone()),
        line,
        is_row: last.is_some_and(|file| {
            let format = FileFormat::of_name(&file.receipt.path);
            format.is_some_and(|(format, _)| format != FileFormat::Csv)
        }),
    }
}
