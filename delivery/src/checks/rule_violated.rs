//! `rule-violated`: a row contradicts a rule of its block.

use crate::check::Check;
use crate::column::INVALID;
use crate::datum::datum;
use crate::lanes::violating_rows;
use crate::part::Part;
use crate::plan::{BlockPlan, RulePlan};
use crate::severity::Severity;
use crate::tally::Tally;
use beraad_schema::Datum;

pub(crate) static CHECK: Check = Check {
    id: "rule-violated",
    title: "a row contradicts a rule of its block",
    severity: Severity::Error,
    why: "The rule follows from the decision or from the source, and the codebook has it in words.",
    remedy: "Correct the values that the rule names.",
};

/// Finds the rows that violate a rule.
pub(super) fn run(plan: &BlockPlan<'_>, part: &Part, tally: &mut Tally) {
    for (rule, row) in violations(plan, part) {
        let place = part.place(plan, row);
        tally.add_named(&CHECK, None, place, &plan.rules[rule].rule.id);
    }
}

/// Returns the violations: the position of the rule, and the row.
pub(crate) fn violations(plan: &BlockPlan<'_>, part: &Part) -> Vec<(usize, usize)> {
    let mut violations = Vec::new();
    for (place, rule) in plan.rules.iter().enumerate() {
        let rows = violating_rows(&rule.rule.expression, part, plan)
            .unwrap_or_else(|| violating_rows_one_by_one(rule, plan, part));
        violations.extend(rows.into_iter().map(|row| (place, row)));
    }
    violations
}

/// Evaluates a rule row by row.
fn violating_rows_one_by_one(rule: &RulePlan<'_>, plan: &BlockPlan<'_>, part: &Part) -> Vec<usize> {
    let Some(compiled) = &rule.compiled else {
        return Vec::new();
    };
    let named = rule.rule.expression.columns();
    let named = named.iter().filter_map(|name| {
        let mut columns = plan.columns.iter();
        columns.position(|column| column.name == **name)
    });
    let named: Vec<_> = named.collect();
    let mut values = vec![Datum::Null; plan.columns.len()];
    let rows = (0..part.rows()).filter(|row| {
        let mut is_known = true;
        for &column in &named {
            values[column] = datum(&part.columns[column], *row, plan.columns[column].value_type);
            is_known &= part.columns[column].states[*row] != INVALID;
        }
        is_known && compiled.holds(&values) == Some(false)
    });
    rows.collect()
}
