//! The error of a column of a type that is not accepted, with the way to write the column in pandas, R and Stata.

use arrow_schema::DataType;

use crate::describe::{Grain, Representation, ValueType, excerpt_of};
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// The number of characters of a type that a message shows: a struct names its fields, which come from the file.
const TYPE_CHARS: usize = 80;

/// The error of a column of a type that is not accepted.
pub(in crate::arrow) fn wrong_type(found: &DataType, plan: &ColumnPlan) -> ColumnErrorKind {
    error_of(
        found,
        plan,
        alternatives(plan),
        advice(found, &plan.value_type),
    )
}

/// The error of a column of lists whose items are of a type that is not accepted.
pub(in crate::arrow) fn wrong_item(
    found: &DataType,
    item: &DataType,
    plan: &ColumnPlan,
) -> ColumnErrorKind {
    error_of(
        found,
        plan,
        "",
        advice_on_items(item, plan.value_type.item()),
    )
}

fn error_of(
    found: &DataType,
    plan: &ColumnPlan,
    alternatives: &str,
    advice: String,
) -> ColumnErrorKind {
    let physical_type = &plan.physical_type;
    ColumnErrorKind::WrongType {
        expected: format!("{physical_type}{alternatives}"),
        found: excerpt_of(&found.to_string(), TYPE_CHARS),
        advice,
    }
}

/// The other types that are accepted, for a message.
fn alternatives(plan: &ColumnPlan) -> &'static str {
    match plan.value_type.representation() {
        Representation::Period(_) => {
            " (or date64, a timestamp without a time zone or in UTC, or texts)"
        }
        Representation::Whole { .. } => " (or another type of whole numbers)",
        Representation::Decimal { .. } => " (or another decimal, float64, or an integer)",
        Representation::Code { .. } => " (or utf8, or another dictionary of utf8)",
        Representation::Flag => " (or whole numbers 1 and 0, or the texts true, false, 1 and 0)",
        Representation::List { .. } => "",
    }
}

/// The type of the values of a dictionary, or the type itself.
fn value_type_of(found: &DataType) -> &DataType {
    match found {
        DataType::Dictionary(_, values) => values,
        other => other,
    }
}

fn is_date(found: &DataType) -> bool {
    matches!(
        found,
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..)
    )
}

fn is_list(found: &DataType) -> bool {
    matches!(
        found,
        DataType::List(_)
            | DataType::LargeList(_)
            | DataType::FixedSizeList(..)
            | DataType::ListView(_)
            | DataType::LargeListView(_)
    )
}

