//! CSV files that are not in the dialect of their reader: each message names what to change, in the file or in the dialect.

use beraad_model::ksz::{Activation, JobVolume, UnemploymentPayment};
use beraad_model::vdab::Profile;
use beraad_schema::Block;
use beraad_schema::csv::{
    CellAdvice, CsvError, CsvRowError, CsvRowErrorKind, Dialect, QuoteError, encoding_rs,
};

/// Returns the error of each row of a file; `None` for a valid row.
fn row_errors<R: Block>(dialect: &Dialect, file: &str) -> Vec<Option<CsvRowError>> {
    let rows = dialect.reader::<R, _>(file.as_bytes()).unwrap();
    rows.map(|row| match row {
        Ok(_) => None,
        Err(CsvError::Row(error)) => Some(error),
        Err(error) => panic!("{error}"),
    })
    .collect()
}

/// Returns the lines of the error of a header.
fn header_errors<R: Block>(dialect: &Dialect, file: &[u8]) -> Vec<String> {
    let reader = dialect.reader::<R, _>(file);
    let error = reader.map(drop).unwrap_err().to_string();
    error.lines().map(|line| line.trim().to_owned()).collect()
}

#[test]
fn error_of_a_field_names_the_method_of_the_dialect_that_reads_it() {
    let header = "person;quarter;selection_method;activation_start_month";
    let dialect = Dialect::new().separator(b';');
    let advice = |line: &str| {
        let file = format!("{header}\n{line}\n");
        let errors = row_errors::<UnemploymentPayment>(&dialect, &file);
        let kind = errors.into_iter().next().unwrap().unwrap().kind;
        let CsvRowErrorKind::Values(errors) = kind else {
            panic!("{kind:?}");
        };
        let advice = errors.iter().map(|error| error.advice);
        advice.collect::<Vec<_>>()
    };
    assert_eq!(advice(" 1;2016-Q1;;"), [Some(CellAdvice::Trim)]);
    assert_eq!(advice("1;2016-Q1\u{a0};;"), [Some(CellAdvice::Trim)]);
    assert_eq!(advice("1;NA;;"), [Some(CellAdvice::Missing)]);
    assert_eq!(
        advice("1;2016Q1;;201603"),
        [
            Some(CellAdvice::Notation {
                example: "`yyyy'Q'Q`"
            }),
            Some(CellAdvice::Notation {
                example: "`yyyyMM`"
            }),
        ]
    );
    // Nothing to change in the dialect.
    assert_eq!(advice("0;2016-Q1;;"), [None]);

    let file = "person;employer;quarter;part_time_percentage\n1;2;2016-Q1;50,5\n1;2;2016-Q1;half\n";
    let errors = row_errors::<JobVolume>(&dialect, file);
    let messages: Vec<_> = errors.iter().flatten().map(ToString::to_string).collect();
    assert!(
        messages[0].ends_with("; or read the file with `Dialect::decimal_comma`"),
        "{}",
        messages[0]
    );
    assert!(!messages[1].contains("Dialect"), "{}", messages[1]);
    let errors = row_errors::<JobVolume>(&dialect.decimal_comma(), file);
    assert_eq!(errors[0], None);
    // The advice on a number does not contradict the dialect.
    assert_eq!(
        errors[1].as_ref().unwrap().to_string(),
        "line 3, field 4, column `part_time_percentage`: not a number; write digits, with a decimal comma where there are decimals, and \
         nothing else"
    );
}

#[test]
fn error_of_a_flag_names_the_words_of_the_dialect() {
    let errors = row_errors::<Activation>(
        &Dialect::new(),
        "person,quarter,art60_accepted\n1,2016-Q1,J\n",
    );
    let message = errors[0].as_ref().unwrap().to_string();
    assert!(
        message.ends_with("; or state the words of the file by `Dialect::flags`"),
        "{message}"
    );
}

#[test]
fn misplaced_quote_sign_is_an_error_of_its_row() {
    let kinds = |rows: &str| -> Vec<_> {
        let dialect = Dialect::new().ignore("note");
        let file = format!("person,quarter,note\n{rows}");
        let errors = row_errors::<UnemploymentPayment>(&dialect, &file);
        let kinds = errors.into_iter();
        kinds
            .map(|error| error.map(|error| (error.line, error.kind)))
            .collect()
    };
    let after = |line| Some((line, CsvRowErrorKind::Quote(QuoteError::TextAfterQuote)));
    let open = |line| Some((line, CsvRowErrorKind::Quote(QuoteError::NotClosed)));
    assert_eq!(kinds("\"1\"2,2016-Q1,\n3,2016-Q1,\n"), [after(2), None]);
    assert_eq!(kinds("1,2016-Q1,\n3,2016-Q1,\"a\"b\r\n"), [None, after(3)]);
    assert_eq!(kinds("1,2016-Q1,\n3,2016-Q1,\"a"), [None, open(3)]);
    assert_eq!(kinds("1,\"2016-Q1"), [open(2)]);
    // Signs like any other.
    for valid in [
        "\"1\",\"2016-Q1\",\"a \"\"b\"\"\"",
        "1,2016-Q1,5\" or \"6\"",
        "1,2016-Q1,\"\"",
        "1,2016-Q1,\"\"\"\"",
    ] {
        assert_eq!(
            kinds(&format!("{valid}\n1,2016-Q1,")),
            [None, None],
            "{valid}"
        );
        assert_eq!(kinds(valid), [None], "{valid}");
    }
    // A line end within the field is the better place.
    let errors = kinds("1,2016-Q1,\"a\n2,2016-Q1,b\n");
    assert_eq!(errors, [Some((2, CsvRowErrorKind::LineEnd { field: 3 }))]);
}

