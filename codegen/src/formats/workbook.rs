//! The tables as a workbook: a sheet with a read-me, and a sheet for each table.
//!
//! Every cell is a text, so that a code `01` keeps its zero and no text becomes a formula.

use std::io::{self, Write};

use beraad_schema::describe::{Language, visible_code};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, IgnoreError, Url, Workbook,
    Worksheet, XlsxError,
};

use crate::artefact::Artefact;
use crate::format::{EmitError, Format, Selection};
use crate::message;
use crate::messages::{Messages, ProgramText};
use crate::retention::retention;
use crate::tables::{self, Table};

/// The record of the format.
pub(crate) const FORMAT: Format = Format {
    id: "workbook",
    writes: &["codebook.xlsx"],
    summary: ProgramText::of("workbook"),
    support: tables::SUPPORT,
    write,
};

/// The name of the first sheet.
const READ_ME: &str = "read-me";

/// The maximum length of a text in a cell, in UTF-16 units.
const MAX_CELL: usize = 32_767;

/// The mark at the end of a text that is too long for a cell.
const CUT: &str = " … (cut: longer than a cell; the CSV has all of it)";

/// The maximum width of a column, in pixels.
const MAX_WIDTH: u32 = 420;

#[expect(
    clippy::unnecessary_wraps,
    reason = "all formats have this signature, and some can fail"
)]
fn write<'a>(selection: &Selection<'a>) -> Result<Vec<Artefact<'a>>, EmitError> {
    let selection = selection.clone();
    Ok(vec![Artefact::lazy("codebook.xlsx", move |out| {
        write_workbook(out, &selection).map_err(io::Error::other)
    })])
}

fn write_workbook(out: &mut dyn Write, selection: &Selection<'_>) -> Result<(), XlsxError> {
    let tables = tables::tables(selection);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(selection)?);
    read_me(workbook.add_worksheet(), selection, &tables)?;
    for table in &tables {
        sheet(workbook.add_worksheet(), table, &tables)?;
    }
    // The buffer of the crate must be sendable between threads, which `out` need not be.
    out.write_all(&workbook.save_to_buffer()?)?;
    Ok(())
}

/// Dates the workbook on the day of the decision: the same model gives the same bytes.
fn properties(selection: &Selection<'_>) -> Result<DocProperties, XlsxError> {
    let deliberation = &selection.model.deliberation;
    let day = deliberation.dated;
    // A workbook knows no days before 1900.
    let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
    let (month, day) = (day.month(), day.day());
    let created = ExcelDateTime::from_ymd(year, as_u8(month), as_u8(day))?;
    let language = deliberation.languages.main_edition();
    Ok(DocProperties::new()
        .set_title(cell(deliberation.title.get(language)))
        .set_creation_datetime(&created))
}

fn as_u8(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(1)
}

/// Writes the sheet that says what the others contain, in each edition of the model.
fn read_me(
    sheet: &mut Worksheet,
    selection: &Selection<'_>,
    tables: &[Table],
) -> Result<(), XlsxError> {
    sheet.set_name(READ_ME)?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 100)?;
    let title = CellFormat::new().set_bold();
    let text = CellFormat::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let deliberation = &selection.model.deliberation;
    let mut row = 0;
    for &language in &deliberation.languages.editions {
        let preferred = deliberation.languages.preferred(language);
        let heading = deliberation.title.first_of(&preferred).1;
        sheet.write_string_with_format(row, 0, cell(heading), &title)?;
        row += 1;
        for (name, value) in facts(selection, language) {
            sheet.write_string_with_format(row, 0, cell(&name), &text)?;
            sheet.write_string_with_format(row, 1, cell(&value), &text)?;
            row += 1;
        }
        for table in tables {
            sheet.write_url_with_text(row, 0, link(table.record.id, 0), table.record.id)?;
            let summary = table.record.summary.get(language);
            sheet.write_string_with_format(row, 1, cell(summary), &text)?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}

/// Returns what a reader must know of the whole workbook.
fn facts(selection: &Selection<'_>, language: Language) -> Vec<(String, String)> {
    let messages = Messages::of(language);
    let model = selection.model;
    let fact = |name, value: &str| (messages.text(name).to_owned(), value.to_owned());
    vec![
        fact(message!("decision-number"), &model.deliberation.number),
        fact(message!("table-model-version"), &model.version),
        (String::new(), retention(&model.deliberation, language)),
        (
            String::new(),
            messages.text(message!("workbook.use")).to_owned(),
        ),
    ]
}

fn sheet(sheet: &mut Worksheet, table: &Table, tables: &[Table]) -> Result<(), XlsxError> {
    sheet.set_name(table.record.id)?;
    let header = CellFormat::new().set_bold();
    // The format `@` says that a cell is a text also where a person edits it.
    let text = CellFormat::new()
        .set_num_format("@")
        .set_align(FormatAlign::Top);
    for (number, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, number, &*column.name, &header)?;
    }
    for (number, row) in (1..).zip(&table.rows) {
        for (place, (column, content)) in (0..).zip(table.columns.iter().zip(row)) {
            let target = column.explained_by.and_then(|(id, name)| {
                let explaining = tables.iter().find(|table| table.record.id == id)?;
                let found = explaining
                    .find(name, content)
                    .filter(|_| !content.is_empty())?;
                Some(link(id, found + 1))
            });
            let content = cell(content);
            match target {
                Some(link) => {
                    let link = link.set_text(content);
                    sheet.write_url_with_format(
                        number,
                        place,
                        link,
                        &CellFormat::new().set_hyperlink().set_num_format("@"),
                    )?;
                }
                None if content.is_empty() => {}
                None => {
                    sheet.write_string_with_format(number, place, content, &text)?;
                }
            }
        }
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_autofit_max_width(MAX_WIDTH).autofit();
    // A code such as `01` is a text on purpose.
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

/// A link to a row of another sheet; the header is row 0.
fn link(sheet: &str, row: usize) -> Url {
    Url::new(format!("internal:'{sheet}'!A{}", row + 1))
}

/// Returns a text as a cell shows it: with visible control characters, and cut where a cell ends.
fn cell(text: &str) -> String {
    let text = visible_code(text);
    if text.encode_utf16().count() <= MAX_CELL {
        return text;
    }
    let mut cut = String::new();
    let mut length = CUT.encode_utf16().count();
    for letter in text.chars() {
        length += letter.len_utf16();
        if length > MAX_CELL {
            break;
        }
        cut.push(letter);
    }
    cut + CUT
}
