//! Rules in the language of a package.

use beraad_schema::describe::{Dialect, Expr, Rule};

/// Returns true if the columns of a rule are variables of their own in a package: a list is not, and neither is the period that
/// contains another one.
fn is_translatable(expression: &Expr) -> bool {
    match expression {
        Expr::Len(_) | Expr::Contains { .. } | Expr::Containing { .. } => false,
        _ => expression.operands().all(is_translatable),
    }
}

/// Returns the condition that a row violates a rule; `None` if a package has no variables for it.
pub(crate) fn violation(rule: &Rule) -> Option<Expr> {
    is_translatable(&rule.expression).then(|| rule.expression.violated())
}

/// Returns the condition, in a dialect, that a row violates a rule; `None` if the package has no variables for it.
pub(crate) fn translated(rule: &Rule, dialect: &Dialect) -> Option<String> {
    violation(rule).map(|violated| dialect.print(&violated))
}
