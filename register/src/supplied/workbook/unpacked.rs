//! The size of a workbook once it is unpacked: some kilobytes can become any number of gigabytes.

use std::io::{self, Cursor, Read as _};

use zip::ZipArchive;

/// The number of bytes that the files in a workbook may have together: twice as many as the files of a folder.
const MAX_BYTES: u64 = 128 * 1024 * 1024;

/// The number of files in a workbook: one with a sheet for each of a thousand lists has some thousands.
const MAX_FILES: usize = 10_000;

/// Unpacks everything without keeping it, so that what is read later has been counted.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), String> {
    let damaged = |error: &dyn std::fmt::Display| {
        format!(
            "not a workbook that can be read: {error}; save it as `Excel Workbook (.xlsx)` without a password"
        )
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_FILES {
        return Err(format!(
            "the workbook has more than {MAX_FILES} parts; copy the sheets into a new workbook"
        ));
    }
    let mut left = MAX_BYTES;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| damaged(&error))?;
        // One byte more than is allowed, so that more is seen.
        let read = io::copy(&mut file.take(left + 1), &mut io::sink());
        let read = read.map_err(|error| damaged(&error))?;
        left = left.checked_sub(read).ok_or_else(|| {
            let most = MAX_BYTES / 1024 / 1024;
            format!("the workbook is larger than {most} MB once it is unpacked; leave out lists and codes that do not occur in the data")
        })?;
    }
    Ok(())
}
