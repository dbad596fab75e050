//! CSV files as providers write them: each notation is stated, and every error of a row is reported with its line and field.

use beraad_model::ksz::{JobVolume, PersonYear, UnemploymentPayment};
use beraad_model::model;
use beraad_schema::csv::encoding_rs::{GB18030, UTF_16LE, WINDOWS_1252};
use beraad_schema::csv::{CellErrorKind, CsvError, CsvRowErrorKind, Dialect};
use beraad_schema::{Block, Checks, Percentage, ValueError};

/// Returns each row of a file, or its error as a text.
fn read<R: Block>(dialect: &Dialect, file: &[u8]) -> Vec<Result<R, String>> {
    let rows = dialect.reader::<R, _>(file).unwrap();
    rows.map(|row| row.map_err(|error| error.to_string()))
        .collect()
}

fn provider() -> Dialect {
    Dialect::new()
        .separator(b';')
        .encoding(WINDOWS_1252)
        .decimal_comma()
        .trim()
        .notation("yyyy'Q'Q".parse().unwrap())
        .notation("yyyyQ".parse().unwrap())
        .flags("J", "N")
        .missing("NULL")
        .rename("volgnr", "person")
        .rename("werkgever", "employer")
        .rename("période", "quarter")
        .rename("percentage", "part_time_percentage")
        .ignore("opmerking")
}

const HEADER: &[u8] = b"volgnr;werkgever;p\xE9riode;percentage;opmerking\r\n";

#[test]
fn file_of_a_provider_is_read() {
    let file = [
        HEADER,
        b"1;12;2016Q1;50,5;na\xEFef\r\n",
        b" 2 ;12;20164;NULL;\r\n",
        b"3;12;2016-Q2;;\r\n",
    ]
    .concat();
    let rows: Vec<JobVolume> = read(&provider(), &file)
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let quarters: Vec<_> = rows.iter().map(|row| row.quarter.to_string()).collect();
    assert_eq!(quarters, ["2016-Q1", "2016-Q4", "2016-Q2"]);
    let percentage = Percentage::try_new(50.5).unwrap();
    let percentages = rows.iter().map(|row| row.part_time_percentage);
    assert_eq!(
        percentages.collect::<Vec<_>>(),
        [Some(percentage), None, None]
    );
    assert_eq!(rows[1].person.get(), 2);
}

#[test]
fn all_errors_of_a_row_are_reported_and_the_next_row_is_read() {
    let file = [
        HEADER,
        b"0;12;2016Q5;50.5;\r\n",
        b"4;12\r\n",
        b"x;12;2016Q1;1,23456;\"a \"\"word\"\"\"\r\n",
        b"5;12;2016Q1;50;\r\n",
    ]
    .concat();
    let rows = read::<JobVolume>(&provider(), &file);
    let errors: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err()).collect();
    assert_eq!(
        errors[0].lines().map(str::trim).collect::<Vec<_>>(),
        [
            "line 2:",
            "field 1, column `volgnr` (`person`): outside the bounds 1 to 2147483620",
            "field 3, column `période` (`quarter`): not of the form `2016-Q1`, and not of `yyyy'Q'Q`, and not of `yyyyQ`",
            "field 4, column `percentage` (`part_time_percentage`): a number with a point, and the file has decimal commas: remove \
             the separators of thousands, or read it without `Dialect::decimal_comma`",
        ]
    );
    assert_eq!(
        errors[1],
        "line 3: 2 fields, and the header has 5; a field with the separator in it needs quotes"
    );
    assert!(errors[2].starts_with("line 4:\n"), "{}", errors[2]);
    assert_eq!((errors.len(), rows.len()), (3, 4));
    assert!(rows[3].is_ok());
}

/// Returns the lines of the errors.
fn lines_of(rows: impl Iterator<Item = Result<PersonYear, CsvError>>) -> Vec<u64> {
    rows.filter_map(|row| match row {
        Err(CsvError::Row(error)) => Some(error.line),
        _ => None,
    })
    .collect()
}

#[test]
fn lines_are_counted_whatever_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["person,year", "1,x", "2,2010", "3,y", "4"].join(end);
        let reader = Dialect::new()
            .reader::<PersonYear, _>(file.as_bytes())
            .unwrap();
        assert_eq!(lines_of(reader), [2, 4, 5], "{end:?}");
    }
    // Mixed line ends, lines that are empty, and one within quotes.
    let file = "person,year\r\n1,x\n2,x\r\n\r\n\n3,x\r4,\"x\n\"\r\n5,x";
    let reader = Dialect::new()
        .reader::<PersonYear, _>(file.as_bytes())
        .unwrap();
    assert_eq!(lines_of(reader), [2, 3, 6, 7, 9]);
}

