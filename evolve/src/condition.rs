//! The rows that a changed condition accepts: whether every row that is valid under one model fulfils a condition of the other.
//!
//! Two arguments decide, and each of them is certain. One condition follows from another by its form, as `a <= b` from `a < b`.
//! Or a row is found that one model accepts and the other does not: a few values of each column are tried. In all other cases
//! the answer is that it is not decided.

use std::collections::BTreeMap;

use beraad_describe::{
    Block, CalendarPeriod, Column, Date, Expr, Grain, Literal, Model, ObservationPeriod, Operator,
    ReadAt, Representation, ValueType,
};

use crate::class::Verdict;
use crate::implication::{follows, normal};
use crate::observed::{candidates, is_accepted};
use crate::truth::{Row, Value, value};

/// The number of rows that are tried.
const ROWS_MAX: usize = 20_000;

/// A model with a block of it, and the conditions of that block.
pub(crate) struct Side<'m> {
    pub(crate) model: &'m Model,
    pub(crate) block: &'m Block,
    /// The conditions, with the names of columns in the new model.
    pub(crate) conditions: Vec<Expr>,
    /// The names of columns here, by those in the new model, where they differ; `None` if only the new model has the column.
    pub(crate) own_names: BTreeMap<String, Option<String>>,
}

impl Side<'_> {
    /// Returns whether every row that this side accepts fulfils a condition of another side.
    pub(crate) fn fulfils(&self, condition: &Expr, other: &Side<'_>) -> Verdict {
        // The rows are those of this side, and so are the types of their values.
        let condition = self.with_included_limits(&other.normal(condition));
        let own = self.conditions.iter().map(|own| self.normal(own));
        let own: Vec<_> = own.map(|own| self.with_included_limits(&own)).collect();
        let mut columns = Vec::new();
        collect(&condition, &mut columns, &mut Vec::new());
        let limits: Vec<_> = columns.iter().flat_map(|name| self.limits(name)).collect();
        let all: Vec<_> = own.iter().chain(&limits).collect();
        if follows(&condition, &all) {
            return Verdict::Yes;
        }
        if self.accepts_a_row_against(&own, &condition, &columns) {
            return Verdict::No;
        }
        Verdict::Undecided
    }

    /// Returns a condition in the form that is compared, with the codes that rows store.
    fn normal(&self, condition: &Expr) -> Expr {
        normal(&self.with_stored_codes(condition), false)
    }

    /// Writes the limits of whole numbers in a [`normal`] condition as limits that are included: `a < 4` is `a <= 3`.
    fn with_included_limits(&self, condition: &Expr) -> Expr {
        let Expr::Binary {
            operator,
            left,
            right,
        } = condition
        else {
            return condition.clone();
        };
        let included = match (operator, &**right) {
            (Operator::And | Operator::Or, _) => {
                return Expr::binary(
                    *operator,
                    self.with_included_limits(left),
                    self.with_included_limits(right),
                );
            }
            (Operator::Less, Expr::Literal(Literal::Number(limit))) => {
                limit.checked_sub(1).map(|it| (Operator::LessOrEqual, it))
            }
            (Operator::Greater, Expr::Literal(Literal::Number(limit))) => {
                let limit = limit.checked_add(1);
                limit.map(|it| (Operator::GreaterOrEqual, it))
            }
            _ => None,
        };
        match included {
            Some((operator, limit)) if self.is_whole(left) => {
                Expr::binary(operator, (**left).clone(), Literal::Number(limit).into())
            }
            _ => condition.clone(),
        }
    }

    /// Returns true if each value of an expression is a whole number.
    fn is_whole(&self, expression: &Expr) -> bool {
        match expression {
            Expr::Column(name) => self.column(name).is_some_and(|column| {
                let value_type = column.value_type();
                let representation = value_type.representation();
                matches!(representation, Representation::Whole { .. })
                    && value_type.grain().is_none()
            }),
            Expr::Literal(Literal::Number(_)) | Expr::Len(_) => true,
            Expr::Binary {
                operator: Operator::Plus | Operator::Minus,
                left,
                right,
            } => self.is_whole(left) && self.is_whole(right),
            _ => false,
        }
    }

    /// Returns the conditions that the type of a column and the observation window set for its values.
    fn limits(&self, name: &str) -> Vec<Expr> {
        let Some(column) = self.column(name) else {
            return Vec::new();
        };
        let (first, last): (Option<Literal>, Option<Literal>) = match (
            column.value_type().representation(),
            column.value_type().grain(),
        ) {
            (_, Some(grain)) if self.is_observed(&column) => {
                let window = &self.model.deliberation.window;
                let observation = self.model.deliberation.observation(self.block);
                let mut accepted = candidates(grain, &[window]);
                accepted.retain(|period| is_accepted(observation.as_ref(), *period));
                accepted.sort_unstable_by_key(|period| period.first_day());
                let last = accepted.last().filter(|_| window.span().to.is_some());
                (
                    accepted.first().map(|period| Literal::Period(*period)),
                    last.map(|period| Literal::Period(*period)),
                )
            }
            (
                Representation::Whole { min, max, .. } | Representation::Decimal { min, max, .. },
                None,
            ) => (Some(Literal::Number(min)), Some(Literal::Number(max))),
            _ => (None, None),
        };
        let limit = |operator, limit: Literal| {
            Expr::binary(operator, Expr::column(name.to_owned()), limit.into())
        };
        let first = first.map(|first| limit(Operator::GreaterOrEqual, first));
        let last = last.map(|last| limit(Operator::LessOrEqual, last));
        first.into_iter().chain(last).collect()
    }

    fn is_observed(&self, column: &Column<'_>) -> bool {
        self.block.observation_period.as_deref() == Some(&*column.name)
    }

    /// Tries rows, and returns true if one of them fulfils the own conditions and violates the other one.
    fn accepts_a_row_against(
        &self,
        own: &[Expr],
        condition: &Expr,
        columns_of_condition: &[String],
    ) -> bool {
        let mut names = Vec::new();
        let mut literals = Vec::new();
        for expression in own.iter().chain([condition]) {
            collect(expression, &mut names, &mut literals);
        }
        let mut columns = Vec::new();
        for name in names {
            let values = match self.column(&name) {
                Some(column) => {
                    let is_of_condition = columns_of_condition.contains(&name);
                    self.values(&column, &literals, is_of_condition)
                }
                // A column that only the other model has is null in each row of this one.
                None => vec![Value::Null],
            };
            if values.is_empty() {
                return false;
            }
            columns.push((name, values));
        }
        let mut positions = vec![0; columns.len()];
        for _ in 0..ROWS_MAX {
            let row: Row<'_> = columns
                .iter()
                .zip(&positions)
                .map(|((name, values), position)| (name.as_str(), &values[*position]))
                .collect();
            let is_false = |expression: &Expr| value(expression, &row).as_flag() == Some(false);
            if is_false(condition) && !own.iter().any(is_false) {
                return true;
            }
            // The next row, as an odometer counts.
            let mut wheels = positions.iter_mut().zip(&columns);
            let next = wheels.find_map(|(position, (_, values))| {
                *position = (*position + 1) % values.len();
                (*position != 0).then_some(())
            });
            if next.is_none() {
                return false;
            }
        }
        false
    }

    /// Returns a column of the own block by its name in the new model.
    fn column(&self, name: &str) -> Option<Column<'_>> {
        let own = match self.own_names.get(name) {
            Some(own) => own.as_deref()?,
            None => name,
        };
        self.block.column(own)
    }

    /// Returns some values of a column, each of which is valid in any row. A column that the condition does not read is null where
    /// it may be.
    fn values(
        &self,
        column: &Column<'_>,
        literals: &[Literal],
        is_of_condition: bool,
    ) -> Vec<Value> {
        let mut values = Vec::new();
        if column.nullable() {
            values.push(Value::Null);
            if !is_of_condition {
                return values;
            }
        }
        let is_observed = self.is_observed(column);
        self.values_of(column.value_type(), literals, is_observed, &mut values);
        values
    }

    fn values_of(
        &self,
        value_type: &ValueType,
        literals: &[Literal],
        is_observed: bool,
        values: &mut Vec<Value>,
    ) {
        let representation = value_type.representation();
        // A year is written as a number, and compared as a period.
        let representation = match (representation, value_type.grain()) {
            (Representation::Whole { .. }, Some(grain)) => Representation::Period(grain),
            (representation, _) => representation,
        };
        match representation {
            Representation::Flag => values.extend([Value::Flag(true), Value::Flag(false)]),
            Representation::Whole { min, max, .. } | Representation::Decimal { min, max, .. } => {
                let mut numbers: Vec<_> = literals
                    .iter()
                    .filter_map(|literal| match literal {
                        Literal::Number(number) => Some(*number),
                        _ => None,
                    })
                    .chain([min, max, 0])
                    .flat_map(|number| [number.saturating_sub(1), number, number.saturating_add(1)])
                    .filter(|number| (min..=max).contains(number))
                    .collect();
                numbers.sort_unstable();
                numbers.dedup();
                values.extend(numbers.into_iter().map(Value::Number));
            }
            Representation::Period(grain) => {
                let observation = self.model.deliberation.observation(self.block);
                let observation = observation.filter(|_| is_observed);
                let periods = self
                    .periods(grain, literals)
                    .into_iter()
                    .filter(|period| is_accepted(observation.as_ref(), *period));
                values.extend(periods.map(Value::Period));
            }
            Representation::Code { list } => {
                let Some(list) = self.model.code_list(list) else {
                    return;
                };
                let is_read_then =
                    list.read_at == ReadAt::ObservationPeriod && !list.is_reference_only();
                // A code that is not valid at all times may be invalid in some rows.
                let codes = list.codes.iter().filter(|entry| {
                    !is_read_then
                        || entry.meanings.is_empty()
                        || entry
                            .meanings
                            .iter()
                            .any(|meaning| meaning.period.is_always())
                });
                let codes = codes.filter_map(|entry| entry.code.as_deref());
                let codes = codes.filter(|code| !code.is_empty());
                values.extend(codes.map(|code| Value::Code(code.to_owned())));
                // Any text that is not in the list; this one looks like no mark of a missing value.
                let unlisted = "Q0Q";
                if !list.rejects_unknown_codes()
                    && list.required_form().is_none()
                    && list.find(unlisted).is_none()
                {
                    values.push(Value::Code(unlisted.to_owned()));
                }
            }
            Representation::List { item } => {
                let mut items = Vec::new();
                self.values_of(item, literals, false, &mut items);
                values.push(Value::List(Vec::new()));
                if let [first, second, ..] = &items[..] {
                    values.push(Value::List(vec![first.clone(), second.clone()]));
                }
                values.extend(items.into_iter().map(|item| Value::List(vec![item])));
            }
        }
    }

    /// Returns periods in and around the observation window, and around those of the literals.
    fn periods(&self, grain: Grain, literals: &[Literal]) -> Vec<CalendarPeriod> {
        let mut periods = candidates(grain, &[&self.model.deliberation.window]);
        for literal in literals {
            let Literal::Period(period) = literal else {
                continue;
            };
            let around = [
                period.first_day(),
                period.last_day(),
                period.next_day(),
                Date::from_epoch_days(period.first_day().to_epoch_days() - 1),
            ];
            periods.extend(
                around
                    .into_iter()
                    .filter_map(|day| CalendarPeriod::containing(grain, day)),
            );
        }
        periods.sort_unstable_by_key(|period| period.first_day());
        periods.dedup();
        periods
    }

    /// Replaces each code that is an alias in a list of the model by the code that rows store.
    fn with_stored_codes(&self, expression: &Expr) -> Expr {
        let boxed = |operand: &Expr| Box::new(self.with_stored_codes(operand));
        match expression {
            Expr::Column(_) => expression.clone(),
            Expr::Literal(literal) => Expr::Literal(self.stored(literal)),
            Expr::Not(operand) => Expr::Not(boxed(operand)),
            Expr::IsNull(operand) => Expr::IsNull(boxed(operand)),
            Expr::Len(operand) => Expr::Len(boxed(operand)),
            Expr::Containing { grain, date } => Expr::Containing {
                grain: *grain,
                date: boxed(date),
            },
            Expr::Contains { list, item } => Expr::Contains {
                list: boxed(list),
                item: boxed(item),
            },
            Expr::OneOf { value, options } => Expr::OneOf {
                value: boxed(value),
                options: options.iter().map(|option| self.stored(option)).collect(),
            },
            Expr::Binary {
                operator,
                left,
                right,
            } => Expr::Binary {
                operator: *operator,
                left: boxed(left),
                right: boxed(right),
            },
        }
    }

    fn stored(&self, literal: &Literal) -> Literal {
        let Literal::Code { list: id, code } = literal else {
            return literal.clone();
        };
        let list = self.model.code_list(id);
        // Rows keep every text of such a list as it is, also if the list calls it an alias.
        let list = list.filter(|list| !list.is_reference_only());
        let stored = list.and_then(|list| list.find(code)?.code.clone());
        Literal::Code {
            list: id.clone(),
            code: stored.unwrap_or_else(|| code.clone()),
        }
    }
}

/// Adds the columns and the constants of an expression.
fn collect(expression: &Expr, names: &mut Vec<String>, literals: &mut Vec<Literal>) {
    match expression {
        Expr::Column(name) if !names.iter().any(|known| known == name) => {
            names.push(name.to_string());
        }
        Expr::Literal(literal) => literals.push(literal.clone()),
        Expr::OneOf { options, .. } => literals.extend(options.iter().cloned()),
        _ => {}
    }
    for operand in expression.operands() {
        collect(operand, names, literals);
    }
}
