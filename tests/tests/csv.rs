//! Rows of every block as CSV: they read back equal, and the error of an invalid row names the column.

use std::fmt::Debug;

use beraad_model::ksz::{Household, LivingWagePayment, RetirementStatus, UnemploymentPayment};
use beraad_model::vdab::{Profile, Trajectory};
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{Column, ValueType};
use beraad_schema::{Block, Code, arbitrary};
use beraad_tests::{csv, invalid, rows};
use serde_json::{Value as Json, json};

/// The number of rows that are written and read for each block.
const ROWS: usize = 100;

fn has_lists<R: Block>() -> bool {
    let columns = R::description().columns();
    columns.iter().any(|column| column.value_type().is_list())
}

/// Returns the header and the fields of random rows, as the crate `csv` reads them.
fn random_fields<R: Block + Debug>(count: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let rows: Vec<R> = rows::random(model(), count);
    let text = csv::to_string(&rows);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect());
    let header = records.next().unwrap();
    (header, records.collect())
}

/// Returns the text of a file with these fields.
fn file(header: &[String], records: &[Vec<String>]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for record in std::iter::once(header).chain(records.iter().map(Vec::as_slice)) {
        writer.write_record(record).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn error_message<R: Block + Debug>(header: &[String], record: &[String]) -> String {
    match csv::from_str::<R>(&file(header, &[record.to_owned()])) {
        Ok(rows) => panic!("{record:?} is accepted as {rows:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn mark_of_a_missing_value_in_a_column_of_codes_is_a_violation() {
    let file = "\"person\",\"trajectory_start_month\",\"trajectory_executor\",\"vdab_office\"\n\
        1,\"2011-03\",NULL,\"0301\"\n\
        2,\"2011-03\",,NA\n\
        3,\"2011-03\",,\"0301\"\n";
    let rows = csv::from_str::<Trajectory>(file).unwrap();
    let columns = rows.iter().map(|row| {
        let violations = row.check(model());
        let columns = violations
            .iter()
            .map(|it| it.kind.column().map(str::to_owned));
        columns.flatten().collect::<Vec<_>>()
    });
    let expected = [vec!["trajectory_executor"], vec!["vdab_office"], vec![]];
    assert_eq!(columns.collect::<Vec<_>>(), expected);
}

#[test]
fn rows_read_back_equal() {
    fn check<R: Block + PartialEq + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let rows: Vec<R> = rows::random(model(), ROWS);
        let text = csv::to_string(&rows);
        let header = text.lines().next().unwrap();
        assert_eq!(header, R::column_names().join(","));
        let expected: Vec<R> = rows.iter().map(csv::as_read_back).collect();
        assert_eq!(csv::from_str::<R>(&text).unwrap(), expected);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn columns_may_have_any_order_and_nullable_ones_may_be_absent() {
    fn check<R: Block + PartialEq + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, records) = random_fields::<R>(10);
        let reversed = |record: &Vec<String>| record.iter().rev().cloned().collect::<Vec<_>>();
        let (in_order, in_reverse) = (
            file(&header, &records),
            file(
                &reversed(&header),
                &records.iter().map(reversed).collect::<Vec<_>>(),
            ),
        );
        assert_eq!(
            csv::from_str::<R>(&in_reverse).unwrap(),
            csv::from_str::<R>(&in_order).unwrap()
        );
        for (index, column) in R::description().columns().iter().enumerate() {
            let without_column =
                |record: &[String]| [&record[..index], &record[index + 1..]].concat();
            let text = file(
                &without_column(&header),
                &records
                    .iter()
                    .map(|record| without_column(record))
                    .collect::<Vec<_>>(),
            );
            match csv::from_str::<R>(&text) {
                Ok(rows) => {
                    assert!(column.nullable(), "{} may be absent", column.name);
                    let json = serde_json::to_value(&rows[0]).unwrap();
                    assert_eq!(json[&column.name], Json::Null);
                }
                Err(error) => {
                    assert!(!column.nullable(), "{}: {error}", column.name);
                    let named = format!("missing column `{}`", column.name);
                    assert!(error.to_string().contains(&named), "{error}");
                }
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn unknown_or_duplicate_column_is_rejected() {
    fn check<R: Block + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, records) = random_fields::<R>(1);
        let with = |fields: &[String], field: &str| [fields, &[field.to_owned()]].concat();
        for unknown in ["insz", "", "Person", " person"] {
            let message = error_message::<R>(&with(&header, unknown), &with(&records[0], "1"));
            assert!(message.contains("unknown column"), "{message}");
        }
        for (index, column) in header.iter().enumerate() {
            let record = with(&records[0], &records[0][index]);
            let message = error_message::<R>(&with(&header, column), &record);
            assert!(
                message.contains(&format!("duplicate column `{column}`")),
                "{message}"
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

/// Returns an invalid JSON value as a field of CSV, or `None` if CSV cannot represent it or reads it as a valid value.
fn invalid_field(column: &Column<'_>, value: &Json) -> Option<String> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(flag) => flag.to_string(),
        Json::Null => String::new(),
        Json::Array(_) | Json::Object(_) => return None,
    };
    // A field has no type, so a value that is invalid in JSON because of its type may be valid here.
    let may_be_valid = match column.value_type() {
        _ if text.is_empty() && column.nullable() => true,
        ValueType::Code { .. } | ValueType::AmountClass { .. } => !value.is_string(),
        // The crate `csv` passes a number on without its text, so that `01` is 1.
        ValueType::Flag {} => {
            ["true", "false"].contains(&&*text.to_lowercase()) || matches!(text.parse(), Ok(0 | 1))
        }
        ValueType::Number { decimals: 1.., .. } => text.parse::<f64>().is_ok() && value.is_string(),
        _ => text.parse::<i64>().is_ok() && value.is_string(),
    };
    (!may_be_valid).then_some(text)
}

#[test]
fn invalid_field_is_reported_with_its_line_and_column() {
    fn check<R: Block + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, records) = random_fields::<R>(1);
        for (index, column) in R::description().columns().iter().enumerate() {
            let mut tested = 0;
            for (reason, value) in invalid::values(model(), column) {
                let Some(field) = invalid_field(column, &value) else {
                    continue;
                };
                let mut record = records[0].clone();
                record[index].clone_from(&field);
                let message = error_message::<R>(&header, &record);
                assert!(
                    message.contains(&format!("column `{}`", column.name)),
                    "{reason}: {message}"
                );
                assert!(message.contains("(line: 2, "), "{reason}: {message}");
                tested += 1;
            }
            assert!(
                tested >= 2,
                "{}: {tested} invalid values were tested",
                column.name
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn messages_contain_the_line_the_column_and_the_expected_form() {
    let message = |text: &str| {
        csv::from_str::<UnemploymentPayment>(text)
            .unwrap_err()
            .to_string()
    };
    let without_position = |text: &str| message(text).split_once("): ").unwrap().1.to_owned();
    assert_eq!(
        message("person,quarter\n1,2012-Q1\n2,2012-Q5\n"),
        "CSV deserialize error: record 2 (line: 3, byte: 25): column `quarter`: not of the form `2016-Q1`"
    );
    assert_eq!(
        without_position("person,quarter\none,2012-Q1\n"),
        "column `person`: expected serial number, found a text; write digits, with a decimal point where there are decimals, and nothing else"
    );
    assert_eq!(
        without_position("person,quarter\n,2012-Q1\n"),
        "column `person`: missing value in a required column"
    );
    assert_eq!(
        without_position("person,quarter,intervention_beneficiary\n1,2012-Q1,ja\n"),
        "column `intervention_beneficiary`: expected true, false, 1 or 0, found another text"
    );
    assert_eq!(
        without_position(
            "person,quarter,compensation_category\n1,2012-Q1,123456789012345678901234567890123\n"
        ),
        "column `compensation_category`: a code of 33 bytes; codes have at most 32"
    );
    assert_eq!(
        message("person,quarter,compensation_category\n1,2012-Q1, 1\n"),
        "CSV deserialize error: record 1 (line: 2, byte: 37): column `compensation_category`: a code with a space before or after it; write it without the space"
    );
}

#[test]
fn code_keeps_its_zeros() {
    let mut row: UnemploymentPayment =
        serde_json::from_value(json!({ "person": 1, "quarter": "2012-Q1" })).unwrap();
    for code in [
        "01",
        "1",
        "0",
        "1.0",
        "1e3",
        "true",
        ".",
        "1 2",
        "00000000000074",
    ] {
        row.compensation_category = Some(Code::new(code));
        row.selection_method = Some(Code::new(code));
        let text = csv::to_string(&[row.clone()]);
        let back = csv::from_str::<UnemploymentPayment>(&text).unwrap();
        assert_eq!(back, [row.clone()], "{text}");
        assert_eq!(back[0].selection_method.unwrap().as_str(), code);
    }
}

#[test]
fn empty_code_reads_back_as_null() {
    // CSV has one form for both. JSON distinguishes them.
    let mut row = arbitrary::from_seed::<LivingWagePayment>(model(), 1);
    row.equivalent_living_wage = Some(Code::new(""));
    let json = serde_json::to_string(&row).unwrap();
    assert_eq!(
        serde_json::from_str::<LivingWagePayment>(&json).unwrap(),
        row
    );
    let back = csv::from_str::<LivingWagePayment>(&csv::to_string(&[row.clone()])).unwrap();
    row.equivalent_living_wage = None;
    assert_eq!(back, [row]);
}

#[test]
fn flag_may_be_a_word_or_a_number() {
    for (text, flag) in [("true", true), ("false", false), ("1", true), ("0", false)] {
        let column = "pension_with_permitted_work";
        let mut row = arbitrary::from_seed::<RetirementStatus>(model(), 1);
        row.pension_with_permitted_work = Some(flag);
        let written = csv::to_string(&[row.clone()]);
        let (header, record) = written.split_once('\n').unwrap();
        let place = header.trim_end().split(',').position(|name| name == column);
        let mut fields: Vec<_> = record.trim_end().split(',').collect();
        fields[place.unwrap()] = text;
        let changed = format!("{header}\n{}\n", fields.join(","));
        let back = csv::from_str::<RetirementStatus>(&changed).unwrap();
        assert_eq!(back, [row], "{text}");
    }
}

#[test]
fn rows_with_lists_cannot_be_written() {
    fn check<R: Block + PartialEq + Debug>() {
        if !has_lists::<R>() {
            return;
        }
        for row in arbitrary::rows_from_seed::<R>(model(), 1).take(ROWS) {
            let mut writer = ::csv::Writer::from_writer(Vec::new());
            let error = writer.serialize(&row).unwrap_err().to_string();
            assert!(
                error.contains("cannot serialize sequence container inside struct"),
                "{error}"
            );
        }
    }
    for_each_block!(|B| check::<B>());
    check::<Household>();
    assert!(has_lists::<Household>() && has_lists::<Profile>() && !has_lists::<Trajectory>());
}

#[test]
fn field_of_a_list_column_is_rejected() {
    // As the last column and before others: the crate `csv` would read all fields up to the end of the line as the list.
    for header in [
        "person,year,children_birth_years",
        "person,children_birth_years,year",
        "person,children_birth_years,year,household_size",
    ] {
        for list in ["", "2001", "2001;2003", "[2001]", "2010"] {
            let columns: Vec<_> = header.split(',').collect();
            let field = |column: &&str| match *column {
                "children_birth_years" => list,
                "year" => "2010",
                _ => "1",
            };
            let record: Vec<_> = columns.iter().map(field).collect();
            let text = format!("{header}\n{}\n", record.join(","));
            let error = csv::from_str::<Household>(&text).unwrap_err().to_string();
            assert!(error.contains("column `children_birth_years`"), "{error}");
        }
    }
    // Without the column there is no list, which differs from an empty list.
    let error = csv::from_str::<Household>("person,year\n1,2010\n").unwrap_err();
    assert!(
        error
            .to_string()
            .contains("missing column `children_birth_years`"),
        "{error}"
    );
}
