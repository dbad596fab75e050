//! Values moved until the rules of a block hold.
//!
//! A rule is taken apart from the outside: what the whole must be says what its parts must be, down to a column that is
//! given another value. That need not succeed: whoever calls checks the row.

use std::sync::Arc;

use super::near::{SCALE, in_units_of, next_to, number};
use super::plan::Plan;
use crate::describe::{self, Expr, Operator, Period, Rule};
use crate::row::{Block, CompiledRule};
use crate::value::Datum;

/// How often all rules are gone through, to move values and then to leave them out: mending one may break another.
const ROUNDS: usize = 3;

/// The rules of a block, with what they may change.
pub(super) struct Mender {
    plans: Arc<Vec<Plan>>,
    names: &'static [&'static str],
    lists: Vec<&'static describe::CodeList>,
    rules: &'static [Rule],
    conditions: &'static [CompiledRule],
}

impl Mender {
    pub(super) fn new<R: Block>(plans: Arc<Vec<Plan>>) -> Self {
        let described = R::described();
        Self {
            plans,
            names: &described.names,
            lists: R::code_lists(),
            rules: &described.block.rules,
            conditions: &described.rules,
        }
    }

    /// Changes the row until no rule is false, or nothing more is to be tried.
    ///
    /// `spare` has a value for each column that can have one, also where the row has null; `choice` decides where there is
    /// more than one way.
    pub(super) fn mend(
        &self,
        row: &mut [Datum],
        spare: &[Option<Datum>],
        moment: Option<Period>,
        choice: u32,
    ) {
        let mut hand = Hand {
            of: self,
            row,
            spare,
            moment,
            choice: choice as usize,
        };
        for round in 0..2 * ROUNDS {
            let any = hand.each_broken(|hand, rule, condition| {
                if round < ROUNDS {
                    hand.make(&rule.expression, true);
                } else {
                    hand.leave_out(&rule.expression, condition);
                }
            });
            if !any {
                return;
            }
            // What led nowhere is not tried again.
            hand.choice = hand.choice.wrapping_add(1);
        }
    }
}

/// One row that is being mended.
struct Hand<'a> {
    of: &'a Mender,
    row: &'a mut [Datum],
    spare: &'a [Option<Datum>],
    moment: Option<Period>,
    choice: usize,
}

