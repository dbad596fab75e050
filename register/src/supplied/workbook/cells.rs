//! The cells of a sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use beraad_describe::{excerpt, excerpt_of};
use calamine::{DataRef, Dimensions, ExcelDateTime, FillPattern, Style, Xlsx};

use super::marks::{Marks, Struck};
use super::number_format::shows;
use super::{FormFinding, Invalid, MAX_COLUMNS, MAX_ERROR, OTHER_ROWS, max_row};
use crate::csv::push_line;
use crate::supplied::header::{CLASS_COLUMNS, COLUMNS};
use crate::supplied::message::WorkbookMessage;
use crate::supplied::warning::ListWarningKind;

/// A sheet: its cells by row and column, counted from 0.
#[derive(Default)]
pub(super) struct Cells {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// The cells whose font is struck through.
    struck: BTreeSet<(u32, u32)>,
    /// The cells with white text on no other colour.
    white: BTreeSet<(u32, u32)>,
    /// The number formats of cells that show another text than is read.
    formats: BTreeMap<(u32, u32), String>,
    /// The cells whose text has several lines.
    with_line_breaks: BTreeSet<(u32, u32)>,
}

impl Cells {
    /// Reads the cells that have a value.
    pub(super) fn read(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Self, Invalid> {
        let merged = workbook.merge_cells_by_sheet_name(sheet);
        let merged = merged.map_err(|error| unreadable(&error))?;
        // A sheet of charts alone has no cells.
        let Ok(mut reader) = workbook.worksheet_cells_reader(sheet) else {
            return Ok(Self::default());
        };
        let mut cells = Self::default();
        while let Some((cell, style)) = reader
            .next_cell_with_style_id()
            .map_err(|error| unreadable(&error))?
        {
            let (row, column) = cell.get_position();
            let style = reader.styles().get(style);
            let Some(text) = text(cell.get_value(), style) else {
                continue;
            };
            check_place(row, column)?;
            cells.note_form((row, column), cell.get_value(), style, &text);
            cells.rows.entry(row).or_default().insert(column, text);
        }
        cells.spread(&merged)?;
        Ok(cells)
    }

    /// Keeps what a cell shows beside the text that is read.
    fn note_form(
        &mut self,
        place: (u32, u32),
        value: &DataRef<'_>,
        style: Option<&Style>,
        text: &str,
    ) {
        let lines = match value {
            DataRef::String(text) => lines(text).count(),
            DataRef::SharedString(text) => lines(text).count(),
            _ => 0,
        };
        if lines > 1 {
            self.with_line_breaks.insert(place);
        }
        let Some(style) = style else { return };
        if let Some(font) = &style.font {
            if font.strikethrough {
                self.struck.insert(place);
            }
            let is_white = font
                .color
                .is_some_and(|it| (it.red, it.green, it.blue) == (255, 255, 255));
            let is_filled = style
                .fill
                .as_ref()
                .is_some_and(|fill| fill.pattern != FillPattern::None);
            if is_white && !is_filled {
                self.white.insert(place);
            }
        }
        let number = match value {
            DataRef::Int(number) => Some(number.to_string()),
            DataRef::Float(number) => Some(number.to_string()),
            _ => None,
        };
        let format = style.number_format.as_ref().map(|it| &*it.format_code);
        if let (Some(number), Some(format)) = (number, format)
            && !shows(format, &number, text)
        {
            self.formats.insert(place, format.to_owned());
        }
    }

    /// Returns an error if a cell of the list has a formula whose value is not stored: all other errors follow from it.
    pub(super) fn check_formulas(&self, marks: &Marks) -> Result<(), Invalid> {
        let columns = self.columns();
        let mut cells = marks
            .formulas_without_value
            .iter()
            .filter(|(row, column)| columns.has(*row, *column) && !self.has_value((*row, *column)));
        let Some(first) = cells.next() else {
            return Ok(());
        };
        Err(Invalid {
            row: Some(number(first.0)),
            message: WorkbookMessage::FormulaWithoutValue {
                cell: cell_name(*first),
                more: cells.count(),
            },
        })
    }

    fn has_value(&self, (row, column): (u32, u32)) -> bool {
        let row = self.rows.get(&row);
        row.is_some_and(|row| row.contains_key(&column))
    }

    /// Returns the findings about the form of the rows that have a code.
    pub(super) fn findings(&self, marks: &Marks) -> Vec<FormFinding> {
        let columns = self.columns();
        let mut findings = Vec::new();
        let mut hidden: Option<(u32, u32)> = None;
        for (row, cells) in &self.rows {
            let has_code = columns.code.is_some_and(|code| cells.contains_key(&code));
            if !has_code || !columns.has_row(*row) {
                continue;
            }
            if marks.hidden_rows.contains(row) {
                hidden = Some((hidden.map_or(*row, |(first, _)| first), *row));
            } else {
                findings.extend(hidden.take().map(hidden_rows));
            }
            self.check_row(*row, cells, &columns, marks, &mut findings);
        }
        findings.extend(hidden.map(hidden_rows));
        findings
    }

    fn check_row(
        &self,
        row: u32,
        cells: &BTreeMap<u32, String>,
        columns: &Columns<'_>,
        marks: &Marks,
        findings: &mut Vec<FormFinding>,
    ) {
        let mut add = |kind, message| {
            findings.push(FormFinding {
                row: number(row),
                kind,
                message,
            });
        };
        let places = cells.keys().map(|column| (row, *column));
        let read = places.filter(|place| columns.are_of_the_meaning(place.1));
        let names = |is_meant: &dyn Fn(&(u32, u32)) -> bool| {
            let names: Vec<_> = read.clone().filter(is_meant).map(cell_name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let struck = |place: &(u32, u32)| {
            let of_text = marks.struck.get(place).copied();
            let of_cell = self.struck.contains(place);
            of_text.or_else(|| of_cell.then_some(Struck::Whole))
        };
        let hidden = Some(ListWarningKind::Hidden);
        if let Some(cells) = names(&|place| struck(place) == Some(Struck::Whole)) {
            add(hidden, WorkbookMessage::StruckThrough { cells });
        }
        if let Some(cells) = names(&|place| struck(place) == Some(Struck::Part)) {
            add(hidden, WorkbookMessage::PartlyStruckThrough { cells });
        }
        if let Some(cells) = names(&|place| self.white.contains(place)) {
            add(hidden, WorkbookMessage::WhiteText { cells });
        }
        for (column, text) in cells {
            let place = (row, *column);
            let format = self.formats.get(&place);
            if let Some(format) = format.filter(|_| columns.are_of_texts(*column)) {
                add(
                    Some(ListWarningKind::Spreadsheet),
                    WorkbookMessage::FormattedNumber {
                        cell: cell_name(place),
                        format: excerpt(format),
                        read: excerpt(text),
                    },
                );
            }
            if columns.code == Some(*column) && self.with_line_breaks.contains(&place) {
                add(
                    None,
                    WorkbookMessage::LineBreakInCode {
                        cell: cell_name(place),
                        code: excerpt(text),
                    },
                );
            }
        }
    }

    /// Returns the columns that the header names.
    fn columns(&self) -> Columns<'_> {
        let header = self.header();
        let cells = header.and_then(|header| self.rows.get(&header));
        let names: BTreeMap<u32, &str> = cells
            .into_iter()
            .flatten()
            .map(|(column, name)| (*column, name.trim()))
            .collect();
        let mut columns = names.iter();
        let code = columns.find(|(_, name)| name.eq_ignore_ascii_case("code"));
        Columns {
            header,
            code: code.map(|(column, _)| *column),
            names,
        }
    }

    pub(super) fn are_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes the value of merged cells into each of them, if they are below each other: a code with several meanings is often
    /// written so. Cells beside each other have no such reading.
    fn spread(&mut self, merged: &[Dimensions]) -> Result<(), Invalid> {
        let header = self.header();
        let last = self.rows.last_key_value().map_or(0, |(row, _)| *row);
        for area in merged {
            let ((first, left), (bottom, right)) = (area.start, area.end);
            let value = self.rows.get(&first).and_then(|row| row.get(&left));
            let Some(value) = value.cloned() else {
                continue;
            };
            // A title, or a comment.
            if header.is_none_or(|header| first < header) {
                continue;
            }
            if left != right {
                return Err(Invalid {
                    row: Some(number(first)),
                    message: WorkbookMessage::MergedCells {
                        first: column_name(left),
                        last: column_name(right),
                    },
                });
            }
            for row in first..=bottom.min(last) {
                self.rows
                    .entry(row)
                    .or_default()
                    .insert(left, value.clone());
            }
        }
        Ok(())
    }

    /// Returns the row of the header: the first one with a cell `code`.
    fn header(&self) -> Option<u32> {
        let is_code = |text: &String| text.trim().eq_ignore_ascii_case("code");
        let mut rows = self.rows.iter();
        let (row, _) = rows.find(|(_, cells)| cells.values().any(is_code))?;
        Some(*row)
    }

    /// Returns a line for each row from the first one on, so that the numbers of lines are those of rows.
    pub(super) fn text(&self, max_bytes: usize) -> Result<String, Invalid> {
        let columns = self.rows.values().flat_map(BTreeMap::keys);
        let (first, last) = (columns.clone().min(), columns.max());
        let (first, last) = (first.map_or(0, |it| *it), last.map_or(0, |it| *it));
        let mut text = String::new();
        let mut next = 0;
        for (row, cells) in &self.rows {
            for _ in next..*row {
                text.push('\n');
            }
            next = row + 1;
            let fields = (first..=last).map(|column| cells.get(&column).map(|text| &**text));
            push_line(&mut text, fields);
            if text.len() > max_bytes {
                return Err(Invalid {
                    row: Some(number(*row)),
                    message: WorkbookMessage::TooMuchText {
                        max: max_bytes / 1024 / 1024,
                    },
                });
            }
        }
        Ok(text)
    }
}

/// The columns of a sheet.
struct Columns<'c> {
    header: Option<u32>,
    code: Option<u32>,
    names: BTreeMap<u32, &'c str>,
}

impl Columns<'_> {
    fn has_row(&self, row: u32) -> bool {
        self.header.is_some_and(|header| row > header)
    }

