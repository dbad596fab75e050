//! Days and bounds far outside anything plausible.
//!
//! The ranges are an assumption of this program, not a fact of a source: they are wide enough for every list that is known here.

use std::ops::RangeInclusive;

use beraad_describe::Date;

use crate::excerpt::excerpt;
use crate::supplied::decimal::Decimal;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::open_end::open_end;
use crate::supplied::warning::ListWarningKind;

/// The years in which a code may begin or end, as this program assumes.
const YEARS: RangeInclusive<i32> = 1850..=2060;

/// The bounds of a class of percentages or months, as this program assumes: a hundred years have 1200 months.
const PERCENTAGES: (&str, &str) = ("-1000", "1000");
const MONTHS: (&str, &str) = ("-1200", "1200");

pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        check_days(line, report);
        check_bounds(line, report);
    }
}

fn check_days(line: &SuppliedMeaning, report: &mut Report) {
    let period = line.meaning.period;
    for (column, day) in [("valid_from", period.from), ("valid_to", period.to)] {
        // A day that stands for an open end was reported when the line was read.
        let is_outside = |day: &Date| !YEARS.contains(&day.year()) && open_end(*day).is_none();
        if let Some(day) = day.filter(is_outside) {
            report.warning(line.line, ListWarningKind::FarOutside, || {
                let (first, last) = (YEARS.start(), YEARS.end());
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
    let Some((smallest, largest)) = range_of(unit) else {
        return;
    };
    let is_outside = |bound: &Decimal| {
        let limit = |text| Decimal::parse(text);
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
fn range_of(unit: &str) -> Option<(&'static str, &'static str)> {
    const OF_PERCENTAGES: [&str; 6] = ["%", "percent", "per cent", "procent", "pourcent", "pct"];
    const OF_MONTHS: [&str; 5] = ["month", "months", "maand", "maanden", "mois"];
    let is_one_of = |words: &[&str]| words.iter().any(|word| unit.eq_ignore_ascii_case(word));
    if is_one_of(&OF_PERCENTAGES) {
        Some(PERCENTAGES)
    } else if is_one_of(&OF_MONTHS) {
        Some(MONTHS)
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