impl Hand<'_> {
    /// Whether a rule was false, after something was done about each that was.
    fn each_broken(&mut self, mut act: impl FnMut(&mut Self, &Rule, &CompiledRule)) -> bool {
        let mut any = false;
        for (rule, condition) in self.of.rules.iter().zip(self.of.conditions) {
            if condition.holds(self.row) == Some(false) {
                any = true;
                act(self, rule, condition);
            }
        }
        any
    }

    /// What an expression is for the row as it stands.
    fn value(&self, of: &Expr) -> Datum {
        CompiledRule::with_code_lists(of, self.of.names, &self.of.lists)
            .map_or(Datum::Null, |expression| expression.value(self.row))
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.of.names.iter().position(|name| *name == column)
    }

    /// Gives a column another value, if it may hold it.
    fn put(&mut self, place: usize, value: Datum) -> bool {
        let plan = &self.of.plans[place];
        let may = !plan.observed && plan.accepts(&value, self.moment);
        if may {
            self.row[place] = value;
        }
        may
    }

    /// Makes an expression true, or false, or unknown; and says whether it is.
    fn make(&mut self, expression: &Expr, wanted: bool) -> bool {
        let is_so = |value: &Datum| *value != Datum::Flag(!wanted);
        if is_so(&self.value(expression)) {
            return true;
        }
        let tried = match expression {
            Expr::Column(name) => {
                let place = self.place(name);
                place.is_some_and(|place| self.put(place, Datum::Flag(wanted)))
            }
            Expr::Not(operand) => self.make(operand, !wanted),
            Expr::IsNull(operand) => self.make_null(operand, wanted),
            Expr::Binary {
                operator: operator @ (Operator::And | Operator::Or),
                left,
                right,
            } => {
                if (*operator == Operator::And) == wanted {
                    self.make(left, wanted) && self.make(right, wanted)
                } else {
                    self.one_of(&[left, right], |hand, it| hand.make(it, wanted))
                }
            }
            Expr::Binary {
                operator,
                left,
                right,
            } => {
                let operator = if wanted {
                    Some(*operator)
                } else {
                    opposite(*operator)
                };
                operator.is_some_and(|operator| self.relate(operator, left, right))
            }
            Expr::OneOf { value, options } => {
                let options: Vec<_> = options.iter().cloned().map(Expr::Literal).collect();
                if wanted {
                    let options: Vec<_> = options.iter().collect();
                    self.one_of(&options, |hand, option| {
                        hand.relate(Operator::Equal, value, option)
                    })
                } else {
                    options
                        .iter()
                        .all(|option| self.relate(Operator::NotEqual, value, option))
                }
            }
            Expr::Contains { list, item } => self.make_contain(list, item, wanted),
            Expr::Literal(_) | Expr::Len(_) => false,
        };
        tried && is_so(&self.value(expression))
    }

    /// Tries operands from the one that was chosen on, until one can be done.
    fn one_of(
        &mut self,
        operands: &[&Expr],
        mut act: impl FnMut(&mut Self, &Expr) -> bool,
    ) -> bool {
        let (before, from) = operands.split_at(self.choice % operands.len().max(1));
        from.iter().chain(before).any(|it| act(self, it))
    }

    fn make_null(&mut self, expression: &Expr, wanted: bool) -> bool {
        let Expr::Column(name) = expression else {
            return false;
        };
        let Some(place) = self.place(name) else {
            return false;
        };
        let value = if wanted {
            Some(Datum::Null)
        } else {
            self.spare[place].clone()
        };
        value.is_some_and(|value| self.put(place, value))
    }

    fn make_contain(&mut self, list: &Expr, item: &Expr, wanted: bool) -> bool {
        let (Datum::List(mut items), value) = (self.value(list), self.value(item)) else {
            return false;
        };
        items.retain(|known| *known != value);
        if wanted {
            // At the front: where a list is too long, it is cut at the end.
            items.insert(0, value);
        }
        self.assign(list, &Datum::List(items))
    }

    /// Makes `left operator right` true, by exchanging two columns or by moving one side next to the other.
    fn relate(&mut self, operator: Operator, left: &Expr, right: &Expr) -> bool {
        let whole = Expr::binary(operator, left.clone(), right.clone());
        if self.value(&whole) != Datum::Flag(false) {
            return true;
        }
        if let (Expr::Column(one), Expr::Column(two)) = (left, right)
            && let (Some(one), Some(two)) = (self.place(one), self.place(two))
        {
            let (first, second) = (self.row[one].clone(), self.row[two].clone());
            if self.put(one, second.clone())
                && self.put(two, first.clone())
                && self.value(&whole) != Datum::Flag(false)
            {
                return true;
            }
            (self.row[one], self.row[two]) = (first, second);
        }
        let sides = [(left, right), (right, left)];
        for (moved, other) in [sides[self.choice % 2], sides[(self.choice + 1) % 2]] {
            for value in self.beside(moved, &self.value(other)) {
                let before = self.row.to_vec();
                if self.assign(moved, &value) && self.value(&whole) != Datum::Flag(false) {
                    return true;
                }
                self.row.clone_from_slice(&before);
            }
        }
        false
    }

    /// What an expression may become in order to stand to a value as wanted: that value, what is next to it, something else.
    fn beside(&self, expression: &Expr, value: &Datum) -> Vec<Datum> {
        let mut values = vec![value.clone()];
        values.extend(next_to(value));
        if let Expr::Column(name) = expression
            && let Some(place) = self.place(name)
        {
            values.extend(self.spare[place].clone());
            values.extend(self.of.plans[place].codes(self.moment));
            values.push(Datum::Null);
        }
        values
    }

    /// Gives an expression a value, by way of one of its columns.
    fn assign(&mut self, expression: &Expr, value: &Datum) -> bool {
        match (expression, value) {
            (Expr::Column(name), _) => {
                let Some(place) = self.place(name) else {
                    return false;
                };
                let value = in_units_of(&self.of.plans[place].value_type, value);
                self.put(place, value.into_owned())
            }
            (Expr::Len(list), _) => self.resize(list, value),
            (
                Expr::Binary {
                    operator: operator @ (Operator::Plus | Operator::Minus),
                    left,
                    right,
                },
                _,
            ) => {
                let is_sum = *operator == Operator::Plus;
                let (one, two) = (number(&self.value(left)), number(&self.value(right)));
                let (Some(one), Some(two), Some(sum)) = (one, two, number(value)) else {
                    return false;
                };
                let for_left = if is_sum {
                    sum.checked_sub(two)
                } else {
                    sum.checked_add(two)
                };
                let for_right = if is_sum {
                    sum.checked_sub(one)
                } else {
                    one.checked_sub(sum)
                };
                let mut ways = [(left, for_left), (right, for_right)];
                if !self.choice.is_multiple_of(2) {
                    ways.reverse();
                }
                ways.into_iter().any(|(side, value)| {
                    value.is_some_and(|value| self.assign(side, &Datum::Scaled(value)))
                })
            }
            (_, Datum::Flag(flag)) => self.make(expression, *flag),
            _ => false,
        }
    }

    fn resize(&mut self, list: &Expr, length: &Datum) -> bool {
        let Datum::List(mut items) = self.value(list) else {
            return false;
        };
        let Some(length) = number(length).filter(|length| length % SCALE == 0) else {
            return false;
        };
        let Ok(length) = usize::try_from(length / SCALE) else {
            return false;
        };
        if let Some(item) = items.first().cloned() {
            items.resize(length, item);
        }
        items.len() == length && self.assign(list, &Datum::List(items))
    }

    /// Leaves values out of what a rule reads, until it is not false.
    fn leave_out(&mut self, expression: &Expr, condition: &CompiledRule) {
        let mut columns = Vec::new();
        self.columns(expression, &mut columns);
        let (before, from) = columns.split_at(self.choice % columns.len().max(1));
        for place in from.iter().chain(before) {
            let held = self.row[*place].clone();
            if self.put(*place, Datum::Null) && condition.holds(self.row) != Some(false) {
                return;
            }
            self.row[*place] = held;
        }
    }

    fn columns(&self, expression: &Expr, found: &mut Vec<usize>) {
        if let Expr::Column(name) = expression {
            found.extend(self.place(name));
        }
        for operand in expression.operands() {
            self.columns(operand, found);
        }
    }
}

/// The comparison that is true where this one is false.
fn opposite(operator: Operator) -> Option<Operator> {
    match operator {
        Operator::Equal => Some(Operator::NotEqual),
        Operator::NotEqual => Some(Operator::Equal),
        Operator::Less => Some(Operator::GreaterOrEqual),
        Operator::LessOrEqual => Some(Operator::Greater),
        Operator::Greater => Some(Operator::LessOrEqual),
        Operator::GreaterOrEqual => Some(Operator::Less),
        Operator::And | Operator::Or | Operator::Plus | Operator::Minus => None,
    }
}
