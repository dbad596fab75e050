//! The forms of each kind of value, with the value that each must be read as.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use arrow_array::types::{Float64Type, Int8Type, Int16Type, Int32Type};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Date64Array, Decimal128Array, DictionaryArray,
    DurationMicrosecondArray, FixedSizeListArray, Float32Array, Float64Array, Int8Array,
    Int16Array, Int64Array, LargeListArray, LargeStringArray, ListArray, NullArray, StringArray,
    StringViewArray, Time64MicrosecondArray, TimestampMicrosecondArray, TimestampNanosecondArray,
    UInt8Array, UInt64Array, new_null_array,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field, Fields, TimeUnit};
use serde_json::{Value as Json, json};

/// The forms of a kind of value.
pub(crate) struct Kind {
    pub(crate) column: &'static str,
    pub(crate) title: &'static str,
    pub(crate) cases: Vec<Case>,
}

/// A stored form, and the value that it is read as; `None` if it is refused.
pub(crate) struct Case {
    pub(crate) stored: Stored,
    pub(crate) expected: Option<Json>,
}

/// A value as a file stores it.
pub(crate) enum Stored {
    /// A JSON text.
    Json(&'static str),
    /// A field of a CSV file.
    Csv(&'static str),
    /// A column of one row, in Parquet and Arrow.
    Arrow {
        field: Field,
        array: ArrayRef,
        /// The value in words, where the type does not show it.
        value: &'static str,
    },
}

impl Stored {
    pub(crate) fn format(&self) -> &'static str {
        match self {
            Self::Json(_) => "JSON",
            Self::Csv(_) => "CSV",
            Self::Arrow { .. } => "Parquet, Arrow",
        }
    }
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(text) => write!(f, "`{text}`"),
            Self::Csv("") => f.write_str("an empty field"),
            Self::Csv(field) => write!(f, "`{field}`"),
            Self::Arrow { field, value, .. } => {
                let extension = field.metadata().get("ARROW:extension:name");
                match extension {
                    Some(extension) => write!(f, "`{extension}`: {value}"),
                    None => write!(f, "`{}`: {value}", field.data_type()),
                }
            }
        }
    }
}

fn json_form(text: &'static str, expected: Option<Json>) -> Case {
    Case {
        stored: Stored::Json(text),
        expected,
    }
}

fn csv_form(field: &'static str, expected: Option<Json>) -> Case {
    Case {
        stored: Stored::Csv(field),
        expected,
    }
}

fn column(array: impl Into<ArrayRef>, value: &'static str, expected: Option<Json>) -> Case {
    let array = array.into();
    let field = Field::new("value", array.data_type().clone(), true);
    arrow_form(field, array, value, expected)
}

fn arrow_form(field: Field, array: ArrayRef, value: &'static str, expected: Option<Json>) -> Case {
    Case {
        stored: Stored::Arrow {
            field,
            array,
            value,
        },
        expected,
    }
}

/// A column of one row.
macro_rules! arrow {
    ($array:expr, $value:expr, $expected:expr) => {
        column(Arc::new($array) as ArrayRef, $value, $expected)
    };
}