#[test]
fn program_gets_field_column_and_kind() {
    let file = [HEADER, b"0;1;20161;;\n"].concat();
    let mut reader = provider().reader::<JobVolume, _>(&file[..]).unwrap();
    let Some(Err(CsvError::Row(error))) = reader.next() else {
        panic!("an invalid row");
    };
    let CsvRowErrorKind::Values(cells) = &error.kind else {
        panic!("{error}");
    };
    let [cell] = &cells[..] else {
        panic!("{error}");
    };
    assert_eq!((error.line, cell.field), (2, 1));
    assert_eq!((&*cell.name, &*cell.column), ("volgnr", "person"));
    assert!(matches!(
        cell.kind,
        CellErrorKind::InvalidValue(ValueError::OutOfBounds { .. })
    ));
}

#[test]
fn error_of_a_flag_names_the_words_of_the_dialect() {
    let file = "person;quarter;intervention_beneficiary\n1;2014-Q1;ja\n2;2014-Q1;1\n3;2014-Q1;\n";
    let rows = read::<UnemploymentPayment>(&provider(), file.as_bytes());
    assert_eq!(
        rows[0].as_ref().unwrap_err(),
        "line 2, field 3, column `intervention_beneficiary`: expected `J` or `N` (also true, false, 1 or 0), found another text"
    );
    assert!(rows[1].is_ok() && rows[2].is_ok());
    // A word of the library with another meaning: its other words are not read, and not advised.
    let rows = read::<UnemploymentPayment>(&provider().flags("1", "2"), file.as_bytes());
    assert_eq!(
        rows[0].as_ref().unwrap_err(),
        "line 2, field 3, column `intervention_beneficiary`: expected `1` or `2`, found another text"
    );
}

#[test]
fn violation_is_reported_with_its_line_and_the_field_of_its_column() {
    let dialect = Dialect::new()
        .separator(b';')
        .notation("yyyyMM".parse().unwrap())
        .rename("categorie", "compensation_category");
    // Code 4 ends in 2012. The second row breaks a rule, which has no column, and its quarter is outside the window.
    let file = "person;quarter;categorie;activation_start_month;activation_end_month\r\n\
        1;2014-Q1;4;;\r\n\
        2;2018-Q1;;201603;201602\r\n\
        3;2012-Q1;4;;\r\n";
    let mut reader = dialect
        .reader::<UnemploymentPayment, _>(file.as_bytes())
        .unwrap();
    let checks = Checks::new(model());
    let mut outcomes = Vec::new();
    while let Some(row) = reader.next() {
        let checked = row.and_then(|row| reader.check(&checks, row));
        let outcome = checked.map(|row| row.person.get());
        outcomes.push((reader.line(), outcome.map_err(|error| error.to_string())));
    }
    let [first, second, third] = &outcomes[..] else {
        panic!("{outcomes:?}");
    };
    let error = first.1.as_ref().unwrap_err();
    assert_eq!(
        error,
        "line 2, field 3, column `categorie` (`compensation_category`): code_without_meaning: each code has a meaning in the list \
         compensation_category in the observation period"
    );
    let error = second.1.as_ref().unwrap_err();
    let lines: Vec<_> = error.lines().map(str::trim_start).collect();
    assert_eq!((lines.len(), lines[0]), (3, "line 3:"));
    assert!(
        lines[1].starts_with("field 2, column `quarter`: observation_period_in_window: "),
        "{error}"
    );
    assert_eq!(
        lines[2],
        "rule `months_in_order`: an activated employment ends in or after the month in which it starts"
    );
    assert_eq!(*third, (4, Ok(3)));
}

#[test]
fn violation_without_a_field_names_its_column() {
    // The file does not have the column; the row is not the one that was read.
    let mut reader = Dialect::new()
        .reader::<UnemploymentPayment, _>("person,quarter\n1,2014-Q1\n".as_bytes())
        .unwrap();
    let mut row = reader.next().unwrap().unwrap();
    row.compensation_category = Some("4".parse().unwrap());
    let error = reader.check(&Checks::new(model()), row).unwrap_err();
    let error = error.to_string();
    assert!(
        error.starts_with("line 2, column `compensation_category`: code_without_meaning: "),
        "{error}"
    );
}

