//! Classes of one period whose bounds are in different units or currencies: no amount can be compared with both.

use std::collections::BTreeMap;

use beraad_describe::{Date, excerpt};

use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::PeriodMessage;
use crate::supplied::warning::ListWarningKind;

type Unit<'a> = (Option<&'a str>, Option<&'a str>);

pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    let mut of_source: BTreeMap<Option<&str>, Vec<&SuppliedMeaning>> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.meaning.class.is_some()) {
        let source = line.meaning.source.as_deref();
        of_source.entry(source).or_default().push(line);
    }
    for mut lines in of_source.into_values() {
        // In the order of their first days, a line overlaps an earlier one if the latest end of these is not before it.
        lines.sort_by_key(|line| line.meaning.period.from);
        // All lines before the one with the latest end have its unit, if they overlap a later line.
        let mut latest: Option<&SuppliedMeaning> = None;
        for line in lines {
            let overlapped = latest.filter(|it| it.meaning.period.overlaps(line.meaning.period));
            if let Some(other) = overlapped.filter(|it| unit_of(it) != unit_of(line)) {
                report_units(line, other, report);
                break;
            }
            if latest.is_none_or(|latest| end(latest) <= end(line)) {
                latest = Some(line);
            }
        }
    }
}

/// The last day of a period; a period without one ends after every day.
fn end(line: &SuppliedMeaning) -> (bool, Option<Date>) {
    let to = line.meaning.period.to;
    (to.is_none(), to)
}

fn unit_of(line: &SuppliedMeaning) -> Unit<'_> {
    let class = line.meaning.class.as_ref();
    class.map_or((None, None), |class| {
        (class.unit.as_deref(), class.currency.as_deref())
    })
}

fn report_units(line: &SuppliedMeaning, other: &SuppliedMeaning, report: &mut Report) {
    let (line, other) = if line.line < other.line {
        (other, line)
    } else {
        (line, other)
    };
    let [(unit, money), (other_unit, other_money)] = [unit_of(line), unit_of(other)];
    let (column, here, there) = if unit == other_unit {
        ("currency", money, other_money)
    } else {
        ("unit", unit, other_unit)
    };
    report.warning(
        line.line,
        ListWarningKind::OtherUnit,
        here.unwrap_or(&line.code),
        || PeriodMessage::OtherUnit {
            column: column.to_owned(),
            code: excerpt(&line.code),
            here: here.map(excerpt),
            there: there.map(excerpt),
            line: other.line,
        },
    );
}

#[cfg(test)]
mod tests {
    use beraad_describe::{AmountClassBounds, ClosedSide};

    use super::*;
    use crate::supplied::plausible::testing::{lines, list, period, warned};

    fn classes(units: &[(&str, &str)]) -> Vec<SuppliedMeaning> {
        let codes = ["1", "2", "3", "4"];
        let codes: Vec<_> = codes
            .iter()
            .zip(units)
            .map(|(code, _)| (*code, "x"))
            .collect();
        let mut lines = lines(&codes);
        for (line, (unit, currency)) in lines.iter_mut().zip(units) {
            let mut class = AmountClassBounds::new(None, None, ClosedSide::Left);
            class.unit = (!unit.is_empty()).then(|| (*unit).to_owned().into());
            class.currency = Some((*currency).to_owned().into());
            line.meaning.class = Some(class);
        }
        lines
    }

    fn found(lines: &[SuppliedMeaning]) -> Vec<usize> {
        let found = warned(&list(&[]), |_, report| check(lines, report));
        assert!(found.iter().all(|it| it.1 == ListWarningKind::OtherUnit));
        found.into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn other_unit_in_one_period_is_reported_once() {
        for units in [
            [("dag", "EUR"), ("maand", "EUR"), ("dag", "EUR")],
            [("dag", "EUR"), ("", "EUR"), ("dag", "EUR")],
            [("dag", "EUR"), ("dag", "BEF"), ("dag", "BEF")],
        ] {
            assert_eq!(found(&classes(&units)), [3], "{units:?}");
        }
        let mut lines = classes(&[("dag", "EUR"), ("dag", "BEF")]);
        lines[1].meaning.period = period(None, Some((2001, 12, 31)));
        assert_eq!(found(&lines), [3]);
    }

    #[test]
    fn one_unit_and_another_period_or_source_give_no_warning() {
        assert_eq!(
            found(&classes(&[("dag", "EUR"), ("dag", "EUR")])),
            [0_usize; 0]
        );
        let mut lines = classes(&[("dag", "BEF"), ("dag", "EUR"), ("dag", "BEF")]);
        for (index, line) in lines.iter_mut().enumerate() {
            line.meaning.period = match index {
                1 => period(Some((2002, 1, 1)), None),
                _ => period(None, Some((2001, 12, 31))),
            };
        }
        assert_eq!(found(&lines), [0_usize; 0]);
        lines[1].meaning.period = period(None, None);
        assert_eq!(found(&lines), [3]);
        lines[1].meaning.source = Some("NBB".into());
        assert_eq!(found(&lines), [0_usize; 0]);
    }
}
