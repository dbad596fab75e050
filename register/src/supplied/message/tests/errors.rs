//! Each message about an error.

#![expect(clippy::too_many_lines, reason = "one value for each message")]

use beraad_describe::{CodeTextError, Date};

use super::super::*;
use super::{amounts, described, form, v};
use crate::csv::CsvError;

/// Each message about the files of a folder.
pub(super) fn of_folder() -> Vec<FolderMessage> {
    vec![
        FolderMessage::Unreadable {
            dir: v("dir"),
            error: v("error"),
        },
        FolderMessage::TooManyFiles {
            dir: v("dir"),
            max: 111,
        },
        FolderMessage::DuplicateFile {
            list: v("list"),
            other: v("other"),
        },
        FolderMessage::TooManyLines {
            max: 122,
            lines_before: 133,
            lines: 144,
            files_after: 0,
        },
        FolderMessage::TooManyLines {
            max: 155,
            lines_before: 166,
            lines: 177,
            files_after: 1,
        },
        FolderMessage::TooManyLines {
            max: 188,
            lines_before: 199,
            lines: 210,
            files_after: 2,
        },
        FolderMessage::TooManyBytes {
            megabytes: 221,
            bytes_before: 232,
            bytes_left: 243,
            files_after: 0,
        },
        FolderMessage::TooManyBytes {
            megabytes: 254,
            bytes_before: 265,
            bytes_left: 276,
            files_after: 1,
        },
        FolderMessage::TooManyBytes {
            megabytes: 287,
            bytes_before: 298,
            bytes_left: 309,
            files_after: 2,
        },
        FolderMessage::UnreadableEntry { error: v("error") },
        FolderMessage::UnreadableFile { error: v("error") },
        FolderMessage::FileTooLarge { megabytes: 320 },
        FolderMessage::SymbolicLink,
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::Download,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::Unpack,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::SaveFromSpreadsheet,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::SaveFromProgram,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::MoveEarlierState,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::Rename,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::RenameHidden,
        },
        FolderMessage::Disguised {
            list: v("list"),
            advice: FileAdvice::KeepOne,
        },
        FolderMessage::Folder,
        FolderMessage::OtherFile,
        FolderMessage::MisspeltList {
            list: v("list"),
            meant: v("meant"),
        },
        FolderMessage::UnknownList {
            list: v("list"),
            known: vec![v("first"), v("second")],
        },
        FolderMessage::UnknownListOfMany { list: v("list") },
        FolderMessage::Skipped {
            litter: Litter::System,
        },
        FolderMessage::Skipped {
            litter: Litter::Lock,
        },
        FolderMessage::Skipped {
            litter: Litter::Copy,
        },
        FolderMessage::Skipped {
            litter: Litter::Hidden,
        },
        FolderMessage::Utf16,
        FolderMessage::ProbablyUtf16,
        FolderMessage::Packed,
        FolderMessage::MixedEncodings {
            byte: 0xE9,
            offset: 331,
        },
        FolderMessage::InvalidUtf8 {
            byte: 0xE9,
            offset: 342,
        },
        FolderMessage::OtherEncoding {
            byte: 0xE9,
            offset: 353,
            encoding: v("encoding"),
            word: v("word"),
        },
        FolderMessage::SeveralEncodings {
            byte: 0xE9,
            offset: 364,
            readings: [(v("one"), v("Latin-A")), (v("two"), v("Latin-B"))].into(),
        },
    ]
}

/// Each message about the layout of a file: its header, and the lines above it.
pub(super) fn of_layout() -> Vec<LayoutMessage> {
    vec![
        LayoutMessage::MissingHeader {
            header: v("header"),
            list: v("list"),
        },
        LayoutMessage::NotAHeader {
            line: v("line"),
            header: v("header"),
        },
        LayoutMessage::HeaderInOneCell { separator: ';' },
        LayoutMessage::HeaderInOneCell { separator: '\t' },
        LayoutMessage::MisspeltCompleteness { found: v("found") },
        LayoutMessage::MisspeltConfirmation { found: v("found") },
        LayoutMessage::AboveHeader { text: v("text") },
        LayoutMessage::OppositeCompleteness { line: 375 },
        LayoutMessage::UnknownCompleteness { found: v("found") },
        LayoutMessage::InvalidCsv {
            error: CsvError::TooManyFields,
        },
        LayoutMessage::InvalidCsv {
            error: CsvError::CarriageReturn,
        },
        LayoutMessage::InvalidCsv {
            error: CsvError::TextBehindQuote,
        },
        LayoutMessage::InvalidCsv {
            error: CsvError::OpenQuote,
        },
        LayoutMessage::InvalidCsv {
            error: CsvError::QuoteInField,
        },
        LayoutMessage::InvalidHeader {
            error: CsvError::OpenQuote,
        },
        LayoutMessage::MisspeltColumn {
            column: v("column"),
            meant: v("meant"),
        },
        LayoutMessage::UnknownColumn {
            column: v("column"),
            known: vec![v("first"), v("second")],
        },
        LayoutMessage::DuplicateColumn {
            column: v("column"),
        },
        LayoutMessage::MissingCodeColumn {
            example: v("example"),
        },
        LayoutMessage::MissingLabelColumn {
            languages: vec![v("first"), v("second")],
        },
        LayoutMessage::TooManyRows { max: 386 },
    ]
}

