//! Values that a column refuses, one mistake each.

use beraad_schema::{CodeText, Column, Model, ValueType, WHOLE_MAX};
use serde_json::{Value as Json, json};

/// What is wrong with a value, and the value.
pub type Spoiled = (&'static str, Json);

/// Every mistake that a value of the column can have.
#[must_use]
pub fn values(model: &Model, column: &Column<'_>) -> Vec<Spoiled> {
    let mut spoiled = of_type(model, column.value_type());
    if !column.nullable() {
        spoiled.push(("null where there is always a value", Json::Null));
    }
    spoiled
}

fn of_type(model: &Model, value_type: &ValueType) -> Vec<Spoiled> {
    let mut spoiled = Vec::new();
    let mut add = |what, values: Vec<Json>| {
        spoiled.extend(values.into_iter().map(|value| (what, value)));
    };
    let text = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect::<Vec<_>>();
    let object = json!({ "a": 1 });
    match value_type {
        ValueType::YearMonth {} => {
            add(
                "a value of another type",
                vec![json!(201_603), json!(true), json!(["2016-03"]), object],
            );
            add(
                "a malformed month",
                text(&[
                    "2016-3",
                    "2016-13",
                    "2016-00",
                    "2016/03",
                    "16-03",
                    "",
                    " 2016-03",
                    "2016-03\n",
                    "2016-Q1",
                    "٢٠١٦-٠٣",
                    "0999-12",
                    "2016--3",
                    "+016-03",
                ]),
            );
            add(
                "a date that is too fine",
                text(&["2016-03-01", "2016-03-01T00:00:00"]),
            );
        }
        ValueType::YearQuarter {} => {
            add(
                "a value of another type",
                vec![json!(20161), json!(false), json!(["2016-Q1"]), object],
            );
            add(
                "a malformed quarter",
                text(&[
                    "2016-Q0",
                    "2016-Q5",
                    "2016Q1",
                    "2016-q1",
                    "2016-1",
                    "16-Q1",
                    "",
                    "2016-Q1\n",
                    "2016-Q١",
                    "0999-Q4",
                    "2016-Q01",
                ]),
            );
            add("a date that is too fine", text(&["2016-03", "2016-01-01"]));
        }
        ValueType::Year {} => {
            add(
                "a value of another type",
                vec![
                    json!("2016"),
                    json!(2016.5),
                    json!(true),
                    json!([2016]),
                    object,
                ],
            );
            add(
                "a number out of bounds",
                vec![
                    json!(999),
                    json!(10_000),
                    json!(-2016),
                    json!(16),
                    json!(1e300),
                ],
            );
            add(
                "a date that is too fine",
                text(&["2016-03", "2016-Q1", "2016-01-01"]),
            );
        }
        ValueType::SerialNumber { .. } => {
            add(
                "a value of another type",
                vec![json!("17"), json!(1.5), json!(true), json!([17]), object],
            );
            add(
                "a number out of bounds",
                vec![
                    json!(0),
                    json!(-1),
                    json!(WHOLE_MAX + 1),
                    json!(u64::MAX),
                    json!(85_010_112_345_u64),
                ],
            );
        }
        ValueType::Flag {} => {
            add(
                "a value of another type",
                vec![
                    json!(0),
                    json!(1),
                    json!("true"),
                    json!("1"),
                    json!([true]),
                    object,
                ],
            );
        }
        ValueType::Number {
            min,
            max,
            decimals: 0,
            ..
        } => {
            add(
                "a value of another type",
                vec![json!("3"), json!(1.5), json!(true), json!([3]), object],
            );
            add(
                "a number out of bounds",
                vec![
                    json!(min - 1),
                    json!(max + 1),
                    json!(u64::MAX),
                    json!(i64::MIN),
                    json!(1e300),
                ],
            );
        }
        ValueType::Number { min, max, .. } => {
            add(
                "a value of another type",
                vec![json!("38.5"), json!(true), json!([38.5]), object],
            );
            let just_outside: Vec<Json> = [
                format!("{}.0001", max),
                format!("{}", min - 1),
                format!("{}.5", max),
            ]
            .iter()
            .filter_map(|digits| digits.parse::<f64>().ok())
            .map(|number| json!(number))
            .collect();
            add("a number out of bounds", just_outside);
            add(
                "a number out of bounds",
                vec![json!(u64::MAX), json!(1e300), json!(-1e300)],
            );
        }
        ValueType::Code { list } | ValueType::AmountClass { list } => {
            add(
                "a value of another type",
                vec![json!(1), json!(1.5), json!(true), json!(["1"]), object],
            );
            add(
                "a code that is too long",
                vec![json!("1".repeat(CodeText::MOST + 1))],
            );
            add(
                "a code that is not printable ASCII",
                text(&["é", "1\n", "\u{0}", "１"]),
            );
            let list = model.code_list(list);
            if list.is_some_and(|list| list.rejects()) {
                add("an unknown code of a closed list", text(&["~~~~", " "]));
            }
            if list.is_none_or(|list| list.is_orientation() || list.find("").is_none()) {
                add("an empty code", text(&[""]));
            }
        }
        ValueType::List { .. } => {
            add(
                "a value of another type",
                vec![json!(1), json!("1"), json!(true), object],
            );
            add("null within a list", vec![json!([null])]);
            for (what, value) in of_type(model, value_type.item()) {
                if !value.is_array() {
                    add(what, vec![json!([value])]);
                }
            }
        }
        _ => {}
    }
    spoiled
}
