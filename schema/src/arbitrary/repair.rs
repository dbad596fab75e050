//! Repair of random rows: values are changed until the rules of the block hold.
//!
//! Of rows whose columns are drawn independently, the rules reject a third, and of a block whose rules are equations nine in
//! ten. To draw again until a row passes would be slow, and the rows that pass would have nulls where the others have values,
//! since a rule with a null in it is unknown and not false. So a row is repaired instead.
//!
//! # How a rule is repaired
//!
//! A rule is an expression that must not be false. The repair works backwards from that result: what the whole expression must
//! be determines what one of its parts must be, and so on down to a column, which gets another value. For `a + b == c` with
//! `a` 5, `b` 1 and `c` 7, for example, the comparison must be true, so one side must become the value of the other: `a + b`
//! must be 7, so `a` must be 6. Where there are several ways (either operand of `||`, either side of `==`), they are tried in
//! turn, and the row is restored after each that fails. Which one comes first depends on a random number, so that one column
//! is not changed in all rows.
//!
//! A comparison that needs more than equality (`<`, `!=`) takes the other side's value, its neighbours, the value that was drawn
//! for the column, and the published codes, until one of them satisfies it. Two columns are first exchanged: that keeps both
//! values.
//!
//! A column only gets values that it may hold, and the observation period is never changed, because the meaning of every code
//! depends on it.
//!
//! # Why it ends
//!
//! Every step continues with a part of its expression, and has a finite number of candidates. One repair may break a rule that
//! held, so that all rules are tried again, but at most [`MAX_ROUNDS`] times. Then, for as many rounds, columns of the broken
//! rules become null, which makes a rule unknown. A row that is still not valid is rejected by the caller, which checks every
//! row with the checks of the library itself.

use std::sync::Arc;

use super::draw_plan::DrawPlan;
use super::neighbours::{common_decimals, neighbours, to_unit_of, to_units};
use crate::describe::{self, CalendarPeriod, Expr, ObservationPeriod, Operator, Period, Rule};
use crate::row::{Block, CompiledRule};
use crate::value::Datum;

/// The maximum number of rounds over all rules that change values, and of rounds that remove them.
const MAX_ROUNDS: usize = 3;

/// Repairs rows of a block.
pub(super) struct RowRepair {
    plans: Arc<Vec<DrawPlan>>,
    names: &'static [&'static str],
    lists: Vec<&'static describe::CodeList>,
    rules: &'static [Rule],
    compiled_rules: &'static [CompiledRule],
}

impl RowRepair {
    pub(super) fn new<R: Block>(plans: Arc<Vec<DrawPlan>>) -> Self {
        let described = R::described();
        Self {
            plans,
            names: &described.names,
            lists: R::code_lists(),
            rules: &described.block.rules,
            compiled_rules: &described.rules,
        }
    }

    /// Changes the row until no rule is false, or gives up.
    ///
    /// `drawn` has the value that was drawn for each column, also where the row has a null; `None` if no value is valid.
    /// Codes are read in `code_period`. `choice` is a random number.
    pub(super) fn repair(
        &self,
        row: &mut [Datum],
        drawn: &[Option<Datum>],
        code_period: Option<Period>,
        choice: u32,
    ) {
        let mut repair = Repair {
            block: self,
            row,
            drawn,
            code_period,
            choice: choice as usize,
        };
        // The first half changes values, the second half removes them.
        for round in 0..2 * MAX_ROUNDS {
            let mut found_false_rule = false;
            for (rule, compiled) in self.rules.iter().zip(self.compiled_rules) {
                // Unknown is not false: a rule with a null in it needs no repair.
                if compiled.holds(repair.row) != Some(false) {
                    continue;
                }
                found_false_rule = true;
                if round < MAX_ROUNDS {
                    repair.make(&rule.expression, true);
                } else {
                    repair.remove_a_value(&rule.expression, compiled);
                }
            }
            if !found_false_rule {
                return;
            }
            // The next round begins with another way.
            repair.choice = repair.choice.wrapping_add(1);
        }
    }
}

/// The repair of one row.
struct Repair<'a> {
    block: &'a RowRepair,
    row: &'a mut [Datum],
    drawn: &'a [Option<Datum>],
    code_period: Option<Period>,
    choice: usize,
}

