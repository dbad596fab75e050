//! A part of a CSV file to its columns.

use std::collections::BTreeMap;
use std::io::Read as _;

use beraad_schema::csv::{CsvError, CsvRowErrorKind, Dialect, FieldReader, Records};
use memchr::{memchr, memchr_iter};

use crate::builder::{ColumnBuilder, InvalidField};
use crate::checks::INVALID_RECORD;
use crate::column::Column;
use crate::field_text::Field;
use crate::part::{Lines, Part};
use crate::path_values::PathValues;
use crate::plan::BlockPlan;
use crate::scan::Scanned;
use crate::tally::{Place, Tally};

/// Whole lines of a CSV file, in UTF-8 as far as the file is.
pub(crate) struct TextPart {
    pub(crate) text: Vec<u8>,
    /// The line in which the text begins, from 1, after those of the files before.
    pub(crate) first_line: u64,
    /// The position among the parts of all files of the block.
    pub(crate) number: u64,
}

/// The content of a file that all of its parts share.
pub(crate) struct CsvPlan<'p> {
    pub(crate) dialect: Dialect,
    /// The columns of the block by their names in the file, where they differ.
    pub(crate) renamed: BTreeMap<String, String>,
    pub(crate) readers: Vec<FieldReader<'p>>,
    /// The columns that the file takes from its path.
    pub(crate) path_values: PathValues,
    /// The number of fields of the header.
    pub(crate) fields: usize,
    pub(crate) show_values: bool,
}

/// Reads the rows of a part, and counts the fields that are not values.
pub(crate) fn read(
    part: &TextPart,
    csv: &CsvPlan<'_>,
    plan: &BlockPlan<'_>,
    tally: &mut Tally,
) -> Part {
    let text = &part.text;
    let is_simple = memchr(b'"', text).is_none()
        && memchr_iter(b'\r', text).all(|place| text.get(place + 1) == Some(&b'\n'));
    let read = if is_simple && std::str::from_utf8(text).is_ok() {
        read_lines(text, part.first_line, csv, plan, tally)
    } else {
        read_records(part, csv, plan, tally)
    };
    let Read {
        mut part,
        errors,
        invalid,
    } = read;
    csv.path_values.add_to(&mut part, plan);
    // The observation period of a row is known only now.
    let mut counts: Vec<_> = errors.iter().map(|it| vec![0_u64; it.len()]).collect();
    for (column, row, error) in invalid {
        let check = errors[column][error].check;
        tally.add(check, Some(column), part.place(plan, row));
        counts[column][error] += 1;
    }
    for (column, (errors, counts)) in errors.iter().zip(counts).enumerate() {
        for (error, count) in errors.iter().zip(counts) {
            tally.add_details(error.check, Some(column), &error.detail, count);
        }
    }
    part
}

/// The rows of a part, and the fields that are not values.
struct Read {
    part: Part,
    /// The errors of each column.
    errors: Vec<Vec<InvalidField>>,
    /// The column, the row, and the position of the error.
    invalid: Vec<(usize, usize, usize)>,
}

