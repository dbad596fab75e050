//! CSV files by the CSV reader: rows read back equal, and the header is validated before any row.

use std::fmt::Debug;

use beraad_model::ksz::{JobVolume, PersonYear};
use beraad_model::{for_each_block, model};
use beraad_schema::Block;
use beraad_schema::csv::{CsvError, Dialect, Reader};
use beraad_tests::{csv, rows};

fn read<R: Block>(file: &[u8]) -> Result<Vec<R>, CsvError> {
    Reader::<R, _>::try_new(file)?.collect()
}

fn header_error<R: Block + Debug>(file: &[u8]) -> String {
    match read::<R>(file) {
        Err(CsvError::Header(error)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

/// Returns the file in UTF-16 with a byte order mark, as spreadsheets write "Unicode text".
fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(to_bytes).collect()
}

#[test]
fn rows_read_back_equal() {
    fn check<R: Block + PartialEq + Debug>() {
        let columns = R::description().columns();
        if columns.iter().any(|column| column.value_type().is_list()) {
            return;
        }
        let rows: Vec<R> = rows::random(model(), 50);
        let expected: Vec<R> = rows.iter().map(csv::as_read_back).collect();
        let file = csv::to_string(&rows);
        assert_eq!(read::<R>(file.as_bytes()).unwrap(), expected);
        // With a byte order mark, and with another separator.
        let with_mark = format!("\u{feff}{file}");
        assert_eq!(read::<R>(with_mark.as_bytes()).unwrap(), expected);
        let mut semicolons = ::csv::WriterBuilder::new()
            .delimiter(b';')
            .from_writer(Vec::new());
        for row in &rows {
            semicolons.serialize(row).unwrap();
        }
        let semicolons = semicolons.into_inner().unwrap();
        let dialect = Dialect::new().separator(b';');
        let read: Result<Vec<_>, _> = dialect.reader::<R, _>(&semicolons[..]).unwrap().collect();
        assert_eq!(read.unwrap(), expected);
        // In UTF-16 with a byte order mark.
        for file in [
            utf16(&file, u16::to_le_bytes),
            utf16(&file, u16::to_be_bytes),
        ] {
            assert_eq!(self::read::<R>(&file).unwrap(), expected);
        }
        // Without rows.
        let header = file.lines().next().unwrap();
        assert_eq!(self::read::<R>(header.as_bytes()).unwrap(), []);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn header_is_validated_without_rows_and_all_its_errors_are_reported() {
    for rows in ["", "1,2,3,4,5,6\n"] {
        let file = format!("Person,quarter,quarter,part.time.percentage,naam,insz\n{rows}");
        let error = header_error::<JobVolume>(file.as_bytes());
        let lines: Vec<_> = error.lines().map(str::trim_start).collect();
        assert_eq!(
            lines[..6],
            [
                "invalid header of block `job_volume`",
                "missing column `person`",
                "missing column `employer`",
                "duplicate column `quarter`",
                "unknown column `Person`; did you mean `person`?",
                "unknown column `part.time.percentage`; did you mean `part_time_percentage`?",
            ]
        );
        assert!(
            lines[6].starts_with("unknown columns `naam`, `insz`; rename or ignore"),
            "{error}"
        );
        assert_eq!(lines.len(), 7);
    }
}

#[test]
fn encoding_and_separator_are_named() {
    let header = PersonYear::column_names().join(",");
    for (file, expected) in [
        (
            utf16(&header, u16::to_le_bytes)[2..].to_vec(),
            "the file is in UTF-16",
        ),
        (
            utf16(&header, u16::to_be_bytes)[2..].to_vec(),
            "the file is in UTF-16",
        ),
        (
            header.replace(',', ";").into_bytes(),
            "the columns are separated by ';', not by ',': set `Dialect::separator(b';')`",
        ),
        (
            header.replace(',', "\t").into_bytes(),
            "the columns are separated by '\\t'",
        ),
        (
            header.replace(',', "|").into_bytes(),
            "the columns are separated by '|'",
        ),
        (
            format!("sep=,\n{header}\n").into_bytes(),
            "the first line is not a header, but `sep=`",
        ),
        (Vec::new(), "the file is empty"),
        (
            [header.as_bytes(), b",na\xEFf"].concat(),
            "the header is not in UTF-8",
        ),
    ] {
        let error = header_error::<PersonYear>(&file);
        assert!(error.starts_with(expected), "{expected}: {error}");
    }
}

#[test]
fn first_line_without_a_column_of_the_block_is_not_shown() {
    let error = header_error::<PersonYear>(b"85010112345,Jan Jansen,2010\n");
    assert!(error.contains("they may be the values of a row"), "{error}");
    assert!(!error.contains("Jan") && !error.contains("8501"), "{error}");
}

#[test]
fn message_has_a_limit_whatever_the_file_has() {
    let long = "x".repeat(10_000);
    let unknown: Vec<_> = (0..1_000)
        .map(|number| format!("{number}{long}\u{202e}"))
        .collect();
    let near = vec!["persn"; 1_000].join(",");
    let file = format!("person,year,{near},{}\n", unknown.join(","));
    let error = header_error::<PersonYear>(file.as_bytes());
    assert!(error.contains("and 995 more"), "{error}");
    assert_eq!(error.matches("did you mean").count(), 1);
    assert!(
        error.len() < 1_000 && !error.contains('\u{202e}'),
        "{}",
        error.len()
    );
}

/// A program that reads rows by serde only sees the header with the first row, and gets the same advice.
#[test]
fn error_of_the_deserializer_names_the_reason_too() {
    let message = |file: &str| csv::from_str::<PersonYear>(file).unwrap_err().to_string();
    let error = message("PERSON,year\n1,2010\n");
    assert!(
        error.ends_with("unknown column; did you mean `person`?"),
        "{error}"
    );
    let error = message("year,Naam van de persoon\n2010,x\n");
    assert!(
        error.contains("unknown column `Naam van de persoon`; expected one of"),
        "{error}"
    );
    let error = message("person;year\n1;2010\n");
    assert!(
        error.contains("the columns are separated by `;`"),
        "{error}"
    );
    let long = "x".repeat(100_000);
    let error = message(&format!("year,{long}\n2010,1\n"));
    assert!(error.len() < 1_000, "{}", error.len());
    let file = utf16("person,year\n1,2010\n", u16::to_le_bytes);
    let rows: Result<Vec<PersonYear>, _> = ::csv::Reader::from_reader(&file[..])
        .deserialize()
        .collect();
    let error = rows.unwrap_err().to_string();
    assert!(
        error.contains("UTF-16") || error.contains("utf-8"),
        "{error}"
    );
}
