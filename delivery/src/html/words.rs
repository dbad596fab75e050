//! Numbers and nouns of the page.

/// Returns a number with a comma between groups of three digits.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Returns a number with a noun: `1 row`, `1,200 rows`.
pub(super) fn counted(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(number))
}

/// Returns a share in per cent. Only nothing is `0 %`, and only everything is `100 %`.
pub(super) fn percent(part: u64, whole: u64) -> String {
    let per_thousand = u128::from(part) * 1000 / u128::from(whole.max(1));
    match per_thousand {
        _ if part >= whole => "100 %".to_owned(),
        0 if part > 0 => "< 0.1 %".to_owned(),
        _ => format!("{}.{} %", per_thousand / 10, per_thousand % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::{counted, grouped, percent};

    #[test]
    fn numbers_are_grouped_and_nouns_have_a_plural() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(counted(1, "row"), "1 row");
        assert_eq!(counted(0, "row"), "0 rows");
    }

    #[test]
    fn share_is_rounded_down_and_not_to_nothing() {
        assert_eq!(percent(1, 3), "33.3 %");
        assert_eq!(percent(1, 1_000_000), "< 0.1 %");
        assert_eq!(percent(999_999, 1_000_000), "99.9 %");
        assert_eq!(percent(3, 3), "100 %");
        assert_eq!(percent(0, 3), "0.0 %");
        assert_eq!(percent(u64::MAX, u64::MAX), "100 %");
    }
}