/// Reads lines without quote signs column by column.
fn read_lines(
    text: &[u8],
    first_line: u64,
    csv: &CsvPlan<'_>,
    plan: &BlockPlan<'_>,
    tally: &mut Tally,
) -> Read {
    let scanned = Scanned::of(text, csv.dialect.separator_sign(), csv.fields);
    let mut by_fields: BTreeMap<usize, u64> = BTreeMap::new();
    for (line, found) in &scanned.other_lines {
        let place = Place {
            line: first_line + u64::from(*line),
            period: None,
        };
        tally.add(&INVALID_RECORD, None, place);
        *by_fields.entry(*found).or_default() += 1;
    }
    for (found, count) in by_fields {
        let detail = fields_detail(found as u64, csv.fields as u64);
        tally.add_details(&INVALID_RECORD, None, &detail, count);
    }
    let (mut columns, mut errors, mut invalid) = (Vec::new(), Vec::new(), Vec::new());
    for (place, reader) in csv.readers.iter().enumerate() {
        let field = reader.field_in_file().filter(|_| plan.is_read[place]);
        let Some((field, _)) = field else {
            columns.push(Column::without_values(scanned.rows()));
            errors.push(Vec::new());
            continue;
        };
        let mut builder = ColumnBuilder::new(reader, csv.show_values);
        builder.reserve(scanned.rows());
        let fields = scanned
            .column(field - 1)
            .map(|range| Field::new(text, range));
        builder.push_all(fields, |row, error| invalid.push((place, row, error)));
        let (column, of_column) = builder.finish();
        columns.push(column);
        errors.push(of_column);
    }
    let lines = Lines {
        first: first_line,
        offsets: scanned.lines,
    };
    Read {
        part: Part { columns, lines },
        errors,
        invalid,
    }
}

/// Reads records with quote signs, or with bytes that are not in UTF-8, one by one.
fn read_records(
    part: &TextPart,
    csv: &CsvPlan<'_>,
    plan: &BlockPlan<'_>,
    tally: &mut Tally,
) -> Read {
    // A byte order mark within a file is a part of its field. The crate `csv` would remove it at the start of a text.
    let begins_with_mark = part.text.starts_with("\u{feff}".as_bytes());
    let start: &[u8] = if begins_with_mark { b"\n" } else { b"" };
    let first_line = part.first_line - u64::from(begins_with_mark);
    let mut records = Records::of_part(&csv.dialect, start.chain(&*part.text), csv.fields);
    let mut builders: Vec<_> = csv
        .readers
        .iter()
        .zip(&plan.is_read)
        .map(|(reader, is_read)| {
            let builder = ColumnBuilder::new(reader, csv.show_values);
            let reader = is_read.then_some(reader);
            (
                reader
                    .and_then(|it| it.field_in_file())
                    .map(|(field, _)| field - 1),
                builder,
            )
        })
        .collect();
    let (mut offsets, mut invalid) = (Vec::new(), Vec::new());
    loop {
        let record = match records.next_record() {
            None => break,
            Some(Ok(record)) => record,
            Some(Err(error)) => {
                let detail = match &error {
                    CsvError::Row(row) => match &row.kind {
                        CsvRowErrorKind::Fields { found, expected } => {
                            fields_detail(*found, *expected)
                        }
                        CsvRowErrorKind::Quote(error) => error.to_string(),
                        CsvRowErrorKind::LineEnd { field } => format!(
                            "field {field} has a line end in it: probably a quote sign (\") is not closed"
                        ),
                        _ => row.to_string(),
                    },
                    other => other.to_string(),
                };
                let place = Place {
                    line: first_line + records.line().saturating_sub(1),
                    period: None,
                };
                tally.add_named(&INVALID_RECORD, None, place, &detail);
                continue;
            }
        };
        let row = offsets.len();
        for (column, (field, builder)) in builders.iter_mut().enumerate() {
            let Some(field) = field else { continue };
            if let Some(error) = builder.push(&record[*field]) {
                invalid.push((column, row, error));
            }
        }
        offsets.push(u32::try_from(records.line().saturating_sub(1)).unwrap_or(u32::MAX));
    }
    let rows = offsets.len();
    let columns = builders.into_iter().map(|(field, builder)| match field {
        Some(_) => builder.finish(),
        None => (Column::without_values(rows), Vec::new()),
    });
    let (columns, errors) = columns.unzip();
    let part = Part {
        columns,
        lines: Lines {
            first: first_line,
            offsets,
        },
    };
    Read {
        part,
        errors,
        invalid,
    }
}

fn fields_detail(found: u64, expected: u64) -> String {
    let fields = if found == 1 { "field" } else { "fields" };
    format!("{found} {fields}, where the header has {expected}")
}
