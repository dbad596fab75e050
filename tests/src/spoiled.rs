//! Values that a column refuses, one mistake each.

use beraad_schema::CodeText;
use beraad_schema::describe::{CodeList, Column, Model, ValueType, WHOLE_MAX};
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

/// Whether it is a number with more decimals than the type keeps: the one mistake that a schema lets pass, as the
/// documentation of `json_schema` says.
#[must_use]
pub fn has_too_many_decimals(value_type: &ValueType, value: &Json) -> bool {
    let ValueType::Number {
        decimals: decimals @ 1..,
        ..
    } = value_type
    else {
        return false;
    };
    let digits = value.as_f64().map(|number| number.to_string());
    digits.is_some_and(|digits| {
        let rest = digits.split_once('.').map_or("", |(_, rest)| rest);
        rest.len() > usize::from(*decimals)
    })
}

const OTHER: &str = "a value of another type";
const BOUNDS: &str = "a number out of bounds";
const FINE: &str = "a date that is too fine";

#[rustfmt::skip]
const MALFORMED_MONTHS: &[&str] = &[
    "2016-3", "2016-13", "2016-00", "2016/03", "16-03", "", " 2016-03", "2016-03\n", "2016-Q1", "٢٠١٦-٠٣", "0999-12",
    "2016--3", "+016-03",
];
#[rustfmt::skip]
const MALFORMED_QUARTERS: &[&str] = &[
    "2016-Q0", "2016-Q5", "2016Q1", "2016-q1", "2016-1", "16-Q1", "", "2016-Q1\n", "2016-Q١", "0999-Q4", "2016-Q01",
];

fn of_type(model: &Model, value_type: &ValueType) -> Vec<Spoiled> {
    let mut spoiled = Spoils(vec![(OTHER, json!({ "a": 1 })), (OTHER, json!([[]]))]);
    match value_type {
        ValueType::YearMonth {} => {
            spoiled.add(OTHER, [json!(201_603), json!(true), json!(["2016-03"])]);
            spoiled.add("a malformed month", MALFORMED_MONTHS);
            spoiled.add(FINE, ["2016-03-01", "2016-03-01T00:00:00"]);
        }
        ValueType::YearQuarter {} => {
            spoiled.add(OTHER, [json!(20161), json!(false), json!(["2016-Q1"])]);
            spoiled.add("a malformed quarter", MALFORMED_QUARTERS);
            spoiled.add(FINE, ["2016-03", "2016-01-01"]);
        }
        ValueType::Year {} => {
            spoiled.add(OTHER, [json!("2016"), json!(true), json!([2016])]);
            spoiled.add("a number that is not whole", [2016.5]);
            spoiled.add(BOUNDS, [999, 10_000, -2016, 16]);
            spoiled.add(BOUNDS, [1e300]);
            spoiled.add(FINE, ["2016-03", "2016-Q1", "2016-01-01"]);
        }
        ValueType::SerialNumber { .. } => {
            spoiled.add(OTHER, [json!("17"), json!(true), json!([17])]);
            spoiled.add("a number that is not whole", [1.5]);
            spoiled.add(BOUNDS, [0, -1, WHOLE_MAX + 1, 85_010_112_345]);
            spoiled.add(BOUNDS, [u64::MAX]);
        }
        ValueType::Flag {} => {
            spoiled.add(OTHER, [json!(0), json!(1), json!([true])]);
            spoiled.add(OTHER, ["true", "1", ""]);
        }
        ValueType::Number {
            min,
            max,
            decimals: 0,
            ..
        } => {
            spoiled.add(OTHER, [json!("3"), json!(true), json!([3])]);
            spoiled.add("a number that is not whole", [1.5]);
            spoiled.add(BOUNDS, [min - 1, max + 1, i64::MIN]);
            spoiled.add(BOUNDS, [u64::MAX]);
            spoiled.add(BOUNDS, [1e300]);
        }
        ValueType::Number { min, max, .. } => {
            spoiled.add(OTHER, [json!("38.5"), json!(true), json!([38.5])]);
            spoiled.add(BOUNDS, [min - 1, max + 1]);
            // As digits, lest a sum in doubles fall back on the bound.
            let just_above = format!("{max}.0001").parse::<f64>();
            spoiled.add(BOUNDS, just_above.ok());
            spoiled.add(BOUNDS, [1e300, -1e300]);
        }
        ValueType::Code { list } | ValueType::AmountClass { list } => {
            spoiled.add(OTHER, [json!(1), json!(1.5), json!(true), json!(["1"])]);
            spoiled.codes(model.code_list(list));
        }
        ValueType::List { .. } => {
            spoiled.add(OTHER, [json!(1), json!("1"), json!(true)]);
            spoiled.add("null within a list", [json!([null])]);
            for (what, value) in of_type(model, value_type.item()) {
                spoiled.add(what, [json!([value])]);
            }
        }
    }
    spoiled.0
}

/// The mistakes of one type.
struct Spoils(Vec<Spoiled>);

impl Spoils {
    fn add<T: serde::Serialize>(
        &mut self,
        what: &'static str,
        values: impl IntoIterator<Item = T>,
    ) {
        let values = values.into_iter().map(|value| (what, json!(value)));
        self.0.extend(values);
    }

    fn codes(&mut self, list: Option<&CodeList>) {
        self.add(
            "a code that is too long",
            ["1".repeat(CodeText::MAX_LEN + 1)],
        );
        self.add(
            "a code that is not printable ASCII",
            ["é", "1\n", "\u{0}", "１"],
        );
        if list.is_some_and(CodeList::rejects_unknown_codes) {
            self.add("an unknown code of a closed list", ["~~~~", " "]);
            if list.is_some_and(|list| list.find("").is_none()) {
                self.add("an empty code", [""]);
            }
        }
    }
}
