//! A rule's condition, as it is read.

use beraad_schema::describe::{Expr, Literal, Operator};

/// The expression as text; brackets stand only where they are needed.
pub(crate) fn expression(expr: &Expr) -> String {
    write(expr, 0)
}

const UNARY: u8 = 5;

fn write(expr: &Expr, outer: u8) -> String {
    match expr {
        Expr::Column(name) => name.to_string(),
        Expr::Literal(value) => literal(value),
        Expr::Not(inner) => format!("not {}", write(inner, UNARY)),
        Expr::IsNull(inner) => format!("is_null({})", write(inner, 0)),
        Expr::Len(inner) => format!("len({})", write(inner, 0)),
        Expr::Contains { list, item } => {
            format!("contains({}, {})", write(list, 0), write(item, 0))
        }
        Expr::OneOf { value, options } => {
            let options: Vec<_> = options.iter().map(literal).collect();
            format!("{} in ({})", write(value, 0), options.join(", "))
        }
        Expr::Binary {
            operator,
            left,
            right,
        } => {
            let strength = strength(*operator);
            // `a - (b - c)` is not `a - b - c`: the right side asks for more.
            let (left, right) = (write(left, strength), write(right, strength + 1));
            let text = format!("{left} {} {right}", word(*operator));
            if strength < outer {
                format!("({text})")
            } else {
                text
            }
        }
    }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Flag(flag) => flag.to_string(),
        Literal::Number(number) => number.to_string(),
        Literal::YearMonth(month) => month.to_string(),
        Literal::YearQuarter(quarter) => quarter.to_string(),
        Literal::Year(year) => year.to_string(),
        Literal::Code { code, .. } => format!("\"{code}\""),
    }
}

fn word(operator: Operator) -> &'static str {
    match operator {
        Operator::And => "and",
        Operator::Or => "or",
        other => other.into(),
    }
}

fn strength(operator: Operator) -> u8 {
    match operator {
        Operator::Or => 1,
        Operator::And => 2,
        Operator::Plus | Operator::Minus => 4,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(name: &'static str) -> Expr {
        Expr::Column(name.into())
    }

    #[test]
    fn brackets_stand_where_they_change_the_meaning() {
        let either = Expr::binary(Operator::Or, column("a"), column("b"));
        let both = Expr::binary(Operator::And, either, column("c"));
        assert_eq!(expression(&both), "(a or b) and c");
        let less = Expr::binary(Operator::Minus, column("b"), column("c"));
        let nested = Expr::binary(Operator::Minus, column("a"), less);
        assert_eq!(expression(&nested), "a - (b - c)");
        let not = Expr::not(Expr::binary(Operator::Less, column("a"), column("b")));
        assert_eq!(expression(&not), "not (a < b)");
    }
}
