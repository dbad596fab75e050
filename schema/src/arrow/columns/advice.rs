//! The error of a column of a type that is not accepted, with the way to write the column in pandas, R and Stata.

use arrow_schema::DataType;

use crate::describe::{Grain, Representation, visible};
use crate::value::column::{ColumnErrorKind, ColumnPlan};

/// The error of a column of a type that is not accepted.
pub(in crate::arrow) fn wrong_type(found: &DataType, plan: &ColumnPlan) -> ColumnErrorKind {
    let physical_type = &plan.physical_type;
    ColumnErrorKind::WrongType {
        expected: format!("{physical_type}{}", alternatives(plan)),
        found: visible(&found.to_string()),
        advice: advice(found, plan),
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

/// The advice on what to write instead, by the type that was found.
fn advice(found: &DataType, plan: &ColumnPlan) -> String {
    let is_number = found.is_numeric();
    let is_date = matches!(
        found,
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..)
    );
    let is_text = found.is_string() || matches!(found, DataType::Dictionary(..));
    let advice = match plan.value_type.representation() {
        Representation::Period(grain) if is_number => return number_for_a_date(grain),
        Representation::Period(_) if is_date => {
            "midnight in another time zone can be another day; write dates without a time: in pandas \
             `x.dt.tz_localize(None)`, in R `as.Date(x, tz = \"Europe/Brussels\")` with the zone of the data"
        }
        Representation::Whole { .. } if is_text => {
            "write numbers: in pandas `pd.to_numeric(x).astype(\"Int64\")`, in R `as.integer(x)`, in Stata `destring x, replace`"
        }
        Representation::Whole { .. } if is_date => {
            "write the number: of a date the year is `x.dt.year` in pandas, `lubridate::year(x)` in R, `year(x)` in Stata"
        }
        Representation::Decimal { .. } if matches!(found, DataType::Float32) => {
            "float32 holds about seven digits, so that the number may have been rounded: write it again from the source, in pandas \
             as `float64`, in Stata as `double`"
        }
        Representation::Decimal { .. } if is_text => {
            "write numbers with a decimal point: in pandas `pd.to_numeric(x)`, in R `as.numeric(x)`, in Stata `destring x, replace`"
        }
        Representation::Code { .. } if is_number || is_date || *found == DataType::Boolean => {
            "a code is a text, and `01` is not 1: read the source as text, in pandas with `dtype=\"string\"`, in R with \
             `colClasses = \"character\"`; in Stata `decode` a labelled number, or `tostring` a number with its leading zeros"
        }
        Representation::Code { .. } if matches!(found, DataType::Dictionary(..)) => {
            "write categories of texts: in pandas `x.astype(\"string\").astype(\"category\")`, in R `factor(as.character(x))`"
        }
        Representation::Code { .. } | Representation::Period(_)
            if matches!(
                found,
                DataType::Binary | DataType::LargeBinary | DataType::BinaryView
            ) =>
        {
            "the bytes are not marked as text: cast the column to a text type, in DuckDB `x::VARCHAR`, in Spark `cast(x as string)`"
        }
        Representation::Flag => {
            "write true and false, or 1 and 0: in pandas `x.astype(\"boolean\")`, in R `as.logical(x)`, in Stata a `byte`"
        }
        Representation::List { .. } if is_text => {
            "write a list, not one text: in pandas `x.str.split(\",\")`, in R `strsplit(x, \",\")`"
        }
        Representation::List { .. } => {
            "write a list in each row, with one value or none where there is no other: in pandas `x.map(lambda v: [v])`, in R `as.list(x)`"
        }
        _ => "",
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
