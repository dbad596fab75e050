//! Days without a meaning between two periods of one code.

use beraad_describe::{Date, excerpt};

use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::PeriodMessage;
use crate::supplied::warning::ListWarningKind;

/// The longest gap that is probably not meant, in days: an assumption of this program. A code that is used again after years has
/// another gap.
const LONGEST_SLIP: i32 = 7;

/// Reports each gap of a few days between a period of a code and the next one.
///
/// The lines of a code and a source are sorted by their first days. The end before each line is then the latest of the lines
/// before it, since a long period may contain later ones.
pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    let mut sorted: Vec<&SuppliedMeaning> = lines.iter().collect();
    sorted.sort_by(|one, other| key(one).cmp(&key(other)));
    let of_code = |one: &&SuppliedMeaning, other: &&SuppliedMeaning| {
        one.code == other.code && one.meaning.source == other.meaning.source
    };
    for lines in sorted.chunk_by(of_code) {
        let mut latest: Option<(&SuppliedMeaning, Date)> = None;
        for line in lines {
            let period = line.meaning.period;
            if let Some(((before, end), from)) = latest.zip(period.from) {
                report_gap(before, end, line, from, report);
            }
            let Some(end) = period.to else { break };
            if latest.is_none_or(|(_, latest)| latest < end) {
                latest = Some((line, end));
            }
        }
    }
}

fn key(line: &SuppliedMeaning) -> (&str, Option<&str>, Option<Date>) {
    let meaning = &line.meaning;
    (&line.code, meaning.source.as_deref(), meaning.period.from)
}

fn report_gap(
    before: &SuppliedMeaning,
    end: Date,
    line: &SuppliedMeaning,
    from: Date,
    report: &mut Report,
) {
    let days = from.to_epoch_days() - end.to_epoch_days() - 1;
    if !(1..=LONGEST_SLIP).contains(&days) {
        return;
    }
    report.warning(
        before.line,
        ListWarningKind::PeriodGap,
        &end.to_string(),
        || PeriodMessage::Gap {
            code: excerpt(&line.code),
            first: Date::from_epoch_days(end.to_epoch_days() + 1),
            last: Date::from_epoch_days(from.to_epoch_days() - 1),
            end,
            from,
            line: line.line,
        },
    );
}

#[cfg(test)]
mod tests {
    use beraad_describe::Period;

    use super::*;
    use crate::supplied::plausible::testing::{lines_in, list, period, warned};

    fn found(codes: &[(&str, Period)]) -> Vec<usize> {
        let lines = lines_in(codes);
        let found = warned(&list(&[]), |_, report| check(&lines, report));
        assert!(found.iter().all(|it| it.1 == ListWarningKind::PeriodGap));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn gap_of_a_few_days_is_reported() {
        let first = period(Some((2005, 1, 1)), Some((2012, 2, 28)));
        let after_leap_day = period(Some((2012, 3, 1)), None);
        assert_eq!(found(&[("1", first), ("1", after_leap_day)]), [2]);
        assert_eq!(found(&[("1", after_leap_day), ("1", first)]), [3]);
        let open = period(None, Some((2012, 2, 25)));
        assert_eq!(found(&[("1", open), ("1", after_leap_day)]), [2]);
    }

    #[test]
    fn no_gap_and_a_long_one_give_no_warning() {
        let first = period(Some((2005, 1, 1)), Some((2009, 12, 31)));
        let next = period(Some((2010, 1, 1)), Some((2010, 6, 30)));
        let later = period(Some((2015, 1, 1)), None);
        assert_eq!(
            found(&[("1", first), ("1", next), ("1", later)]),
            [0_usize; 0]
        );
        let after_gap = period(Some((2010, 1, 2)), None);
        assert_eq!(
            found(&[("1", first), ("2", after_gap)]),
            [0_usize; 0],
            "another code"
        );
        let inside = period(Some((2006, 1, 1)), Some((2006, 12, 31)));
        let inside_later = period(Some((2007, 1, 3)), Some((2007, 6, 30)));
        let within = [("1", first), ("1", inside), ("1", inside_later)];
        assert_eq!(
            found(&within),
            [0_usize; 0],
            "the long period has these days"
        );
        assert_eq!(
            found(&[("1", Period::ALWAYS), ("1", first), ("1", after_gap)]),
            [0_usize; 0]
        );
    }
}
