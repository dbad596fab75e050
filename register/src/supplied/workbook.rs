//! A workbook as the text of its sheets, which is read like a file of its own.
//!
//! A cell is the text that its author sees: a day is written as `2013-01-31`, and a number with as many zeros before it as its format
//! shows. What a spreadsheet made of a code is not repaired here: the checks of lists warn of it.

mod cells;
mod unpacked;

use std::io::Cursor;

use beraad_describe::excerpt_of;
use calamine::{Reader, Xlsx};

use self::cells::Cells;
use self::unpacked::check_size;
use super::message::WorkbookMessage;

/// The number of characters of an error of the library that reads workbooks. It may have a part of the file.
pub(super) const MAX_ERROR: usize = 200;

/// The sheets of a workbook that have a cell.
pub(super) struct Workbook {
    pub(super) sheets: Vec<SheetText>,
}

/// A sheet as text.
pub(super) struct SheetText {
    pub(super) name: String,
    /// A line for each row, with commas between the cells, or what is wrong with the sheet.
    pub(super) text: Result<String, Invalid>,
}

/// The error of a sheet, and the row.
pub(super) struct Invalid {
    pub(super) row: Option<usize>,
    pub(super) message: WorkbookMessage,
}

impl Workbook {
    /// Reads the sheets. `max_bytes` is the number of bytes that the text of a sheet may have.
    pub(super) fn read(bytes: &[u8], max_bytes: usize) -> Result<Self, WorkbookMessage> {
        check_size(bytes)?;
        let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes))
            .map_err(|error: calamine::XlsxError| unreadable(&error))?;
        let mut sheets = Vec::new();
        for name in workbook.sheet_names() {
            let text = match Cells::read(&mut workbook, &name) {
                Ok(cells) if cells.are_empty() => continue,
                Ok(cells) => cells.text(max_bytes),
                Err(invalid) => Err(invalid),
            };
            sheets.push(SheetText { name, text });
        }
        Ok(Self { sheets })
    }
}

fn unreadable(error: &calamine::XlsxError) -> WorkbookMessage {
    WorkbookMessage::Unreadable {
        error: excerpt_of(&error.to_string(), MAX_ERROR),
    }
}
