//! Expressions over columns: a rule of a part of a file at once.
//!
//! The result is that of [`CompiledRule`](beraad_schema::CompiledRule) on each row, at a tenth of the cost. An expression that this module
//! does not know is evaluated there.

use beraad_schema::describe::{Expr, Grain, Literal, ObservationPeriod, Operator, Representation};

use crate::column::{Column, INVALID, NULL, VALUE, Values};
use crate::part::Part;
use crate::plan::BlockPlan;

const FALSE: u8 = 0;
const TRUE: u8 = 1;
const UNKNOWN: u8 = 2;

/// The values of an expression.
enum Lanes<'p> {
    /// [`FALSE`], [`TRUE`] or [`UNKNOWN`] for each row.
    Truth(Vec<u8>),
    Numbers {
        kind: Kind,
        values: Cells<'p, i64>,
        states: Cells<'p, u8>,
    },
    Codes(&'p Column),
    /// A code in every row.
    Code(String),
}

/// The kinds of numbers, which are not compared with each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number { decimals: u8 },
    Period(Grain),
}

/// A value for each row: of a column, computed, or the same for all.
enum Cells<'p, T> {
    Column(&'p [T]),
    Computed(Vec<T>),
    Constant(T),
}

impl<T: Copy> Cells<'_, T> {
    fn at(&self, row: usize) -> T {
        match self {
            Self::Column(values) => values[row],
            Self::Computed(values) => values[row],
            Self::Constant(value) => *value,
        }
    }
}

/// Returns the rows in which a condition is false; `None` if it has a part that this module does not know.
pub(crate) fn violating_rows(
    condition: &Expr,
    part: &Part,
    plan: &BlockPlan<'_>,
) -> Option<Vec<usize>> {
    let Lanes::Truth(truth) = (Evaluator { part, plan }).lanes(condition)? else {
        return None;
    };
    let rows = truth.iter().enumerate();
    let rows = rows.filter(|(_, truth)| **truth == FALSE);
    Some(rows.map(|(row, _)| row).collect())
}

struct Evaluator<'p> {
    part: &'p Part,
    plan: &'p BlockPlan<'p>,
}