    fn has(&self, row: u32, column: u32) -> bool {
        self.has_row(row) && self.names.contains_key(&column)
    }

    /// Returns true for a column of the code or of its meaning: not for a remark.
    fn are_of_the_meaning(&self, column: u32) -> bool {
        let name = self.names.get(&column);
        name.is_some_and(|name| !name.eq_ignore_ascii_case("remark"))
    }

    /// Returns true for the column of codes, and for those of labels, in which a number is a text.
    fn are_of_texts(&self, column: u32) -> bool {
        let name = self.names.get(&column);
        let is_other = |name: &str| {
            let mut others = COLUMNS.iter().skip(1).chain(&CLASS_COLUMNS);
            others.any(|other| other.eq_ignore_ascii_case(name))
        };
        name.is_some_and(|name| !is_other(name))
    }
}

fn hidden_rows((first, last): (u32, u32)) -> FormFinding {
    let (first, last) = (number(first), number(last));
    FormFinding {
        row: first,
        kind: Some(ListWarningKind::Hidden),
        message: WorkbookMessage::HiddenRows { first, last },
    }
}

fn check_place(row: u32, column: u32) -> Result<(), Invalid> {
    if row > max_row() {
        return Err(Invalid {
            row: Some(number(row)),
            message: WorkbookMessage::CellFarBelow {
                max: max_row() - OTHER_ROWS,
            },
        });
    }
    if column >= MAX_COLUMNS {
        return Err(Invalid {
            row: Some(number(row)),
            message: WorkbookMessage::CellFarRight {
                column: column_name(column),
            },
        });
    }
    Ok(())
}

