//! The condition of a rule, as readers of the codebook see it.

use beraad_schema::describe::{Dialect, Expr, Form, Grain, Literal, Operator};

/// The notation of the codebook, which is the same in every language: close to what Stata, R and Python have in common.
const CODEBOOK: Dialect = Dialect {
    operator: |operator| match operator {
        Operator::Or => Form::infix("{0} or {1}", 1),
        Operator::And => Form::infix("{0} and {1}", 2),
        Operator::Equal => Form::comparison("{0} == {1}", 3),
        Operator::NotEqual => Form::comparison("{0} != {1}", 3),
        Operator::Less => Form::comparison("{0} < {1}", 3),
        Operator::LessOrEqual => Form::comparison("{0} <= {1}", 3),
        Operator::Greater => Form::comparison("{0} > {1}", 3),
        Operator::GreaterOrEqual => Form::comparison("{0} >= {1}", 3),
        Operator::Plus => Form::infix("{0} + {1}", 4),
        Operator::Minus => Form::infix("{0} - {1}", 4),
    },
    not: Form::prefix("not {0}", 5),
    is_null: Form::call("is_null({0})"),
    is_not_null: None,
    len: Form::call("len({0})"),
    is_empty: None,
    containing: |grain| match grain {
        Grain::Year => Form::call("year({0})"),
        Grain::Quarter => Form::call("quarter({0})"),
        Grain::Month => Form::call("month({0})"),
        Grain::Day => Form::call("day({0})"),
    },
    contains: Form::call("contains({0}, {1})"),
    one_of: Form::comparison("{0} in ({1})", 3),
    separator: ", ",
    column: str::to_owned,
    literal,
};

/// The expression as text; brackets stand only where they are needed.
pub(crate) fn expression(expr: &Expr) -> String {
    CODEBOOK.print(expr)
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::Period(period) => period.to_string(),
        Literal::Code { code, .. } => format!("\"{code}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_where_they_change_the_meaning() {
        let column = |name: &'static str| Expr::column(name);
        let either = Expr::binary(Operator::Or, column("a"), column("b"));
        let both = Expr::binary(Operator::And, either, column("c"));
        assert_eq!(expression(&both), "(a or b) and c");
        let less = Expr::binary(Operator::Minus, column("b"), column("c"));
        let nested = Expr::binary(Operator::Minus, column("a"), less);
        assert_eq!(expression(&nested), "a - (b - c)");
        let not = Expr::not(Expr::binary(Operator::Less, column("a"), column("b")));
        assert_eq!(expression(&not), "not (a < b)");
        let present = Expr::not(Expr::is_null(column("a")));
        assert_eq!(expression(&present), "not is_null(a)");
    }
}
