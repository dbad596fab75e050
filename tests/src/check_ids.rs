//! The checks of a delivery by the errors of typed rows.

use beraad_schema::csv::CellErrorKind;
use beraad_schema::{ValueError, ViolationKind};

/// Returns the id of the check that finds what a row type refuses as a value.
#[must_use]
pub fn of_cell(kind: &CellErrorKind) -> &'static str {
    match kind {
        CellErrorKind::NotUtf8 => "invalid-record",
        CellErrorKind::InvalidValue(error) => match error {
            ValueError::Null => "missing-value",
            ValueError::OutOfBounds { .. } => "outside-bounds",
            ValueError::Decimals { kept: 1.. } => "too-many-decimals",
            ValueError::UnknownCode { .. } | ValueError::EmptyCode => "unknown-code",
            ValueError::CodeForm { .. } => "code-form",
            _ => "invalid-value",
        },
        _ => "invalid-value",
    }
}

/// Returns the id of the check that finds this violation of a row.
#[must_use]
pub fn of_violation(kind: &ViolationKind) -> &'static str {
    match kind {
        ViolationKind::OutsideWindow { .. } => "outside-window",
        ViolationKind::Rule { .. } => "rule-violated",
        ViolationKind::UnknownCode { .. } => "unknown-code",
        ViolationKind::InvalidCodeForm { .. } => "code-form",
        ViolationKind::MissingValueMark { .. } => "missing-mark",
        ViolationKind::CodeWithoutMeaning { .. } => "code-without-meaning",
    }
}
