//! The checks, each in a file of its own.

mod unreadable_file;
mod file_without_rows;
mod invalid_header;
mod invalid_record;
mod missing_value;
mod invalid_value;
mod outside_bounds;
mod too_many_decimals;
mod outside_window;
mod outside_validity;
mod value_outside_validity;
mod implausible_date;
mod unknown_code;
mod unlisted_code;
mod near_code;
mod code_form;
mod missing_mark;
mod code_without_meaning;
mod codes;
mod rule_violated;
mod constraint_violated;
mod constraint_unmet;
mod duplicate_key;
mod duplicate_row;
mod empty_column;
mod constant_column;
pub(crate) mod period_without_rows;
pub(crate) mod period_without_values;

use beraad_schema::ValueError;
use beraad_schema::csv::CellErrorKind;
use beraad_schema::describe::{self, Grain};

use crate::check::Check;
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::plan::BlockPlan;
use crate::tally::Tally;

pub(crate) use self::constant_column::CHECK as CONSTANT_COLUMN;
pub(crate) use self::constraint_unmet::CHECK as CONSTRAINT_UNMET;
pub(crate) use self::constraint_violated::CHECK as CONSTRAINT_VIOLATED;
pub(crate) use self::duplicate_key::CHECK as DUPLICATE_KEY;
pub(crate) use self::duplicate_row::CHECK as DUPLICATE_ROW;
pub(crate) use self::empty_column::CHECK as EMPTY_COLUMN;
pub(crate) use self::file_without_rows::CHECK as FILE_WITHOUT_ROWS;
pub(crate) use self::invalid_header::CHECK as INVALID_HEADER;
pub(crate) use self::invalid_record::CHECK as INVALID_RECORD;
pub(crate) use self::rule_violated::CHECK as RULE_VIOLATED;
pub(crate) use self::rule_violated::violations as rule_violations;
pub(crate) use self::unreadable_file::CHECK as UNREADABLE_FILE;

/// All checks, in the order in which a row meets them.
pub static CHECKS: &[&Check] = &[
    &unreadable_file::CHECK,
    &invalid_header::CHECK,
    &file_without_rows::CHECK,
    &invalid_record::CHECK,
    &missing_value::CHECK,
    &invalid_value::CHECK,
    &outside_bounds::CHECK,
    &too_many_decimals::CHECK,
    &outside_window::CHECK,
    &outside_validity::CHECK,
    &value_outside_validity::CHECK,
    &implausible_date::CHECK,
    &unknown_code::CHECK,
    &unlisted_code::CHECK,
    &near_code::CHECK,
    &code_form::CHECK,
    &missing_mark::CHECK,
    &code_without_meaning::CHECK,
    &rule_violated::CHECK,
    &constraint_violated::CHECK,
    &constraint_unmet::CHECK,
    &duplicate_key::CHECK,
    &duplicate_row::CHECK,
    &empty_column::CHECK,
    &constant_column::CHECK,
    &period_without_rows::CHECK,
    &period_without_values::CHECK,
];

/// Returns the check with this id.
#[must_use]
pub fn check(id: &str) -> Option<&'static Check> {
    let mut checks = CHECKS.iter().copied();
    checks.find(|check| check.id.eq_ignore_ascii_case(id))
}

/// Returns true if a block of so many rows has what this check examines, such as a key, a rule or a column of codes.
/// `has_header` is true if the header of a file is valid. `has_constraint` returns true if a constraint of this severity is computed in the block.
pub(crate) fn had_something_to_examine(
    check: &Check,
    plan: &BlockPlan<'_>,
    rows: u64,
    has_header: bool,
    has_constraint: impl Fn(describe::Severity) -> bool,
) -> bool {
    let is_one_of = |checks: &[&Check]| checks.contains(&check);
    if is_one_of(&[&UNREADABLE_FILE]) {
        true
    } else if is_one_of(&[&INVALID_HEADER]) {
        rows > 0 || has_header
    } else if rows == 0 {
        false
    } else if is_one_of(&[&EMPTY_COLUMN, &CONSTANT_COLUMN]) {
        // One row says nothing about a column.
        rows > 1
    } else if is_one_of(&[
        &unknown_code::CHECK,
        &unlisted_code::CHECK,
        &near_code::CHECK,
        &code_form::CHECK,
        &missing_mark::CHECK,
        &code_without_meaning::CHECK,
    ]) {
        plan.columns.iter().any(|column| column.codes.is_some())
    } else if is_one_of(&[&outside_window::CHECK]) {
        plan.grain().is_some() && plan.observation.is_some()
    } else if is_one_of(&[&outside_validity::CHECK]) {
        plan.grain().is_some() && plan.valid.is_some()
    } else if is_one_of(&[&value_outside_validity::CHECK]) {
        plan.grain().is_some() && plan.columns.iter().any(|column| column.valid.is_some())
    } else if is_one_of(&[&period_without_rows::CHECK, &period_without_values::CHECK]) {
        plan.grain().is_some_and(|grain| grain != Grain::Day)
    } else if is_one_of(&[&implausible_date::CHECK]) {
        plan.has_dates()
    } else if is_one_of(&[&rule_violated::CHECK]) {
        plan.rules.iter().any(|rule| rule.compiled.is_some())
    } else if is_one_of(&[&constraint_violated::CHECK]) {
        has_constraint(describe::Severity::Error)
    } else if is_one_of(&[&constraint_unmet::CHECK]) {
        has_constraint(describe::Severity::Warning)
    } else if is_one_of(&[&duplicate_key::CHECK]) {
        plan.key.is_some()
    } else if is_one_of(&[&duplicate_row::CHECK]) {
        plan.key.is_none()
    } else {
        true
    }
}

/// Returns the check that a field fails which cannot be read.
pub(crate) fn of_cell_error(error: &CellErrorKind) -> &'static Check {
    match error {
        CellErrorKind::NotUtf8 => &invalid_record::CHECK,
        CellErrorKind::InvalidValue(ValueError::Null) => &missing_value::CHECK,
        CellErrorKind::InvalidValue(ValueError::OutOfBounds { .. }) => &outside_bounds::CHECK,
        // To round a number that is not whole does not make a count or a serial number of it.
        CellErrorKind::InvalidValue(ValueError::Decimals { kept: 1.. }) => {
            &too_many_decimals::CHECK
        }
        _ => &invalid_value::CHECK,
    }
}

/// Checks the rows of a part of a file.
pub(crate) fn of_part(
    plan: &BlockPlan<'_>,
    part: &Part,
    periods: &PartPeriods,
    show_values: bool,
    tally: &mut Tally,
) {
    outside_window::run(plan, part, periods, tally);
    outside_validity::run(plan, part, periods, tally);
    value_outside_validity::run(plan, part, periods, tally);
    implausible_date::run(plan, part, tally);
    codes::run(plan, part, periods, show_values, tally);
    rule_violated::run(plan, part, tally);
}
