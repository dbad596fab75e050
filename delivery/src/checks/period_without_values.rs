//! `period-without-values`: a column has no value in an observation period.

use beraad_schema::Datum;
use beraad_schema::describe::Expr;

use crate::check::Check;
use crate::period::period_of;
use crate::periods::Periods;
use crate::plan::{BlockPlan, RulePlan};
use crate::severity::Severity;
use crate::tally::Tally;

pub(crate) static CHECK: Check = Check {
    id: "period-without-values",
    title: "a column has no value in an observation period",
    severity: Severity::Warning,
    why: "The column has values in other periods, and by their share at least ten would be expected in this one. The source may not have the variable then, or it was lost on the way. A period in which the codebook or a rule allows no value is left out.",
    remedy: "Ask the provider since when the source has the variable.",
};

/// Finds the periods in which a column has no value, and could have one.
pub(crate) fn run(plan: &BlockPlan<'_>, periods: &Periods, tally: &mut Tally) {
    for empty in periods.empty_columns() {
        for (day, rows) in empty.periods {
            if can_have_values(plan, empty.column, day) {
                tally.add_period(&CHECK, empty.column, day, rows);
            }
        }
    }
}

/// Returns true if the variable exists in a period, and no rule of the block forbids its values then.
fn can_have_values(plan: &BlockPlan<'_>, column: usize, day: i64) -> bool {
    let valid = plan.columns[column].valid;
    let exists = valid.is_none_or(|valid| !plan.is_outside(valid, day));
    exists
        && !plan
            .rules
            .iter()
            .any(|rule| forbids_values(plan, rule, column, day).unwrap_or(false))
}

/// Returns true if any value of a column violates a rule in a period; `None` if the rule depends on something else.
fn forbids_values(
    plan: &BlockPlan<'_>,
    rule: &RulePlan<'_>,
    column: usize,
    day: i64,
) -> Option<bool> {
    let observed = plan.observed?;
    let (name, period_name) = (&*plan.columns[column].name, &*plan.columns[observed].name);
    let expression = &rule.rule.expression;
    let named = expression.columns();
    let is_of_both = named.iter().all(|it| **it == *name || **it == *period_name);
    if !is_of_both || reads_value(expression, name) {
        return None;
    }
    let mut values = vec![Datum::Null; plan.columns.len()];
    values[observed] = Datum::Period(period_of(plan.grain()?, day)?);
    // The rule asks only whether there is a value, so that any value represents all of them.
    values[column] = Datum::Flag(true);
    Some(rule.compiled.as_ref()?.holds(&values) == Some(false))
}

/// Returns true if an expression depends on the value of a column, and not only on its presence.
fn reads_value(expression: &Expr, column: &str) -> bool {
    match expression {
        Expr::Column(name) => **name == *column,
        Expr::IsNull(operand) if matches!(**operand, Expr::Column(_)) => false,
        other => other.operands().any(|operand| reads_value(operand, column)),
    }
}
