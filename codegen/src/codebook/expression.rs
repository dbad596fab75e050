//! A rule's condition, as it is read.

use beraad_schema::describe::{Expr, Literal, Operator};

/// The expression as text; brackets stand only where they are needed.
pub(crate) fn expression(expr: &Expr) -> String {
    write(expr, 0)
}

const UNARY: u8 = 5;

fn write(expr: &Expr, outer: u8) -> String {
    let operands = |operands: &[Expr]| {
        let texts: Vec<_> = operands.iter().map(|operand| write(operand, 0)).collect();
        texts.join(", ")
    };
    match expr {
        Expr::Column(name) => name.to_string(),
        Expr::Literal(value) => literal(value),
        Expr::Not(inner) => {
            let inner: Vec<_> = inner.iter().map(|inner| write(inner, UNARY)).collect();
            format!("not {}", inner.join(", "))
        }
        Expr::IsNull(inner) => format!("is_null({})", operands(inner)),
        Expr::Len(inner) => format!("len({})", operands(inner)),
        Expr::Contains(inner) => format!("contains({})", operands(inner)),
        Expr::OneOf(inner, values) => {
            let values: Vec<_> = values.iter().map(literal).collect();
            format!("{} in ({})", operands(inner), values.join(", "))
        }
        Expr::Binary(operator, sides) => {
            let strength = strength(*operator);
            let sides: Vec<_> = sides
                .iter()
                .enumerate()
                // `a - (b - c)` is not `a - b - c`: the right side asks for more.
                .map(|(index, side)| write(side, strength + u8::from(index > 0)))
                .collect();
            let text = sides.join(&format!(" {} ", word(*operator)));
            if strength < outer {
                format!("({text})")
            } else {
                text
            }
        }
        other => other.to_string(),
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
        other => other.to_string(),
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

    fn binary(operator: Operator, left: Expr, right: Expr) -> Expr {
        Expr::Binary(operator, vec![left, right].into())
    }

    #[test]
    fn brackets_stand_where_they_change_the_meaning() {
        let either = binary(Operator::Or, column("a"), column("b"));
        let both = binary(Operator::And, either, column("c"));
        assert_eq!(expression(&both), "(a or b) and c");
        let less = binary(Operator::Minus, column("b"), column("c"));
        let nested = binary(Operator::Minus, column("a"), less);
        assert_eq!(expression(&nested), "a - (b - c)");
        let not = Expr::Not(vec![binary(Operator::Less, column("a"), column("b"))].into());
        assert_eq!(expression(&not), "not (a < b)");
    }
}
