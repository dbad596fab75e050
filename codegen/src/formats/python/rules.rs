//! Rules as expressions of polars.

use beraad_schema::describe::{
    CalendarPeriod, Dialect, Expr, Form, Grain, Literal, ObservationPeriod, Operator, Rule,
};

use super::literal::literal;

/// Returns the condition that a row violates a rule; `None` for a rule on a list, which stays a text.
pub(super) fn translated(rule: &Rule) -> Option<String> {
    is_translatable(&rule.expression).then(|| POLARS.print(&rule.expression.violated()))
}

fn is_translatable(expression: &Expr) -> bool {
    match expression {
        Expr::Len(_) | Expr::Contains { .. } => false,
        _ => expression.operands().all(is_translatable),
    }
}

/// The expressions of polars. In Python, `|` and `&` bind more tightly than comparisons.
const POLARS: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Equal => Form::comparison("{0} == {1}", 1),
        Operator::NotEqual => Form::comparison("{0} != {1}", 1),
        Operator::Less => Form::comparison("{0} < {1}", 1),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 1),
        Operator::Greater => Form::comparison("{0} > {1}", 1),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 1),
        Operator::Or => Form::infix("{0} | {1}", 2),
        Operator::And => Form::infix("{0} & {1}", 3),
        // With 64 bits: a difference of two numbers without a sign may be negative.
        Operator::Plus => Form::infix("pl.lit(0, pl.Int64) + {0} + {1}", 4),
        Operator::Minus => Form::infix("pl.lit(0, pl.Int64) + {0} - {1}", 4),
    },
    not: Form::prefix("~{0}", 5),
    is_null: Form::prefix("{0}.is_null()", 6),
    is_not_null: Some(Form::prefix("{0}.is_not_null()", 6)),
    // Lists are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |grain| match grain {
        Grain::Year => Form::prefix("{0}.dt.year()", 6),
        Grain::Quarter => Form::prefix("{0}.dt.truncate(\"1q\")", 6),
        Grain::Month => Form::prefix("{0}.dt.truncate(\"1mo\")", 6),
        Grain::Day => Form::prefix("{0}.dt.truncate(\"1d\")", 6),
    },
    contains: Form::call("{0}"),
    one_of: Form {
        template: "{0}.is_in([{1}])",
        precedence: 6,
        operands: [6, 0],
    },
    separator: ", ",
    column: |name| format!("pl.col({})", literal(name)),
    literal: |constant| match constant {
        Literal::Flag(true) => "pl.lit(True)".to_owned(),
        Literal::Flag(false) => "pl.lit(False)".to_owned(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code, .. } => literal(code),
        Literal::Period(period) => period_literal(*period),
    },
};

/// A date is the first day of its period, and a year is a number.
fn period_literal(period: CalendarPeriod) -> String {
    let first = period.first_day();
    match period.grain() {
        Grain::Year => first.year().to_string(),
        _ => format!("date({}, {}, {})", first.year(), first.month(), first.day()),
    }
}
