//! Values that a column rejects, each for one reason.

use beraad_schema::CodeText;
use beraad_schema::describe::{CodeList, Column, Model, ValueType, WHOLE_MAX};
use serde_json::{Value as Json, json};

/// The reason why a value is invalid, and the value.
pub type InvalidValue = (&'static str, Json);

/// Returns invalid values of a column, at least one for each reason.
#[must_use]
pub fn values(model: &Model, column: &Column<'_>) -> Vec<InvalidValue> {
    let mut invalid = of_type(model, column.value_type());
    if !column.nullable() {
        invalid.push(("null in a required column", Json::Null));
    }
    invalid
}

/// Returns `true` for a number with more decimals than the type allows. This is the only invalid value that a schema accepts,
/// as the documentation of `json_schema` says.
#[must_use]
pub fn has_too_many_decimals(value_type: &ValueType, value: &Json) -> bool {
    let (ValueType::Number {
        decimals: decimals @ 1..,
        ..
    }
    | ValueType::Amount {
        decimals: decimals @ 1..,
        ..
    }) = value_type
    else {
        return false;
    };
    let digits = value.as_f64().map(|number| number.to_string());
    digits.is_some_and(|digits| {
        let rest = digits.split_once('.').map_or("", |(_, rest)| rest);
        rest.len() > usize::from(*decimals)
    })
}

const OTHER_TYPE: &str = "a value of another type";
const OUT_OF_BOUNDS: &str = "a number out of bounds";
const TOO_PRECISE: &str = "a date that is too precise";

#[rustfmt::skip]
const MALFORMED_MONTHS: &[&str] = &[
    "2016-3", "2016-13", "2016-00", "2016/03", "16-03", "", " 2016-03", "2016-03\n", "2016-Q1", "٢٠١٦-٠٣", "0999-12",
    "2016--3", "+016-03",
];
#[rustfmt::skip]
const MALFORMED_DAYS: &[&str] = &[
    "2015-02-29", "2016-04-31", "2016-00-10", "2016-13-01", "2016-3-7", "2016/03/17", "17-03-2016", "20160317", "",
    "2016-03-00", "0999-12-31", "2016-03-17\n", " 2016-03-17", "2016-03-1٧",
];
#[rustfmt::skip]
const MALFORMED_QUARTERS: &[&str] = &[
    "2016-Q0", "2016-Q5", "2016Q1", "2016-q1", "2016-1", "16-Q1", "", "2016-Q1\n", "2016-Q١", "0999-Q4", "2016-Q01",
];

fn of_type(model: &Model, value_type: &ValueType) -> Vec<InvalidValue> {
    let mut invalid = InvalidValues(vec![
        (OTHER_TYPE, json!({ "a": 1 })),
        (OTHER_TYPE, json!([[]])),
    ]);
    match value_type {
        ValueType::Day {} => {
            invalid.add(
                OTHER_TYPE,
                [json!(20_160_317), json!(true), json!(["2016-03-17"])],
            );
            invalid.add("a malformed day", MALFORMED_DAYS);
            invalid.add(TOO_PRECISE, ["2016-03-17T00:00:00"]);
        }
        ValueType::YearMonth {} => {
            invalid.add(
                OTHER_TYPE,
                [json!(201_603), json!(true), json!(["2016-03"])],
            );
            invalid.add("a malformed month", MALFORMED_MONTHS);
            invalid.add(TOO_PRECISE, ["2016-03-01", "2016-03-01T00:00:00"]);
        }
        ValueType::YearQuarter {} => {
            invalid.add(OTHER_TYPE, [json!(20161), json!(false), json!(["2016-Q1"])]);
            invalid.add("a malformed quarter", MALFORMED_QUARTERS);
            invalid.add(TOO_PRECISE, ["2016-03", "2016-01-01"]);
        }
        ValueType::Year {} => {
            invalid.add(OTHER_TYPE, [json!("2016"), json!(true), json!([2016])]);
            invalid.add("a number that is not whole", [2016.5]);
            invalid.add(OUT_OF_BOUNDS, [999, 10_000, -2016, 16]);
            invalid.add(OUT_OF_BOUNDS, [1e300]);
            invalid.add(TOO_PRECISE, ["2016-03", "2016-Q1", "2016-01-01"]);
        }
        ValueType::SerialNumber { .. } => {
            invalid.add(OTHER_TYPE, [json!("17"), json!(true), json!([17])]);
            invalid.add("a number that is not whole", [1.5]);
            // The last one has the form of a number of the National Register, which must never pass as a serial number.
            invalid.add(OUT_OF_BOUNDS, [0, -1, WHOLE_MAX + 1, 85_010_112_345]);
            invalid.add(OUT_OF_BOUNDS, [u64::MAX]);
        }
        ValueType::Flag {} => {
            // 0, 1, and the words true and false as texts are valid.
            invalid.add(OTHER_TYPE, [json!(2), json!(-1), json!(0.5), json!([true])]);
            invalid.add(OTHER_TYPE, ["T", "yes", "01", "J", ""]);
        }
        ValueType::Number {
            min,
            max,
            decimals: 0,
            ..
        }
        | ValueType::Amount {
            min,
            max,
            decimals: 0,
            ..
        } => {
            invalid.add(OTHER_TYPE, [json!("3"), json!(true), json!([3])]);
            invalid.add("a number that is not whole", [1.5]);
            invalid.add(OUT_OF_BOUNDS, [min - 1, max + 1, i64::MIN]);
            invalid.add(OUT_OF_BOUNDS, [u64::MAX]);
            invalid.add(OUT_OF_BOUNDS, [1e300]);
        }
        ValueType::Number { min, max, .. } | ValueType::Amount { min, max, .. } => {
            invalid.add(OTHER_TYPE, [json!("38.5"), json!(true), json!([38.5])]);
            invalid.add(OUT_OF_BOUNDS, [min - 1, max + 1]);
            // The number is parsed from its digits, since a sum of doubles could be rounded to the bound.
            let just_above = format!("{max}.0001").parse::<f64>();
            invalid.add(OUT_OF_BOUNDS, just_above.ok());
            invalid.add(OUT_OF_BOUNDS, [1e300, -1e300]);
        }
        ValueType::Code { list } | ValueType::AmountClass { list } => {
            invalid.add(
                OTHER_TYPE,
                [json!(1), json!(1.5), json!(true), json!(["1"])],
            );
            invalid.add_codes(model.code_list(list));
        }
        ValueType::List { .. } => {
            invalid.add(OTHER_TYPE, [json!(1), json!("1"), json!(true)]);
            invalid.add("null within a list", [json!([null])]);
            for (reason, value) in of_type(model, value_type.item()) {
                invalid.add(reason, [json!([value])]);
            }
        }
    }
    invalid.0
}

/// The invalid values of one type.
struct InvalidValues(Vec<InvalidValue>);

impl InvalidValues {
    fn add<T: serde::Serialize>(
        &mut self,
        reason: &'static str,
        values: impl IntoIterator<Item = T>,
    ) {
        let values = values.into_iter().map(|value| (reason, json!(value)));
        self.0.extend(values);
    }

    fn add_codes(&mut self, list: Option<&CodeList>) {
        self.add(
            "a code that is too long",
            ["1".repeat(CodeText::MAX_LEN + 1)],
        );
        self.add(
            "a code that is not printable ASCII",
            ["é", "1\n", "\u{0}", "１"],
        );
        // Every other list accepts any text of the form of a code.
        self.add(
            "a code with a space before or after it",
            [" ", " 1", "1 ", "73282932000074 "],
        );
        if list.is_some_and(CodeList::rejects_unknown_codes) {
            self.add(
                "an unknown code in a closed list",
                ["~~~~", "73282932000074"],
            );
            if list.is_some_and(|list| list.find("").is_none()) {
                self.add("an empty code", [""]);
            }
        }
    }
}
