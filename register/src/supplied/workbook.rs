//! A workbook as the text of its sheets, which is read like a file of its own.
//!
//! A cell is the text that its author sees: a day is written as `2013-01-31`, and a number with as many zeros before it as its format
//! shows. What a spreadsheet made of a code is not repaired here: the checks of lists warn of it.

mod marks;
mod number_format;
mod cells;
mod unpacked;

use std::io::Cursor;

use beraad_describe::excerpt_of;
use calamine::{Reader, SheetVisible, Xlsx};

use self::cells::Cells;
use self::marks::MarkedParts;
use self::unpacked::check_size;
use super::SuppliedLists;
use super::message::WorkbookMessage;
use super::warning::ListWarningKind;

/// The number of characters of an error of the library that reads workbooks. It may have a part of the file.
pub(super) const MAX_ERROR: usize = 200;

/// The number of columns that a sheet may have: a list has at most twenty.
const MAX_COLUMNS: u32 = 64;

/// The number of rows above the header and between the codes that a sheet may have, beside those of the codes.
const OTHER_ROWS: u32 = 1_000;

/// Returns the last row that is read, counted from 0.
fn max_row() -> u32 {
    let most = u32::try_from(SuppliedLists::MAX_LINES).unwrap_or(u32::MAX);
    most.saturating_add(OTHER_ROWS)
}

/// The sheets of a workbook that have a cell.
pub(super) struct Workbook {
    pub(super) sheets: Vec<SheetText>,
}

/// A sheet as text.
pub(super) struct SheetText {
    pub(super) name: String,
    /// A line for each row, with commas between the cells, or what is wrong with the sheet.
    pub(super) text: Result<String, Invalid>,
    /// True if a spreadsheet does not show the sheet.
    pub(super) is_hidden: bool,
    /// The findings about the form of cells.
    pub(super) findings: Vec<FormFinding>,
}

/// A finding about the form of a cell or a row.
pub(super) struct FormFinding {
    pub(super) row: usize,
    /// The kind of a warning; `None` for an error.
    pub(super) kind: Option<ListWarningKind>,
    pub(super) message: WorkbookMessage,
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
        let mut parts = MarkedParts::of(bytes, &workbook);
        let known: Vec<_> = workbook.sheets_metadata().to_vec();
        let mut sheets = Vec::new();
        for (index, sheet) in known.into_iter().enumerate() {
            let mut findings = Vec::new();
            let text = match Cells::read(&mut workbook, &sheet.name) {
                Ok(cells) if cells.are_empty() => continue,
                Ok(cells) => {
                    let marks = parts.as_mut().and_then(|parts| parts.of_sheet(index));
                    let marks = marks.unwrap_or_default();
                    findings = cells.findings(&marks);
                    cells
                        .check_formulas(&marks)
                        .and_then(|()| cells.text(max_bytes))
                }
                Err(invalid) => Err(invalid),
            };
            sheets.push(SheetText {
                name: sheet.name,
                text,
                is_hidden: sheet.visible != SheetVisible::Visible,
                findings,
            });
        }
        Ok(Self { sheets })
    }
}

fn unreadable(error: &calamine::XlsxError) -> WorkbookMessage {
    WorkbookMessage::Unreadable {
        error: excerpt_of(&error.to_string(), MAX_ERROR),
    }
}
