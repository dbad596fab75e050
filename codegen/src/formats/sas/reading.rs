//! The statements of a data step that read a column as text and convert it.

use beraad_schema::describe::{CodeList, Column, Grain, Representation};

use super::text::code;
use crate::format::Selection;
use crate::packages::{Limits, ReadAs, flag_texts, period_pattern, read_as};

/// The maximum length of a code of a list that is not known, of a list of values, and of another value, in bytes.
const MAX_UNKNOWN_CODE: usize = 200;
const MAX_LIST: usize = 8_000;
pub(super) const MAX_VALUE: usize = 40;

/// Returns the number of bytes that a column may have as text. A longer text stops the script.
pub(super) fn width(selection: &Selection<'_>, column: &Column<'_>) -> usize {
    match column.value_type().representation() {
        Representation::List { .. } => MAX_LIST,
        Representation::Code { .. } => {
            let list = column.value_type().code_list();
            let list = list.and_then(|id| selection.model.code_list(id));
            let codes = list.into_iter().flat_map(CodeList::published_codes);
            let longest = codes.map(|(code, _)| code.len()).max();
            // A code that is not in the list must be counted, and not be cut.
            longest.map_or(MAX_UNKNOWN_CODE, |longest| longest.max(MAX_VALUE))
        }
        _ => MAX_VALUE,
    }
}

/// Returns true if a column stays a text.
pub(super) fn is_text(column: &Column<'_>) -> bool {
    matches!(
        column.value_type().representation(),
        Representation::Code { .. } | Representation::List { .. }
    )
}

/// Returns the format of a number: that of a date or of a year.
pub(super) fn format(column: &Column<'_>) -> Option<&'static str> {
    if column.value_type().grain() == Some(Grain::Year) {
        return Some("4.");
    }
    match column.value_type().representation() {
        Representation::Period(grain) => Some(match grain {
            Grain::Day => "yymmdd10.",
            Grain::Month => "yymmd7.",
            Grain::Quarter => "yyq6.",
            Grain::Year => "4.",
        }),
        Representation::Whole { .. } => Some("best16."),
        Representation::Decimal { .. } => Some("best20."),
        _ => None,
    }
}

/// Returns the statement that converts the text `from` to the column; it leaves the column missing if that is impossible.
pub(super) fn conversion(column: &Column<'_>, from: &str) -> String {
    let name = &column.name;
    let if_like = |pattern: &str, value: &str| {
        format!("if prxmatch('/^{pattern} *$/', {from}) then {name} = {value};")
    };
    match read_as(column.value_type()) {
        ReadAs::Number(limits) => {
            let Limits { min, max, .. } = limits;
            let pattern = match column.value_type().grain() {
                Some(grain) => period_pattern(grain).to_owned(),
                None => limits.pattern(),
            };
            let number = if_like(&pattern, &format!("input({from}, 32.)"));
            format!("{number}\n  if {name} < {min} or {name} > {max} then {name} = .;")
        }
        ReadAs::Flag => {
            let [no, yes] = flag_texts().map(|texts| texts.map(code).join(", "));
            format!(
                "if {from} in ({yes}) then {name} = 1; else if {from} in ({no}) then {name} = 0;"
            )
        }
        ReadAs::Period(Grain::Day) => if_like(
            period_pattern(Grain::Day),
            &format!("input({from}, ?? yymmdd10.)"),
        ),
        ReadAs::Period(Grain::Month) => if_like(
            period_pattern(Grain::Month),
            &format!("input(cats({from}, '-01'), ?? yymmdd10.)"),
        ),
        ReadAs::Period(Grain::Quarter) => if_like(
            period_pattern(Grain::Quarter),
            &format!(
                "mdy(3 * input(substr({from}, 7, 1), 1.) - 2, 1, input(substr({from}, 1, 4), 4.))"
            ),
        ),
        ReadAs::Period(Grain::Year) => {
            if_like(period_pattern(Grain::Year), &format!("input({from}, 4.)"))
        }
        ReadAs::Code(_) | ReadAs::List => format!("{name} = {from};"),
    }
}

/// Returns the last day of the period of a column as an expression.
pub(super) fn last_day(column: &Column<'_>) -> Option<String> {
    let name = &column.name;
    Some(match column.value_type().grain()? {
        Grain::Day => name.clone(),
        Grain::Month => format!("intnx('month', {name}, 0, 'end')"),
        Grain::Quarter => format!("intnx('qtr', {name}, 0, 'end')"),
        Grain::Year => format!("mdy(12, 31, {name})"),
    })
}