#[test]
fn error_is_data_for_a_program() {
    let file = [HEADER, b"0;1;20161;;\n1;2\n"].concat();
    let rows = provider().reader::<JobVolume, _>(&file[..]).unwrap();
    let errors = rows.filter_map(|row| match row {
        Err(CsvError::Row(error)) => Some(serde_json::to_value(&error).unwrap()),
        _ => None,
    });
    assert_eq!(
        errors.collect::<Vec<_>>(),
        [
            serde_json::json!({
                "line": 2,
                "errors": [{
                    "field": 1,
                    "name": "volgnr",
                    "column": "person",
                    "message": "outside the bounds 1 to 2147483620",
                }],
            }),
            serde_json::json!({"line": 3, "fields": {"found": 2, "expected": 5}}),
        ]
    );
}

#[test]
fn quote_that_is_not_closed_is_an_error_also_in_an_ignored_column() {
    let file = [
        HEADER,
        b"1;1;2016Q1;;\"see\r\n2;1;2016Q1;;\"\r\n3;1;2016Q1;;\r\n",
    ]
    .concat();
    let rows = read::<JobVolume>(&provider(), &file);
    let error = rows[0].as_ref().unwrap_err();
    assert!(
        error.starts_with("line 2, field 5: a line end within the field; probably a quote sign"),
        "{error}"
    );
    assert_eq!(rows.len(), 2);
    assert!(rows[1].is_ok());
    let file = b"volgnr;werkgever;\"opm\n8501;2016\"\n";
    let error = provider().reader::<JobVolume, _>(&file[..]).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("a line end in it") && !error.contains("8501"),
        "{error}"
    );
}

#[test]
fn sign_that_may_separate_thousands_is_an_error() {
    for (dialect, number) in [
        (Dialect::new(), "1.000"),
        (Dialect::new().separator(b';').decimal_comma(), "1,000"),
        (Dialect::new().separator(b';').decimal_comma(), "1.000"),
    ] {
        let header = if number.contains(',')
            || dialect
                .reader::<PersonYear, _>(&b"person;year\n"[..])
                .is_ok()
        {
            "person;year\n"
        } else {
            "person,year\n"
        };
        let row = if header.contains(';') {
            format!("{number};2010")
        } else {
            format!("{number},2010")
        };
        let file = format!("{header}{row}\n");
        let rows = read::<PersonYear>(&dialect, file.as_bytes());
        let error = rows[0].as_ref().unwrap_err();
        assert!(error.contains("thousands"), "{number}: {error}");
    }
    let rows = read::<PersonYear>(&Dialect::new(), b"person,year\n12.0,2010\n");
    assert!(rows[0].is_ok());
}

#[test]
fn dialect_that_contradicts_itself_is_an_error() {
    for (dialect, expected) in [
        (Dialect::new().decimal_comma(), "decimal sign"),
        (Dialect::new().separator(b'"'), "cannot separate fields"),
        (Dialect::new().separator(b'\n'), "cannot separate fields"),
        (Dialect::new().separator(0xA7), "cannot separate fields"),
        (Dialect::new().flags("J", "J"), "two different words"),
        (Dialect::new().flags("", "J"), "two different words"),
        (
            Dialect::new().rename("a", "person").ignore("a"),
            "renamed and ignored",
        ),
    ] {
        let error = dialect
            .reader::<PersonYear, _>(&b"person,year\n"[..])
            .unwrap_err();
        let error = error.to_string();
        assert!(
            error.starts_with("invalid dialect: ") && error.contains(expected),
            "{error}"
        );
    }
}

#[test]
fn value_wins_over_a_mark_of_a_missing_value_and_a_word_over_the_own_form() {
    let dialect = Dialect::new().missing("9").missing("N").flags("1", "N");
    let file = "person,quarter,unemployment_duration,intervention_beneficiary\n1,2012-Q1,9,N\n2,2012-Q1,9,0\n";
    let rows = read::<UnemploymentPayment>(&dialect, file.as_bytes());
    let row = rows[0].as_ref().unwrap();
    assert!(row.unemployment_duration.is_some());
    assert_eq!(row.intervention_beneficiary, Some(false));
    let error = rows[1].as_ref().unwrap_err();
    assert!(error.contains("expected `1` or `N`"), "{error}");
    // Another order of day and month than in the form of the library.
    let dialect = Dialect::new()
        .notation("M-yyyy".parse().unwrap())
        .notation("yyyy-MM".parse().unwrap());
    let file = b"person,quarter,activation_start_month\n1,2012-Q1,2012-03\n";
    assert!(read::<UnemploymentPayment>(&dialect, file)[0].is_ok());
}

