//! The cells of a sheet.

use std::collections::BTreeMap;
use std::io::Cursor;

use beraad_describe::excerpt_of;
use calamine::{DataRef, Dimensions, ExcelDateTime, Style, Xlsx};

use super::{Invalid, MAX_ERROR};
use crate::csv::push_line;
use crate::supplied::SuppliedLists;
use crate::supplied::message::WorkbookMessage;

/// The number of columns that a sheet may have: a list has at most twenty.
const MAX_COLUMNS: u32 = 64;

/// The number of rows above the header and between the codes that a sheet may have, beside those of the codes.
const OTHER_ROWS: u32 = 1_000;

/// A sheet: its cells by row and column, counted from 0.
pub(super) struct Cells {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

impl Cells {
    /// Reads the cells that have a value.
    pub(super) fn read(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Self, Invalid> {
        let merged = workbook.merge_cells_by_sheet_name(sheet);
        let merged = merged.map_err(|error| unreadable(&error))?;
        // A sheet of charts alone has no cells.
        let Ok(mut reader) = workbook.worksheet_cells_reader(sheet) else {
            return Ok(Self {
                rows: BTreeMap::new(),
            });
        };
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
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
            rows.entry(row).or_default().insert(column, text);
        }
        let mut cells = Self { rows };
        cells.spread(&merged)?;
        Ok(cells)
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

fn check_place(row: u32, column: u32) -> Result<(), Invalid> {
    let most = u32::try_from(SuppliedLists::MAX_LINES).unwrap_or(u32::MAX);
    if row > most + OTHER_ROWS {
        return Err(Invalid {
            row: Some(number(row)),
            message: WorkbookMessage::CellFarBelow { max: most },
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
    let lines = text.split(['\n', '\r']).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
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