/// Each message about the fields of one line.
pub(super) fn of_line() -> Vec<LineMessage> {
    vec![
        LineMessage::CommentBelowHeader,
        LineMessage::LabelWithoutCode { label: v("label") },
        LineMessage::FieldCount {
            expected: 397,
            found: 408,
            separator: ';',
        },
        LineMessage::UnnamedColumn { text: v("text") },
        LineMessage::MissingCode,
        LineMessage::InvalidCode {
            code: v("code"),
            error: CodeTextError::TooLong,
            other: Some('\u{412}'),
        },
        LineMessage::InvalidCode {
            code: v("code"),
            error: CodeTextError::NotPrintable,
            other: Some('\u{412}'),
        },
        LineMessage::InvalidCode {
            code: v("code"),
            error: CodeTextError::SurroundingSpace,
            other: Some('\u{412}'),
        },
        LineMessage::OtherForm {
            code: v("code"),
            form: form(),
            list: v("list"),
        },
        LineMessage::MissingLabel {
            languages: vec![v("first"), v("second")],
        },
        LineMessage::PeriodBackwards {
            from: Date::ymd(2001, 2, 3),
            to: Date::ymd(2004, 5, 6),
        },
        LineMessage::InvalidDay {
            text: v("text"),
            column: v("column"),
        },
        LineMessage::AmbiguousDay {
            text: v("text"),
            column: v("column"),
            one: Date::ymd(2091, 8, 9),
            other: Date::ymd(2012, 8, 9),
            lines: Some((463, 474)),
        },
        LineMessage::AmbiguousDay {
            text: v("text"),
            column: v("column"),
            one: Date::ymd(2045, 8, 9),
            other: Date::ymd(2056, 8, 9),
            lines: None,
        },
        LineMessage::UnknownWord {
            text: v("text"),
            column: v("column"),
            known: vec![v("first"), v("second")],
        },
        LineMessage::InvalidNumber {
            text: v("text"),
            column: v("column"),
        },
        LineMessage::AmbiguousNumber {
            text: v("text"),
            column: v("column"),
            one: v("one"),
            other: v("other"),
            whole: v("whole"),
        },
        LineMessage::OtherDecimalSign {
            text: v("text"),
            column: v("column"),
            line: 507,
        },
        LineMessage::NotAmountClasses {
            column: v("column"),
        },
        LineMessage::InvalidCurrency { text: v("text") },
        LineMessage::BoundsBackwards {
            lower: v("lower"),
            upper: v("upper"),
        },
        LineMessage::EmptyClass {
            lower: v("lower"),
            upper: v("upper"),
        },
    ]
}

/// Each message about a line that contradicts another one, or a closed list.
pub(super) fn of_lines() -> Vec<LinesMessage> {
    vec![
        LinesMessage::DuplicateLine { line: 518 },
        LinesMessage::MeaningsOnLastDay {
            code: v("code"),
            here: described("here"),
            there: described("there"),
            line: 529,
            first: 540,
            before: Date::ymd(2002, 3, 4),
        },
        LinesMessage::Meanings {
            code: v("code"),
            here: described("here"),
            there: described("there"),
            line: 562,
        },
        LinesMessage::Overlap {
            code: v("code"),
            amounts: amounts("amounts"),
            other: v("other"),
            other_amounts: amounts("other_amounts"),
            line: 573,
        },
        LinesMessage::Gap {
            code: v("code"),
            amounts: amounts("amounts"),
            other: v("other"),
            other_amounts: amounts("other_amounts"),
            line: 584,
        },
        LinesMessage::UnknownCode {
            code: v("code"),
            list: v("list"),
            known: vec![v("first"), v("second")],
            more: 595,
        },
        LinesMessage::UnknownCode {
            code: v("code"),
            list: v("list"),
            known: vec![v("first"), v("second")],
            more: 0,
        },
        LinesMessage::OtherMeaning {
            code: v("code"),
            list: v("list"),
            known: vec![v("first"), v("second")],
            more: 606,
            found: described("found"),
        },
    ]
}

/// Each message about a workbook.
pub(super) fn of_workbook() -> Vec<WorkbookMessage> {
    vec![
        WorkbookMessage::Unreadable { error: v("error") },
        WorkbookMessage::TooManyParts { max: 419 },
        WorkbookMessage::TooLarge { max: 421 },
        WorkbookMessage::UnreadableSheet { error: v("error") },
        WorkbookMessage::UnknownSheet {
            meant: Some(v("meant")),
        },
        WorkbookMessage::UnknownSheet { meant: None },
        WorkbookMessage::MergedCells {
            first: v("first"),
            last: v("last"),
        },
        WorkbookMessage::TooMuchText { max: 431 },
        WorkbookMessage::CellFarBelow { max: 433 },
        WorkbookMessage::CellFarRight {
            column: v("column"),
        },
        WorkbookMessage::StruckThrough { cells: v("cells") },
        WorkbookMessage::PartlyStruckThrough { cells: v("cells") },
        WorkbookMessage::WhiteText { cells: v("cells") },
        WorkbookMessage::HiddenRows {
            first: 441,
            last: 443,
        },
        WorkbookMessage::HiddenSheet,
        WorkbookMessage::FormattedNumber {
            cell: v("cell"),
            format: v("format"),
            read: v("read"),
        },
        WorkbookMessage::FormulaWithoutValue {
            cell: v("cell"),
            more: 0,
        },
        WorkbookMessage::FormulaWithoutValue {
            cell: v("cell"),
            more: 449,
        },
        WorkbookMessage::LineBreakInCode {
            cell: v("cell"),
            code: v("code"),
        },
    ]
}