#[test]
fn no_error_repeats_a_value() {
    let file = [
        HEADER,
        b"8501011234x;12;2016Q7654321;1,7654321;\n7654321;2;7654321;7654321;7654321;7654321\n",
    ]
    .concat();
    for row in read::<JobVolume>(&provider(), &file) {
        let error = row.unwrap_err();
        assert!(
            !error.contains("850101") && !error.contains("7654321"),
            "{error}"
        );
    }
}

#[test]
fn text_that_two_notations_read_as_two_periods_is_an_error() {
    let dialect = Dialect::new()
        .notation("dd/MM/yyyy".parse().unwrap())
        .notation("MM/yyyy".parse().unwrap())
        .notation("'0'M/yyyy".parse().unwrap())
        .notation("M/yyyy".parse().unwrap())
        .notation("yyyyMM".parse().unwrap())
        .notation("MMyyyy".parse().unwrap());
    let column = |text: &str| {
        let file = format!("person,quarter,activation_start_month\n1,2016-Q1,{text}\n");
        let row = read::<UnemploymentPayment>(&dialect, file.as_bytes()).remove(0);
        row.map(|row| row.activation_start_month.unwrap().to_string())
    };
    // Two notations, one period.
    assert_eq!(column("03/2016").unwrap(), "2016-03");
    assert_eq!(column("201603").unwrap(), "2016-03");
    let error = column("121012").unwrap_err();
    assert!(
        error.contains(
            "of two notations, which read it as different periods: `yyyyMM` and `MMyyyy`"
        ),
        "{error}"
    );
}

#[test]
fn mark_of_a_missing_value_that_is_a_code_of_the_list_remains_a_code() {
    let dialect = Dialect::new().missing(".").missing("NA");
    let file =
        "person,quarter,compensation_category,selection_method\n1,2012-Q1,.,.\n2,2012-Q1,NA,NA\n";
    let rows = read::<UnemploymentPayment>(&dialect, file.as_bytes());
    let codes: Vec<_> = rows
        .into_iter()
        .map(Result::unwrap)
        .map(|row| {
            let category = row.compensation_category.map(|code| code.to_string());
            (category, row.selection_method.is_some())
        })
        .collect();
    assert_eq!(codes, [(Some(".".to_owned()), false), (None, false)]);
}

#[test]
fn header_names_are_those_of_the_file() {
    let error = |header: &str| {
        let reader = provider().reader::<JobVolume, _>(header.as_bytes());
        reader.map(drop).unwrap_err().to_string()
    };
    let text = error("volgnr;werkgever;jaar;naam\n");
    assert!(text.contains("missing column `quarter`"), "{text}");
    assert!(text.contains("unknown columns `jaar`, `naam`"), "{text}");
    let text = error("volgnr,werkgever\n");
    assert!(text.contains("separated by ',', not by ';'"), "{text}");
    let text = error("volgnr;person;werkgever;quarter\n");
    assert!(
        text.contains("the columns `volgnr`, `person` of the file are both read as `person`"),
        "{text}"
    );
}

#[test]
fn field_in_another_encoding_is_an_error_of_its_field() {
    let file = b"person,quarter,selection_method\n1,2012-Q1,\xE9\n2,2012-Q1,A\n";
    let rows = read::<UnemploymentPayment>(&Dialect::new(), file);
    let error = rows[0].as_ref().unwrap_err();
    assert!(
        error.contains("field 3, column `selection_method`: not in UTF-8; set the encoding"),
        "{error}"
    );
    assert!(rows[1].is_ok());
}

/// A source that returns one byte at a time, as a slow pipe may.
struct OneByOne<'a>(&'a [u8]);

impl std::io::Read for OneByOne<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = buffer.len().min(1);
        self.0.read(&mut buffer[..length])
    }
}

#[test]
fn character_of_several_bytes_from_a_slow_source_is_not_the_end_of_the_file() {
    let text = "person,employer,quarter\n1,12,2016-Q1\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The byte order mark in GB 18030 has four bytes.
    let gb18030 = [b"\x841\x953", text.as_bytes()].concat();
    for (encoding, file) in [(UTF_16LE, &utf16), (GB18030, &gb18030)] {
        let dialect = Dialect::new().encoding(encoding);
        let at_once = dialect
            .reader::<JobVolume, _>(&file[..])
            .map(Iterator::count);
        let slowly = dialect
            .reader::<JobVolume, _>(OneByOne(file))
            .map(Iterator::count);
        let shown = |read: Result<usize, CsvError>| read.map_err(|error| error.to_string());
        assert_eq!(shown(slowly), shown(at_once), "{}", encoding.name());
    }
}
