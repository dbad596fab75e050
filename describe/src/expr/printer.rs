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
        Expr::Not(operands) => match &**operands {
            [Expr::IsNull(operands)] => method(f, operands, "is_some"),
            operands => {
                let brackets = outer > UNARY;
                f.write_str(if brackets { "(!" } else { "!" })?;
                all(f, operands, UNARY)?;
                f.write_str(if brackets { ")" } else { "" })
            }
        },
        Expr::IsNull(operands) => method(f, operands, "is_none"),
        Expr::Len(operands) => method(f, operands, "len"),
        Expr::Contains(operands) => match &**operands {
            [list, items @ ..] => {
                write(f, list, METHOD)?;
                f.write_str(".contains(")?;
                all(f, items, 0)?;
                f.write_str(")")
            }
            [] => f.write_str("contains()"),
        },
        Expr::OneOf(operands, constants) => {
            f.write_str("matches!(")?;
            all(f, operands, 0)?;
            for (place, constant) in constants.iter().enumerate() {
                f.write_str(if place == 0 { ", " } else { " | " })?;
                write!(f, "{constant}")?;
            }
            f.write_str(")")
        }
        Expr::Binary(Operator::Equal, sides)
            if matches!(&**sides, [Expr::Len(_), Expr::Literal(Literal::Number(0))]) =>
        {
            match &sides[0] {
                Expr::Len(operands) => method(f, operands, "is_empty"),
                other => write(f, other, METHOD),
            }
        }
        Expr::Binary(operator, sides) => {
            let own = strength(*operator);
            // Comparisons have no order among themselves; of the others, the left side comes first.
            let left = own + u8::from(own == strength(Operator::Equal));
            f.write_str(if own < outer { "(" } else { "" })?;
            for (place, side) in sides.iter().enumerate() {
                if place > 0 {
                    write!(f, " {operator} ")?;
                }
                write(f, side, if place == 0 { left } else { own + 1 })?;
            }
            f.write_str(if own < outer { ")" } else { "" })
        }
    }
}

fn method(f: &mut fmt::Formatter<'_>, operands: &[Expr], name: &str) -> fmt::Result {
    all(f, operands, METHOD)?;
    write!(f, ".{name}()")
}

fn all(f: &mut fmt::Formatter<'_>, operands: &[Expr], outer: u8) -> fmt::Result {
    for (place, operand) in operands.iter().enumerate() {
        f.write_str(if place == 0 { "" } else { ", " })?;
        write(f, operand, outer)?;
    }
    Ok(())
}
