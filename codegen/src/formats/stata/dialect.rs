//! Expressions.

use beraad_schema::describe::{
    CalendarPeriod, Dialect, Form, Grain, Literal, ObservationPeriod, Operator,
};

use super::text::code_literal;

/// The expressions of Stata.
pub(super) const STATA: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0} | {1}", 1),
        Operator::And => Form::infix("{0} & {1}", 2),
        Operator::Equal => Form::comparison("{0} == {1}", 3),
        Operator::NotEqual => Form::comparison("{0} != {1}", 3),
        Operator::Less => Form::comparison("{0} < {1}", 3),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 3),
        Operator::Greater => Form::comparison("{0} > {1}", 3),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 3),
        Operator::Plus => Form::infix("{0} + {1}", 4),
        Operator::Minus => Form::infix("{0} - {1}", 4),
    },
    not: Form::prefix("!{0}", 6),
    is_null: Form::call("missing({0})"),
    is_not_null: Some(Form::prefix("!missing({0})", 6)),
    // Lists and the periods that contain another one are not translated.
    len: Form::call("{0}"),
    is_empty: None,
    containing: |_| Form::call("{0}"),
    contains: Form::call("{0}"),
    one_of: Form::call("inlist({0}, {1})"),
    separator: ", ",
    column: str::to_owned,
    literal: |literal| match literal {
        Literal::Flag(flag) => u8::from(*flag).to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Code { code, .. } => code_literal(code),
        Literal::Period(period) => period_literal(*period),
    },
};

fn period_literal(period: CalendarPeriod) -> String {
    let first = period.first_day();
    match period.grain() {
        Grain::Day => format!("mdy({}, {}, {})", first.month(), first.day(), first.year()),
        Grain::Month => format!("ym({}, {})", first.year(), first.month()),
        Grain::Quarter => format!("yq({}, {})", first.year(), first.month().div_ceil(3)),
        Grain::Year => first.year().to_string(),
    }
}