/// A column of the pandas type `period`.
fn periods(length: &str, number: i64, value: &'static str, expected: Option<Json>) -> Case {
    let metadata = [
        (
            "ARROW:extension:name".to_owned(),
            "pandas.period".to_owned(),
        ),
        (
            "ARROW:extension:metadata".to_owned(),
            format!(r#"{{"freq": "{length}"}}"#),
        ),
    ];
    let array: ArrayRef = Arc::new(Int64Array::from(vec![number]));
    let field = Field::new("value", DataType::Int64, true).with_metadata(HashMap::from(metadata));
    arrow_form(field, array, value, expected)
}

fn text(text: &str) -> StringArray {
    StringArray::from(vec![text])
}

fn decimal(number: i128, scale: i8) -> Decimal128Array {
    let array = Decimal128Array::from(vec![number]);
    array.with_precision_and_scale(20, scale).unwrap()
}

/// A category of pandas in which no row has a value.
fn categories_without_values() -> DictionaryArray<Int8Type> {
    DictionaryArray::new(Int8Array::new_null(1), Arc::new(NullArray::new(0)))
}

/// A column of this type in which no row has a value.
fn without_values(data_type: &DataType) -> Case {
    column(new_null_array(data_type, 1), "null", Some(Json::Null))
}

/// The forms of a missing value, which are those of every kind.
fn missing() -> Vec<Case> {
    let field = |name, data_type| Arc::new(Field::new(name, data_type, true));
    vec![
        json_form("null", Some(Json::Null)),
        csv_form("", Some(Json::Null)),
        arrow!(NullArray::new(1), "", Some(Json::Null)),
        without_values(&DataType::Float64),
        without_values(&DataType::Utf8),
        without_values(&DataType::Binary),
        without_values(&DataType::Duration(TimeUnit::Microsecond)),
        without_values(&DataType::List(field("item", DataType::Utf8))),
        without_values(&DataType::Struct(Fields::from(vec![field(
            "a",
            DataType::Int8,
        )]))),
        arrow!(categories_without_values(), "null", Some(Json::Null)),
        csv_form("NA", None),
        csv_form(".", None),
        arrow!(text("NA"), "`NA`", None),
        arrow!(text(""), "an empty text", None),
    ]
}

/// The forms in which a program may write a number as a text: with a sign, with a point at an end, with an exponent, padded.
const WRITTEN_NUMBERS: [&str; 8] = ["+12", "012", "12.", "1.2e1", ".5", "-0", " 12", "12 "];

/// Each of [`WRITTEN_NUMBERS`] in every format, with the values that CSV and JSON read.
fn written_numbers(read: impl Fn(&str) -> Option<Json>) -> Vec<Case> {
    let forms = |number: &'static str| {
        // JSON has no other such form of a number, and ignores spaces.
        let of_json = match number {
            "1.2e1" | "-0" => read(number),
            " 12" | "12 " => read("12"),
            _ => None,
        };
        [
            json_form(number, of_json),
            csv_form(number, read(number)),
            arrow!(text(number), number, None),
        ]
    };
    WRITTEN_NUMBERS.into_iter().flat_map(forms).collect()
}

/// The forms of a date, of which `text` is the written form and `day` its first day since 1970.
fn dates(
    written: &'static str,
    quoted: &'static str,
    day: i32,
    pandas: Vec<Case>,
    refused: Vec<Case>,
) -> Vec<Case> {
    let value = || Some(json!(written));
    let micros = i64::from(day) * 86_400_000_000;
    let mut cases = vec![
        json_form(quoted, value()),
        csv_form(written, value()),
        arrow!(text(written), "the same text", value()),
        arrow!(
            LargeStringArray::from(vec![written]),
            "the same text",
            value()
        ),
        arrow!(
            StringViewArray::from(vec![written]),
            "the same text",
            value()
        ),
        arrow!(
            DictionaryArray::<Int32Type>::from_iter([written]),
            "the same text",
            value()
        ),
        arrow!(Date32Array::from(vec![day]), "its first day", value()),
        arrow!(
            Date64Array::from(vec![i64::from(day) * 86_400_000]),
            "its first day",
            value()
        ),
        arrow!(
            TimestampMicrosecondArray::from(vec![micros]),
            "its first day",
            value()
        ),
        arrow!(
            TimestampMicrosecondArray::from(vec![micros]).with_timezone("UTC"),
            "its first day",
            value()
        ),
        arrow!(
            TimestampMicrosecondArray::from(vec![micros]).with_timezone("Europe/Brussels"),
            "its first day in UTC",
            None
        ),
        arrow!(
            TimestampNanosecondArray::from(vec![micros * 1_000 + 1]),
            "a moment after midnight",
            None
        ),
        arrow!(Int64Array::from(vec![480]), "480", None),
        arrow!(text(" 2010-01"), "a text with a space before it", None),
        json_form("201001", None),
        csv_form("31/01/2010", None),
    ];
    cases.extend(pandas);
    cases.extend(refused);
    cases.extend(missing());
    cases
}

