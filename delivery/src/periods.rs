//! The rows and the values of each observation period.

use beraad_schema::describe::Grain;

use crate::column::VALUE;
use crate::part::Part;
use crate::plan::BlockPlan;

/// The first days of two months, quarters or years differ by at least this number of days, so that their quotients differ.
const DAYS: i64 = 28;

/// The number of periods that are counted: from 1950 to 2099.
const PERIODS: usize = 1957;

/// The day from which periods are counted, in days from 1 January 1970: 1 January 1950.
const FIRST_DAY: i64 = -7305;

/// The rows of a period, and whether a column has a value in one of them.
#[derive(Clone, Debug, Default)]
struct Counted {
    /// The first day of the period.
    day: i64,
    rows: u64,
    /// For each column true if a row has a value.
    has_value: Vec<bool>,
}

/// The rows and values of a block by their observation periods.
#[derive(Clone, Debug)]
pub(crate) struct Periods {
    /// By the quotient of the first day; the rows of other periods are not counted.
    counted: Vec<Counted>,
    /// For each column the number of rows with a value.
    values: Vec<u64>,
    is_counted: bool,
}

/// A column without a value in periods in which it should have some.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct EmptyIn {
    pub(crate) column: usize,
    /// The first day of each period with its number of rows.
    pub(crate) periods: Vec<(i64, u64)>,
}

/// The number of values that a column should have in a period, by its share in all periods, before their absence is remarkable.
const MIN_EXPECTED: u128 = 10;

impl Periods {
    pub(crate) fn new(plan: &BlockPlan<'_>) -> Self {
        let is_counted = plan.grain().is_some_and(|grain| grain != Grain::Day);
        Self {
            counted: Vec::new(),
            values: vec![0; plan.columns.len()],
            is_counted,
        }
    }

    /// Counts the rows of a part.
    pub(crate) fn add(&mut self, plan: &BlockPlan<'_>, part: &Part) {
        let Some(observed) = plan.observed.filter(|_| self.is_counted) else {
            return;
        };
        let column = &part.columns[observed];
        let Some(days) = column.numbers() else {
            return;
        };
        if self.counted.is_empty() {
            let counted = Counted {
                has_value: vec![false; plan.columns.len()],
                ..Counted::default()
            };
            self.counted = vec![counted; PERIODS];
        }
        let places = days.iter().zip(&column.states).map(|(day, state)| {
            let place = usize::try_from((day - FIRST_DAY) / DAYS).unwrap_or(PERIODS);
            if *state == VALUE && place < PERIODS {
                place
            } else {
                PERIODS
            }
        });
        let places: Vec<_> = places.collect();
        let mut is_present = [false; PERIODS];
        for (place, day) in places.iter().zip(days) {
            if let Some(counted) = self.counted.get_mut(*place) {
                counted.rows += 1;
                counted.day = *day;
                is_present[*place] = true;
            }
        }
        // The periods of this part, which are few.
        let present: Vec<_> = (0..PERIODS).filter(|place| is_present[*place]).collect();
        for (index, column) in part.columns.iter().enumerate() {
            let states = column.states_by_items();
            let values = states.iter().filter(|state| **state == VALUE);
            self.values[index] += values.count() as u64;
            // After some thousand rows, a column that always has values has one in each period.
            let has_value = |place: &usize| self.counted[*place].has_value[index];
            if present.iter().all(has_value) {
                continue;
            }
            for (place, state) in places.iter().zip(&*states) {
                if *state == VALUE
                    && let Some(counted) = self.counted.get_mut(*place)
                {
                    counted.has_value[index] = true;
                }
            }
        }
    }

    /// Adds the rows that another thread counted.
    pub(crate) fn merge(&mut self, other: Self) {
        for (values, of_other) in self.values.iter_mut().zip(other.values) {
            *values += of_other;
        }
        if self.counted.is_empty() {
            self.counted = other.counted;
            return;
        }
        for (counted, of_other) in self.counted.iter_mut().zip(other.counted) {
            if of_other.rows > 0 {
                counted.day = of_other.day;
                counted.rows += of_other.rows;
                for (has, of_other) in counted.has_value.iter_mut().zip(of_other.has_value) {
                    *has |= of_other;
                }
            }
        }
    }

    /// Returns the columns that have no value in a period in which their share of values in all periods lets at least ten be expected.
    pub(crate) fn empty_columns(&self) -> Vec<EmptyIn> {
        let rows: u64 = self.counted.iter().map(|it| it.rows).sum();
        let columns = self.values.iter().enumerate().map(|(column, values)| {
            let periods = self.counted.iter().filter(|it| {
                let expected = u128::from(it.rows) * u128::from(*values);
                it.rows > 0
                    && !it.has_value[column]
                    && expected >= MIN_EXPECTED * u128::from(rows.max(1))
            });
            EmptyIn {
                column,
                periods: periods.map(|it| (it.day, it.rows)).collect(),
            }
        });
        columns.filter(|it| !it.periods.is_empty()).collect()
    }

    /// Returns the first days of the first and the last period with rows, and of the others with rows between them; `None` if there are
    /// fewer than three.
    pub(crate) fn with_rows(&self) -> Option<Vec<i64>> {
        let periods = self.counted.iter().filter(|it| it.rows > 0);
        let days: Vec<_> = periods.map(|it| it.day).collect();
        (days.len() >= 3).then_some(days)
    }
}
