//! Days and bounds far outside anything plausible.
//!
//! The ranges are an assumption of this program, as their messages say.

use std::ops::RangeInclusive;

use beraad_describe::{Date, PLAUSIBLE_MONTHS, PLAUSIBLE_PERCENTAGES, PeriodEnd, excerpt};

use crate::supplied::decimal::Decimal;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::{PeriodMessage, ProgramDay};
use crate::supplied::warning::ListWarningKind;

/// The first year that a period of a code plausibly begins in: that of the independence of Belgium.
const FIRST_YEAR: i32 = 1830;

/// The number of years after the data of a decision in which a period of a code plausibly ends.
const YEARS_AFTER_DATA: i32 = 30;

/// Reports the days and bounds of the lines that are far outside. `last_year` is the last year of the data.
pub(super) fn check(lines: &[SuppliedMeaning], last_year: i32, report: &mut Report) {
    let years = FIRST_YEAR..=last_year.saturating_add(YEARS_AFTER_DATA);
    for line in lines {
        check_days(line, &years, report);
        check_bounds(line, report);
    }
}

fn check_days(line: &SuppliedMeaning, years: &RangeInclusive<i32>, report: &mut Report) {
    let period = line.meaning.period;
    for (column, day) in [("valid_from", period.from), ("valid_to", period.to)] {
        // A day by which programs write an open end was reported when the line was read.
        let Some(day) = day.filter(|day| PeriodEnd::left_open_by(*day).is_none()) else {
            continue;
        };
        if let Some(program) = first_day_of_programs(day) {
            report.warning(
                line.line,
                ListWarningKind::OpenEnd,
                &day.to_string(),
                || PeriodMessage::ProgramDay {
                    column: column.to_owned(),
                    day,
                    program,
                },
            );
        } else if !years.contains(&day.year()) {
            report.warning(
                line.line,
                ListWarningKind::FarOutside,
                &day.to_string(),
                || PeriodMessage::FarDay {
                    column: column.to_owned(),
                    day,
                    first: *years.start(),
                    last: *years.end(),
                },
            );
        }
    }
}

/// The programs whose first or last day this is. It may be a day as any other, so that it is read as a day.
fn first_day_of_programs(day: Date) -> Option<ProgramDay> {
    match (day.year(), day.month(), day.day()) {
        (1840, 12, 31) => Some(ProgramDay::Mumps),
        (1904, 1, 1) => Some(ProgramDay::OldSpreadsheets),
        (1960, 1, 1) => Some(ProgramDay::SasAndStata),
        (1970, 1, 1) => Some(ProgramDay::Unix),
        (2038, 1, 19) => Some(ProgramDay::EndOfUnix),
        _ => None,
    }
}

fn check_bounds(line: &SuppliedMeaning, report: &mut Report) {
    let class = line.meaning.class.as_ref();
    let Some(unit) = class.and_then(|class| class.unit.as_deref()) else {
        return;
    };
    let Some(range) = range_of(unit) else { return };
    let (smallest, largest) = (range.start(), range.end());
    let limit = |number: &i64| Decimal::parse(&number.to_string());
    let is_outside = |bound: &Decimal| {
        limit(smallest).is_some_and(|it| *bound < it)
            || limit(largest).is_some_and(|it| *bound > it)
    };
    for (column, bound) in [("lower", line.lower), ("upper", line.upper)] {
        if let Some(bound) = bound.filter(is_outside) {
            report.warning(
                line.line,
                ListWarningKind::FarOutside,
                &bound.to_string(),
                || PeriodMessage::FarBound {
                    column: column.to_owned(),
                    bound: bound.to_string(),
                    smallest: *smallest,
                    largest: *largest,
                    unit: excerpt(unit),
                },
            );
        }
    }
}

/// The range of a unit that is a percentage or a number of months.
fn range_of(unit: &str) -> Option<RangeInclusive<i64>> {
    const OF_PERCENTAGES: [&str; 6] = ["%", "percent", "per cent", "procent", "pourcent", "pct"];
    const OF_MONTHS: [&str; 5] = ["month", "months", "maand", "maanden", "mois"];
    let is_one_of = |words: &[&str]| words.iter().any(|word| unit.eq_ignore_ascii_case(word));
    if is_one_of(&OF_PERCENTAGES) {
        Some(PLAUSIBLE_PERCENTAGES)
    } else if is_one_of(&OF_MONTHS) {
        Some(PLAUSIBLE_MONTHS)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use beraad_describe::{AmountClassBounds, ClosedSide};

    use super::*;
    use crate::supplied::plausible::testing::{lines, list, period, warned};

    fn found(lines: &[SuppliedMeaning]) -> usize {
        let found = warned(&list(&[]), |_, report| check(lines, 2016, report));
        let kinds = [ListWarningKind::FarOutside, ListWarningKind::OpenEnd];
        assert!(found.iter().all(|it| kinds.contains(&it.1)));
        found.len()
    }

    fn class(lower: &str, upper: &str, unit: &str) -> Vec<SuppliedMeaning> {
        let mut lines = lines(&[("1", "een")]);
        let mut class = AmountClassBounds::new(None, None, ClosedSide::Both);
        class.unit = Some(unit.to_owned().into());
        lines[0].meaning.class = Some(class);
        (lines[0].lower, lines[0].upper) = (Decimal::parse(lower), Decimal::parse(upper));
        lines
    }

    #[test]
    fn day_or_bound_far_outside_is_reported() {
        let mut lines = lines(&[("1", "een")]);
        lines[0].meaning.period = period(Some((1212, 1, 1)), Some((2212, 5, 1)));
        assert_eq!(found(&lines), 2);
        for day in [
            (1829, 12, 31),
            (1840, 12, 31),
            (1904, 1, 1),
            (1960, 1, 1),
            (1970, 1, 1),
            (2038, 1, 19),
            (2047, 1, 1),
            (2049, 12, 31),
            (4712, 5, 1),
        ] {
            lines[0].meaning.period = period(None, Some(day));
            assert_eq!(found(&lines), 1, "{day:?}");
        }
        assert_eq!(found(&class("0", "100000", "%")), 1);
        assert_eq!(found(&class("-5000", "9999", "maanden")), 2);
    }

    #[test]
    fn plausible_day_or_bound_is_not() {
        let mut lines = lines(&[("1", "een")]);
        for (from, to) in [
            ((1830, 10, 4), (2030, 12, 31)),
            ((1960, 1, 2), (2011, 12, 31)),
            ((1969, 12, 31), (2027, 5, 1)),
            ((1970, 7, 1), (2046, 12, 31)),
        ] {
            lines[0].meaning.period = period(Some(from), Some(to));
            assert_eq!(found(&lines), 0, "{from:?}");
        }
        assert_eq!(found(&class("0", "150", "procent")), 0);
        assert_eq!(found(&class("0", "600", "months")), 0);
        assert_eq!(found(&class("0", "100000", "per dag")), 0);
    }
}
