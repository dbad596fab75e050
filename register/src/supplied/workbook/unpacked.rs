//! The size of a workbook once it is unpacked: some kilobytes can become any number of gigabytes.

use std::io::{self, Cursor, Read as _};

use beraad_describe::excerpt_of;
use zip::ZipArchive;

use super::MAX_ERROR;
use crate::supplied::message::WorkbookMessage;

/// The number of bytes that the files in a workbook may have together: twice as many as the files of a folder.
const MAX_BYTES: u64 = 128 * 1024 * 1024;

/// The number of files in a workbook: one with a sheet for each of a thousand lists has some thousands.
const MAX_FILES: usize = 10_000;

/// Unpacks everything without keeping it, so that what is read later has been counted.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), WorkbookMessage> {
    let damaged = |error: &dyn std::fmt::Display| WorkbookMessage::Unreadable {
        error: excerpt_of(&error.to_string(), MAX_ERROR),
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_FILES {
        return Err(WorkbookMessage::TooManyParts { max: MAX_FILES });
    }
    let mut left = MAX_BYTES;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| damaged(&error))?;
        // One byte more than is allowed, so that more is seen.
        let read = io::copy(&mut file.take(left + 1), &mut io::sink());
        let read = read.map_err(|error| damaged(&error))?;
        left = left.checked_sub(read).ok_or(WorkbookMessage::TooLarge {
            max: MAX_BYTES / 1024 / 1024,
        })?;
    }
    Ok(())
}
