//! The checks that a block can fail, by the description of the model.

use beraad_schema::describe::{
    AppliesTo, CodeList, Condition, Grain, Identity, Operand, Representation, Severity, ValueType,
};

use super::clean;
use super::sheet::Sheet;

/// Returns true if rows of the block can have an error that this check finds.
///
/// # Panics
/// Panics if the check is not known here.
pub(crate) fn is_possible(sheet: &Sheet<'_>, check: &str) -> bool {
    let block = sheet.block;
    let representations = || {
        let columns = sheet.columns.iter();
        columns.map(|it| it.value_type().item().representation())
    };
    let lists = || (0..sheet.columns.len()).filter_map(|column| sheet.list(column));
    let has_periods = sheet.grain().is_some_and(|grain| grain != Grain::Day);
    match check {
        // Any file, any line, and any column: no type is free text.
        "unreadable-file" | "invalid-header" | "file-without-rows" | "invalid-record"
        | "invalid-value" => true,
        // An empty field of a column of several values means that there are none.
        "missing-value" => sheet
            .columns
            .iter()
            .any(|it| !it.nullable() && !it.value_type().is_list()),
        // A year has bounds too, but a number that is not a year is not a date.
        "outside-bounds" => sheet.columns.iter().any(|column| {
            let item = column.value_type().item();
            matches!(
                item.representation(),
                Representation::Whole { .. } | Representation::Decimal { .. }
            ) && item.grain().is_none()
        }),
        "too-many-decimals" => {
            representations().any(|it| matches!(it, Representation::Decimal { .. }))
        }
        "outside-window" => sheet.observed.is_some(),
        "outside-validity" => sheet.observed.is_some() && sheet.starts_late(sheet.block.valid),
        "value-outside-validity" => {
            sheet.observed.is_some()
                && (0..sheet.columns.len()).any(|it| sheet.starts_late(sheet.valid(it)))
        }
        "implausible-date" => {
            let mut columns = sheet.columns.iter().enumerate();
            columns.any(|(place, column)| {
                Some(place) != sheet.observed && column.value_type().item().grain().is_some()
            })
        }
        "unknown-code" => lists().any(CodeList::rejects_unknown_codes),
        "missing-mark" => lists().any(|list| !list.rejects_unknown_codes()),
        "code-form" => lists().any(|list| {
            !list.rejects_unknown_codes() && list.form.is_some() && !list.is_reference_only()
        }),
        "unlisted-code" | "near-code" => lists().any(|list| {
            !list.rejects_unknown_codes()
                && !list.is_reference_only()
                && list.published_codes().next().is_some()
        }),
        "code-without-meaning" => {
            let periods = clean::periods(sheet);
            (0..sheet.columns.len()).any(|column| {
                sheet.is_read_at_period(column)
                    && sheet.list(column).is_some_and(|list| {
                        let mut codes = list.published_codes();
                        codes.any(|(_, entry)| {
                            periods.iter().any(|it| !sheet.has_meaning(entry, *it))
                        })
                    })
            })
        }
        "rule-violated" => !block.rules.is_empty(),
        "constraint-violated" => has_constraint(sheet, Severity::Error),
        "constraint-unmet" => has_constraint(sheet, Severity::Warning),
        "duplicate-key" => matches!(block.identity, Identity::Key(_)),
        "duplicate-row" => matches!(block.identity, Identity::NoKnownKey(_)),
        "constant-column" => sheet.columns.iter().enumerate().any(|(place, column)| {
            Some(place) != sheet.observed
                && !column.value_type().is_list()
                && column.value_type().representation() != Representation::Flag
        }),
        "period-without-rows" => has_periods,
        // A required column has a value in each row.
        "empty-column" => has_optional_column(sheet),
        "period-without-values" => has_periods && has_optional_column(sheet),
        _ => panic!("the check `{check}` has no condition here"),
    }
}

fn has_optional_column(sheet: &Sheet<'_>) -> bool {
    let mut columns = sheet.columns.iter();
    columns.any(|it| it.nullable() || it.value_type().is_list())
}

/// Returns true if a row of the block can violate a constraint of this severity.
fn has_constraint(sheet: &Sheet<'_>, severity: Severity) -> bool {
    let constraints = sheet.model.constraints.iter();
    let mut constraints = constraints.filter(|it| it.severity == severity);
    constraints.any(|constraint| {
        let columns = sheet
            .columns
            .iter()
            .filter(|column| match &constraint.applies_to {
                AppliesTo::Columns(names) => names
                    .iter()
                    .any(|name| **name == *format!("{}.{}", sheet.block.id, column.name)),
                AppliesTo::Subject(subject) => matches!(
                    column.value_type(),
                    ValueType::SerialNumber { of } if of == subject
                ),
            });
        let mut columns = columns;
        columns.any(|column| match &constraint.condition {
            None => false,
            // A value is always among the values of its own column.
            Some(Condition::RowExists(row)) => {
                let is_own =
                    |column_name: &str| row.block == sheet.block.id && column_name == column.name;
                !row.equal
                    .iter()
                    .all(|it| is_own(&it.column) && matches!(it.to, Operand::Constrained))
            }
            Some(Condition::NoneOf(_) | Condition::Age(_)) => true,
        })
    })
}
