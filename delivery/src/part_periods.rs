//! The observation periods of the rows of a part, each with a number.
//!
//! A part has many rows and few periods, so that a check asks the calendar once for each of them.

use hashbrown::HashMap;

use beraad_schema::describe::Grain;

use crate::column::VALUE;
use crate::part::Part;
use crate::plan::BlockPlan;

/// The number of a row without an observation period.
pub(crate) const NO_PERIOD: u32 = u32::MAX;

/// The first days of two months, quarters or years differ by at least this number of days, so that their quotients differ.
const DAYS: i64 = 28;

/// The days that have a place in a table, in days from 1 January 1970: 1 January 1950 to 31 December 2099. Others are looked up.
pub(crate) const IN_TABLE: std::ops::Range<i64> = -7_305..47_482;

/// The periods of the rows of a part.
#[derive(Debug, Default)]
pub(crate) struct PartPeriods {
    /// The first day of each period, in days from 1 January 1970, in the order of their first rows.
    pub(crate) days: Vec<i64>,
    /// For each row the position of its period in `days`, or [`NO_PERIOD`].
    pub(crate) of_rows: Vec<u32>,
}

impl PartPeriods {
    /// Numbers the periods of a part. Without a column of observation periods, no row has one.
    pub(crate) fn of(plan: &BlockPlan<'_>, part: &Part) -> Self {
        let column = plan.observed.map(|observed| &part.columns[observed]);
        let values = column.and_then(|column| Some((column.numbers()?, &*column.states)));
        let (Some((days, states)), Some(grain)) = (values, plan.grain()) else {
            return Self {
                days: Vec::new(),
                of_rows: vec![NO_PERIOD; part.rows()],
            };
        };
        let width = if grain == Grain::Day { 1 } else { DAYS };
        let mut numbers = Numbers::new(width);
        let rows = days.iter().zip(states).map(|(day, state)| {
            if *state == VALUE {
                numbers.number(*day)
            } else {
                NO_PERIOD
            }
        });
        Self {
            of_rows: rows.collect(),
            days: numbers.days,
        }
    }
}

impl PartPeriods {
    /// Returns the rows of the periods whose first day meets a condition, which is asked once for each period.
    pub(crate) fn rows_where(&self, condition: impl Fn(i64) -> bool) -> Vec<usize> {
        let meets: Vec<_> = self.days.iter().map(|day| condition(*day)).collect();
        if !meets.contains(&true) {
            return Vec::new();
        }
        let rows = self.of_rows.iter().enumerate();
        let rows = rows.filter(|(_, period)| {
            let period = usize::try_from(**period).unwrap_or(usize::MAX);
            meets.get(period) == Some(&true)
        });
        rows.map(|(row, _)| row).collect()
    }
}

/// The numbers of the periods so far.
struct Numbers {
    width: i64,
    /// By the quotient of the first day. Until its period has a number, it is [`NO_PERIOD`].
    table: Vec<u32>,
    others: HashMap<i64, u32>,
    days: Vec<i64>,
}

impl Numbers {
    fn new(width: i64) -> Self {
        let places = (IN_TABLE.end - IN_TABLE.start) / width + 1;
        Self {
            width,
            table: vec![NO_PERIOD; usize::try_from(places).unwrap_or_default()],
            others: HashMap::new(),
            days: Vec::new(),
        }
    }

    fn number(&mut self, day: i64) -> u32 {
        let number = if IN_TABLE.contains(&day) {
            let place = (day - IN_TABLE.start) / self.width;
            &mut self.table[usize::try_from(place).unwrap_or_default()]
        } else {
            self.others.entry(day).or_insert(NO_PERIOD)
        };
        if *number == NO_PERIOD {
            *number = u32::try_from(self.days.len()).unwrap_or(NO_PERIOD);
            self.days.push(day);
        }
        *number
    }
}

#[cfg(test)]
mod tests {
    use beraad_schema::describe::{CalendarPeriod, Grain, ObservationPeriod};

    use super::{DAYS, IN_TABLE, Numbers};
    use crate::period::period_of;

    #[test]
    fn every_period_has_a_number_of_its_own() {
        for (grain, width) in [
            (Grain::Day, 1),
            (Grain::Month, DAYS),
            (Grain::Quarter, DAYS),
            (Grain::Year, DAYS),
        ] {
            let first_days = (IN_TABLE.start - 800..IN_TABLE.end + 800)
                .filter(|day| period_of(grain, *day).is_some_and(|period| starts_on(period, *day)));
            let first_days: Vec<_> = first_days.collect();
            let mut numbers = Numbers::new(width);
            for _ in 0..2 {
                for (number, day) in (0..).zip(&first_days) {
                    assert_eq!(numbers.number(*day), number, "{grain:?}, day {day}");
                }
            }
            assert_eq!(numbers.days, first_days);
        }
    }

    fn starts_on(period: CalendarPeriod, day: i64) -> bool {
        i64::from(period.first_day().to_epoch_days()) == day
    }
}