impl Repair<'_> {
    /// Evaluates an expression over the row.
    fn evaluate(&self, expression: &Expr) -> Datum {
        // Compiled on the spot: only the repair needs the parts of a rule, since a check evaluates it as a whole.
        CompiledRule::with_code_lists(expression, self.block.names, &self.block.lists)
            .map_or(Datum::Null, |compiled| compiled.value(self.row))
    }

    fn column_index(&self, name: &str) -> Option<usize> {
        self.block.names.iter().position(|column| *column == name)
    }

    /// Sets a column, if it may hold the value. Returns whether it does.
    fn set_column(&mut self, index: usize, value: Datum) -> bool {
        let plan = &self.block.plans[index];
        let is_allowed = !plan.is_observation_period && plan.accepts(&value, self.code_period);
        if is_allowed {
            self.row[index] = value;
        }
        is_allowed
    }

    /// Makes a condition `wanted` or unknown. Returns whether it is.
    fn make(&mut self, condition: &Expr, wanted: bool) -> bool {
        let is_satisfied = |value: &Datum| *value != Datum::Flag(!wanted);
        if is_satisfied(&self.evaluate(condition)) {
            return true;
        }
        let is_changed = match condition {
            Expr::Column(name) => {
                let index = self.column_index(name);
                index.is_some_and(|index| self.set_column(index, Datum::Flag(wanted)))
            }
            Expr::Not(operand) => self.make(operand, !wanted),
            Expr::IsNull(operand) => self.make_null(operand, wanted),
            Expr::Binary {
                operator: operator @ (Operator::And | Operator::Or),
                left,
                right,
            } => {
                // A true `&&` and a false `||` need both operands, the others need one of them.
                if (*operator == Operator::And) == wanted {
                    // The repair of the right side may break the left one. The caller evaluates the whole afterwards,
                    // and tries again in the next round.
                    self.make(left, wanted) && self.make(right, wanted)
                } else {
                    self.try_in_turn(&[left, right], |repair, operand| {
                        repair.make(operand, wanted)
                    })
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
                    negated(*operator)
                };
                operator.is_some_and(|operator| self.make_comparison(operator, left, right))
            }
            Expr::OneOf { value, options } => {
                let options: Vec<_> = options.iter().cloned().map(Expr::Literal).collect();
                if wanted {
                    let options: Vec<_> = options.iter().collect();
                    self.try_in_turn(&options, |repair, option| {
                        repair.make_comparison(Operator::Equal, value, option)
                    })
                } else {
                    options
                        .iter()
                        .all(|option| self.make_comparison(Operator::NotEqual, value, option))
                }
            }
            Expr::Contains { list, item } => self.make_contain(list, item, wanted),
            Expr::Literal(_) | Expr::Len(_) | Expr::Containing { .. } => false,
        };
        is_changed && is_satisfied(&self.evaluate(condition))
    }

    /// Calls `attempt` with each expression, beginning with the one that `choice` selects, until it returns true.
    fn try_in_turn(
        &mut self,
        expressions: &[&Expr],
        mut attempt: impl FnMut(&mut Self, &Expr) -> bool,
    ) -> bool {
        let (before, from) = expressions.split_at(self.choice % expressions.len().max(1));
        from.iter()
            .chain(before)
            .any(|expression| attempt(self, expression))
    }

    /// Makes a column null, or gives it the value that was drawn for it.
    fn make_null(&mut self, expression: &Expr, wanted: bool) -> bool {
        let Expr::Column(name) = expression else {
            return false;
        };
        let Some(index) = self.column_index(name) else {
            return false;
        };
        let value = if wanted {
            Some(Datum::Null)
        } else {
            self.drawn[index].clone()
        };
        value.is_some_and(|value| self.set_column(index, value))
    }

    /// Adds an item to a list, or removes it.
    fn make_contain(&mut self, list: &Expr, item: &Expr, wanted: bool) -> bool {
        let (Datum::List(mut items), item) = (self.evaluate(list), self.evaluate(item)) else {
            return false;
        };
        // All copies, since a list may repeat an item.
        items.retain(|known| *known != item);
        if wanted {
            // At the front, because a rule that limits the length removes items at the end.
            items.insert(0, item);
        }
        self.set_expression(list, &Datum::List(items))
    }

    /// Makes `left operator right` true: exchanges two columns, or changes one side.
    fn make_comparison(&mut self, operator: Operator, left: &Expr, right: &Expr) -> bool {
        let comparison = Expr::binary(operator, left.clone(), right.clone());
        if self.evaluate(&comparison) != Datum::Flag(false) {
            return true;
        }
        if let (Expr::Column(left), Expr::Column(right)) = (left, right)
            && let (Some(left), Some(right)) = (self.column_index(left), self.column_index(right))
        {
            let (left_value, right_value) = (self.row[left].clone(), self.row[right].clone());
            // Both must be allowed: a column may have other bounds, or be the observation period.
            if self.set_column(left, right_value.clone())
                && self.set_column(right, left_value.clone())
                && self.evaluate(&comparison) != Datum::Flag(false)
            {
                return true;
            }
            // Also after one of the two was set and the other was not allowed.
            (self.row[left], self.row[right]) = (left_value, right_value);
        }
        let sides = [(left, right), (right, left)];
        for (side, other) in [sides[self.choice % 2], sides[(self.choice + 1) % 2]] {
            // In order: the value that makes both sides equal, its neighbours, and only then values from elsewhere.
            for value in self.candidates(side, &self.evaluate(other)) {
                // A candidate may change several columns before it fails, so the whole row is kept.
                let before = self.row.to_vec();
                if self.set_expression(side, &value)
                    && self.evaluate(&comparison) != Datum::Flag(false)
                {
                    return true;
                }
                self.row.clone_from_slice(&before);
            }
        }
        false
    }

    /// Returns the values to try for one side of a comparison whose other side has the value `other`.
    fn candidates(&self, side: &Expr, other: &Datum) -> Vec<Datum> {
        let mut values = vec![other.clone()];
        values.extend(neighbours(other));
        if let Expr::Column(name) = side
            && let Some(index) = self.column_index(name)
        {
            values.extend(self.drawn[index].clone());
            values.extend(self.block.plans[index].valid_codes(self.code_period));
            // Last: the comparison is then unknown, which is not false, but the row loses a value.
            values.push(Datum::Null);
        }
        values
    }

    /// Gives an expression a value, by changing one of its columns. Returns whether a column was changed.
    fn set_expression(&mut self, expression: &Expr, value: &Datum) -> bool {
        match (expression, value) {
            (Expr::Column(name), _) => {
                let Some(index) = self.column_index(name) else {
                    return false;
                };
                let value = to_unit_of(&self.block.plans[index].value_type, value);
                self.set_column(index, value.into_owned())
            }
            (Expr::Len(list), _) => self.set_length(list, value),
            (Expr::Containing { date, .. }, Datum::Period(period)) => self.set_date(date, *period),
            (
                Expr::Binary {
                    operator: operator @ (Operator::Plus | Operator::Minus),
                    left,
                    right,
                },
                _,
            ) => self.set_sum(*operator == Operator::Plus, left, right, value),
            // A condition within a comparison: `(a < b) == c`.
            (_, Datum::Flag(flag)) => self.make(expression, *flag),
            _ => false,
        }
    }

    /// Gives a date the first value within a period.
    fn set_date(&mut self, date: &Expr, period: CalendarPeriod) -> bool {
        let Datum::Period(old) = self.evaluate(date) else {
            return false;
        };
        let first = CalendarPeriod::containing(old.grain(), period.first_day());
        first.is_some_and(|first| self.set_expression(date, &Datum::Period(first)))
    }

    /// Makes `left + right`, or `left - right`, equal to a value: one operand stays, the other becomes the rest.
    fn set_sum(&mut self, is_sum: bool, left: &Expr, right: &Expr, value: &Datum) -> bool {
        let (left_value, right_value) = (self.evaluate(left), self.evaluate(right));
        let values = [&left_value, &right_value, value];
        let Some(decimals) = common_decimals(&values) else {
            return false;
        };
        // In one unit whatever the columns hold; `set_expression` converts the result to the unit of the column.
        let [Some(left_number), Some(right_number), Some(result)] =
            values.map(|value| to_units(value, decimals))
        else {
            return false;
        };
        let for_left = if is_sum {
            result.checked_sub(right_number)
        } else {
            result.checked_add(right_number)
        };
        let for_right = if is_sum {
            result.checked_sub(left_number)
        } else {
            left_number.checked_sub(result)
        };
        let mut operands = [(left, for_left), (right, for_right)];
        if !self.choice.is_multiple_of(2) {
            operands.reverse();
        }
        operands.into_iter().any(|(operand, value)| {
            value.is_some_and(|units| {
                self.set_expression(operand, &Datum::Scaled { units, decimals })
            })
        })
    }

    /// Shortens a list, or repeats its first item.
    fn set_length(&mut self, list: &Expr, length: &Datum) -> bool {
        let Datum::List(mut items) = self.evaluate(list) else {
            return false;
        };
        let length = to_units(length, 0).and_then(|length| usize::try_from(length).ok());
        let Some(length) = length else {
            return false;
        };
        // An empty list has no item to repeat, and stays as it is.
        if let Some(item) = items.first().cloned() {
            items.resize(length, item);
        }
        items.len() == length && self.set_expression(list, &Datum::List(items))
    }

    /// Makes one column of a rule null, so that the rule is not false.
    fn remove_a_value(&mut self, expression: &Expr, rule: &CompiledRule) {
        let mut columns = Vec::new();
        self.find_columns(expression, &mut columns);
        let (before, from) = columns.split_at(self.choice % columns.len().max(1));
        for index in from.iter().chain(before) {
            let value = self.row[*index].clone();
            if self.set_column(*index, Datum::Null) && rule.holds(self.row) != Some(false) {
                return;
            }
            self.row[*index] = value;
        }
    }

    /// Adds the columns of an expression to `columns`.
    fn find_columns(&self, expression: &Expr, columns: &mut Vec<usize>) {
        if let Expr::Column(name) = expression {
            columns.extend(self.column_index(name));
        }
        for operand in expression.operands() {
            self.find_columns(operand, columns);
        }
    }
}

/// Returns the comparison that is true where this one is false.
fn negated(operator: Operator) -> Option<Operator> {
    match operator {
        Operator::Equal => Some(Operator::NotEqual),
        Operator::NotEqual => Some(Operator::Equal),
        Operator::Less => Some(Operator::GreaterOrEqual),
        Operator::LessOrEqual => Some(Operator::Greater),
        Operator::Greater => Some(Operator::LessOrEqual),
        Operator::GreaterOrEqual => Some(Operator::Less),
        // `make` handles `&&` and `||` itself; a sum is neither true nor false.
        Operator::And | Operator::Or | Operator::Plus | Operator::Minus => None,
    }
}
