//! CSV files in many dialects.

use std::fmt::Debug;
use std::io::{self, Read};

use beraad_delivery::Options;
use beraad_schema::Block;
use beraad_schema::csv::{CsvError, CsvRowErrorKind, Dialect};
use beraad_schema::describe::Representation;
use serde_json::Value as Json;

use super::dialects::Choices;
use super::{changes, checked_message, has_secret};
use crate::files::Random;
use crate::seeds::Seed;
use crate::{assert_valid_rows, deliveries, fixed_rows};

/// The dialects of the seeds. Each choice is made in one of them.
const CHOICES: [[u8; 3]; 8] = [
    [0, 0, 0],
    [0xE9, 1, 0],
    [0x0D, 2, 0],
    [0x32, 3, 0],
    [0x57, 0x0C, 0],
    [0xB8, 5, 9],
    [0x7C, 0x0A, 0],
    [0xC1, 7, 77],
];

pub(super) fn seeds<R: Block + Debug + PartialEq>(block: u8) -> Vec<Seed> {
    let mut rows = fixed_rows::<R>(20);
    // An empty field means a missing value, so an empty code cannot be written.
    rows.retain(|row| {
        let json = serde_json::to_string(row).expect("a row as JSON");
        !json.contains(r#":"""#)
    });
    let seeds = CHOICES.iter().enumerate().map(|(number, bits)| {
        let (choices, _) = Choices::take(bits).expect("three bytes");
        let text = write(&rows, choices);
        assert_same_rows(&rows, choices, text.as_bytes());
        Seed {
            name: format!("{}-{number}", R::ID),
            input: [&[block], &bits[..], text.as_bytes()].concat(),
        }
    });
    seeds.collect()
}

/// Writes rows as a provider with this dialect does. A list has no form in CSV.
fn write<R: Block>(rows: &[R], choices: Choices) -> String {
    let separator = char::from(choices.separator()).to_string();
    let mut header: Vec<_> = R::column_names()
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    if choices.has_names() {
        "volgnr".clone_into(&mut header[0]);
        header.push("opmerking".to_owned());
    }
    let mut text = header.join(&separator) + "\r\n";
    let description = R::description();
    let columns = description.columns();
    for row in rows {
        let row = serde_json::to_value(row).expect("a row as JSON");
        let fields = columns.iter().map(|column| {
            field(
                &row[&*column.name],
                column.value_type().representation(),
                choices,
            )
        });
        let mut fields: Vec<_> = fields.collect();
        if choices.has_names() {
            fields.push("\"a \"\"remark\"\"; of two, parts\"".to_owned());
        }
        text += &(fields.join(&separator) + "\r\n");
    }
    text
}

fn field(value: &Json, representation: Representation<'_>, choices: Choices) -> String {
    let text = match value {
        Json::Bool(yes) if choices.has_flags() => if *yes { "J" } else { "N" }.to_owned(),
        Json::Bool(yes) => yes.to_string(),
        Json::Number(number) if choices.has_decimal_comma() => number.to_string().replace('.', ","),
        Json::Number(number) => number.to_string(),
        Json::String(text) => match representation {
            Representation::Period(_) if choices.has_dense_periods() => match text.len() {
                4 => format!("J{text}"),
                _ => text.replace('-', ""),
            },
            _ => text.clone(),
        },
        Json::Null | Json::Array(_) | Json::Object(_) => String::new(),
    };
    if text.contains([char::from(choices.separator()), '"', '\r', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

fn assert_same_rows<R: Block + Debug + PartialEq>(rows: &[R], choices: Choices, text: &[u8]) {
    let description = R::description();
    let mut columns = description.columns().into_iter();
    let is_list = |representation| matches!(representation, Representation::List { .. });
    if columns.any(|column| is_list(column.value_type().representation())) {
        return;
    }
    let file = choices.encode(text);
    let reader = match choices.dialect::<R>().reader::<R, _>(&file[..]) {
        // Commas that separate fields and are decimal signs: a file in such a dialect is refused.
        Err(CsvError::Dialect(_)) => return,
        reader => reader.expect("a valid header"),
    };
    let read: Result<Vec<R>, CsvError> = reader.collect();
    assert_eq!(read.expect("valid rows"), rows);
}

/// Changes the dialect or the text.
pub(super) fn change(input: &mut Vec<u8>, random: &mut Random) {
    if let Some((choices, text)) = Choices::take(input)
        && !random.one_in(8)
    {
        // The first line is the header, which has no values.
        let header = text.iter().position(|byte| *byte == b'\n');
        let first = header.map_or(text.len(), |end| end + 1);
        let ends = [choices.separator(), b'\r', b'\n'];
        let mut text = text.to_vec();
        changes::change(&mut text, first, &ends, random);
        input.splice(3.., text);
    } else if let Some(bits) = input.first_chunk_mut::<3>() {
        bits[random.below(3)] ^= 1 << random.below(8);
    }
}

/// Reads a file at once and in steps of one byte, and compares both.
pub(super) fn read<R: Block + Debug + PartialEq>(input: &[u8]) -> Result<String, String> {
    let Some((choices, text)) = Choices::take(input) else {
        return Err("no dialect".to_owned());
    };
    let dialect = choices.dialect::<R>();
    let file = choices.encode(text);
    let may_repeat = has_secret_in_header::<R>(text);
    let outcome = read_all::<R>(&dialect, &file[..], file.len(), may_repeat);
    let in_steps = read_all::<R>(&dialect, OneByOne(&file), file.len(), may_repeat);
    assert_eq!(in_steps, outcome, "read in steps of one byte");
    outcome
}

/// Reads a file as a check of a delivery does, and compares the number of its rows and errors with those of typed rows.
pub(super) fn check<R: Block + Debug + PartialEq>(input: &[u8]) -> Result<String, String> {
    let Some((choices, text)) = Choices::take(input) else {
        return Err("no dialect".to_owned());
    };
    let dialect = choices.dialect::<R>();
    let file = choices.encode(text);
    let options = Options::new().dialect(dialect.clone());
    let mut report = deliveries::check(R::ID, "csv", &file, &options)?;
    for file in report.blocks.iter_mut().flat_map(|block| &mut block.files) {
        (file.bytes, file.sha256) = (0, String::new());
    }
    let json = serde_json::to_string(&report.blocks).expect("a report as JSON");
    assert!(
        !has_secret(&json) || has_secret_in_header::<R>(text),
        "a report that repeats a value: {json}"
    );
    // A file of which the header is not valid, or that cannot be read to its end, has no rows to compare.
    if let Ok(reader) = dialect.reader::<R, _>(&file[..]) {
        let (mut valid, mut invalid, mut unreadable) = (0, 0, 0);
        for row in reader {
            match row {
                Ok(_) => valid += 1,
                Err(CsvError::Row(error)) if matches!(error.kind, CsvRowErrorKind::Values(_)) => {
                    invalid += 1;
                }
                Err(CsvError::Row(_)) => unreadable += 1,
                Err(_) => return Ok(json),
            }
        }
        let block = &report.blocks[0];
        let of_records = block
            .findings
            .iter()
            .filter(|it| it.check.id == "invalid-record" && it.column.is_none());
        let of_records: u64 = of_records.map(|it| it.count).sum();
        assert_eq!(
            (block.rows, of_records),
            (valid + invalid, unreadable),
            "{json}"
        );
        let has_values = block.findings.iter().any(|it| {
            let is_of_record = it.check.id == "invalid-record" && it.column.is_some();
            let ids = [
                "missing-value",
                "invalid-value",
                "outside-bounds",
                "too-many-decimals",
            ];
            is_of_record || ids.contains(&it.check.id)
        });
        assert!(
            invalid == 0 || has_values || has_code_error(block),
            "{json}"
        );
        assert!(invalid > 0 || !has_values, "{json}");
    }
    Ok(json)
}

/// Returns true if a code of a closed list or its form is an error, which typed rows refuse as a value.
fn has_code_error(block: &beraad_delivery::BlockReport) -> bool {
    let mut findings = block.findings.iter();
    findings.any(|it| ["unknown-code", "code-form", "missing-mark"].contains(&it.check.id))
}

/// Returns whether the first line has parts of values beside names of columns. It is then a header, whose names are shown.
fn has_secret_in_header<R: Block>(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text);
    // The reader skips the sign that marks UTF-8, and empty lines.
    let text = text.trim_start_matches('\u{feff}');
    let first_line = text.split(['\r', '\n']).find(|line| !line.is_empty());
    let header = first_line.unwrap_or_default().to_lowercase();
    let mut names = R::column_names().iter();
    has_secret(&header) && (header.contains("volgnr") || names.any(|name| header.contains(name)))
}

fn read_all<R: Block + Debug + PartialEq>(
    dialect: &Dialect,
    from: impl Read,
    length: usize,
    may_repeat: bool,
) -> Result<String, String> {
    let message = |error: CsvError| checked_message(error.to_string(), may_repeat);
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    for row in dialect.reader::<R, _>(from).map_err(message)? {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => errors.push(message(error)),
        }
        // A row takes a byte of the file, and an error of the file itself is the last item.
        assert!(
            rows.len() + errors.len() <= length + 1,
            "more rows than bytes"
        );
    }
    assert_valid_rows(&rows[..rows.len().min(8)]);
    let rows = serde_json::to_string(&rows).expect("rows as JSON");
    Ok(format!("{rows}\n{}", errors.join("\n")))
}

/// A file that is read in steps of one byte.
struct OneByOne<'f>(&'f [u8]);

impl Read for OneByOne<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = buffer.len().min(1);
        self.0.read(&mut buffer[..length])
    }
}