fn unreadable(error: &calamine::XlsxError) -> Invalid {
    Invalid {
        row: None,
        message: WorkbookMessage::UnreadableSheet {
            error: excerpt_of(&error.to_string(), MAX_ERROR),
        },
    }
}

/// Returns the number of a row as a spreadsheet shows it.
fn number(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1)
}

/// Returns the name of a cell as a spreadsheet shows it.
fn cell_name((row, column): (u32, u32)) -> String {
    format!("{}{}", column_name(column), number(row))
}

/// Returns the letters of a column, as a spreadsheet shows them.
fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
        if rest == 0 {
            break;
        }
        rest -= 1;
    }
    letters
        .iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// Returns a cell as text; `None` if it has no value.
fn text(value: &DataRef<'_>, style: Option<&Style>) -> Option<String> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => in_one_line(text),
        DataRef::SharedString(text) => in_one_line(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => with_zeros(*number, style),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => of_time(*time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            // A time of day that nobody wrote.
            let day = text.strip_suffix("T00:00:00");
            day.unwrap_or(text).to_owned()
        }
        DataRef::Error(error) => error.to_string(),
    };
    (!text.is_empty()).then(|| match &*text {
        // As in the template: two quotes are the empty text.
        "\"\"" => String::new(),
        _ => text,
    })
}

/// Returns a text without line breaks, which a cell has for its width alone.
fn in_one_line(text: &str) -> String {
    lines(text).collect::<Vec<_>>().join(" ")
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.is_empty())
}

/// Returns a number as its cell shows it, if the format is of zeros alone, and otherwise its digits.
fn with_zeros(number: f64, style: Option<&Style>) -> String {
    let format = style.and_then(|style| style.number_format.as_ref());
    let format = format.map_or("", |format| &*format.format_code);
    let width = if format.bytes().all(|byte| byte == b'0') {
        format.len()
    } else {
        0
    };
    // A spreadsheet keeps 15 digits, and shows a larger number so.
    if number.abs() >= 1e15 {
        let shown = format!("{number:.14E}");
        return shown.replace('E', "E+");
    }
    if number.fract() == 0.0 {
        format!("{number:0width$.0}")
    } else {
        number.to_string()
    }
}

/// Returns a day, with its time of day if it has one; a duration as hours and minutes.
fn of_time(time: ExcelDateTime) -> String {
    if time.is_duration() {
        let minutes = (time.as_f64() * 24.0 * 60.0).round();
        let (hours, minutes) = ((minutes / 60.0).floor(), minutes % 60.0);
        return format!("{hours}:{minutes:02}");
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day} {hour:02}:{minute:02}:{second:02}")
    }
}