impl<'p> Evaluator<'p> {
    fn lanes(&self, expression: &Expr) -> Option<Lanes<'p>> {
        match expression {
            Expr::Column(name) => self.column(name),
            Expr::Literal(literal) => Some(self.literal(literal)),
            Expr::Not(operand) => {
                let mut truth = self.truth(operand)?;
                for value in &mut truth {
                    *value = match *value {
                        FALSE => TRUE,
                        TRUE => FALSE,
                        _ => UNKNOWN,
                    };
                }
                Some(Lanes::Truth(truth))
            }
            Expr::IsNull(operand) => {
                let Expr::Column(name) = &**operand else {
                    return None;
                };
                let states = &self.column_named(name)?.states;
                let truth = states.iter().map(|state| match *state {
                    VALUE => FALSE,
                    NULL => TRUE,
                    _ => UNKNOWN,
                });
                Some(Lanes::Truth(truth.collect()))
            }
            Expr::OneOf { value, options } => {
                let value = self.lanes(value)?;
                let mut truth = vec![FALSE; self.part.rows()];
                for option in options {
                    let option = self.literal(option);
                    let equal = self.compare(Operator::Equal, &value, &option)?;
                    truth
                        .iter_mut()
                        .zip(equal)
                        .for_each(|(one, other)| *one = or(*one, other));
                }
                Some(Lanes::Truth(truth))
            }
            Expr::Binary {
                operator: operator @ (Operator::And | Operator::Or),
                left,
                right,
            } => {
                let (mut truth, right) = (self.truth(left)?, self.truth(right)?);
                let join = if *operator == Operator::And { and } else { or };
                truth
                    .iter_mut()
                    .zip(right)
                    .for_each(|(one, other)| *one = join(*one, other));
                Some(Lanes::Truth(truth))
            }
            Expr::Binary {
                operator: operator @ (Operator::Plus | Operator::Minus),
                left,
                right,
            } => self.sum(*operator, &self.lanes(left)?, &self.lanes(right)?),
            Expr::Binary {
                operator,
                left,
                right,
            } => {
                let (left, right) = (self.lanes(left)?, self.lanes(right)?);
                self.compare(*operator, &left, &right).map(Lanes::Truth)
            }
            Expr::Len(_) | Expr::Containing { .. } | Expr::Contains { .. } => None,
        }
    }

    fn truth(&self, expression: &Expr) -> Option<Vec<u8>> {
        match self.lanes(expression)? {
            Lanes::Truth(truth) => Some(truth),
            _ => None,
        }
    }

    fn column_named(&self, name: &str) -> Option<&'p Column> {
        let mut columns = self.plan.columns.iter();
        Some(&self.part.columns[columns.position(|column| column.name == name)?])
    }

    fn column(&self, name: &str) -> Option<Lanes<'p>> {
        let place = self
            .plan
            .columns
            .iter()
            .position(|column| column.name == name)?;
        let column = &self.part.columns[place];
        let values = match &column.values {
            Values::Codes { .. } => return Some(Lanes::Codes(column)),
            Values::Numbers(values) => values,
        };
        let value_type = self.plan.columns[place].value_type;
        let kind = match value_type.representation() {
            Representation::Whole { .. } if value_type.grain().is_some() => {
                Kind::Period(Grain::Year)
            }
            Representation::Flag => {
                let truth = values
                    .iter()
                    .zip(&column.states)
                    .map(|(value, state)| match *state {
                        VALUE if *value == 0 => FALSE,
                        VALUE => TRUE,
                        _ => UNKNOWN,
                    });
                return Some(Lanes::Truth(truth.collect()));
            }
            Representation::Whole { .. } => Kind::Number { decimals: 0 },
            Representation::Decimal { decimals, .. } => Kind::Number { decimals },
            Representation::Period(grain) => Kind::Period(grain),
            // A column of codes without a value in any row has numbers; the other way knows it.
            Representation::Code { .. } | Representation::List { .. } => return None,
        };
        Some(Lanes::Numbers {
            kind,
            values: Cells::Column(values),
            states: Cells::Column(&column.states),
        })
    }

    fn literal(&self, literal: &Literal) -> Lanes<'p> {
        let (kind, value) = match literal {
            Literal::Flag(flag) => {
                return Lanes::Truth(vec![u8::from(*flag); self.part.rows()]);
            }
            Literal::Number(number) => (Kind::Number { decimals: 0 }, *number),
            Literal::Period(period) => (
                Kind::Period(period.grain()),
                i64::from(period.first_day().to_epoch_days()),
            ),
            Literal::Code { list, code } => {
                let list = self.plan.model.code_list(list);
                // Rows keep every text of such a list as it is, also if the list calls it an alias.
                let list = list.filter(|list| !list.is_reference_only());
                let stored = list.and_then(|list| list.find(code)?.code.as_deref());
                return Lanes::Code(stored.unwrap_or(code).to_owned());
            }
        };
        Lanes::Numbers {
            kind,
            values: Cells::Constant(value),
            states: Cells::Constant(VALUE),
        }
    }

    fn sum(&self, operator: Operator, left: &Lanes<'_>, right: &Lanes<'_>) -> Option<Lanes<'p>> {
        let (
            Lanes::Numbers {
                kind,
                values,
                states,
            },
            Lanes::Numbers {
                kind: other_kind,
                values: other,
                states: other_states,
            },
        ) = (left, right)
        else {
            return None;
        };
        if kind != other_kind || matches!(kind, Kind::Period(_)) {
            return None;
        }
        let rows = 0..self.part.rows();
        let (mut sums, mut sum_states) = (Vec::new(), Vec::new());
        for row in rows {
            let (one, two) = (values.at(row), other.at(row));
            let sum = match operator {
                Operator::Plus => one.checked_add(two),
                _ => one.checked_sub(two),
            };
            let is_known = states.at(row) == VALUE && other_states.at(row) == VALUE;
            let sum = sum.filter(|_| is_known);
            sums.push(sum.unwrap_or_default());
            sum_states.push(if sum.is_some() { VALUE } else { INVALID });
        }
        Some(Lanes::Numbers {
            kind: *kind,
            values: Cells::Computed(sums),
            states: Cells::Computed(sum_states),
        })
    }

    fn compare(&self, operator: Operator, left: &Lanes<'_>, right: &Lanes<'_>) -> Option<Vec<u8>> {
        let rows = 0..self.part.rows();
        match (left, right) {
            (
                Lanes::Numbers {
                    kind,
                    values,
                    states,
                },
                Lanes::Numbers {
                    kind: other_kind,
                    values: other,
                    states: other_states,
                },
            ) if kind == other_kind => {
                let holds: fn(i64, i64) -> bool = match operator {
                    Operator::Equal => |one, other| one == other,
                    Operator::NotEqual => |one, other| one != other,
                    Operator::Less => |one, other| one < other,
                    Operator::LessOrEqual => |one, other| one <= other,
                    Operator::Greater => |one, other| one > other,
                    Operator::GreaterOrEqual => |one, other| one >= other,
                    Operator::And | Operator::Or | Operator::Plus | Operator::Minus => return None,
                };
                let truth = rows.map(|row| {
                    if states.at(row) == VALUE && other_states.at(row) == VALUE {
                        u8::from(holds(values.at(row), other.at(row)))
                    } else {
                        UNKNOWN
                    }
                });
                Some(truth.collect())
            }
            (Lanes::Codes(column), Lanes::Code(code))
                if matches!(operator, Operator::Equal | Operator::NotEqual) =>
            {
                let Values::Codes { keys, texts } = &column.values else {
                    return None;
                };
                let key = texts.iter().position(|text| text == code);
                let key = key.and_then(|key| u32::try_from(key).ok());
                let wanted = operator == Operator::Equal;
                let truth = rows.map(|row| {
                    if column.states[row] == VALUE {
                        u8::from((Some(keys[row]) == key) == wanted)
                    } else {
                        UNKNOWN
                    }
                });
                Some(truth.collect())
            }
            (Lanes::Truth(one), Lanes::Truth(other))
                if matches!(operator, Operator::Equal | Operator::NotEqual) =>
            {
                let wanted = operator == Operator::Equal;
                let truth = one
                    .iter()
                    .zip(other)
                    .map(|(one, other)| match (*one, *other) {
                        (UNKNOWN, _) | (_, UNKNOWN) => UNKNOWN,
                        (one, other) => u8::from((one == other) == wanted),
                    });
                Some(truth.collect())
            }
            _ => None,
        }
    }
}

fn and(one: u8, other: u8) -> u8 {
    match (one, other) {
        (FALSE, _) | (_, FALSE) => FALSE,
        (TRUE, TRUE) => TRUE,
        _ => UNKNOWN,
    }
}

fn or(one: u8, other: u8) -> u8 {
    match (one, other) {
        (TRUE, _) | (_, TRUE) => TRUE,
        (FALSE, FALSE) => FALSE,
        _ => UNKNOWN,
    }
}
