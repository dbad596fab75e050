//! Expressions of SPSS.

use beraad_schema::describe::{
    CalendarPeriod, Date, Dialect, Expr, Form, Grain, Literal, ObservationPeriod, Operator,
};

use super::syntax::{literal, name_of};

/// The expressions of SPSS. A negation binds less tightly than a comparison.
pub(super) const SPSS: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0}\n    OR {1}", 1),
        Operator::And => Form::infix("{0}\n    AND {1}", 2),
        Operator::Equal => Form::comparison("{0} = {1}", 4),
        Operator::NotEqual => Form::comparison("{0} <> {1}", 4),
        Operator::Less => Form::comparison("{0} < {1}", 4),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 4),
        Operator::Greater => Form::comparison("{0} > {1}", 4),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 4),
        Operator::Plus => Form::infix("{0} + {1}", 5),
        Operator::Minus => Form::infix("{0} - {1}", 5),
    },
    not: Form {
        template: "NOT ({0})",
        precedence: 3,
        operands: [0, 0],
    },
    is_null: Form::call("MISSING({0})"),
    is_not_null: None,
    // Lists and the periods that contain another one are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |_| Form::call("{0}"),
    contains: Form::call("{0}"),
    one_of: Form::call("ANY({0}, {1})"),
    separator: ", ",
    column: name_of,
    literal: |constant| match constant {
        Literal::Flag(flag) => u8::from(*flag).to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code, .. } => literal(code),
        Literal::Period(period) => period_start(*period),
    },
};

/// Returns the value of a period: its first day, but the number of a year.
pub(super) fn period_start(period: CalendarPeriod) -> String {
    match period.grain() {
        Grain::Year => period.first_day().year().to_string(),
        Grain::Day | Grain::Month | Grain::Quarter => day(period.first_day()),
    }
}

fn day(day: Date) -> String {
    format!("DATE.DMY({}, {}, {})", day.day(), day.month(), day.year())
}

/// Replaces the tests that a text is null by tests that it is empty: SPSS has no missing texts.
pub(super) fn with_empty_texts(expression: Expr, is_text: &dyn Fn(&str) -> bool) -> Expr {
    match expression {
        Expr::Not(operand) => Expr::not(with_empty_texts(*operand, is_text)),
        Expr::Binary {
            operator,
            left,
            right,
        } => Expr::binary(
            operator,
            with_empty_texts(*left, is_text),
            with_empty_texts(*right, is_text),
        ),
        Expr::IsNull(operand) => match *operand {
            Expr::Column(name) if is_text(&name) => {
                let empty = Literal::Code {
                    list: "".into(),
                    code: "".into(),
                };
                Expr::binary(Operator::Equal, Expr::Column(name), Expr::Literal(empty))
            }
            operand => Expr::is_null(operand),
        },
        other => other,
    }
}
