//! Rules as text, in the Rust that they are written in.

use std::fmt;

use super::{Expr, Literal, Operator};

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self, 0)
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => flag.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::YearMonth(month) => {
                write!(f, "YearMonth::new({}, {})", month.year(), month.month())
            }
            Self::YearQuarter(quarter) => {
                let (year, quarter) = (quarter.year(), quarter.quarter());
                write!(f, "YearQuarter::new({year}, {quarter})")
            }
            Self::Year(year) => write!(f, "Year::new({year})"),
            Self::Code { list, code } => write!(f, "Code::<{}>::new({code:?})", type_name(list)),
        }
    }
}

/// The type of a list: its id is the same in small letters.
fn type_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for word in id.split('_') {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// How strongly what is behind `!` or before a `.` holds together.
const UNARY: u8 = 5;
const METHOD: u8 = 6;

fn strength(operator: Operator) -> u8 {
    match operator {
        Operator::Or => 1,
        Operator::And => 2,
        Operator::Plus | Operator::Minus => 4,
        _ => 3,
    }
}

fn write(f: &mut fmt::Formatter<'_>, expression: &Expr, outer: u8) -> fmt::Result {
    match expression {
        Expr::Column(name) => f.write_str(name),
        Expr::Literal(literal) => write!(f, "{literal}"),
        Expr::Not(operand) => match &**operand {
            Expr::IsNull(operand) => method(f, operand, "is_some"),
            operand => {
                let brackets = outer > UNARY;
                f.write_str(if brackets { "(!" } else { "!" })?;
                write(f, operand, UNARY)?;
                f.write_str(if brackets { ")" } else { "" })
            }
        },
        Expr::IsNull(operand) => method(f, operand, "is_none"),
        Expr::Len(operand) => method(f, operand, "len"),
        Expr::Contains { list, item } => {
            write(f, list, METHOD)?;
            f.write_str(".contains(")?;
            write(f, item, 0)?;
            f.write_str(")")
        }
        Expr::OneOf { value, options } => {
            f.write_str("matches!(")?;
            write(f, value, 0)?;
            for (place, constant) in options.iter().enumerate() {
                f.write_str(if place == 0 { ", " } else { " | " })?;
                write!(f, "{constant}")?;
            }
            f.write_str(")")
        }
        Expr::Binary {
            operator,
            left,
            right,
        } => {
            if let (Operator::Equal, Expr::Len(list), Expr::Literal(Literal::Number(0))) =
                (operator, &**left, &**right)
            {
                return method(f, list, "is_empty");
            }
            let own = strength(*operator);
            // Comparisons have no order among themselves; of the others, the left side comes first.
            let left_strength = own + u8::from(own == strength(Operator::Equal));
            f.write_str(if own < outer { "(" } else { "" })?;
            write(f, left, left_strength)?;
            write!(f, " {operator} ")?;
            write(f, right, own + 1)?;
            f.write_str(if own < outer { ")" } else { "" })
        }
    }
}

fn method(f: &mut fmt::Formatter<'_>, operand: &Expr, name: &str) -> fmt::Result {
    write(f, operand, METHOD)?;
    write!(f, ".{name}()")
}