#[test]
fn quote_signs_are_followed_over_the_parts_in_which_a_file_is_read() {
    /// A file that gives one byte at a time.
    struct ByByte<'a>(&'a [u8]);
    impl std::io::Read for ByByte<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = buffer.len().min(1);
            std::io::Read::read(&mut self.0, &mut buffer[..length])
        }
    }
    let file = "person,quarter,note\r\n\"1\",2016-Q1,\"a \"\"b\"\"\"\r\n\r\n\"1\"2,2016-Q1,\r\n4,2016-Q1,\"\"\r\r5,\"2016-Q1";
    let dialect = Dialect::new().ignore("note");
    let outcomes = |reader: &mut dyn Iterator<Item = Result<UnemploymentPayment, CsvError>>| {
        let outcomes = reader.map(|row| row.map(|row| row.person.get()).map_err(|e| e.to_string()));
        outcomes.collect::<Vec<_>>()
    };
    let whole = outcomes(&mut dialect.reader(file.as_bytes()).unwrap());
    let by_byte = outcomes(&mut dialect.reader(ByByte(file.as_bytes())).unwrap());
    assert_eq!(whole, by_byte);
    let lines = whole.iter().map(|row| match row {
        Ok(person) => person.to_string(),
        Err(error) => error.split(':').next().unwrap().to_owned(),
    });
    assert_eq!(lines.collect::<Vec<_>>(), ["1", "line 4", "4", "line 7"]);
}

#[test]
fn error_of_a_header_names_what_the_dialect_renames_or_leaves_out() {
    let file = b"volgnr,nr,employer,quarter,part_time_percentage\n";
    let dialect = Dialect::new()
        .rename("volgnr", "persn")
        .rename("nr", "salary")
        .ignore("employer")
        .rename("quarter", "part_time_percentage");
    let errors = header_errors::<JobVolume>(&dialect, file);
    assert_eq!(
        errors[1..7],
        [
            "missing column `person`",
            "missing column `employer`: it is required, and `Dialect::ignore` leaves it out",
            "missing column `quarter`: `Dialect::rename` reads the column with this name as `part_time_percentage`",
            "the columns `quarter`, `part_time_percentage` of the file are both read as `part_time_percentage`: rename one, or ignore it \
             with `Dialect::ignore`",
            "`Dialect::rename` reads `volgnr` as `persn`, which is not a column of the block; did you mean `person`?",
            errors[6].as_str(),
        ]
    );
    assert!(
        errors[6].starts_with(
            "`Dialect::rename` reads `nr` as `salary`, which is not a column of the block; its columns are `person`, "
        ),
        "{}",
        errors[6]
    );
}

#[test]
fn header_in_another_encoding_or_with_a_misplaced_quote_sign_is_named() {
    let file = "person,employer,quarter\n".repeat(2);
    let dialect = Dialect::new().encoding(encoding_rs::UTF_16LE);
    let errors = header_errors::<JobVolume>(&dialect, file.as_bytes());
    assert!(
        errors[0].contains("read in another encoding than its own"),
        "{errors:?}"
    );
    let errors = header_errors::<JobVolume>(&Dialect::new(), b"person,employer,\"quarter\"s\n");
    assert!(
        errors[0].contains("goes on after its closing quote sign"),
        "{errors:?}"
    );
    // One sign that is zero does not make a text UTF-16.
    let errors = header_errors::<JobVolume>(&Dialect::new(), b"person,employer,quarter,no\0te\n");
    assert!(errors[1].starts_with("unknown column `no"), "{errors:?}");
}

#[test]
fn white_space_around_names_and_fields_is_removed_alike() {
    let dialect = Dialect::new().separator(b';').trim();
    let file = "\u{a0}person\t;employer; quarter \n\u{a0}1\t;\t2; 2016-Q1\u{a0}\n";
    assert_eq!(row_errors::<JobVolume>(&dialect, file), [None]);
}

#[test]
fn block_with_a_column_of_several_values_is_refused_when_a_file_is_opened() {
    let file = Profile::column_names().join(",");
    let errors = header_errors::<Profile>(&Dialect::new(), file.as_bytes());
    assert!(
        errors[0]
            .contains("has several values, for which CSV has no form of its own: set the sign"),
        "{errors:?}"
    );
    // With the sign, it is read.
    let dialect = Dialect::new().item_separator(b'|');
    assert!(dialect.reader::<Profile, _>(file.as_bytes()).is_ok());
    for sign in *b",.7\"-" {
        let dialect = Dialect::new().item_separator(sign);
        let error = dialect.reader::<Profile, _>(file.as_bytes()).err();
        assert!(error.is_some(), "{sign}");
    }
}