/// The forms of a whole number.
fn whole_numbers(written: impl Fn(&str) -> Option<Json>, refused: Vec<Case>) -> Vec<Case> {
    let value = || Some(json!(2010));
    let mut cases = vec![
        json_form("2010", value()),
        json_form("2010.0", value()),
        json_form("2010.5", None),
        json_form(r#""2010""#, None),
        csv_form("2010", value()),
        csv_form("2010.0", value()),
        csv_form("02010", value()),
        csv_form("2010.5", None),
        csv_form("2010,0", None),
        csv_form("0x7DA", None),
        csv_form(" 2010", None),
        arrow!(Int16Array::from(vec![2010]), "2010", value()),
        arrow!(Int64Array::from(vec![2010]), "2010", value()),
        arrow!(UInt64Array::from(vec![2010]), "2010", value()),
        arrow!(Float32Array::from(vec![2010.0]), "2010.0", value()),
        arrow!(Float64Array::from(vec![2010.0]), "2010.0", value()),
        arrow!(Float64Array::from(vec![2010.5]), "2010.5", None),
        arrow!(Float64Array::from(vec![f64::NAN]), "NaN", None),
        arrow!(decimal(2_010_000, 3), "2010.000", value()),
        arrow!(text("2010"), "`2010`", None),
        arrow!(BooleanArray::from(vec![true]), "true", None),
        arrow!(Date32Array::from(vec![14_610]), "1 January 2010", None),
        arrow!(Int64Array::from(vec![-1]), "-1", None),
        periods("M", 480, "month 480", None),
        json_form("2010.00000000000000000001", None),
        csv_form("2010.00000000000000000001", None),
        csv_form("NaN", None),
        csv_form("inf", None),
        arrow!(
            DictionaryArray::<Int8Type>::new(
                Int8Array::from(vec![0]),
                Arc::new(Int64Array::from(vec![2010]))
            ),
            "2010",
            value()
        ),
        arrow!(DurationMicrosecondArray::from(vec![2010]), "2010", None),
        arrow!(Time64MicrosecondArray::from(vec![2010]), "2010", None),
    ];
    cases.extend(written_numbers(written));
    cases.extend(refused);
    cases.extend(missing());
    cases
}

/// The value of each of [`WRITTEN_NUMBERS`] in a column of whole numbers.
fn twelve(number: &str) -> Option<Json> {
    match number {
        "+12" | "012" | "12" | "12." | "1.2e1" => Some(json!(12)),
        "-0" => Some(json!(0)),
        _ => None,
    }
}

/// The forms of a number with decimals.
fn decimals(kept: u8) -> Vec<Case> {
    let value = || Some(json!(12.5));
    let mut cases = vec![
        json_form("12.5", value()),
        json_form("12", Some(json!(12.0))),
        json_form(r#""12.5""#, None),
        csv_form("12.5", value()),
        csv_form("12", Some(json!(12.0))),
        csv_form("12,5", None),
        csv_form("1.250,00", None),
        arrow!(Float64Array::from(vec![12.5]), "12.5", value()),
        arrow!(Float64Array::from(vec![100.0 / 3.0]), "33.333..", None),
        arrow!(Float32Array::from(vec![12.5]), "12.5", None),
        arrow!(Int64Array::from(vec![12]), "12", Some(json!(12.0))),
        arrow!(decimal(125, 1), "12.5", value()),
        arrow!(decimal(12_500_000_000, 9), "12.500000000", value()),
        arrow!(text("12.5"), "`12.5`", None),
        json_form("0.10000000000000000001", None),
        csv_form("0.10000000000000000001", None),
        json_form("0.1000000000000000000", Some(json!(0.1))),
        csv_form("0.1000000000000000000", Some(json!(0.1))),
        csv_form("NaN", None),
        csv_form("-inf", None),
        arrow!(
            DictionaryArray::<Int8Type>::new(Int8Array::from(vec![0]), Arc::new(decimal(125, 1))),
            "12.5",
            value()
        ),
    ];
    cases.extend(written_numbers(|number| match number {
        "+12" | "012" | "12" | "12." | "1.2e1" => Some(json!(12.0)),
        ".5" => Some(json!(0.5)),
        "-0" => Some(json!(0.0)),
        _ => None,
    }));
    let one_decimal_more = decimal(1, i8::try_from(kept).unwrap() + 1);
    cases.push(arrow!(
        one_decimal_more,
        "one decimal more than are kept",
        None
    ));
    cases.extend(missing());
    cases
}

fn flags() -> Vec<Case> {
    let (yes, no) = (|| Some(json!(true)), || Some(json!(false)));
    let mut cases = vec![
        json_form("true", yes()),
        json_form("1", yes()),
        json_form(r#""1""#, yes()),
        json_form("0.0", no()),
        json_form("2", None),
        json_form(r#""yes""#, None),
    ];
    let texts = [
        ("true", yes()),
        ("TRUE", yes()),
        ("True", yes()),
        ("1", yes()),
        ("1.0", yes()),
        ("false", no()),
        ("FALSE", no()),
        ("False", no()),
        ("0", no()),
        ("T", None),
        ("J", None),
        ("ja", None),
        ("2", None),
        ("0.0", no()),
        ("+1", yes()),
        ("01", yes()),
        ("1.", yes()),
        ("1e0", yes()),
        ("-0", no()),
        (".5", None),
        (" 1", None),
        ("1 ", None),
        ("NaN", None),
    ];
    for (form, expected) in texts {
        cases.push(csv_form(form, expected.clone()));
        cases.push(arrow!(text(form), form, expected));
    }
    cases.extend([
        arrow!(BooleanArray::from(vec![true]), "true", yes()),
        arrow!(Int8Array::from(vec![1]), "1", yes()),
        arrow!(UInt8Array::from(vec![0]), "0", no()),
        arrow!(Float64Array::from(vec![1.0]), "1.0", yes()),
        arrow!(decimal(0, 2), "0.00", no()),
        arrow!(Int8Array::from(vec![2]), "2", None),
        arrow!(Float64Array::from(vec![0.5]), "0.5", None),
        json_form(r#""1.0""#, None),
        arrow!(
            DictionaryArray::<Int8Type>::new(
                Int8Array::from(vec![0]),
                Arc::new(BooleanArray::from(vec![true]))
            ),
            "true",
            yes()
        ),
        arrow!(Date32Array::from(vec![1]), "a day", None),
        periods("M", 1, "month 1", None),
    ]);
    cases.extend(missing());
    cases
}

/// The forms of a code.
fn codes(is_closed: bool) -> Vec<Case> {
    let value = || Some(json!("01"));
    let other = || (!is_closed).then(|| json!("1"));
    let mut cases = vec![
        json_form(r#""01""#, value()),
        json_form("1", None),
        json_form(r#""01 ""#, None),
        csv_form("01", value()),
        csv_form("1", other()),
        csv_form(" 01", None),
        arrow!(text("01"), "`01`", value()),
        arrow!(LargeStringArray::from(vec!["01"]), "`01`", value()),
        arrow!(StringViewArray::from(vec!["01"]), "`01`", value()),
        arrow!(
            DictionaryArray::<Int8Type>::from_iter(["01"]),
            "`01`",
            value()
        ),
        arrow!(text("1"), "`1`", other()),
        arrow!(text("01 "), "`01` and a space", None),
        arrow!(Int8Array::from(vec![1]), "1", None),
        arrow!(Float64Array::from(vec![1.0]), "1.0", None),
        arrow!(Date32Array::from(vec![1]), "a day", None),
    ];
    let missing = missing().into_iter().map(|mut case| {
        // An open list may have the code `NA`, `.` or the empty code.
        if !is_closed && case.expected.is_none() {
            case.expected = Some(match &case.stored {
                Stored::Csv(field) => json!(field),
                Stored::Arrow { value: "`NA`", .. } => json!("NA"),
                _ => json!(""),
            });
        }
        case
    });
    cases.extend(missing);
    cases
}

fn lists() -> Vec<Case> {
    let value = || Some(json!([2010]));
    let (none, empty) = (|| None, || Some(json!([])));
    let one = || [Some(vec![Some(2010_i16)])];
    let large = LargeListArray::from_iter_primitive::<Int16Type, _, _>(one());
    let fixed = FixedSizeListArray::from_iter_primitive::<Int16Type, _, _>(one(), 1);
    let items = |items: ArrayRef, count: usize| {
        let field = Arc::new(Field::new("item", items.data_type().clone(), true));
        ListArray::new(field, OffsetBuffer::from_lengths([count]), items, None)
    };
    vec![
        json_form("[2010]", value()),
        json_form("[]", empty()),
        json_form("2010", none()),
        json_form("null", none()),
        json_form("[null]", none()),
        csv_form("2010", none()),
        csv_form("", none()),
        arrow!(
            ListArray::from_iter_primitive::<Int16Type, _, _>(one()),
            "`[2010]`",
            value()
        ),
        arrow!(
            ListArray::from_iter_primitive::<Float64Type, _, _>([Some(vec![Some(2010.0)])]),
            "`[2010.0]`",
            value()
        ),
        arrow!(large, "`[2010]`", value()),
        arrow!(fixed, "`[2010]`", value()),
        arrow!(items(Arc::new(NullArray::new(0)), 0), "`[]`", empty()),
        arrow!(
            items(Arc::new(Float64Array::new_null(0)), 0),
            "`[]`",
            empty()
        ),
        arrow!(items(Arc::new(NullArray::new(1)), 1), "`[null]`", none()),
        arrow!(
            ListArray::from_iter_primitive::<Int16Type, _, _>([None::<Vec<Option<i16>>>]),
            "null",
            none()
        ),
        arrow!(Int16Array::from(vec![2010]), "2010", none()),
        arrow!(text("2010,2011"), "`2010,2011`", none()),
    ]
}

/// All kinds of value, in the order of the columns.
pub(crate) fn kinds() -> Vec<Kind> {
    let kind = |column, title, cases| Kind {
        column,
        title,
        cases,
    };
    let january = || Some(json!("2010-01"));
    vec![
        kind(
            "day",
            "Day",
            dates(
                "2010-01-31",
                r#""2010-01-31""#,
                14_640,
                vec![periods("D", 14_640, "day 14640", Some(json!("2010-01-31")))],
                vec![csv_form("2010-02-30", None)],
            ),
        ),
        kind(
            "month",
            "Month",
            dates(
                "2010-01",
                r#""2010-01""#,
                14_610,
                vec![
                    periods("M", 480, "month 480", january()),
                    periods("Q-DEC", 160, "quarter 160", None),
                ],
                vec![
                    csv_form("2010-1", None),
                    csv_form("2010-01-01", None),
                    arrow!(Date32Array::from(vec![14_640]), "31 January 2010", None),
                ],
            ),
        ),
        kind(
            "quarter",
            "Quarter",
            dates(
                "2010-Q1",
                r#""2010-Q1""#,
                14_610,
                vec![periods("Q-DEC", 160, "quarter 160", Some(json!("2010-Q1")))],
                vec![
                    csv_form("2010Q1", None),
                    csv_form("2010-K1", None),
                    arrow!(Date32Array::from(vec![14_641]), "1 February 2010", None),
                ],
            ),
        ),
        kind(
            "year",
            "Year",
            whole_numbers(
                |_| None,
                vec![
                    periods("Y-DEC", 40, "year 40", Some(json!(2010))),
                    csv_form("10", None),
                ],
            ),
        ),
        kind(
            "count",
            "Serial number, count, age, duration",
            whole_numbers(
                twelve,
                vec![
                    arrow!(
                        Float32Array::from(vec![16_777_215.0]),
                        "16777215",
                        Some(json!(16_777_215))
                    ),
                    arrow!(Float32Array::from(vec![16_777_216.0]), "16777216", None),
                ],
            ),
        ),
        kind("percentage", "Percentage, ratio, hours", decimals(4)),
        kind("amount", "Amount in a currency", decimals(2)),
        kind("flag", "Yes or no", flags()),
        kind("letter", "Code of a closed list", codes(true)),
        kind("number", "Code of another list", codes(false)),
        kind("years", "Several values", lists()),
    ]
}
