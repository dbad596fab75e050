//! Days and bounds far outside anything plausible.
//!
//! The ranges are an assumption of this program, as their messages say.

use std::ops::RangeInclusive;

use beraad_describe::{Date, PLAUSIBLE_MONTHS, PLAUSIBLE_PERCENTAGES, PLAUSIBLE_YEARS, PeriodEnd};

use crate::excerpt::excerpt;
use crate::supplied::decimal::Decimal;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        check_days(line, report);
        check_bounds(line, report);
    }
}

fn check_days(line: &SuppliedMeaning, report: &mut Report) {
    let period = line.meaning.period;
    for (column, day) in [("valid_from", period.from), ("valid_to", period.to)] {
        // A day by which programs write an open end was reported when the line was read.
        let is_outside = |day: &Date| {
            !PLAUSIBLE_YEARS.contains(&day.year()) && PeriodEnd::left_open_by(*day).is_none()
        };
        if let Some(day) = day.filter(is_outside) {
            report.warning(line.line, ListWarningKind::FarOutside, || {
                let (first, last) = (PLAUSIBLE_YEARS.start(), PLAUSIBLE_YEARS.end());
                format!("`{column}` {day} is far outside the years {first} to {last}, which this program assumes to be plausible; check the year, or leave the field empty if the day is not known")
            });
        }
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
            report.warning(line.line, ListWarningKind::FarOutside, || {
                let unit = excerpt(unit);
                format!("`{column}` {bound} is far outside {smallest} to {largest}, which this program assumes to be plausible for `{unit}`; check the number and the unit")
            });
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
        let found = warned(&list(&[]), |_, report| check(lines, report));
        assert!(found.iter().all(|it| it.1 == ListWarningKind::FarOutside));
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
        assert_eq!(found(&class("0", "100000", "%")), 1);
        assert_eq!(found(&class("-5000", "9999", "maanden")), 2);
    }

    #[test]
    fn plausible_day_or_bound_is_not() {
        let mut lines = lines(&[("1", "een")]);
        lines[0].meaning.period = period(Some((1869, 1, 1)), Some((2030, 12, 31)));
        assert_eq!(found(&lines), 0);
        assert_eq!(found(&class("0", "150", "procent")), 0);
        assert_eq!(found(&class("0", "600", "months")), 0);
        assert_eq!(found(&class("0", "100000", "per dag")), 0);
    }
}