/// The advice on what to write instead, by the type that was found.
fn advice(found: &DataType, value_type: &ValueType) -> String {
    let representation = value_type.representation();
    let values = value_type_of(found);
    let is_text = values.is_string();
    if let Some(advice) = advice_on_rare_type(found, representation) {
        return advice.to_owned();
    }
    let advice = match representation {
        Representation::Period(grain) if values.is_numeric() => return number_for_a_date(grain),
        Representation::Period(_) if is_date(values) => {
            "midnight in another time zone can be another day; write dates without a time: in pandas \
             `x.dt.tz_localize(None)`, in R `as.Date(x, tz = \"Europe/Brussels\")` with the zone of the data"
        }
        Representation::Period(_) => {
            "write dates: in pandas `pd.to_datetime(x)`, in R `as.Date(x)`, in Stata `format x %td`"
        }
        Representation::Whole { .. } if is_text => {
            "write numbers: in pandas `pd.to_numeric(x).astype(\"Int64\")`, in R `as.integer(x)`, in Stata `destring x, replace`"
        }
        Representation::Whole { .. } if is_date(values) => {
            "write the number: of a date the year is `x.dt.year` in pandas, `lubridate::year(x)` in R, `year(x)` in Stata"
        }
        Representation::Whole { .. } => {
            "write whole numbers: in pandas `x.astype(\"Int64\")`, in R `as.integer(x)`, in Stata a `long`"
        }
        Representation::Decimal { .. } if matches!(values, DataType::Float32) => {
            "float32 holds about seven digits, so that the number may have been rounded: write it again from the source, in pandas \
             as `float64`, in R as `numeric`, in Stata as `double`"
        }
        Representation::Decimal { .. } if is_text => {
            "write numbers with a decimal point: in pandas `pd.to_numeric(x)`, in R `as.numeric(x)`, in Stata `destring x, replace`"
        }
        Representation::Decimal { .. } => {
            "write numbers: in pandas `x.astype(\"float64\")`, in R `as.numeric(x)`, in Stata a `double`"
        }
        Representation::Code { .. } if matches!(found, DataType::Dictionary(..)) => {
            "a code is a text, and `01` is not 1: write categories of texts, in pandas `x.astype(\"string\").astype(\"category\")`, in R \
             `factor(as.character(x))`; if the source has `01`, read it as text first, in pandas with `dtype=\"string\"`"
        }
        Representation::Code { .. } => {
            "a code is a text, and `01` is not 1: read the source as text, in pandas with `dtype=\"string\"`, in R with \
             `colClasses = \"character\"`; in Stata `decode` a labelled number, or `tostring` a number with its leading zeros"
        }
        Representation::Flag => {
            "write true and false, or 1 and 0: in pandas `x.astype(\"boolean\")`, in R `as.logical(x)`, in Stata a `byte`"
        }
        Representation::List { .. } if is_list(found) => {
            "write an Arrow list: in pandas `x.map(list)`, in R `as.list(x)`"
        }
        Representation::List { .. } if is_text => {
            "write a list, not one text: in pandas `x.str.split(\",\")`, in R `strsplit(x, \",\")`"
        }
        Representation::List { .. } => {
            "write a list in each row, with one value or none where there is no other: in pandas `x.map(lambda v: [v])`, in R `as.list(x)`"
        }
    };
    advice.to_owned()
}

