//! Messages about a workbook and its sheets.

/// A message about a workbook or one of its sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkbookMessage {
    /// The file cannot be read as a workbook.
    Unreadable {
        /// The error of the library that reads it, in English.
        error: String,
    },
    /// The workbook has too many parts.
    TooManyParts {
        /// The largest number of parts.
        max: usize,
    },
    /// The workbook is too large once it is unpacked.
    TooLarge {
        /// The largest size in MB.
        max: u64,
    },
    /// A sheet cannot be read.
    UnreadableSheet {
        /// The error of the library that reads it, in English.
        error: String,
    },
    /// No code list has the name of the sheet.
    UnknownSheet {
        /// The sheet that may be meant.
        meant: Option<String>,
    },
    /// Cells beside each other are merged.
    MergedCells {
        /// The letters of the first column.
        first: String,
        /// The letters of the last column.
        last: String,
    },
    /// The sheet has too much text.
    TooMuchText {
        /// The largest size in MB.
        max: usize,
    },
    /// A cell far below the list has a value.
    CellFarBelow {
        /// The largest number of rows of a list.
        max: u32,
    },
    /// A cell far right of the list has a value.
    CellFarRight {
        /// The letters of its column.
        column: String,
    },
    /// The text of cells is struck through, and is read.
    StruckThrough {
        /// The cells of a row.
        cells: String,
    },
    /// A part of the text of cells is struck through, and is read.
    PartlyStruckThrough {
        /// The cells of a row.
        cells: String,
    },
    /// The text of cells is white on white, and is read.
    WhiteText {
        /// The cells of a row.
        cells: String,
    },
    /// Rows are hidden, and are read.
    HiddenRows {
        /// The first row.
        first: usize,
        /// The last row.
        last: usize,
    },
    /// The sheet is hidden, and is read.
    HiddenSheet,
    /// A cell shows a number in another form than it is read.
    FormattedNumber {
        /// The cell.
        cell: String,
        /// The number format.
        format: String,
        /// The text that is read.
        read: String,
    },
    /// A cell has a formula, and its value is not stored.
    FormulaWithoutValue {
        /// The cell.
        cell: String,
        /// The number of other cells of which this is true.
        more: usize,
    },
    /// A code has a line break.
    LineBreakInCode {
        /// The cell.
        cell: String,
        /// The code on one line.
        code: String,
    },
}
