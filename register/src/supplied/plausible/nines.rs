//! Upper bounds of nines, by which programs write that a class has no upper bound.

use beraad_describe::excerpt;

use crate::supplied::decimal::Decimal;
use crate::supplied::error::Report;
use crate::supplied::line::SuppliedMeaning;
use crate::supplied::message::PeriodMessage;
use crate::supplied::warning::ListWarningKind;

/// The number of nines that a bound has at least.
const MIN_NINES: usize = 5;

/// The number of digits by which such a bound is longer than the lower one: `10000` to `99999` are the numbers with five digits.
const MIN_MORE_DIGITS: usize = 2;

pub(super) fn check(lines: &[SuppliedMeaning], report: &mut Report) {
    for line in lines {
        let Some(bound) = line.upper else { continue };
        let upper = bound.to_string();
        let is_nines = upper.bytes().all(|byte| matches!(byte, b'9' | b'.'));
        let (digits, lower) = (whole_digits(bound), line.lower.map_or(0, whole_digits));
        if is_nines && digits >= MIN_NINES && digits >= lower + MIN_MORE_DIGITS {
            report.warning(line.line, ListWarningKind::OpenEnd, &upper, || {
                let code = excerpt(&line.code);
                PeriodMessage::Nines {
                    upper: upper.clone(),
                    code,
                }
            });
        }
    }
}

fn whole_digits(bound: Decimal) -> usize {
    let text = bound.to_string();
    let whole = text.trim_start_matches('-').split('.').next();
    whole.unwrap_or_default().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::supplied::plausible::testing::{lines, list, warned};

    fn found(lower: &str, upper: &str) -> usize {
        let mut lines = lines(&[("1", "een")]);
        (lines[0].lower, lines[0].upper) = (Decimal::parse(lower), Decimal::parse(upper));
        let found = warned(&list(&[]), |_, report| check(&lines, report));
        assert!(found.iter().all(|it| it.1 == ListWarningKind::OpenEnd));
        found.len()
    }

    #[test]
    fn bound_of_nines_is_reported() {
        for (lower, upper) in [
            ("50", "999999"),
            ("50", "99999.99"),
            ("", "999999999999999"),
            ("0", "99999"),
        ] {
            assert_eq!(found(lower, upper), 1, "{upper}");
        }
    }

    #[test]
    fn other_bound_is_not() {
        for (lower, upper) in [
            ("10000", "99999"),
            ("1000", "99999"),
            ("0", "9999"),
            ("0", "100000"),
            ("0", "999999.5"),
            ("99999", ""),
        ] {
            assert_eq!(found(lower, upper), 0, "{upper}");
        }
    }
}
