//! Rows of every block as CSV: there and back, and refused with the name of the column where they are wrong.

use std::fmt::Debug;

use beraad_model::ksz::{Household, LivingWagePayment, UnemploymentPayment};
use beraad_model::vdab::{Profile, Trajectory};
use beraad_model::{for_each_block, model};
use beraad_schema::describe::{Column, ValueType};
use beraad_schema::{Block, Code, arbitrary};
use beraad_tests::{csv, rows, spoiled};
use serde_json::{Value as Json, json};

/// Rows of each block that are written and read.
const ROWS: usize = 100;

fn has_lists<R: Block>() -> bool {
    let columns = R::description().columns();
    columns.iter().any(|column| column.value_type().is_list())
}

/// The header and the cells of some rows; CSV as it is read, and no more.
fn cells<R: Block + Debug>(count: usize) -> (Vec<String>, Vec<Vec<String>>) {
    let rows: Vec<R> = rows::made(model(), count);
    let text = csv::text(&rows);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut lines = reader
        .records()
        .map(|line| line.unwrap().iter().map(str::to_owned).collect());
    let header = lines.next().unwrap();
    (header, lines.collect())
}

/// The text of a file with these cells.
fn file(header: &[String], lines: &[Vec<String>]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for line in std::iter::once(header).chain(lines.iter().map(Vec::as_slice)) {
        writer.write_record(line).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn refusal<R: Block + Debug>(header: &[String], line: &[String]) -> String {
    match csv::rows::<R>(&file(header, &[line.to_owned()])) {
        Ok(rows) => panic!("{rows:?} is read from {line:?}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn rows_are_read_back_from_csv() {
    fn check<R: Block + PartialEq + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let rows: Vec<R> = rows::made(model(), ROWS);
        let text = csv::text(&rows);
        let header = text.lines().next().unwrap();
        assert_eq!(header, R::column_names().join(","));
        let expected: Vec<R> = rows.iter().map(csv::as_read_back).collect();
        assert_eq!(csv::rows::<R>(&text).unwrap(), expected);
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn columns_stand_in_any_order_and_nullable_ones_may_be_left_out() {
    fn check<R: Block + PartialEq + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, lines) = cells::<R>(10);
        let reversed = |line: &Vec<String>| line.iter().rev().cloned().collect::<Vec<_>>();
        let (straight, backwards) = (
            file(&header, &lines),
            file(
                &reversed(&header),
                &lines.iter().map(reversed).collect::<Vec<_>>(),
            ),
        );
        assert_eq!(
            csv::rows::<R>(&backwards).unwrap(),
            csv::rows::<R>(&straight).unwrap()
        );
        for (at, column) in R::description().columns().iter().enumerate() {
            let without = |line: &[String]| [&line[..at], &line[at + 1..]].concat();
            let text = file(
                &without(&header),
                &lines.iter().map(|line| without(line)).collect::<Vec<_>>(),
            );
            match csv::rows::<R>(&text) {
                Ok(rows) => {
                    assert!(column.nullable(), "{} may be left out", column.name);
                    let json = serde_json::to_value(&rows[0]).unwrap();
                    assert_eq!(json[&column.name], Json::Null);
                }
                Err(error) => {
                    assert!(!column.nullable(), "{}: {error}", column.name);
                    let named = format!("without `{}`", column.name);
                    assert!(error.to_string().contains(&named), "{error}");
                }
            }
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn a_column_that_is_unknown_or_stands_twice_is_refused() {
    fn check<R: Block + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, lines) = cells::<R>(1);
        let with = |list: &[String], text: &str| [list, &[text.to_owned()]].concat();
        for unknown in ["insz", "", "Person", " person"] {
            let message = refusal::<R>(&with(&header, unknown), &with(&lines[0], "1"));
            assert!(
                message.contains("a column that the block does not have"),
                "{message}"
            );
        }
        for (at, column) in header.iter().enumerate() {
            let message = refusal::<R>(&with(&header, column), &with(&lines[0], &lines[0][at]));
            assert!(
                message.contains(&format!("column `{column}` occurs twice")),
                "{message}"
            );
        }
    }
    for_each_block!(|B| check::<B>());
}

/// How a value of JSON would stand in a cell; `None` where it has no such form, or CSV takes it for another value.
fn cell(column: &Column<'_>, value: &Json) -> Option<String> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Bool(flag) => flag.to_string(),
        Json::Null => String::new(),
        Json::Array(_) | Json::Object(_) => return None,
    };
    // A cell has no type: what is a mistake in JSON for being of another one may be none here.
    let may_be = match column.value_type() {
        _ if text.is_empty() && column.nullable() => true,
        ValueType::Code { .. } | ValueType::AmountClass { .. } => !value.is_string(),
        ValueType::Flag {} => text == "true" || text == "false",
        ValueType::Number { decimals: 1.., .. } => text.parse::<f64>().is_ok() && value.is_string(),
        _ => text.parse::<i64>().is_ok() && value.is_string(),
    };
    (!may_be).then_some(text)
}

#[test]
fn a_wrong_cell_is_refused_by_the_name_of_its_column() {
    fn check<R: Block + Debug>() {
        if has_lists::<R>() {
            return;
        }
        let (header, lines) = cells::<R>(1);
        for (at, column) in R::description().columns().iter().enumerate() {
            let mut tried = 0;
            for (what, value) in spoiled::values(model(), column) {
                let Some(cell) = cell(column, &value) else {
                    continue;
                };
                let mut line = lines[0].clone();
                line[at].clone_from(&cell);
                let message = refusal::<R>(&header, &line);
                assert!(
                    message.contains(&format!("column `{}`", column.name)),
                    "{what}: {message}"
                );
                assert!(message.contains("(line: 2, "), "{what}: {message}");
                tried += 1;
            }
            assert!(tried >= 2, "{} is tried {tried} times", column.name);
        }
    }
    for_each_block!(|B| check::<B>());
}

#[test]
fn messages_say_the_line_the_column_and_what_is_expected() {
    let message = |text: &str| {
        csv::rows::<UnemploymentPayment>(text)
            .unwrap_err()
            .to_string()
    };
    let after = |text: &str| message(text).split_once("): ").unwrap().1.to_owned();
    assert_eq!(
        message("person,quarter\n1,2012-Q1\n2,2012-Q5\n"),
        "CSV deserialize error: record 2 (line: 3, byte: 25): column `quarter`: not of the form `2016-Q1`"
    );
    assert_eq!(
        after("person,quarter\none,2012-Q1\n"),
        "column `person`: field 0: invalid digit found in string"
    );
    assert_eq!(
        after("person,quarter\n,2012-Q1\n"),
        "column `person`: field 0: cannot parse integer from empty string"
    );
    assert_eq!(
        after("person,quarter,intervention_beneficiary\n1,2012-Q1,ja\n"),
        "column `intervention_beneficiary`: field 2: provided string was not `true` or `false`"
    );
    assert_eq!(
        after("person,quarter,compensation_category\n1,2012-Q1,123456789\n"),
        "column `compensation_category`: a code of 9 bytes; codes have at most 8"
    );
}

#[test]
fn a_code_keeps_its_zeros_in_csv() {
    let mut row: UnemploymentPayment =
        serde_json::from_value(json!({ "person": 1, "quarter": "2012-Q1" })).unwrap();
    for code in ["01", "1", "0", "1.0", "1e3", "true", ".", " 1"] {
        row.compensation_category = Some(Code::new(code));
        row.selection_method = Some(Code::new(code));
        let text = csv::text(&[row.clone()]);
        let back = csv::rows::<UnemploymentPayment>(&text).unwrap();
        assert_eq!(back, [row.clone()], "{text}");
        assert_eq!(back[0].selection_method.unwrap().as_str(), code);
    }
}

#[test]
fn an_empty_code_is_read_back_as_null() {
    // CSV has one form for both; JSON keeps them apart.
    let mut row = arbitrary::from_seed::<LivingWagePayment>(model(), 1);
    row.equivalent_living_wage_status = Some(Code::new(""));
    let json = serde_json::to_string(&row).unwrap();
    assert_eq!(
        serde_json::from_str::<LivingWagePayment>(&json).unwrap(),
        row
    );
    let back = csv::rows::<LivingWagePayment>(&csv::text(&[row.clone()])).unwrap();
    row.equivalent_living_wage_status = None;
    assert_eq!(back, [row]);
}

#[test]
fn csv_has_no_lists() {
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
fn a_cell_of_a_list_column_is_refused() {
    // As the last column, and before others: `csv` would take all cells to the end of the line for the list.
    for header in [
        "person,year,children_birth_years",
        "person,children_birth_years,year",
        "person,children_birth_years,year,household_size",
    ] {
        for list in ["", "2001", "2001;2003", "[2001]", "2010"] {
            let columns: Vec<_> = header.split(',').collect();
            let cell = |column: &&str| match *column {
                "children_birth_years" => list,
                "year" => "2010",
                _ => "1",
            };
            let line: Vec<_> = columns.iter().map(cell).collect();
            let text = format!("{header}\n{}\n", line.join(","));
            let error = csv::rows::<Household>(&text).unwrap_err().to_string();
            assert!(error.contains("column `children_birth_years`"), "{error}");
        }
    }
    // And without the column, there is no list, which is not the same as an empty one.
    let error = csv::rows::<Household>("person,year\n1,2010\n").unwrap_err();
    assert!(
        error.to_string().contains("without `children_birth_years`"),
        "{error}"
    );
}
