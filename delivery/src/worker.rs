//! The findings of one thread in a block, and those of all together.

use crate::block_plans::BlockConstraints;
use crate::checks::{
    CONSTANT_COLUMN, DUPLICATE_KEY, DUPLICATE_ROW, EMPTY_COLUMN, of_part, period_without_rows,
    period_without_values,
};
use crate::column::{Column, INVALID, VALUE, Values};
use crate::constraint_rows;
use crate::consumer::Consumer;
use crate::keys::Keys;
use crate::options::Options;
use crate::part::Part;
use crate::part_periods::PartPeriods;
use crate::periods::Periods;
use crate::plan::BlockPlan;
use crate::tally::{MAX_LINES, Place, Tally};

/// The findings of one thread.
pub(crate) struct Worker<'p> {
    plan: &'p BlockPlan<'p>,
    constraints: BlockConstraints<'p>,
    show_values: bool,
    tally: Tally,
    rows: u64,
    columns: Vec<Content>,
    periods: Periods,
    keys: Keys,
}

/// The values of a column, as far as a warning needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Empty,
    /// Every value so far is this one.
    Constant(Single),
    Various,
}

/// One value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Single {
    Number(i64),
    Code(String),
}

impl Consumer for Worker<'_> {
    fn tally(&mut self) -> &mut Tally {
        &mut self.tally
    }

    fn take(&mut self, part: Part, _: u64) {
        self.examine(&part);
    }
}

impl<'p> Worker<'p> {
    /// Checks the rows of a part.
    pub(crate) fn examine(&mut self, part: &Part) {
        self.rows += part.rows() as u64;
        let periods = PartPeriods::of(self.plan, part);
        of_part(self.plan, part, &periods, self.show_values, &mut self.tally);
        let BlockConstraints { probes, known } = self.constraints;
        constraint_rows::run(probes, known, self.plan, part, &mut self.tally);
        for (content, column) in self.columns.iter_mut().zip(&part.columns) {
            content.add(column);
        }
        self.periods.add(part, &periods);
        if let Some(key) = &self.plan.key {
            self.keys.add(part, key, true);
        } else {
            let all: Vec<_> = (0..self.plan.columns.len()).collect();
            self.keys.add(part, &all, false);
        }
    }

    pub(crate) fn new(
        plan: &'p BlockPlan<'p>,
        constraints: BlockConstraints<'p>,
        show_values: bool,
    ) -> Self {
        Self {
            plan,
            constraints,
            show_values,
            tally: Tally::default(),
            rows: 0,
            columns: vec![Content::Empty; plan.columns.len()],
            periods: Periods::new(plan),
            keys: Keys::new(),
        }
    }

    /// Joins the findings of all threads, and makes the checks of a block as a whole.
    pub(crate) fn finish(
        plan: &BlockPlan<'_>,
        workers: Vec<Self>,
        options: &Options,
    ) -> (Tally, u64) {
        let (mut tally, mut rows) = (Tally::default(), 0);
        let mut columns = vec![Content::Empty; plan.columns.len()];
        let mut keys = Vec::new();
        let mut periods = Periods::new(plan);
        for worker in workers {
            periods.merge(worker.periods);
            tally.merge(worker.tally);
            rows += worker.rows;
            for (content, other) in columns.iter_mut().zip(worker.columns) {
                content.merge(other);
            }
            keys.push(worker.keys);
        }
        let repeated = Keys::repeated(keys, options.threads, MAX_LINES);
        let check = if plan.key.is_some() {
            &DUPLICATE_KEY
        } else {
            &DUPLICATE_ROW
        };
        let key = plan.key.as_ref().map(|key| {
            let names = key.iter().map(|it| format!("`{}`", plan.columns[*it].name));
            let names: Vec<_> = names.collect();
            format!("another row has the same {}", names.join(", "))
        });
        tally.add_counted(check, None, repeated.count, repeated.lines, key);
        period_without_rows::run(plan, &periods, &mut tally);
        period_without_values::run(plan, &periods, &mut tally);
        // One row says nothing about a column.
        if rows > 1 {
            for (column, content) in columns.iter().enumerate() {
                let check = match content {
                    Content::Empty => &EMPTY_COLUMN,
                    Content::Constant(_) if !plan.is_often_constant(column) => &CONSTANT_COLUMN,
                    Content::Constant(_) | Content::Various => continue,
                };
                let place = Place {
                    line: 0,
                    period: None,
                };
                tally.add(check, Some(column), place);
            }
        }
        (tally, rows)
    }
}

impl Content {
    fn add(&mut self, column: &Column) {
        // A text that is not a value is some other value.
        if column.states.contains(&INVALID) {
            *self = Self::Various;
        }
        if *self == Self::Various {
            return;
        }
        match &column.values {
            Values::Numbers(numbers) => {
                let values = numbers.iter().zip(&column.states);
                for (number, _) in values.filter(|(_, state)| **state == VALUE) {
                    match self {
                        Self::Constant(Single::Number(known)) if known == number => {}
                        _ => self.merge(Self::Constant(Single::Number(*number))),
                    }
                    if *self == Self::Various {
                        return;
                    }
                }
            }
            // Lists differ in their length too.
            Values::Lists { rows, .. } => {
                if !rows.is_empty() {
                    *self = Self::Various;
                }
            }
            Values::Codes { texts, .. } => {
                for text in texts {
                    self.merge(Self::Constant(Single::Code(text.clone())));
                }
            }
        }
    }

    fn merge(&mut self, other: Self) {
        *self = match (std::mem::replace(self, Self::Empty), other) {
            (Self::Empty, content) | (content, Self::Empty) => content,
            (Self::Constant(one), Self::Constant(other)) if one == other => Self::Constant(one),
            _ => Self::Various,
        };
    }
}