/// The advice on a type in which no program writes values of a variable, except by a slip; `None` for any other type.
fn advice_on_rare_type(
    found: &DataType,
    representation: Representation<'_>,
) -> Option<&'static str> {
    let is_number = matches!(
        representation,
        Representation::Whole { .. } | Representation::Decimal { .. }
    );
    let is_list_expected = matches!(representation, Representation::List { .. });
    let advice = match value_type_of(found) {
        DataType::Float16 => {
            "float16 holds about three digits, so that the number may have been rounded: write it again from the source, in pandas as \
             `Int64` or `float64`, in R as `numeric`, in Stata as `long` or `double`"
        }
        DataType::Duration(_) if is_number => {
            "a length of time has a unit that the number does not show: write the number, in pandas `x.dt.days` or \
             `x / pd.Timedelta(hours=1)`, in R `as.numeric(x, units = \"days\")`, in Stata a number of the unit of the variable"
        }
        DataType::Duration(_) => {
            "a length of time is another value than this column holds: write the value of the source, in pandas not the difference of \
             two dates, in R not a `difftime`"
        }
        DataType::Interval(_) if is_number => {
            "an interval of time has a unit that the number does not show: write the number, in DuckDB \
             `date_part('month', x)`, in pandas `x.dt.days`, in R `as.numeric(x, \"months\")` with lubridate"
        }
        DataType::Interval(_) => {
            "an interval of time is not a date or a code: write the value of the source, in DuckDB not the difference of two dates, in \
             pandas not a `DateOffset`, in R not a `Period` of lubridate"
        }
        DataType::Time32(_) | DataType::Time64(_) => {
            "a time of day is without its date: write the value of the source, in pandas not `x.dt.time` but `x.dt.normalize()`, in R \
             not a `hms` but `as.Date(x)`, in Stata `dofc(x)`"
        }
        DataType::Struct(_) => {
            "a struct has several values: write each field as a column of its own, in pandas `pd.json_normalize(x)`, in R \
             `tidyr::unnest_wider(d, x)`, in DuckDB and polars `unnest`; an interval of pandas is a struct too"
        }
        DataType::Map(..) => {
            "a map has several values: write each key as a column of its own, in pandas `pd.json_normalize(x.map(dict))`, in R \
             `tidyr::unnest_wider(d, x)`, in DuckDB `x['key']`"
        }
        DataType::Union(..) => {
            "a union has values of several types: write a column of one type, in DuckDB `union_extract(x, 'tag')` or `x::VARCHAR`, in \
             pandas `x.astype(\"string\")`, in R `vapply(x, as.character, \"\")`"
        }
        DataType::RunEndEncoded(..) => {
            "write every row: in pyarrow `pyarrow.compute.run_end_decode(x)`, in pandas and R a plain column"
        }
        DataType::ListView(_) | DataType::LargeListView(_) if is_list_expected => {
            "a list view is another type: write a list, in pyarrow `x.cast(pyarrow.list_(pyarrow.string()))`, in pandas `x.map(list)`, \
             in R `as.list(x)`"
        }
        list if is_list(list) && !is_list_expected => {
            "each row has a list, and this column has one value in each row: write one value, in pandas `x.str[0]` or a row for each value \
             with `d.explode(\"x\")`, in R `tidyr::unnest_longer(d, x)`"
        }
        DataType::FixedSizeBinary(16) if is_number => {
            "16 bytes are an integer of 128 bits or a UUID: write an integer of 64 bits, in polars `x.cast(pl.Int64)`, in DuckDB \
             `x::BIGINT`, in pandas `x.astype(\"Int64\")`, in R `as.numeric(x)`"
        }
        DataType::FixedSizeBinary(16) => {
            "16 bytes are a UUID or an integer of 128 bits, and not a text: write a text, in pandas `x.map(str)`, in R `as.character(x)`, \
             in DuckDB `x::VARCHAR`; a UUID is too long for a code"
        }
        DataType::Binary
        | DataType::LargeBinary
        | DataType::BinaryView
        | DataType::FixedSizeBinary(_) => {
            "the bytes are not marked as text: cast the column to a text type, in pandas `x.str.decode(\"utf-8\")`, in R \
             `vapply(x, rawToChar, \"\")`, in DuckDB `x::VARCHAR`, in Spark `cast(x as string)`"
        }
        _ => return None,
    };
    Some(advice)
}

/// The advice on the items of lists.
fn advice_on_items(item: &DataType, value_type: &ValueType) -> String {
    let values = value_type_of(item);
    let advice = match value_type.representation() {
        _ if item.is_null() => {
            "an item of a list has no value: write an empty list where there are no values, in pandas `x.map(lambda v: [i for i in v if \
             i is not None])`, in R `lapply(x, function(v) v[!is.na(v)])`"
        }
        Representation::Code { .. } if !values.is_string() && !is_list(values) => {
            "a code is a text, and `01` is not 1: read the source as text, in pandas with `dtype=\"string\"`, in R with \
             `colClasses = \"character\"`, and write lists of texts; if no code has a zero in front, in pandas \
             `x.map(lambda v: [str(i) for i in v])`, in R `lapply(x, as.character)`"
        }
        _ if is_list(values) => {
            "the items of the lists are lists: write one list in each row, in pandas `x.map(lambda v: [i for j in v for i in j])`, in R \
             `lapply(x, unlist)`"
        }
        _ => return format!("of each item: {}", advice(item, value_type)),
    };
    advice.to_owned()
}

/// The advice for a number in a column of dates.
fn number_for_a_date(grain: Grain) -> String {
    let stata = match grain {
        Grain::Day => "`format x %td`",
        Grain::Month => "`generate d = dofm(x)` and `format d %td`",
        Grain::Quarter => "`generate d = dofq(x)` and `format d %td`",
        Grain::Year => "`generate d = dofy(x)` and `format d %td`",
    };
    format!(
        "a number can count from 1960 (Stata, SAS) or from 1970: write dates, in Stata {stata}, in pandas \
         `x.dt.to_timestamp()`, in R `as.Date(x)`"
    )
}
