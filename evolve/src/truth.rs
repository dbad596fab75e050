//! The truth of a condition for a row, as the check of rows computes it: true, false or unknown.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use beraad_describe::{CalendarPeriod, Expr, Literal, ObservationPeriod, Operator};

/// The values of the columns of a row.
pub(crate) type Row<'r> = BTreeMap<&'r str, &'r Value>;

/// Returns the value of an expression for a row, as the check of rows computes it.
pub(crate) fn value(expression: &Expr, row: &Row<'_>) -> Value {
    match expression {
        Expr::Column(name) => row
            .get(&**name)
            .map_or(Value::Null, |value| (*value).clone()),
        Expr::Literal(literal) => constant(literal),
        Expr::Not(operand) => Value::of(value(operand, row).as_flag().map(|flag| !flag)),
        Expr::IsNull(operand) => Value::Flag(value(operand, row) == Value::Null),
        Expr::Len(operand) => match value(operand, row) {
            Value::List(items) => i64::try_from(items.len()).map_or(Value::Null, Value::Number),
            _ => Value::Null,
        },
        Expr::Containing { grain, date } => match value(date, row) {
            Value::Period(date) if date.grain() >= *grain => {
                CalendarPeriod::containing(*grain, date.first_day())
                    .map_or(Value::Null, Value::Period)
            }
            _ => Value::Null,
        },
        Expr::Contains { list, item } => match value(list, row) {
            Value::List(items) => Value::of(is_one_of(&items, &value(item, row))),
            _ => Value::Null,
        },
        Expr::OneOf {
            value: operand,
            options,
        } => {
            let options: Vec<_> = options.iter().map(constant).collect();
            Value::of(is_one_of(&options, &value(operand, row)))
        }
        Expr::Binary {
            operator,
            left,
            right,
        } => binary(*operator, &value(left, row), &value(right, row)),
    }
}

fn constant(literal: &Literal) -> Value {
    match literal {
        Literal::Flag(flag) => Value::Flag(*flag),
        Literal::Number(number) => Value::Number(*number),
        Literal::Period(period) => Value::Period(*period),
        Literal::Code { code, .. } => Value::Code(code.to_string()),
    }
}

/// A value of a row. Numbers with decimals are tried as whole ones.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Flag(bool),
    Number(i64),
    Period(CalendarPeriod),
    Code(String),
    List(Vec<Value>),
}

impl Value {
    fn of(flag: Option<bool>) -> Self {
        flag.map_or(Self::Null, Self::Flag)
    }

    pub(crate) fn as_flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }
}

fn binary(operator: Operator, left: &Value, right: &Value) -> Value {
    let order = |holds: fn(Ordering) -> bool| Value::of(compare(left, right).map(holds));
    let flags = (left.as_flag(), right.as_flag());
    let sum = |checked: fn(i64, i64) -> Option<i64>| match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            checked(*left, *right).map_or(Value::Null, Value::Number)
        }
        _ => Value::Null,
    };
    match operator {
        Operator::Equal => Value::of(equal(left, right)),
        Operator::NotEqual => Value::of(equal(left, right).map(|equal| !equal)),
        Operator::Less => order(Ordering::is_lt),
        Operator::LessOrEqual => order(Ordering::is_le),
        Operator::Greater => order(Ordering::is_gt),
        Operator::GreaterOrEqual => order(Ordering::is_ge),
        Operator::And => Value::of(match flags {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }),
        Operator::Or => Value::of(match flags {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        }),
        Operator::Plus => sum(i64::checked_add),
        Operator::Minus => sum(i64::checked_sub),
    }
}

fn is_one_of(items: &[Value], item: &Value) -> Option<bool> {
    let answers: Vec<_> = items.iter().map(|other| equal(other, item)).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else {
        (!answers.contains(&None)).then_some(false)
    }
}

fn equal(left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Flag(_), Value::Flag(_))
        | (Value::Code(_), Value::Code(_))
        | (Value::List(_), Value::List(_)) => Some(left == right),
        _ => compare(left, right).map(Ordering::is_eq),
    }
}

fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::Period(left), Value::Period(right)) => left.partial_cmp(right),
        _ => None,
    }
}
