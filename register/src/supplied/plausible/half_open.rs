//! Half-open periods: the last day that a file states is the first day on which a code no longer has its meaning.

use std::collections::{BTreeMap, BTreeSet};

use beraad_describe::{Date, excerpt};

use crate::supplied::error::Report;
use crate::supplied::half_open::day_before_if_half_open;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::PeriodMessage;
use crate::supplied::warning::ListWarningKind;

pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    let reported = of_one_code(lines, report) || of_several_codes(lines, report);
    if !reported {
        of_whole_years(lines, report);
    }
}

/// Reports periods of one code of which one ends on the day on which the next begins. Returns whether there are any.
fn of_one_code(lines: &[SuppliedMeaning], report: &mut Report) -> bool {
    // A line for each code, source and first day.
    let mut starts = BTreeMap::new();
    for line in lines {
        if let Some(from) = line.meaning.period.from {
            starts
                .entry((&*line.code, line.meaning.source.as_deref(), from))
                .or_insert(line);
        }
    }
    let mut is_reported = false;
    for line in lines {
        let Some(end) = line.meaning.period.to else {
            continue;
        };
        let key = (&*line.code, line.meaning.source.as_deref(), end);
        let Some(next) = starts.get(&key).filter(|next| next.line != line.line) else {
            continue;
        };
        let Some(before) = day_before_if_half_open(line.meaning.period, next.meaning.period) else {
            continue;
        };
        is_reported = true;
        if (&line.meaning.label, &line.meaning.class) != (&next.meaning.label, &next.meaning.class)
        {
            // Two meanings on one day: an error, which names the day.
            continue;
        }
        report.warning(
            line.line,
            ListWarningKind::HalfOpenPeriod,
            &end.to_string(),
            || PeriodMessage::HalfOpen {
                end,
                code: excerpt(&line.code),
                line: next.line,
                before,
            },
        );
    }
    is_reported
}

/// Reports the first line that ends on a day on which another code begins, if no code begins on the day after an end: the code of
/// one period replaces another one, and the periods probably exclude their ends. Returns whether there is such a line.
fn of_several_codes(lines: &[SuppliedMeaning], report: &mut Report) -> bool {
    let starts: BTreeSet<Date> = lines
        .iter()
        .filter_map(|line| line.meaning.period.from)
        .collect();
    let end_of = |line: &&SuppliedMeaning| line.meaning.period.to.map(Date::to_epoch_days);
    let begins = |days: i32| starts.contains(&Date::from_epoch_days(days));
    let includes_its_end = lines
        .iter()
        .any(|line| end_of(&line).is_some_and(|end| begins(end + 1)));
    let is_half_open = |line: &&SuppliedMeaning| {
        let is_one_day = line.meaning.period.from == line.meaning.period.to;
        !is_one_day && end_of(line).is_some_and(begins)
    };
    if includes_its_end {
        return false;
    }
    let ends = lines.iter().filter(is_half_open);
    let message = |end, before| PeriodMessage::EndIsOtherBeginning { end, before };
    report_first(ends, message, report)
}

/// Reports the first line of several whose period is of whole years and one day, such as 2005-01-01 to 2010-01-01: the periods
/// probably exclude their ends. A single such line may be right.
fn of_whole_years(lines: &[SuppliedMeaning], report: &mut Report) {
    let starts: BTreeSet<_> = lines
        .iter()
        .filter_map(|line| Some((&*line.code, line.meaning.period.from?)))
        .collect();
    let is_of_whole_years = |line: &&SuppliedMeaning| {
        let Some((from, to)) = line.meaning.period.from.zip(line.meaning.period.to) else {
            return false;
        };
        let next = Date::from_epoch_days(to.to_epoch_days() + 1);
        let is_first_day = (from.month(), from.day()) == (to.month(), 1) && to.day() == 1;
        is_first_day && from < to && !starts.contains(&(&*line.code, next))
    };
    let ends = || lines.iter().filter(is_of_whole_years);
    if ends().nth(1).is_some() {
        let message = |end, before| PeriodMessage::EndIsFirstOfYear { end, before };
        report_first(ends(), message, report);
    }
}

/// Reports the first of some lines whose end the file does not confirm, by a message with the end and the day before. Returns
/// whether there is any line.
fn report_first<'a>(
    lines: impl Iterator<Item = &'a SuppliedMeaning>,
    message: impl Fn(Date, Date) -> PeriodMessage,
    report: &mut Report,
) -> bool {
    let mut is_any = false;
    let ends = lines.filter_map(|line| Some((line, line.meaning.period.to?)));
    for (line, end) in ends {
        is_any = true;
        let value = end.to_string();
        if report.is_confirmed(&value) {
            continue;
        }
        report.warning(line.line, ListWarningKind::HalfOpenPeriod, &value, || {
            message(end, Date::from_epoch_days(end.to_epoch_days() - 1))
        });
        break;
    }
    is_any
}

#[cfg(test)]
mod tests {
    use beraad_describe::Period;

    use super::*;
    use crate::supplied::plausible::testing::{lines_in, list, period, warned};

    /// The lines that are reported among lines with these codes and periods.
    fn found(codes: &[(&str, Period)]) -> Vec<usize> {
        let lines = lines_in(codes);
        let found = warned(&list(&[]), |_, report| check(&lines, report));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn end_that_is_the_next_beginning_is_reported() {
        let first = period(Some((2005, 1, 1)), Some((2010, 1, 1)));
        let second = period(Some((2010, 1, 1)), Some((2012, 1, 1)));
        let third = period(Some((2012, 1, 1)), None);
        assert_eq!(found(&[("1", first), ("1", second), ("1", third)]), [2, 3]);
        assert_eq!(found(&[("1", third), ("1", second)]), [3]);
        assert_eq!(found(&[("1", first), ("1", third), ("1", second)]), [2, 4]);
        assert_eq!(found(&[("1", first), ("2", second)]), [2]);
    }

    #[test]
    fn included_end_is_not() {
        let first = period(Some((2005, 1, 1)), Some((2009, 12, 31)));
        let second = period(Some((2010, 1, 1)), Some((2011, 12, 31)));
        let third = period(Some((2012, 1, 1)), None);
        assert_eq!(
            found(&[("1", first), ("1", second), ("2", third)]),
            [0_usize; 0]
        );
        let day = period(Some((2010, 1, 1)), Some((2010, 1, 1)));
        assert_eq!(found(&[("1", day), ("2", second)]), [0_usize; 0]);
        // One code ends as another one of the file begins, and the file includes ends elsewhere.
        let other = period(None, Some((2010, 1, 1)));
        assert_eq!(
            found(&[("1", first), ("1", second), ("2", other)]),
            [0_usize; 0]
        );
    }

    #[test]
    fn periods_of_whole_years_and_a_day_are_reported() {
        let of_years = |years| period(Some((2005, 7, 1)), Some((2005 + years, 7, 1)));
        assert_eq!(found(&[("1", of_years(3)), ("2", of_years(5))]), [2]);
        assert_eq!(found(&[("1", of_years(3))]), [0_usize; 0], "a single one");
        let next = period(Some((2008, 7, 2)), None);
        let included = [
            ("1", of_years(3)),
            ("2", of_years(3)),
            ("1", next),
            ("2", next),
        ];
        assert_eq!(found(&included), [0_usize; 0]);
    }
}
